import { Temporal } from 'temporal-polyfill';
import type { WallClock } from '#shared/domain/reminderDelivery.ts';
import type { QuietHours } from '#shared/domain/reminderSettings.ts';

/**
 * A second account of domain.md section 5, by walking over days with a memory of what was told,
 * where the rules compute with keys and marks. Dates are ISO text and are counted by Temporal.
 */
export type Occasion = Readonly<{
  /** Subject, kind and part, as a key begins. */
  name: string;
  /** The day that it is about. */
  date: string;
  /** The day that the key names. */
  end: string;
  offsets: readonly number[];
  /** Days after the date on which something can still be done. */
  openDays: number;
  /** Whether it goes on weekly while it is open. */
  weekly: boolean;
  knownSince: string;
  /** Days after `openDays` on which it is still told to somebody who was away. */
  toldDays: number;
}>;

type Memory = {
  steps: ReadonlyMap<string, number>;
  toldThrough: string;
  dismissedThrough: string;
  isDone: boolean;
  snoozedUntil: string | null;
};

const FARTHEST = 400;
const dayTexts = new Map<number, string>();

function plus(date: string, days: number): string {
  const number = dayNumber(date) + days;
  const known = dayTexts.get(number);
  if (known !== undefined) return known;
  const text = Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString();
  dayTexts.set(number, text);
  return text;
}

const dayNumbers = new Map<string, number>();

function dayNumber(date: string): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const number = Temporal.PlainDate.from('1970-01-01').until(date).days;
  dayNumbers.set(date, number);
  return number;
}

/** All days on which a step of the occasion comes due, with its offset; walked day by day. */
function stepsOf({ date, offsets, openDays, weekly }: Occasion): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (let left = FARTHEST; left >= -openDays; left -= 1) {
    const isWeekly = weekly && left < 0 && -left % 7 === 0;
    if (offsets.includes(left) || isWeekly) steps.set(plus(date, -left), left);
  }
  return steps;
}

/** What a user of the reminders must be told, step by step. */
export function createReminderOracle(
  occasions: readonly Occasion[],
  quietHours: QuietHours | null,
) {
  const memories = new Map<Occasion, Memory>(
    occasions.map((occasion) => [
      occasion,
      {
        steps: stepsOf(occasion),
        toldThrough: '',
        dismissedThrough: '',
        isDone: false,
        snoozedUntil: null,
      },
    ]),
  );
  const find = (key: string) => {
    for (const [{ name, end }, memory] of memories) {
      for (const [on, offset] of memory.steps) {
        if (key === `${name}:${offset}:${end}`) return { on, memory };
      }
    }
    throw new Error(`No occasion has a reminder ${key}.`);
  };

  return {
    /** The keys to be told at that time, in alphabetical order; remembers that they were. */
    look({ day, minute }: WallClock): string[] {
      const told: string[] = [];
      if (isQuietAt(quietHours, minute)) return told;
      for (const [occasion, memory] of memories) {
        const on = newestStep(memory.steps, day);
        if (on === null || memory.isDone || on <= memory.dismissedThrough) continue;
        if (!isToBeTold(occasion, day)) continue;
        const { snoozedUntil } = memory;
        if (snoozedUntil !== null && day < snoozedUntil) continue;
        if (snoozedUntil === null && on <= memory.toldThrough) continue;
        told.push(`${occasion.name}:${memory.steps.get(on)}:${occasion.end}`);
        memory.snoozedUntil = null;
        if (on > memory.toldThrough) memory.toldThrough = on;
      }
      return told.toSorted();
    },
    snooze(key: string, until: string): void {
      find(key).memory.snoozedUntil = until;
    },
    dismiss(key: string): void {
      const { on, memory } = find(key);
      if (on > memory.dismissedThrough) memory.dismissedThrough = on;
    },
    finish(key: string): void {
      find(key).memory.isDone = true;
    },
  };
}

function newestStep(steps: ReadonlyMap<string, number>, day: string): string | null {
  let newest: string | null = null;
  for (const on of steps.keys()) if (on <= day && (newest === null || on > newest)) newest = on;
  return newest;
}

function isToBeTold({ date, openDays, knownSince, toldDays }: Occasion, day: string): boolean {
  const over = plus(date, openDays);
  return day <= over || (knownSince <= over && day <= plus(over, toldDays));
}

/** Walks the minutes from the start of the quiet hours to their end. */
function isQuietAt(quietHours: QuietHours | null, minute: number): boolean {
  if (quietHours === null) return false;
  const name = `${quietHours.from}-${quietHours.to}`;
  let minutes = quietMinutes.get(name);
  if (minutes === undefined) {
    minutes = new Set();
    for (let at = quietHours.from; at !== quietHours.to; at = (at + 1) % 1440) minutes.add(at);
    quietMinutes.set(name, minutes);
  }
  return minutes.has(minute);
}

const quietMinutes = new Map<string, Set<number>>();

/** The days on which a monthly subscription renews, by Temporal. */
export function renewalsByTemporal(from: string, months: number): readonly string[] {
  const known = renewals.get(from);
  if (known?.length === months) return known;
  const start = Temporal.PlainDate.from(from);
  const days = Array.from({ length: months }, (_, index) =>
    start.add({ months: index + 1 }).toString(),
  );
  renewals.set(from, days);
  return days;
}

const renewals = new Map<string, readonly string[]>();
