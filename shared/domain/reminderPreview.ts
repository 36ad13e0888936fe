import {
  addMonthsToDay,
  fromEpochDay,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { compareReminders, remindersDue, type Reminder } from '#shared/domain/reminder.ts';
import {
  marksOnceShown,
  pendingReminders,
  type ReminderMark,
} from '#shared/domain/reminderDelivery.ts';
import { ladderOfKey } from '#shared/domain/reminderKey.ts';
import { rungsThrough } from '#shared/domain/reminderRungs.ts';
import type { ReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';

/** What will be shown on one day. */
export type PreviewDay = Readonly<{ day: PlainDate; reminders: readonly Reminder[] }>;

/**
 * Everything that will fire from a day on if nothing is done meanwhile (features.md E7): what is
 * still to be shown today, then day by day through the same day so many months later.
 * @throws AppError invalid_date past the year 2200
 */
export function previewReminders(
  request: Readonly<{
    subjects: readonly ReminderSubject[];
    settings: ReminderSettings;
    marks: readonly ReminderMark[];
    today: PlainDate;
    /** 12 by default. */
    months?: number;
  }>,
): PreviewDay[] {
  const { subjects, settings, marks, today, months = 12 } = request;
  const through = addMonthsToDay(today, months);
  const marksByLadder = Map.groupBy(marks, ({ key }) => ladderOfKey(key));
  const remindersByDay = new Map<PlainDate, Reminder[]>();

  const [from, to] = [toEpochDay(today), toEpochDay(through)];
  const snoozeDays = snoozedUntil(marks);
  for (const subject of subjects) {
    const rungDays = rungsThrough(subject, settings, to).map(({ on }) => on);
    // Only on these days can anything change for the subject.
    const days = [from, ...rungDays, ...snoozeDays].filter((on) => from <= on && on <= to);
    const own = new Map<string, ReminderMark>();
    for (const day of [...new Set(days)].toSorted((a, b) => a - b).map(fromEpochDay)) {
      for (const reminder of remindersDue([subject], settings, day)) {
        const ladder = ladderOfKey(reminder.key);
        const known = (marksByLadder.get(ladder) ?? []).filter(({ key }) => !own.has(key));
        const now = [...known, ...own.values()];
        if (pendingReminders([reminder], now, day).length === 0) continue;
        for (const mark of marksOnceShown([reminder], now)) own.set(mark.key, mark);
        remindersByDay.set(day, [...(remindersByDay.get(day) ?? []), reminder]);
      }
    }
  }
  return [...remindersByDay]
    .map(([day, reminders]) => ({ day, reminders: reminders.toSorted(compareReminders) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function snoozedUntil(marks: readonly ReminderMark[]): number[] {
  return marks.flatMap(({ state, until }) =>
    state === 'snoozed' && until !== null ? [toEpochDay(until)] : [],
  );
}
