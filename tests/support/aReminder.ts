import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { remindersDue, type Reminder } from '#shared/domain/reminder.ts';
import { defaultReminderSettings, type ReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ExpirySubject, ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { day } from './aPolicy.ts';

/** What every subject in tests has in common. */
export const pmp = { subjectId: 'pmp-id', title: 'PMP', knownSince: day('2020-01-01') } as const;

/** PMP, to expire when told, changed as told. */
export function expiry(expires: string, changes: Partial<ExpirySubject> = {}): ExpirySubject {
  return { ...pmp, kind: 'expires', expires: parsePartialDate(expires), ladder: null, ...changes };
}

/** The default settings, changed as told. */
export function settingsWith(changes: Partial<ReminderSettings> = {}): ReminderSettings {
  return { ...defaultReminderSettings, ...changes };
}

/** The reminders that stand on a day under the default settings. */
export function dueOn(asOf: string, ...subjects: readonly ReminderSubject[]): Reminder[] {
  return remindersDue(subjects, defaultReminderSettings, day(asOf));
}

/** Each reminder on the first day on which it stands, looking every day: `on key`. */
export function firstSeen(
  subject: ReminderSubject,
  from: string,
  to: string,
  settings: ReminderSettings = defaultReminderSettings,
): string[] {
  const seen = new Map<string, PlainDate>();
  for (let today = day(from); today <= day(to); today = addDays(today, 1)) {
    for (const { key } of remindersDue([subject], settings, today)) {
      if (!seen.has(key)) seen.set(key, today);
    }
  }
  return [...seen].map(([key, on]) => `${on} ${key}`);
}
