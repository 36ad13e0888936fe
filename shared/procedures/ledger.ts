import { z } from 'zod';
import { credentialSchema, idSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { routeKindSchema, verifiedSchema } from '#shared/domain/policyParts.ts';
import type { Contract } from '#shared/procedures/contract.ts';
import { feePaymentSchema } from '#shared/procedures/fees.ts';

/** Units as people write them: a decimal with at most two places. */
const unitsSchema = z.number().min(0).max(100_000);

const categoryLedgerSchema = z.strictObject({
  name: z.string(),
  raw: z.number(),
  counted: z.number(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  met: z.boolean(),
});

/** The shape of `ledger --json` (cli.md). */
export const ledgerSchema = z.strictObject({
  credentialId: idSchema,
  cycle: z.strictObject({ start: plainDateSchema, end: plainDateSchema }),
  requirements: z.array(
    z.strictObject({
      unit: z.string(),
      total: z.number(),
      counted: z.number(),
      carriedIn: z.number(),
      remaining: z.number(),
      met: z.boolean(),
      categories: z.array(categoryLedgerSchema),
      years: z.array(
        z.strictObject({
          start: plainDateSchema,
          end: plainDateSchema,
          counted: z.number(),
          min: z.number().nullable(),
          met: z.boolean(),
        }),
      ),
      pace: z.strictObject({ expected: z.number(), onTrack: z.boolean(), perMonth: z.number() }),
      carryOut: z.number(),
    }),
  ),
});

const allocationInputSchema = z.strictObject({
  credentialId: idSchema,
  /** Left out: worked out from the clock hours by the policy's rate. */
  units: unitsSchema.nullable().default(null),
  unit: z.string().max(100).nullable().default(null),
  category: z.string().max(200).nullable().default(null),
});

const activityFieldsSchema = z.strictObject({
  on: plainDateSchema,
  title: z.string().trim().min(1).max(1000),
  provider: z.string().trim().min(1).max(500).nullable().default(null),
  /** Clock hours, at most two decimal places. */
  hours: unitsSchema.nullable().default(null),
  notes: z.string().max(100_000).nullable().default(null),
  allocations: z.array(allocationInputSchema).max(200).default([]),
});

export const activitySchema = z.strictObject({
  id: idSchema,
  on: plainDateSchema,
  title: z.string(),
  provider: z.string().nullable(),
  hours: z.number().nullable(),
  notes: z.string().nullable(),
  allocations: z.array(
    z.strictObject({
      id: idSchema,
      credentialId: idSchema,
      title: z.string(),
      units: z.number(),
      unit: z.string().nullable(),
      category: z.string().nullable(),
      /** Whether the units count in some cycle, and if not, why; null without a policy. */
      flag: z.enum(['counted', 'before-start', 'after-end', 'already-used']).nullable(),
    }),
  ),
  proofs: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      mime: z.string(),
      bytes: z.int(),
      sha256: z.string(),
    }),
  ),
});
export type Activity = z.infer<typeof activitySchema>;

const proofFileSchema = z.strictObject({
  name: z.string().trim().min(1).max(500),
  mime: z.string().max(200),
  bytes: z.instanceof(Uint8Array),
});

export const ledgerProcedures = {
  'activities.create': {
    input: activityFieldsSchema.extend({ proofs: z.array(proofFileSchema).max(50).default([]) }),
    output: activitySchema,
  },
  'activities.update': {
    input: z.strictObject({ id: idSchema, fields: activityFieldsSchema }),
    output: activitySchema,
  },
  'activities.remove': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  'activities.addProof': {
    input: z.strictObject({ id: idSchema, file: proofFileSchema }),
    output: activitySchema,
  },
  'activities.removeProof': {
    input: z.strictObject({ id: idSchema, proofId: idSchema }),
    output: activitySchema,
  },
  /** A stored file, by the id of the proof or evidence that names it, or by its SHA-256. */
  'evidence.read': {
    input: z.union([
      z.strictObject({ id: idSchema }),
      z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    ]),
    output: z.strictObject({
      name: z.string(),
      mime: z.string(),
      sha256: z.string(),
      bytes: z.instanceof(Uint8Array),
    }),
  },
  'activities.list': {
    input: z.strictObject({
      credentialId: idSchema.nullable().default(null),
      limit: z.int().min(1).max(100_000).default(1000),
    }),
    output: z.strictObject({ items: z.array(activitySchema) }),
  },
  /** Units that so many clock hours make for a credential, by its policy's rate and rounding. */
  'activities.convert': {
    input: z.strictObject({
      credentialId: idSchema,
      hours: unitsSchema,
      unit: z.string().nullable().default(null),
    }),
    output: z.strictObject({
      units: z.number(),
      unit: z.string(),
      minutesPerUnit: z.number(),
      stated: z.boolean(),
    }),
  },
  'ledger.get': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema }),
    output: ledgerSchema,
  },
  /** Everything that an audit of one cycle asks for, as a zip (features.md D8). */
  'ledger.auditPacket': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema }),
    output: z.strictObject({
      name: z.string(),
      mime: z.string(),
      bytes: z.instanceof(Uint8Array),
      missing: z.array(z.string()),
    }),
  },
  /** Every credential with a cycle under way or just over, for the Renewals screen. */
  'ledger.overview': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: idSchema,
          title: z.string(),
          abbreviation: z.string().nullable(),
          issuer: z.string().nullable(),
          status: credentialSchema.shape.status,
          start: plainDateSchema,
          end: plainDateSchema,
          daysLeft: z.int(),
          policyId: z.string(),
          met: z.boolean(),
          ledger: ledgerSchema,
          /** Category → the category that it lies within. */
          nesting: z.record(z.string(), z.string()),
          /** Categories of which one activity gives only so much, or that count in whole blocks. */
          bounds: z.record(
            z.string(),
            z.strictObject({
              perActivityMax: z.number().nullable(),
              block: z.number().nullable(),
            }),
          ),
          routes: z.array(
            z.strictObject({
              kind: routeKindSchema,
              method: z.string(),
              title: z.string().nullable(),
              cost: moneySchema.nullable(),
              hours: z.number().nullable(),
              /** The first and the last day on which it can be taken; null: no bound that is known. */
              opens: plainDateSchema.nullable(),
              closes: plainDateSchema.nullable(),
            }),
          ),
          fee: moneySchema.nullable(),
          /** The cycle's fee, where a payment is on record. */
          feePaid: feePaymentSchema.nullable(),
          /** The next fee that falls due on an anniversary of the cycle's start. */
          yearFee: z
            .strictObject({
              price: moneySchema,
              on: plainDateSchema,
              paid: feePaymentSchema.nullable(),
            })
            .nullable(),
          /** The last days after the end on which it can be mended and units earned; null: not known. */
          afterEnd: z
            .strictObject({ mendThrough: plainDateSchema, earnThrough: plainDateSchema })
            .nullable(),
          /** The cycle that follows, where it has been renewed already. */
          next: z
            .strictObject({ start: plainDateSchema, end: plainDateSchema.nullable() })
            .nullable(),
          renewsAlso: z.array(z.string()),
          source: z.strictObject({
            title: z.string(),
            url: z.string(),
            asOf: z.string(),
            verified: verifiedSchema,
            /** Its sentences that are from memory, whatever `verified` says. */
            fromMemory: z.array(z.string()),
          }),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Contract>;
