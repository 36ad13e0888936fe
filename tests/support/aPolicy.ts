import { findPolicy } from '#shared/catalog/catalog.ts';
import type { Cycle } from '#shared/domain/cycle.ts';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { policySchema, type Policy } from '#shared/domain/policy.ts';
import { toHundredths } from '#shared/domain/units.ts';

/** A calendar day from its text. */
export function day(text: string): PlainDate {
  return plainDateSchema.parse(text);
}

/** A policy of the catalogue; fails where there is none of that id. */
export function shipped(id: string): Policy {
  const policy = findPolicy(id);
  if (!policy) throw new Error(`The catalogue has no policy ${id}.`);
  return policy;
}

/** A policy of one's own: three years and 30 units, changed as told. */
export function aPolicy(changes: Readonly<Record<string, unknown>> = {}): Policy {
  return policySchema.parse({
    id: 'own',
    name: 'Own certification',
    issuer: 'Own body',
    credentialType: 'certification',
    validityMonths: 36,
    cycleMonths: 36,
    basis: { kind: 'issue-date' },
    routes: [{ kind: 'units', method: 'credits' }],
    requirements: [{ unit: 'unit', total: 30 }],
    source: { title: 'mine', url: 'mine', asOf: '2026-01', verified: 'memory' },
    ...changes,
  });
}

/** A cycle that was not renewed from another. */
export function aCycle(start: string, end: string | null, renewedOn: string | null = null): Cycle {
  return {
    start: parsePartialDate(start),
    end: end === null ? null : parsePartialDate(end),
    renewedOn: renewedOn === null ? null : parsePartialDate(renewedOn),
    method: renewedOn === null ? null : 'credits',
  };
}

/** Allocations from [day, units, category]; ids count up. */
export function allocations(
  ...rows: readonly (readonly [on: string, units: number, category?: string])[]
): Allocation[] {
  return rows.map(([on, units, category], index) => ({
    id: `a${index}`,
    on: day(on),
    units: toHundredths(units),
    category: category ?? null,
  }));
}
