import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import {
  addMonthsToDay,
  comparePlainDates,
  daysInMonth,
  isPlainDate,
  monthLater,
  type PlainDate,
} from '#shared/domain/plainDate.ts';

/**
 * A date of year, month or day precision: 2024, 2024-05 or 2024-05-03 (EDTF level 0), years 1900 to
 * 2200 (domain.md section 1). A PlainDate is one.
 */
export const partialDateSchema = z
  .string()
  .refine(
    isWrittenRight,
    'invalid_date: give a year, a month or a day such as 2024, 2024-05 or 2024-05-03, years 1900 to 2200.',
  )
  .brand<'PartialDate'>();
export type PartialDate = z.infer<typeof partialDateSchema>;

export type Precision = 'year' | 'month' | 'day';

const precisionByLength: Readonly<Record<number, Precision>> = { 4: 'year', 7: 'month', 10: 'day' };

/** Whether a text is a date of one of the three precisions, years 1900 to 2200. */
export function isPartialDate(text: string): text is PartialDate {
  return isWrittenRight(text);
}

/**
 * Takes a text as a partial date, in the record's own form only; `readDate` reads what people write.
 * @throws AppError invalid_date
 */
export function parsePartialDate(text: string): PartialDate {
  if (isPartialDate(text)) return text;
  throw new AppError(
    'invalid_date',
    `"${text.slice(0, 40)}" is not a date. Give 2024, 2024-05 or 2024-05-03, years 1900 to 2200.`,
  );
}

/** How finely the date is known. */
export function precisionOf(date: PartialDate): Precision {
  return precisionByLength[date.length] ?? 'day';
}

/** The first day that the date can mean: an issue date counts from it. */
export function first(date: PartialDate): PlainDate {
  // The first day of any month or year is a real day, and a date of day precision is one already.
  return (date + '-01-01'.slice(date.length - 4)) as PlainDate;
}

/** The last day that the date can mean: an expiry holds through it. */
export function last(date: PartialDate): PlainDate {
  if (date.length === 10) return first(date);
  const month = date.length === 7 ? monthOf(date) : 12;
  const text = date.length === 7 ? date : `${date}-12`;
  // daysInMonth gives a day that the month has.
  return `${text}-${daysInMonth(yearOf(date), month)}` as PlainDate;
}

/**
 * The date `months` months later, earlier for a negative number (domain.md section 1). It keeps the
 * precision and clamps the day; a year moved by a part of a year becomes a month, counted from the
 * first: 2024 + 18 is 2025-07.
 * @throws AppError invalid_date outside the years 1900 to 2200, or for a fraction of a month
 */
export function addMonths(date: PartialDate, months: number): PartialDate {
  if (date.length === 10) return addMonthsToDay(first(date), months);
  const [year, month] = monthLater(yearOf(date), date.length === 7 ? monthOf(date) : 1, months);
  const wholeYears = date.length === 4 && months % 12 === 0;
  return parsePartialDate(wholeYears ? String(year) : `${year}-${String(month).padStart(2, '0')}`);
}

/** By first day, then finer precision first (domain.md section 1); 0 for the same date. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return comparePlainDates(first(a), first(b)) || b.length - a.length;
}

function isWrittenRight(text: string): boolean {
  if (/^\d{4}$/.test(text)) return isPlainDate(`${text}-01-01`);
  if (/^\d{4}-\d{2}$/.test(text)) return isPlainDate(`${text}-01`);
  return isPlainDate(text);
}

function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: PartialDate): number {
  return Number(date.slice(5, 7));
}
