import { z } from 'zod';
import { costKindSchema } from '#shared/domain/cost.ts';
import { idSchema, kindSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { lifecycleSchema, statusSchema } from '#shared/domain/status.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const amountSchema = moneySchema.shape.amount;
const count = z.int();
/** Per currency, never converted, in the order of their codes. */
const sums = z.array(moneySchema);

export const budgetProcedures = {
  /** Money per currency (domain.md section 6): what is behind, what is bound, what is still open. */
  'budget.get': {
    /** `until` null: a year ahead. */
    input: z.strictObject({
      asOf: plainDateSchema,
      until: plainDateSchema.nullable().default(null),
    }),
    output: z.strictObject({
      asOf: plainDateSchema,
      until: plainDateSchema,
      totals: z.array(
        z.strictObject({
          currency: moneySchema.shape.currency,
          /** The holder's own payments through `asOf`. */
          spent: amountSchema,
          /** What came back of them. */
          reimbursed: amountSchema,
          /** spent − reimbursed; below 0 never. */
          net: amountSchema,
          /** Paid by aid, and by an employer or others, through `asOf`. */
          aid: amountSchema,
          byOthers: amountSchema,
          /** The holder's payments that are bound to come by `until`: see `committed`. */
          committed: amountSchema,
          /** What planned figures leave open beyond recorded payments and shares. */
          open: amountSchema,
          /** committed + open. */
          toCome: amountSchema,
        }),
      ),
      /** From the month of the first payment, a year back at most, to that of `until`. */
      months: z.array(
        z.strictObject({
          month: z.string().regex(/^\d{4}-\d{2}$/),
          spent: sums,
          reimbursed: sums,
          committed: sums,
        }),
      ),
      /** The holder's payments without a day: they count in the totals, in no month. */
      undated: z.strictObject({ spent: sums, committed: sums }),
      byKind: z.array(
        z.strictObject({ kind: z.union([costKindSchema, z.literal('whole')]), spent: sums }),
      ),
      /** Soonest first, those without a day last. */
      committed: z.array(
        z.strictObject({
          on: plainDateSchema.nullable(),
          what: z.enum(['subscription', 'fee', 'cost']),
          title: z.string(),
          credentialId: idSchema.nullable(),
          subscriptionId: idSchema.nullable(),
          price: moneySchema,
        }),
      ),
      /** Each credential planned or in progress for which something is still to be paid. */
      toFinish: z.array(
        z.strictObject({
          credentialId: idSchema,
          title: z.string(),
          lifecycle: lifecycleSchema,
          /** When it is done at the pace of the study plan. */
          forecast: plainDateSchema.nullable(),
          /** Payments, shares of subscriptions and the open part of the figure. */
          money: sums,
          ofPayments: sums,
          ofSubscriptions: sums,
          ofFigure: sums,
          /** Who pays: the track says where it is aid or an employer. */
          payer: z.enum(['self', 'employer', 'aid']),
        }),
      ),
      /** Unfinished stacks with what is still to be paid for each. */
      stacks: z.array(z.strictObject({ stackId: idSchema, title: z.string(), money: sums })),
    }),
  },
  /** Counts, hours and money of the whole portfolio (features.md F4). */
  'stats.get': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      asOf: plainDateSchema,
      total: count,
      byStatus: z.array(z.strictObject({ status: statusSchema, count })),
      byKind: z.array(z.strictObject({ kind: kindSchema, count, hours: z.number() })),
      byIssuer: z.array(z.strictObject({ issuer: z.string(), count, hours: z.number() })),
      byPlatform: z.array(z.strictObject({ platform: z.string(), count, hours: z.number() })),
      /** Study hours of what is earned, and the done part of what is in progress. */
      hours: z.strictObject({ earned: z.number(), inProgress: z.number(), left: z.number() }),
      /** Clock hours of continuing education. */
      activityHours: z.number(),
      credits: z.array(z.strictObject({ system: z.string(), amount: z.number() })),
      /** The holder's payments: gross, back, and net by currency. */
      money: z.strictObject({ spent: sums, reimbursed: sums, net: sums }),
      /** By the year of issue for counts and hours, of payment for money; newest first. */
      years: z.array(
        z.strictObject({
          year: z.int(),
          earned: count,
          hours: z.number(),
          activityHours: z.number(),
          spent: sums,
        }),
      ),
    }),
  },
} as const satisfies Record<string, Contract>;
