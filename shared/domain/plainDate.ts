import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { getISODay } from 'date-fns/getISODay';
import { lastDayOfMonth as lastDayOfMonthOf } from 'date-fns/lastDayOfMonth';
import { z } from 'zod';
import { AppError } from '#shared/appError.ts';

/** Years that the record holds (domain.md section 1). */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const DAY_MS = 86_400_000;
/** The first and the last day that the record holds, in days since 1970-01-01. */
export const FIRST_EPOCH_DAY = Date.UTC(FIRST_YEAR, 0, 1) / DAY_MS;
export const LAST_EPOCH_DAY = Date.UTC(LAST_YEAR, 11, 31) / DAY_MS;

/**
 * A calendar day as ISO text, years 1900 to 2200; no time of day, no zone (domain.md section 1).
 * It carries the brand of a partial date too, since a day is one of its three precisions.
 */
export const plainDateSchema = z
  .string()
  .refine(isRealDay, 'invalid_date: give a calendar day such as 2024-05-03, years 1900 to 2200.')
  .brand<'PartialDate'>()
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof plainDateSchema>;

/** Whether a text is a real calendar day of the years 1900 to 2200, as YYYY-MM-DD. */
export function isPlainDate(text: string): text is PlainDate {
  return isRealDay(text);
}

/** How many days a month has. Takes the year and the month from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(new UTCDateMini(year, month - 1));
}

/**
 * Whole days since 1970-01-01; negative before it. This, its inverse and daysBetween count in plain
 * numbers, not by date-fns: a timeline asks some 300,000 times, and the date objects that date-fns
 * makes cost twenty times as much.
 */
export function toEpochDay(day: PlainDate): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOf(day)) / DAY_MS;
}

/**
 * The day that is so many whole days after 1970-01-01.
 * @throws AppError invalid_date outside the years 1900 to 2200, or for a fraction of a day
 */
export function fromEpochDay(epochDay: number): PlainDate {
  if (!Number.isInteger(epochDay) || epochDay < FIRST_EPOCH_DAY || epochDay > LAST_EPOCH_DAY) {
    throw outsideYears();
  }
  // A whole day within the years is written by toISOString as a real calendar day.
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/**
 * The day `days` days later; earlier for a negative number.
 * @throws AppError invalid_date outside the years 1900 to 2200, or for a fraction of a day
 */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayText(addDaysTo(utc(day), whole(days)));
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/**
 * The same day of the month `months` months later, clamped to that month's last day:
 * 2024-01-31 + 1 is 2024-02-29 (domain.md section 1).
 * @throws AppError invalid_date outside the years 1900 to 2200, or for a fraction of a month
 */
export function addMonthsToDay(day: PlainDate, months: number): PlainDate {
  return dayText(addMonths(utc(day), whole(months)));
}

/** The last day of the month that the day is in. */
export function lastDayOfMonth(day: PlainDate): PlainDate {
  return dayText(lastDayOfMonthOf(utc(day)));
}

/** Day of the week as ISO 8601 counts it: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(day: PlainDate): number {
  return getISODay(utc(day));
}

/** Negative when `a` comes first, positive when `b` does, 0 for the same day. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Year and month (1 to 12) of the month that is `months` months after another.
 * @throws AppError invalid_date outside the years 1900 to 2200, or for a fraction of a month
 */
export function monthLater(
  year: number,
  month: number,
  months: number,
): readonly [year: number, month: number] {
  const later = withinYears(addMonths(new UTCDateMini(year, month - 1), whole(months)));
  return [later.getUTCFullYear(), later.getUTCMonth() + 1];
}

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [yearOf(text), monthOf(text), dayOf(text)];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  // Every month has 28 days; most texts need no more than that.
  return day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

function dayOf(day: string): number {
  return Number(day.slice(8, 10));
}

/** The day's first moment in UTC: date-fns then counts the same in every zone. */
function utc(day: PlainDate): Date {
  return new UTCDateMini(yearOf(day), monthOf(day) - 1, dayOf(day));
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw outsideYears();
  return count;
}

/** @throws AppError invalid_date outside the years 1900 to 2200 */
function withinYears(date: Date): Date {
  const year = date.getUTCFullYear();
  // An overflow leaves a date without a year, which is not within the bounds either.
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return date;
  throw outsideYears();
}

function dayText(date: Date): PlainDate {
  // A day within the years is written by toISOString as a real calendar day.
  return withinYears(date).toISOString().slice(0, 10) as PlainDate;
}

function outsideYears(): AppError {
  return new AppError(
    'invalid_date',
    `That leads outside the years ${FIRST_YEAR} to ${LAST_YEAR}, which are all that can be recorded.`,
  );
}
