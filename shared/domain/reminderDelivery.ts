import { AppError } from '#shared/appError.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Reminder } from '#shared/domain/reminder.ts';
import { ladderOfKey, parseReminderKey } from '#shared/domain/reminderKey.ts';
import type { QuietHours } from '#shared/domain/reminderSettings.ts';

/**
 * What became of a reminder; one per key. `dismissed` ends this step and those before it, `done` the
 * whole ladder up to this cycle's end: a dismissal must not silence the last warning.
 */
export type ReminderMark = Readonly<{
  key: string;
  state: 'shown' | 'snoozed' | 'dismissed' | 'done';
  /** The day on which a snoozed one comes again; null for all others. */
  until: PlainDate | null;
}>;

/** A reminder that stands on a day, and the mark that keeps it still; null: none does. */
export type StandingReminder = Reminder & Readonly<{ stillBy: ReminderMark | null }>;

/** What the user's own clock shows. */
export type WallClock = Readonly<{
  day: PlainDate;
  /** Minutes after midnight, 0 to 1439. */
  minute: number;
}>;

/** What is put before the user: one thing at a time, so that nothing ever comes as a storm. */
export type Notice =
  | Readonly<{ kind: 'single'; reminder: Reminder }>
  | Readonly<{ kind: 'digest'; title: string; body: string; reminders: readonly Reminder[] }>;

export type Delivery = Readonly<{
  /** Null: nothing to show now. */
  notice: Notice | null;
  /** Marks to keep once the notice was shown; empty without one. */
  marks: readonly ReminderMark[];
  /** Not yet shown, since it is quiet or paused. */
  waiting: readonly Reminder[];
}>;

export type DeliveryRequest = Readonly<{
  /** As from `remindersDue` for `now.day`. */
  due: readonly Reminder[];
  marks: readonly ReminderMark[];
  now: WallClock;
  quietHours: QuietHours | null;
  /** Paused through this day; null: not. */
  pausedThrough?: PlainDate | null;
}>;

/** How many a digest names; the rest is a number. */
const NAMED_IN_DIGEST = 5;

/**
 * What to show now (domain.md section 5): one reminder by itself; several, such as what came due
 * while the app was closed, as one digest. What was shown is not shown again, also when the clock is
 * set back.
 * @throws AppError invalid_input for a key that is none
 */
export function deliver(request: DeliveryRequest): Delivery {
  const { due, marks, now, quietHours, pausedThrough = null } = request;
  const pending = pendingReminders(due, marks, now.day);
  const [only] = pending;
  if (only === undefined) return { notice: null, marks: [], waiting: [] };
  const isPaused = pausedThrough !== null && now.day <= pausedThrough;
  if (isPaused || isQuiet(quietHours, now.minute)) {
    return { notice: null, marks: [], waiting: pending };
  }
  return {
    notice: pending.length === 1 ? { kind: 'single', reminder: only } : digest(pending),
    marks: marksOnceShown(pending, marks),
    waiting: [],
  };
}

/**
 * Those of the due reminders that the user has still to see on a day, whatever the hour.
 * @throws AppError invalid_input for a key that is none
 */
export function pendingReminders(
  due: readonly Reminder[],
  marks: readonly ReminderMark[],
  today: PlainDate,
): Reminder[] {
  const ladders = byLadder(marks);
  return due.filter(({ key }) => isPending(key, ladders.get(ladderOfKey(key)) ?? [], today));
}

/**
 * All of the due reminders, told or not, each with what the user has said that keeps it still on a
 * day: put off, dismissed or done; null when nothing does.
 * @throws AppError invalid_input for a key that is none
 */
export function standingReminders(
  due: readonly Reminder[],
  marks: readonly ReminderMark[],
  today: PlainDate,
): StandingReminder[] {
  const ladders = byLadder(marks);
  return due.map((reminder) => ({
    ...reminder,
    stillBy: stillnessIn(reminder.key, ladders.get(ladderOfKey(reminder.key)) ?? [], today),
  }));
}

/**
 * The marks to keep once reminders were shown: theirs, and those of the snoozes that this ends.
 * @throws AppError invalid_input for a key that is none
 */
export function marksOnceShown(
  shown: readonly Pick<Reminder, 'key'>[],
  marks: readonly ReminderMark[],
): ReminderMark[] {
  const ladders = byLadder(marks);
  return shown.flatMap(({ key }) => {
    const snoozed = (ladders.get(ladderOfKey(key)) ?? []).filter(
      (mark) => mark.state === 'snoozed' && mark.key !== key,
    );
    return [key, ...snoozed.map((mark) => mark.key)].map((each): ReminderMark => ({
      key: each,
      state: 'shown',
      until: null,
    }));
  });
}

/**
 * Puts a reminder off until a day: until then its whole ladder keeps still, and on that day how
 * things stand then is told once.
 * @throws AppError invalid_date unless the day is after today
 */
export function snooze(key: string, until: PlainDate, today: PlainDate): ReminderMark {
  if (until <= today) {
    throw new AppError('invalid_date', 'Give a day after today to be reminded on.', {
      path: 'until',
    });
  }
  return mark(key, 'snoozed', until);
}

/** Ends a reminder for good; a later step of its ladder still comes. */
export function dismiss(key: string): ReminderMark {
  return mark(key, 'dismissed', null);
}

/** Ends a reminder and all of its ladder: the matter is settled for this cycle. */
export function markDone(key: string): ReminderMark {
  return mark(key, 'done', null);
}

/** Whether a minute of the day is quiet: `from` counts, `to` does not; the same for both: never. */
export function isQuiet(quietHours: QuietHours | null, minute: number): boolean {
  if (quietHours === null) return false;
  const { from, to } = quietHours;
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

/**
 * Several reminders as one notice.
 * @param reminders at least one, the soonest first
 */
export function digest(reminders: readonly Reminder[]): Extract<Notice, { kind: 'digest' }> {
  const named = reminders.slice(0, NAMED_IN_DIGEST).map(({ title }) => title);
  const more = reminders.length - named.length;
  return {
    kind: 'digest',
    title:
      reminders.length === 1 ? 'You have 1 reminder' : `You have ${reminders.length} reminders`,
    body: [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    reminders,
  };
}

function isPending(key: string, ladder: readonly ReminderMark[], today: PlainDate): boolean {
  if (stillnessIn(key, ladder, today) !== null) return false;
  if (ladder.some(({ state }) => state === 'snoozed')) return true;
  return !ladder.some((mark) => mark.state === 'shown' && covers(mark, key));
}

function stillnessIn(
  key: string,
  ladder: readonly ReminderMark[],
  today: PlainDate,
): ReminderMark | null {
  return (
    ladder.find(({ state }) => state === 'done') ??
    ladder.find(({ state, until }) => state === 'snoozed' && until !== null && today < until) ??
    ladder.find((mark) => mark.state === 'dismissed' && covers(mark, key)) ??
    null
  );
}

/** A later step, already told, has said what an earlier one would: the clock was set back. */
function covers(mark: ReminderMark, key: string): boolean {
  return parseReminderKey(mark.key).offset <= parseReminderKey(key).offset;
}

function byLadder(marks: readonly ReminderMark[]): ReadonlyMap<string, readonly ReminderMark[]> {
  return Map.groupBy(marks, ({ key }) => ladderOfKey(key));
}

function mark(key: string, state: ReminderMark['state'], until: PlainDate | null): ReminderMark {
  parseReminderKey(key);
  return { key, state, until };
}
