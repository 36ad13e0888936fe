import { z } from 'zod';
import { idSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';

/** What a payment is for (features.md B9). */
export const costKinds = [
  'course',
  'exam',
  'fee',
  'subscription',
  'travel',
  'books',
  'other',
] as const;
export const costKindSchema = z.enum(costKinds);
export type CostKind = z.infer<typeof costKindSchema>;

/** Who pays: the holder, an employer, an aid (grant, scholarship, fee waiver) or somebody else. */
export const payerSchema = z.enum(['self', 'employer', 'aid', 'other']);
export type Payer = z.infer<typeof payerSchema>;

const note = z.string().trim().min(1).max(1000);

/** A payment for one credential, made or to come. */
export const costFieldsSchema = z.strictObject({
  credentialId: idSchema,
  kind: costKindSchema,
  /** As charged; of kind `subscription` with a subscription, this credential's share of it. */
  money: moneySchema,
  /** Null: not paid yet, and no day is fixed. A day to come is a payment that is fixed. */
  paidOn: plainDateSchema.nullable().default(null),
  payer: payerSchema.default('self'),
  /** The name of the employer, the grant, … */
  payerName: z.string().trim().min(1).max(200).nullable().default(null),
  /** Minor units of the same currency that came back, or 0. */
  reimbursed: z.int().min(0).max(1_000_000_000_00).default(0),
  reimbursedOn: plainDateSchema.nullable().default(null),
  /** The recorded subscription of which this is the share; it is then no payment of its own. */
  subscriptionId: idSchema.nullable().default(null),
  note: note.nullable().default(null),
});
export type CostFields = Readonly<z.infer<typeof costFieldsSchema>>;

export const costLineSchema = z.strictObject({ ...costFieldsSchema.shape, id: idSchema });
export type CostLine = Readonly<z.infer<typeof costLineSchema>>;
