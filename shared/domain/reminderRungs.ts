import { first, last } from '#shared/domain/partialDate.ts';
import {
  addMonthsToDay,
  fromEpochDay,
  LAST_EPOCH_DAY,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { ruleFor, type ReminderSettings } from '#shared/domain/reminderSettings.ts';
import type {
  ExpirySubject,
  PaceSubject,
  ReminderSubject,
  SubscriptionSubject,
} from '#shared/domain/reminderSubject.ts';

/** Days for which something that is over is still told to somebody who was away: a quarter. */
export const TOLD_AFTER_DAYS = 90;
/** Fewer than any month has: of a subscription, at most the last renewal is told afterwards. */
const TOLD_AFTER_RENEWAL_DAYS = 27;

/** One step of an occasion's ladder. Days are counted from 1970-01-01. */
export type Rung = Readonly<{
  /** Days from this step to the occasion; negative after it. */
  offset: number;
  /** The day on which it comes due. */
  on: number;
  /** The day that the key names. */
  end: PlainDate;
  /** The last day on which something can still be done. */
  over: number;
  /** The last day on which it is told to somebody who was away. */
  toldThrough: number;
}>;

/**
 * The steps of a subject that come due on or before a day, in the order of those days (domain.md
 * section 5). Empty where the rule is off or there is nothing to be reminded of.
 * @param through days since 1970-01-01
 */
export function rungsThrough(
  subject: ReminderSubject,
  settings: ReminderSettings,
  through: number,
): Rung[] {
  const { isOn, offsets } = ruleFor(settings, subject.subjectId, subject.kind);
  if (!isOn) return [];
  const weekly =
    subject.kind === 'expires' && settings.weeklyAfterEnd ? weeklyOffsets(subject) : [];
  return rungsOf(subject, [...new Set(offsets), ...weekly], through)
    .filter(({ on }) => on <= through)
    .toSorted((a, b) => a.on - b.on || b.offset - a.offset);
}

function rungsOf(subject: ReminderSubject, offsets: readonly number[], through: number): Rung[] {
  switch (subject.kind) {
    case 'expires':
      return before(last(subject.expires), offsets, expiryOver(subject));
    case 'renewal-window-opens': {
      const end = last(subject.cycleEnd);
      return before(subject.opens, offsets, { end, over: toEpochDay(end) });
    }
    case 'ce-behind-pace':
      return paceRungs(subject, through);
    case 'ce-year-minimum':
      return subject.counted < subject.min ? before(subject.yearEnd, offsets) : [];
    case 'target-date':
      return before(last(subject.target), offsets);
    case 'fee-due':
      return before(first(subject.dueOn), offsets);
    case 'deadline':
      return before(first(subject.on), offsets);
    case 'subscription-renews':
      return subscriptionRungs(subject, offsets, through);
    case 'proof-deletable': {
      const deletable = toEpochDay(subject.keptUntil) + 1;
      return offsets.map((offset) =>
        rung(offset, deletable - offset, last(subject.cycleEnd), deletable),
      );
    }
    case 'stack-at-risk': {
      const end = last(subject.expires);
      return [rung(0, toEpochDay(subject.knownSince), end, toEpochDay(end))];
    }
  }
}

function before(
  occasion: PlainDate,
  offsets: readonly number[],
  { end, over } = { end: occasion, over: toEpochDay(occasion) },
): Rung[] {
  const day = toEpochDay(occasion);
  return offsets.map((offset) => rung(offset, day - offset, end, over));
}

function expiryOver({ expires, ladder }: ExpirySubject): Pick<Rung, 'end' | 'over'> {
  const end = last(expires);
  return { end, over: toEpochDay(end) + daysAfterEnd(ladder) };
}

/** Every week after the end in which it is in grace or suspended. */
function weeklyOffsets({ ladder }: ExpirySubject): number[] {
  const weeks = Math.floor(daysAfterEnd(ladder) / 7);
  return Array.from({ length: weeks }, (_, index) => -7 * (index + 1));
}

function daysAfterEnd(ladder: ExpirySubject['ladder']): number {
  return ladder === null ? 0 : ladder.graceDays + ladder.suspendedDays;
}

/**
 * Monthly from the cycle's start, on each such day that finds fewer units than the pace asks for
 * (domain.md section 3, rule 6): monthly at most, and the same whichever day it is looked at.
 */
function paceRungs({ cycleStart, cycleEnd, total, counted }: PaceSubject, through: number): Rung[] {
  const [start, end] = [first(cycleStart), last(cycleEnd)];
  const [from, to] = [toEpochDay(start), toEpochDay(end)];
  const days = Math.max(to - from, 1);
  const lastDay = through < to ? fromEpochDay(Math.max(through, from)) : end;
  return Array.from({ length: Math.max(monthsApart(start, lastDay), 0) }, (_, index) =>
    toEpochDay(addMonthsToDay(start, index + 1)),
  )
    .filter((day) => day < to && counted * days < total * (day - from))
    .map((day) => rung(to - day, day, end, to));
}

function subscriptionRungs(
  subject: SubscriptionSubject,
  offsets: readonly number[],
  through: number,
): Rung[] {
  const farthest = Math.max(0, ...offsets);
  const lastDay = fromEpochDay(
    Math.max(Math.min(through + farthest, LAST_EPOCH_DAY), toEpochDay(subject.from)),
  );
  return renewalsThrough(subject, lastDay)
    .flatMap((day) => before(day, offsets))
    .map((step) => ({ ...step, toldThrough: step.over + TOLD_AFTER_RENEWAL_DAYS }));
}

/** The next renewal on or after a day; null where it ends or is paused for the year ahead. */
export function nextRenewal(subject: SubscriptionSubject, asOf: PlainDate): PlainDate | null {
  const aYearOn = fromEpochDay(Math.min(toEpochDay(asOf) + 366, LAST_EPOCH_DAY));
  return renewalsThrough(subject, aYearOn).find((day) => day >= asOf) ?? null;
}

function renewalsThrough(
  { from, everyMonths, until, pauses = [] }: SubscriptionSubject,
  lastDay: PlainDate,
): PlainDate[] {
  const lastRenewal = until !== null && until < lastDay ? until : lastDay;
  const count = Math.floor(Math.max(monthsApart(from, lastRenewal), 0) / everyMonths);
  return Array.from({ length: count }, (_, index) =>
    addMonthsToDay(from, everyMonths * (index + 1)),
  )
    .filter((day) => day <= lastRenewal)
    .filter((day) => !pauses.some((pause) => pause.from <= day && day <= (pause.to ?? day)));
}

function rung(offset: number, on: number, end: PlainDate, over: number): Rung {
  return { offset, on, end, over, toldThrough: over + TOLD_AFTER_DAYS };
}

/** Months from the month of one day to the month of another. */
function monthsApart(from: PlainDate, to: PlainDate): number {
  const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return monthOf(to) - monthOf(from);
}
