import { z } from 'zod';

/** What a reminder can be about (domain.md section 5). */
export const reminderKindSchema = z.enum([
  'expires',
  'renewal-window-opens',
  'ce-behind-pace',
  'ce-year-minimum',
  'target-date',
  'fee-due',
  'deadline',
  'subscription-renews',
  'proof-deletable',
  'stack-at-risk',
]);
export type ReminderKind = z.infer<typeof reminderKindSchema>;

/** `offsets`: days before the occasion. Kinds that keep no count of days take no notice of them. */
const reminderRuleSchema = z.strictObject({
  isOn: z.boolean(),
  offsets: z.array(z.int().min(0).max(3650)).max(50),
});
export type ReminderRule = Readonly<z.infer<typeof reminderRuleSchema>>;

const minuteOfDay = z.int().min(0).max(1439);

/** Minutes after midnight on the wall clock; `from` later than `to` runs over midnight. */
export const quietHoursSchema = z.strictObject({ from: minuteOfDay, to: minuteOfDay });
export type QuietHours = Readonly<z.infer<typeof quietHoursSchema>>;

export const reminderSettingsSchema = z.strictObject({
  kinds: z.record(reminderKindSchema, reminderRuleSchema),
  /** Whether `expires` goes on weekly after the end, in grace and while suspended. */
  weeklyAfterEnd: z.boolean(),
  /** By subject id: what differs for this one; what is not said is as for all. */
  subjects: z.record(z.string(), z.partialRecord(reminderKindSchema, reminderRuleSchema.partial())),
  quietHours: quietHoursSchema.nullable(),
});
export type ReminderSettings = Readonly<z.infer<typeof reminderSettingsSchema>>;

/** Every kind is on, with the offsets of domain.md section 5; quiet from 21:00 to 08:00. */
export const defaultReminderSettings: ReminderSettings = {
  kinds: {
    expires: { isOn: true, offsets: [180, 90, 60, 30, 14, 7, 1, 0] },
    'renewal-window-opens': { isOn: true, offsets: [0] },
    'ce-behind-pace': { isOn: true, offsets: [] },
    'ce-year-minimum': { isOn: true, offsets: [60, 14] },
    'target-date': { isOn: true, offsets: [30, 7, 0] },
    'fee-due': { isOn: true, offsets: [30, 7] },
    deadline: { isOn: true, offsets: [7, 1] },
    'subscription-renews': { isOn: true, offsets: [3] },
    'proof-deletable': { isOn: true, offsets: [0] },
    'stack-at-risk': { isOn: true, offsets: [] },
  },
  weeklyAfterEnd: true,
  subjects: {},
  quietHours: { from: 21 * 60, to: 8 * 60 },
};

/** The rule for one subject: its own where it has one, else that for all. */
export function ruleFor(
  settings: ReminderSettings,
  subjectId: string,
  kind: ReminderKind,
): ReminderRule {
  const own = Object.hasOwn(settings.subjects, subjectId)
    ? settings.subjects[subjectId]?.[kind]
    : undefined;
  const { isOn, offsets } = settings.kinds[kind];
  return { isOn: own?.isOn ?? isOn, offsets: own?.offsets ?? offsets };
}
