import { z } from 'zod';
import { creditSystemSchema, idSchema, type Id } from '#shared/domain/credential.ts';
import type { Money } from '#shared/domain/money.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { verifiedSchema } from '#shared/domain/policyParts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/**
 * What an institution says it would credit towards a degree, and on which conditions
 * (features.md C3). It is never credit that is held: that is an acceptance.
 */
export const offerFieldsSchema = z.strictObject({
  title: text(500),
  institution: text(500),
  degree: text(500),
  /** Null where the source gives no figure. */
  credits: z.number().positive().max(10_000).nullable().default(null),
  /** Credits of the whole degree. */
  of: z.number().positive().max(10_000).nullable().default(null),
  system: creditSystemSchema.default('usCredits'),
  /** The stack that earns it; null: the credentials alone. */
  stackId: idSchema.nullable().default(null),
  /** Credentials that must be held, besides the stack. */
  credentialIds: z.array(idSchema).max(200).default([]),
  admissionRequired: z.boolean().default(true),
  /** The day on which the institution admitted the holder to the degree; null: not admitted. */
  admittedOn: plainDateSchema.nullable().default(null),
  /** Least grade in percent, in every course. */
  minGrade: z.number().min(0).max(100).nullable().default(null),
  /** Last day on which the institution takes it. */
  deadline: partialDateSchema.nullable().default(null),
  /** False: a course may count here although it counts towards this degree by another offer. */
  countsOnce: z.boolean().default(true),
  /** What else the institution asks, in its own words. */
  conditions: z.array(text(1000)).max(30).default([]),
  source: text(4000).nullable().default(null),
  asOf: text(200).nullable().default(null),
  verified: verifiedSchema.nullable().default(null),
  note: text(4000).nullable().default(null),
});
export type OfferFields = z.infer<typeof offerFieldsSchema>;

/** Credit that an institution did accept: a fact of a day, with who said so in the note. */
export const acceptanceSchema = z.strictObject({
  id: idSchema,
  offerId: idSchema,
  credits: z.number().positive().max(10_000),
  on: plainDateSchema,
  note: z.string().max(4000).nullable(),
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** Why an offer gives no accepted credit, or why it gives what it does. */
export const creditStateSchema = z.enum([
  'accepted',
  'not-completed',
  'grade-too-low',
  'grade-unknown',
  'not-admitted',
  'expired',
  'counted-already',
  'not-yet-accepted',
  'not-yet',
]);
export type CreditState = z.infer<typeof creditStateSchema>;

/** One offer of credit as the ledger judges it on a day. */
export const offerLineSchema = offerFieldsSchema.extend({
  id: idSchema,
  completed: z.boolean(),
  /** Courses held of those that it asks for. */
  done: z.int(),
  courses: z.int(),
  /** Credits that the institution accepted and that count; 0 with the reason otherwise. */
  accepted: z.number(),
  state: creditStateSchema,
  /** One sentence, e.g. "Completed, but not admitted: 0 of 30 credits are accepted." */
  reason: z.string(),
  /** Each condition with how it stands. */
  checks: z.array(
    z.strictObject({
      kind: z.enum(['courses', 'verified', 'grade', 'admission', 'deadline', 'other']),
      text: z.string(),
      state: z.enum(['met', 'partly', 'open', 'missed', 'unknown']),
    }),
  ),
  acceptances: z.array(
    z.strictObject({
      id: idSchema,
      credits: z.number(),
      on: plainDateSchema,
      note: z.string().nullable(),
      /** What of it counts on that day. */
      counted: z.number(),
    }),
  ),
});
export type OfferLine = z.infer<typeof offerLineSchema>;

/** A course that an offer asks for, as it stands on the day. */
export type OfferCourse = Readonly<{
  /** The same for the same course in two offers. */
  key: string;
  title: string;
  /** Held, and by the stack's own rules good enough. */
  complete: boolean;
  grade: string | null;
  verifiedRequired: boolean;
  audit: boolean;
  /** Clock hours and money still to go; 0 and none when complete. */
  hoursLeft: number | null;
  costLeft: Money | null;
}>;

/** An offer with what it asks for. */
export type OfferCase = Readonly<{
  id: Id;
  fields: OfferFields;
  courses: readonly OfferCourse[];
  /** Everything that it asks for is held. */
  complete: boolean;
  acceptances: readonly Acceptance[];
}>;
