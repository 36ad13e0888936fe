import { z } from 'zod';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const DAY_MS = 86_400_000;

/** A calendar day as ISO text, years 1900 to 2200; no time of day, no zone (domain.md section 1). */
export const plainDateSchema = z
  .string()
  .refine(isPlainDate, 'invalid_date: give a calendar day such as 2024-05-03, years 1900 to 2200.')
  .brand<'PartialDate'>()
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof plainDateSchema>;

/** Whether a text is a real calendar day of the years 1900 to 2200. */
export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return (
    year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. */
export const toEpochDay = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The day that many days after 1970-01-01. @throws RangeError beyond the years that ISO text holds */
export const fromEpochDay = (epochDay: number): PlainDate =>
  // toISOString writes a real calendar day.
  new Date(epochDay * DAY_MS).toISOString().slice(0, 10) as PlainDate;

export const addDays = (day: PlainDate, days: number): PlainDate => fromEpochDay(toEpochDay(day) + days);

/** Days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toEpochDay(to) - toEpochDay(from);
