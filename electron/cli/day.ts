import { AppError } from '#shared/appError.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';

/** The day that an option gives. @throws AppError invalid_date */
export function dayOf(text: string, option: string): PlainDate {
  const day = plainDateSchema.safeParse(text);
  if (day.success) return day.data;
  throw new AppError(
    'invalid_date',
    `${option}: "${text}" is not a day. Give one such as 2026-11-23.`,
    { path: option.slice(2) },
  );
}
