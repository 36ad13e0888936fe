import {
  computeLedger,
  ledgerToJson,
  type Ledger,
  type LedgerRequest,
} from '#shared/domain/ledger.ts';
import { aCycle, allocations, day, shipped } from './aPolicy.ts';

/** A day, units, and a category. */
export type Row = readonly [on: string, units: number, category?: string];

/** The day on which the examples are looked at. */
export const asOf = '2026-11-23';

/** The ledger of a shipped policy for a cycle [start, end]. */
export function ledgerOf(
  id: string,
  [start, end]: readonly [string, string],
  rows: readonly Row[],
  more: Partial<LedgerRequest> = {},
): Ledger {
  return computeLedger({
    policy: shipped(id),
    cycle: aCycle(start, end),
    allocations: allocations(...rows),
    asOf: day(asOf),
    ...more,
  });
}

/** The first requirement as `ledger --json` shows it. */
export function shown(...args: Parameters<typeof ledgerOf>) {
  const [requirement] = ledgerToJson('c', ledgerOf(...args)).requirements;
  if (!requirement) throw new Error('There is a requirement.');
  return requirement;
}

/** A category of what is shown, by its name. */
export function category(requirement: ReturnType<typeof shown>, name: string) {
  return requirement.categories.find((item) => item.name === name);
}
