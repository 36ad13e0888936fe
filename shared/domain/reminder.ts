import {
  FIRST_EPOCH_DAY,
  fromEpochDay,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { parseReminderKey, reminderKey } from '#shared/domain/reminderKey.ts';
import { rungsThrough, type Rung } from '#shared/domain/reminderRungs.ts';
import type { ReminderKind, ReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { reminderWords } from '#shared/domain/reminderWords.ts';

/** One reminder, in the shape of `remind --json` (cli.md). */
export type Reminder = Readonly<{
  /** See `reminderKey`: one key never comes twice. */
  key: string;
  kind: ReminderKind;
  subjectId: string;
  title: string;
  body: string;
  /** The day on which it came due. */
  on: PlainDate;
}>;

/**
 * The reminders that stand on a day (domain.md section 5), the soonest occasion first. Of each
 * ladder only the newest step stands: the 30-day reminder takes the place of the 60-day one, so that
 * somebody who was away is told once how things are. What is over is told for another 90 days, if it
 * was on record before it was over. Texts are true on `asOf`.
 */
export function remindersDue(
  subjects: readonly ReminderSubject[],
  settings: ReminderSettings,
  asOf: PlainDate,
): Reminder[] {
  return subjects
    .flatMap((subject) =>
      standing(subject, settings, asOf).map((rung) => toReminder(subject, rung, asOf)),
    )
    .toSorted(compareReminders);
}

/** By the day that they are about, then by key; 0 only for the same reminder. */
export function compareReminders(a: Reminder, b: Reminder): number {
  return compare(parseReminderKey(a.key).end, parseReminderKey(b.key).end) || compare(a.key, b.key);
}

function standing(subject: ReminderSubject, settings: ReminderSettings, asOf: PlainDate): Rung[] {
  const today = toEpochDay(asOf);
  const knownSince = toEpochDay(subject.knownSince);
  const newestByEnd = new Map<PlainDate, Rung>();
  for (const rung of rungsThrough(subject, settings, today)) newestByEnd.set(rung.end, rung);
  return [...newestByEnd.values()].filter(
    ({ over, toldThrough }) => today <= over || (knownSince <= over && today <= toldThrough),
  );
}

function toReminder(subject: ReminderSubject, rung: Rung, asOf: PlainDate): Reminder {
  const { subjectId, kind } = subject;
  const { offset, end } = rung;
  const key = reminderKey({ subjectId, kind, part: partOf(subject), offset, end });
  return {
    key,
    kind,
    subjectId,
    ...reminderWords(subject, rung, asOf),
    on: fromEpochDay(Math.max(rung.on, FIRST_EPOCH_DAY)),
  };
}

/** What tells apart the occasions of one subject that may fall on one day. */
function partOf(subject: ReminderSubject): string {
  if (subject.part !== undefined) return subject.part;
  switch (subject.kind) {
    case 'ce-behind-pace':
    case 'ce-year-minimum':
      return subject.unit;
    case 'fee-due':
      return subject.fee;
    case 'deadline':
      return subject.deadline;
    case 'stack-at-risk':
      return subject.credentialId;
    default:
      return '';
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
