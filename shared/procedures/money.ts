import { z } from 'zod';
import { costFieldsSchema, costLineSchema } from '#shared/domain/cost.ts';
import { idSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { pauseSchema, subscriptionFieldsSchema } from '#shared/domain/subscriptionFields.ts';
import { trackSchema } from '#shared/domain/trackMode.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const amountSchema = moneySchema.shape.amount;
const on = { asOf: plainDateSchema };

/** What stopping after a day saves: the payments after it that the projection counts. */
const savingSchema = z.strictObject({
  /** The last day on which to be done: the next payment is on the day after. */
  finishBy: plainDateSchema,
  /** Payments saved, by price: two of 49 are "2 × 49". */
  payments: z.array(z.strictObject({ times: z.int(), price: moneySchema })),
  saved: moneySchema,
});

/** A subscription as it stands on a day. Payments are what is left to pay after aid. */
export const subscriptionSchema = z.strictObject({
  ...subscriptionFieldsSchema.shape,
  id: idSchema,
  state: z.enum(['upcoming', 'trial', 'active', 'paused', 'ended']),
  /** What a month costs on that day. */
  priceNow: moneySchema,
  nextPayment: z.strictObject({ on: plainDateSchema, price: moneySchema }).nullable(),
  /** Paid through the day, payment by payment. */
  burnt: moneySchema,
  paymentsMade: z.int(),
  /** What aid took over beside what was burnt, and what of it others paid. */
  burntByAid: amountSchema,
  burntByOthers: amountSchema,
  projected: z.strictObject({
    /** Through this day the projection counts payments. */
    through: plainDateSchema,
    /** Why that day: its own end, when the courses under way are done, or a year ahead. */
    basis: z.enum(['end', 'courses', 'year']),
    /** Burnt and to come. */
    total: moneySchema,
    toCome: moneySchema,
    payments: z.int(),
  }),
  /** Earliest first: the next days by which being done saves something. */
  savings: z.array(savingSchema),
  /** What was burnt, over the credentials worked on in those months (domain.md section 6). */
  shares: z.array(
    z.strictObject({
      credentialId: idSchema,
      title: z.string(),
      burnt: amountSchema,
      /** Of the payments to come that the projection counts. */
      toCome: amountSchema,
      /** The holder stated the share by a cost line. */
      stated: z.boolean(),
    }),
  ),
  /** Burnt in months in which nothing was worked on. */
  unshared: amountSchema,
});
export type SubscriptionView = z.infer<typeof subscriptionSchema>;

const paymentSchema = z.strictObject({
  on: plainDateSchema,
  price: moneySchema,
  state: z.enum(['paid', 'to-come']),
});

const shownCostSchema = costLineSchema.extend({
  title: z.string(),
  state: z.enum(['paid', 'to-come']),
});
export type ShownCost = z.infer<typeof shownCostSchema>;

const trackOfSchema = trackSchema.extend({
  credentialId: idSchema,
  title: z.string(),
  /** What the track comes to, also where only the credential's `verifiedTrack` says it. */
  effective: trackSchema.shape.mode,
  countsAsVerified: z.boolean(),
  /** Deadlines about which something can still be done, soonest first; passed ones are left out. */
  deadlines: z.array(
    z.strictObject({
      deadline: z.enum(['verified-upgrade', 'refund', 'aid', 'free-trial']),
      on: plainDateSchema,
      daysLeft: z.int(),
    }),
  ),
});

/** Sums of one currency for one credential (`costOf` says how lines and the one figure add up). */
const costSumsSchema = z.strictObject({
  currency: moneySchema.shape.currency,
  /** The holder's own payments through the day, shares of subscriptions among them. */
  spent: amountSchema,
  reimbursed: amountSchema,
  aid: amountSchema,
  byOthers: amountSchema,
  /** To come: recorded payments, shares of subscriptions, and what the planned figure leaves open. */
  toFinish: amountSchema,
});

export const moneyProcedures = {
  'subscriptions.list': {
    input: z.strictObject(on),
    output: z.strictObject({ asOf: plainDateSchema, items: z.array(subscriptionSchema) }),
  },
  /** One, with every payment through its projection; `finishBy` asks what stopping then saves. */
  'subscriptions.get': {
    input: z.strictObject({
      id: idSchema,
      ...on,
      finishBy: plainDateSchema.nullable().default(null),
    }),
    output: z.strictObject({
      subscription: subscriptionSchema,
      payments: z.array(paymentSchema),
      saving: savingSchema.nullable(),
    }),
  },
  /** An id, a unique prefix of it, or a unique platform or plan. */
  'subscriptions.resolve': {
    input: z.strictObject({ ref: z.string().min(1).max(1000) }),
    output: z.strictObject({ id: idSchema }),
  },
  'subscriptions.add': {
    input: z.strictObject({ fields: subscriptionFieldsSchema, ...on }),
    output: subscriptionSchema,
  },
  /** Only what is named changes; lists are replaced whole. */
  'subscriptions.update': {
    input: z.strictObject({
      id: idSchema,
      patch: z.strictObject({
        platform: subscriptionFieldsSchema.shape.platform.optional(),
        plan: subscriptionFieldsSchema.shape.plan.unwrap().optional(),
        price: subscriptionFieldsSchema.shape.price.optional(),
        from: subscriptionFieldsSchema.shape.from.optional(),
        until: subscriptionFieldsSchema.shape.until.unwrap().optional(),
        trialEnds: subscriptionFieldsSchema.shape.trialEnds.unwrap().optional(),
        pauses: subscriptionFieldsSchema.shape.pauses.unwrap().optional(),
        priceChanges: subscriptionFieldsSchema.shape.priceChanges.unwrap().optional(),
        aidPercent: subscriptionFieldsSchema.shape.aidPercent.unwrap().optional(),
        payer: subscriptionFieldsSchema.shape.payer.unwrap().optional(),
        credentialIds: subscriptionFieldsSchema.shape.credentialIds.unwrap().optional(),
        note: subscriptionFieldsSchema.shape.note.unwrap().optional(),
      }),
      ...on,
    }),
    output: subscriptionSchema,
  },
  /** Refused while a cost line states a share of it. */
  'subscriptions.remove': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  /** Adds a pause, or ends the open one where `from` is null and `to` is its last day. */
  'subscriptions.pause': {
    input: z.strictObject({
      id: idSchema,
      from: pauseSchema.shape.from.nullable(),
      to: pauseSchema.shape.to,
      ...on,
    }),
    output: subscriptionSchema,
  },
  /** Newest first; of one credential, or all. */
  'costs.list': {
    input: z.strictObject({
      credentialId: idSchema.nullable().default(null),
      ...on,
      limit: z.int().min(1).max(100_000).default(1000),
    }),
    output: z.strictObject({ items: z.array(shownCostSchema) }),
  },
  /** What one credential has cost and will cost, and how its parts add up. */
  'costs.of': {
    input: z.strictObject({ credentialId: idSchema, ...on }),
    output: z.strictObject({
      credentialId: idSchema,
      title: z.string(),
      /** The credential's one figure (`cost`): its price as a whole, as planned. */
      figure: moneySchema.nullable(),
      /**
       * How the figure counts: as what was spent (earned, nothing else recorded), for what is still
       * open of it (planned, in progress), or not at all, since the payments say it.
       */
      figureCounts: z.enum(['as-spent', 'as-open', 'no']),
      lines: z.array(shownCostSchema),
      shares: z.array(
        z.strictObject({
          subscriptionId: idSchema,
          title: z.string(),
          burnt: moneySchema,
          toCome: amountSchema,
          stated: z.boolean(),
        }),
      ),
      sums: z.array(costSumsSchema),
    }),
  },
  'costs.add': {
    input: z.strictObject({ fields: costFieldsSchema, ...on }),
    output: shownCostSchema,
  },
  /** The whole line anew. */
  'costs.update': {
    input: z.strictObject({ id: idSchema, fields: costFieldsSchema, ...on }),
    output: shownCostSchema,
  },
  'costs.remove': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  'tracks.get': {
    input: z.strictObject({ credentialId: idSchema, ...on }),
    output: trackOfSchema,
  },
  /** Only what is named changes; `mode` also sets the credential's `verifiedTrack`. */
  'tracks.set': {
    input: z.strictObject({ credentialId: idSchema, track: trackSchema.partial(), ...on }),
    output: trackOfSchema,
  },
  /** Every planned or current course with an open deadline, soonest first. */
  'tracks.deadlines': {
    input: z.strictObject(on),
    output: z.strictObject({ items: z.array(trackOfSchema) }),
  },
} as const satisfies Record<string, Contract>;
