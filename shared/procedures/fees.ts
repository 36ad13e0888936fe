import { z } from 'zod';
import { idSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** A payment as it was recorded; the amount is null where it was not noted. */
export const feePaymentSchema = z.strictObject({
  on: plainDateSchema,
  amount: moneySchema.nullable(),
});

const feeSchema = z.strictObject({
  due: plainDateSchema,
  /** What falls due; `other`: a payment on a day of which the policy knows no fee. */
  per: z.enum(['cycle', 'year', 'late', 'other']),
  /** By the policy; null where it states none. */
  price: moneySchema.nullable(),
  /** What members of the body pay, where that differs. */
  member: moneySchema.nullable(),
  note: z.string().nullable(),
  fromMemory: z.boolean(),
  /** `overdue`: its day has passed and no payment is on record. */
  state: z.enum(['paid', 'overdue', 'due']),
  paid: feePaymentSchema.nullable(),
});

const feesOutput = z.strictObject({
  credentialId: idSchema,
  title: z.string(),
  /** By day: every fee of the latest cycle, and every payment that was recorded. */
  fees: z.array(feeSchema),
});

export const feeProcedures = {
  /** Fees of a credential and what was paid of them (domain.md section 3, fees). */
  'fees.list': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema }),
    output: feesOutput,
  },
  /** Records that what falls due on a day was paid. It leaves the reminders and the load. */
  'fees.pay': {
    input: z.strictObject({
      id: idSchema,
      due: plainDateSchema,
      on: plainDateSchema,
      amount: moneySchema.nullable().default(null),
      /** Takes a day of which the policy knows no fee. */
      other: z.boolean().default(false),
      asOf: plainDateSchema,
    }),
    output: feesOutput,
  },
  /** Takes a payment back. */
  'fees.unpay': {
    input: z.strictObject({ id: idSchema, due: plainDateSchema, asOf: plainDateSchema }),
    output: feesOutput,
  },
} as const satisfies Record<string, Contract>;
