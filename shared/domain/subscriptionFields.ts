import { z } from 'zod';
import { payerSchema } from '#shared/domain/cost.ts';
import { idSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';

/** A span of days, both included; without an end it lasts until it is ended. */
export const pauseSchema = z.strictObject({
  from: plainDateSchema,
  to: plainDateSchema.nullable(),
});

/** From a day on it costs so much a month, in minor units of the subscription's currency. */
export const priceChangeSchema = z.strictObject({
  from: plainDateSchema,
  amount: moneySchema.shape.amount,
});

/** A platform that is paid by the month (domain.md section 6). */
export const subscriptionFieldsSchema = z.strictObject({
  platform: z.string().trim().min(1).max(200),
  /** What the plan is called, such as Coursera Plus. */
  plan: z.string().trim().min(1).max(200).nullable().default(null),
  /** A month at the price of the first day. */
  price: moneySchema,
  from: plainDateSchema,
  /** The last day on which it runs; null while it goes on. */
  until: plainDateSchema.nullable().default(null),
  /** The last free day; the first payment is on the day after. */
  trialEnds: plainDateSchema.nullable().default(null),
  pauses: z.array(pauseSchema).max(100).default([]),
  priceChanges: z.array(priceChangeSchema).max(100).default([]),
  /** Percent of each payment that financial aid takes over. */
  aidPercent: z.int().min(0).max(100).default(0),
  /** Who pays what aid does not. */
  payer: payerSchema.exclude(['aid']).default('self'),
  /** The credentials it is for; null: every one on the platform. */
  credentialIds: z.array(idSchema).max(1000).nullable().default(null),
  note: z.string().trim().min(1).max(1000).nullable().default(null),
});
export type SubscriptionFields = Readonly<z.infer<typeof subscriptionFieldsSchema>>;
