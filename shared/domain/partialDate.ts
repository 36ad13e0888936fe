import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import { daysInMonth, isPlainDate, type PlainDate } from '#shared/domain/plainDate.ts';

const MESSAGE = 'invalid_date: give a year, a month or a day such as 2024, 2024-05 or 2024-05-03, years 1900 to 2200.';

/** A date of year, month or day precision (EDTF level 0; domain.md section 1). */
export const partialDateSchema = z.string().refine(isPartialDate, MESSAGE).brand<'PartialDate'>();
export type PartialDate = z.infer<typeof partialDateSchema>;
export type Precision = 'year' | 'month' | 'day';

export function isPartialDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return isPlainDate(`${text}-01-01`);
  if (/^\d{4}-\d{2}$/.test(text)) return isPlainDate(`${text}-01`);
  return isPlainDate(text);
}

/** @throws AppError invalid_date */
export function parsePartialDate(text: string): PartialDate {
  const parsed = partialDateSchema.safeParse(text);
  if (!parsed.success) throw new AppError('invalid_date', `${text} is not a date. Give 2024, 2024-05 or 2024-05-03.`);
  return parsed.data;
}

export const precisionOf = (date: PartialDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

/** The first day that the date can mean. */
export const first = (date: PartialDate): PlainDate =>
  (date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`) as PlainDate;

/** The last day that the date can mean. */
export function last(date: PartialDate): PlainDate {
  if (date.length === 10) return date as string as PlainDate;
  if (date.length === 4) return `${date}-12-31` as PlainDate;
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}` as PlainDate;
}

/** The date `months` later: keeps the precision where it can and clamps the day. */
export function addMonths(date: PartialDate, months: number): PartialDate {
  const year = Number(date.slice(0, 4));
  const month = date.length === 4 ? 1 : Number(date.slice(5, 7));
  const total = year * 12 + month - 1 + months;
  const toYear = Math.floor(total / 12);
  const toMonth = (total % 12) + 1;
  if (date.length === 4 && months % 12 === 0) return parsePartialDate(String(toYear));
  const text = `${toYear}-${String(toMonth).padStart(2, '0')}`;
  if (date.length !== 10) return parsePartialDate(text);
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(toYear, toMonth));
  return parsePartialDate(`${text}-${String(day).padStart(2, '0')}`);
}

/** By first day, then finer precision first. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [first(a), first(b)];
  return x === y ? b.length - a.length : x < y ? -1 : 1;
}
