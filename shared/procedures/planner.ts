import { z } from 'zod';
import { idSchema, moneySchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const plannedUnitsSchema = z.strictObject({
  unit: z.string(),
  /** Null: any category. */
  category: z.string().nullable(),
  units: z.number(),
});

/** Units of an activity for a credential, before or after an allocation. */
const choiceSchema = z.strictObject({
  unit: z.string().nullable(),
  category: z.string().nullable(),
  units: z.number(),
});

export const plannerProcedures = {
  /** The least further hours that satisfy every cycle that ends by a day (domain.md section 3). */
  'planner.plan': {
    input: z.strictObject({ until: plainDateSchema, asOf: plainDateSchema }),
    output: z.strictObject({
      until: plainDateSchema,
      /** Clock hours, if every hour counts wherever it may. */
      hours: z.number(),
      /** Clock hours, if none counts twice. */
      hoursApart: z.number(),
      items: z.array(
        z.strictObject({
          hours: z.number(),
          /** The first and the last day on which they can be spent for all that they count for. */
          from: plainDateSchema,
          by: plainDateSchema,
          counts: z.array(plannedUnitsSchema.extend({ credentialId: idSchema, title: z.string() })),
        }),
      ),
      perCredential: z.array(
        z.strictObject({
          credentialId: idSchema,
          title: z.string(),
          need: z.array(plannedUnitsSchema),
          by: plainDateSchema,
          bindingRule: z.string(),
        }),
      ),
      /** The rules to which the hours are owed: theirs add up to all of them. */
      binding: z.array(
        z.strictObject({
          credentialId: idSchema,
          title: z.string(),
          rule: z.string(),
          hours: z.number(),
          by: plainDateSchema,
        }),
      ),
    }),
  },
  /**
   * The allocation of recorded activities that leaves least to do. What has a category keeps it and
   * what has none may take any, unless `may` says in which an activity may count. Writes nothing.
   */
  'planner.allocate': {
    input: z.strictObject({
      asOf: plainDateSchema,
      may: z
        .array(
          z.strictObject({
            activityId: idSchema,
            credentialId: idSchema,
            /** Null: the policy's first. */
            unit: z.string().max(100).nullable().default(null),
            /** Null among them: none in particular. */
            categories: z.array(z.string().max(200).nullable()).min(1).max(60),
          }),
        )
        .max(100_000)
        .default([]),
    }),
    output: z.strictObject({
      /** Clock hours that the open cycles still ask for, each by itself, added up. */
      hoursBefore: z.number(),
      hoursAfter: z.number(),
      /** False: there were too many ways to weigh them all, and a better one may exist. */
      isProven: z.boolean(),
      changes: z.array(
        z.strictObject({
          activityId: idSchema,
          activity: z.string(),
          on: plainDateSchema,
          credentialId: idSchema,
          title: z.string(),
          /** Null: it did not count towards the credential. */
          was: choiceSchema.nullable(),
          becomes: choiceSchema,
        }),
      ),
    }),
  },
  /**
   * Makes changes that `planner.allocate` proposed, all of them as one. Refused when what one of
   * them changes is no longer as it was.
   */
  'planner.apply': {
    input: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            activityId: idSchema,
            credentialId: idSchema,
            /** Null: it does not count towards the credential yet. */
            was: choiceSchema.nullable(),
            becomes: choiceSchema,
          }),
        )
        .min(1)
        .max(100_000),
    }),
    output: z.strictObject({ applied: z.int() }),
  },
  /** What falls due in each of twelve months, the first being the one of `asOf` (ux.md, Today). */
  'renewals.load': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      months: z.array(
        z.strictObject({
          month: z.string().regex(/^\d{4}-\d{2}$/),
          /** Clock hours by their deadlines, each credential's by itself. */
          hours: z.number(),
          money: z.array(moneySchema),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Contract>;
