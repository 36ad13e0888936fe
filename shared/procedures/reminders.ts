import { z } from 'zod';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { reminderKindSchema, reminderSettingsSchema } from '#shared/domain/reminderSettings.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** The shape of `remind --json` (cli.md). */
const reminderSchema = z.strictObject({
  key: z.string(),
  kind: reminderKindSchema,
  subjectId: z.string(),
  title: z.string(),
  body: z.string(),
  on: plainDateSchema,
});

const keySchema = z.string().min(1).max(1000);

export const reminderProcedures = {
  /** What is due on a day and has still to be seen. */
  'reminders.due': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({ asOf: plainDateSchema, reminders: z.array(reminderSchema) }),
  },
  /** Everything that stands on a day, told or not, and what the user has said that keeps it still. */
  'reminders.standing': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      asOf: plainDateSchema,
      reminders: z.array(
        reminderSchema.extend({
          stillBy: z
            .strictObject({
              key: z.string(),
              state: z.enum(['shown', 'snoozed', 'dismissed', 'done']),
              until: plainDateSchema.nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  },
  /** What to put before the user now: one notice, a single reminder or a digest; null for nothing. */
  'reminders.deliver': {
    input: z.strictObject({ day: plainDateSchema, minute: z.int().min(0).max(1439) }),
    output: z.strictObject({
      notice: z
        .strictObject({ title: z.string(), body: z.string(), reminders: z.array(reminderSchema) })
        .nullable(),
      waiting: z.int(),
    }),
  },
  /** Says what became of reminders: shown, snoozed until a day, dismissed, or done for this cycle. */
  'reminders.mark': {
    input: z.strictObject({
      keys: z.array(keySchema).min(1).max(10_000),
      state: z.enum(['shown', 'snoozed', 'dismissed', 'done']),
      until: plainDateSchema.nullable().default(null),
      today: plainDateSchema,
    }),
    output: z.strictObject({ marked: z.int() }),
  },
  /** Everything that will fire if nothing is done meanwhile, day by day (features.md E7). */
  'reminders.preview': {
    input: z.strictObject({ asOf: plainDateSchema, months: z.int().min(1).max(60).default(12) }),
    output: z.array(z.strictObject({ day: plainDateSchema, reminders: z.array(reminderSchema) })),
  },
  /** Every day to come as a calendar file; a later file updates the entries of an earlier one. */
  'exports.ics': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      format: z.literal('ics'),
      mime: z.string(),
      text: z.string(),
      events: z.int(),
      warnings: z.array(z.string()),
    }),
  },
  'reminders.settings': { input: z.strictObject({}), output: reminderSettingsSchema },
  'reminders.setSettings': {
    input: reminderSettingsSchema.partial(),
    output: reminderSettingsSchema,
  },
} as const satisfies Record<string, Contract>;
