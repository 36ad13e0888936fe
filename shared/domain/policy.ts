import { z } from 'zod';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import {
  alternativeSchema,
  basisSchema,
  edgeSchema,
  feeSchema,
  renewalWindowSchema,
  renewsFromSchema,
  requirementSchema,
  routeSchema,
  rungSchema,
  suiteSchema,
  verifiedSchema,
} from '#shared/domain/policyParts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const months = z.int().min(1).max(600);

/**
 * Rules of another time. `validFrom` and `validBefore` bound the first day of the cycles that it
 * governs; what it does not name is as in the policy itself (domain.md section 3, versions).
 */
export const versionSchema = z.strictObject({
  validFrom: partialDateSchema.nullable().default(null),
  validBefore: partialDateSchema.nullable().default(null),
  /** Announced, not yet in force when the policy was written down. */
  pending: z.boolean().default(false),
  neverExpires: z.boolean().default(false),
  cycleMonths: months.nullable().default(null),
  requirements: z.array(requirementSchema).nullable().default(null),
  note: text(500).nullable().default(null),
});
export type Version = z.infer<typeof versionSchema>;

/**
 * What one state asks in place of the policy. A row is complete: a figure that is null is not asked;
 * only a basis that is null is the policy's.
 */
export const stateRuleSchema = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/, 'Give the state as two letters.'),
  total: z.number().min(0).nullable().default(null),
  cycleMonths: months,
  basis: basisSchema.nullable().default(null),
  /** The end in the source's own words. */
  end: text(200).nullable().default(null),
  perYearMin: z.number().min(0).nullable().default(null),
  ethics: z.number().min(0).nullable().default(null),
  ethicsEveryMonths: months.nullable().default(null),
  rollingMonths: months.nullable().default(null),
  carryOver: z.number().min(0).nullable().default(null),
  /** What satisfies the requirement instead. */
  or: text(200).nullable().default(null),
  other: text(500).nullable().default(null),
  note: text(500).nullable().default(null),
  /** The policy for this state alone, where there is one: it says more. */
  policyId: text(200).nullable().default(null),
});
export type StateRule = z.infer<typeof stateRuleSchema>;

/** Where a policy's figures come from, and which of them come from nowhere but memory. */
export const policySourceSchema = z.strictObject({
  title: text(500),
  url: text(2048),
  /** The month of which the figures speak. */
  asOf: z.string().regex(/^\d{4}-\d{2}$/, 'Give the month as YYYY-MM.'),
  verified: verifiedSchema,
  /** The sentences of the record that say they are from memory, whatever `verified` says. */
  fromMemory: z.array(text(1000)).default([]),
});

/** How the first cycle differs from later ones. */
export const firstCycleSchema = z.enum(['standard', 'longer', 'prorated', 'exempt']);

export const personDataSchema = z.enum(['birthMonth', 'birthYear']);

/** How long a credential holds and what keeps it (domain.md section 3). */
export const policySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,199}$/, 'Use small letters, digits and hyphens.'),
    name: text(300),
    abbreviation: text(60).nullable().default(null),
    issuer: text(300),
    issuerUrl: text(2048).nullable().default(null),
    /** Words of a title by which one credential of a family is known, e.g. `AZ-900`. */
    titleWords: z.array(text(100)).default([]),
    credentialType: z.enum(['certification', 'license', 'microcredential', 'badge']),
    stateSpecific: z.boolean().default(false),
    /** The credential's own term; null: none. It differs from the cycle where clocks differ. */
    validityMonths: months.nullable().default(null),
    /** How long one cycle runs; null where nothing recurs. */
    cycleMonths: months.nullable().default(null),
    basis: basisSchema.default({ kind: 'none' }),
    renewsFrom: renewsFromSchema.default('expiry'),
    /** False: the source does not say from when renewals count; `renewsFrom` is our assumption. */
    renewsFromStated: z.boolean().default(false),
    renewalWindow: renewalWindowSchema.nullable().default(null),
    /** The ladder after the end. `known` false: the source says nothing, which is not "none". */
    afterEnd: z
      .strictObject({ known: z.boolean(), rungs: z.array(rungSchema).max(4).default([]) })
      .default({ known: false, rungs: [] }),
    routes: z.array(routeSchema).max(20).default([]),
    requirements: z.array(requirementSchema).max(20).default([]),
    alternatives: z.array(alternativeSchema).max(20).default([]),
    fees: z.array(feeSchema).max(20).default([]),
    firstCycle: firstCycleSchema.default('standard'),
    renewsLower: z.boolean().default(false),
    renews: z.array(edgeSchema).max(60).default([]),
    /** Credentials outside the catalogue that renew this one, by title. */
    renewedByTitles: z.array(text(300)).default([]),
    suite: suiteSchema.nullable().default(null),
    /** No date of its own: it holds while these do. */
    derivedFrom: text(500).nullable().default(null),
    /** Policy of the credential that is left when this one lapses. */
    lapsesTo: text(200).nullable().default(null),
    versions: z.array(versionSchema).max(20).default([]),
    states: z.array(stateRuleSchema).max(60).default([]),
    /** Unit of the table's totals, where the policy itself asks for none. */
    stateUnit: text(100).nullable().default(null),
    needsPersonData: z.array(personDataSchema).default([]),
    /** Months after a cycle's end for which its proofs are kept. */
    proofMonths: z.int().min(0).max(600).default(12),
    flags: z.array(text(100)).default([]),
    notes: text(4000).nullable().default(null),
    source: policySourceSchema,
  })
  .superRefine((policy, context) => {
    if ((policy.basis.kind === 'none') !== (policy.cycleMonths === null)) {
      context.addIssue({ code: 'custom', message: 'A cycle needs both its months and its basis.' });
    }
  });
export type Policy = z.infer<typeof policySchema>;

/** The catalogue that ships: policies with the words that explain them. */
export const policyCatalogSchema = z
  .strictObject({
    generated: z.iso.date(),
    language: z.string(),
    currency: z.string(),
    scope: text(1000),
    verifiedLevels: z.record(verifiedSchema, z.string()),
    fieldNotes: z.record(z.string(), z.string()),
    flagGlossary: z.record(z.string(), z.string()),
    /** Names of one issuer, the catalogue's own first. */
    issuerAliases: z.array(z.array(text(200)).min(2)),
    policies: z.array(policySchema),
  })
  .superRefine(({ policies }, context) => {
    const ids = new Set(policies.map((policy) => policy.id));
    if (ids.size !== policies.length) {
      context.addIssue({ code: 'custom', message: 'Two policies have the same id.' });
    }
    for (const policy of policies) {
      const named = [
        ...policy.renews.map((edge) => edge.policyId),
        ...policy.states.map((row) => row.policyId),
        policy.lapsesTo,
      ];
      for (const id of named) {
        if (id !== null && !ids.has(id)) {
          context.addIssue({
            code: 'custom',
            message: `${policy.id} names ${id}, which is not there.`,
          });
        }
      }
    }
  });
export type PolicyCatalog = z.infer<typeof policyCatalogSchema>;
