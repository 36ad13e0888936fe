import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/appError.ts';
import { parsePartialDate, type PartialDate } from '#shared/domain/partialDate.ts';
import {
  addDays,
  addMonthsToDay,
  comparePlainDates,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  fromEpochDay,
  isPlainDate,
  lastDayOfMonth,
  plainDateSchema,
  toEpochDay,
} from '#shared/domain/plainDate.ts';

const day = (text: string) => plainDateSchema.parse(text);
const invalidDate = expect.objectContaining({ code: 'invalid_date' });

describe('what a plain date is', () => {
  test.each(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29', '2024-05-03'])(
    '%s is a day',
    (text) => {
      expect(isPlainDate(text)).toBe(true);
      expect(plainDateSchema.parse(text)).toBe(text);
    },
  );

  test.each([
    '1899-12-31',
    '2201-01-01',
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-01-32',
    '2024-1-1',
    '24-01-01',
    '2024',
    '2024-05',
    '',
    ' 2024-05-03',
    '2024-05-03\n',
    '2024-05-03T00:00:00Z',
    '2024/05/03',
    '٢٠٢٤-٠٥-٠٣',
    '+2024-05-03',
  ])('%j is none', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(plainDateSchema.safeParse(text).error?.issues[0]?.message).toContain('invalid_date');
  });

  test('only a text can be one', () => {
    for (const value of [20240503, null, undefined, new Date(0)]) {
      expect(plainDateSchema.safeParse(value).success).toBe(false);
    }
  });

  test('a day is a partial date as it stands', () => {
    const partial: PartialDate = day('2024-05-03');
    expect(parsePartialDate(partial)).toBe('2024-05-03');
  });
});

describe('days', () => {
  test('adding goes over months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addDays(day('2023-12-31'), 1)).toBe('2024-01-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
    expect(addDays(day('2024-05-03'), 0)).toBe('2024-05-03');
  });

  test('between counts from the first to the second', () => {
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2);
    expect(daysBetween(day('1900-01-01'), day('2200-12-31'))).toBe(109_937);
  });

  test('days of the epoch are whole numbers from 1970-01-01', () => {
    expect(toEpochDay(day('1970-01-01'))).toBe(0);
    expect(toEpochDay(day('1969-12-31'))).toBe(-1);
    expect(fromEpochDay(19_846)).toBe('2024-05-03');
  });

  test('the week begins on Monday as 1', () => {
    expect(dayOfWeek(day('2024-05-03'))).toBe(5);
    expect(dayOfWeek(day('1970-01-01'))).toBe(4);
    expect(dayOfWeek(day('1900-01-01'))).toBe(1);
    expect(dayOfWeek(day('2026-11-29'))).toBe(7);
  });

  test('order is that of the calendar', () => {
    const days = ['2024-05-03', '1999-12-31', '2024-04-30'].map(day);
    expect(days.toSorted(comparePlainDates)).toEqual(['1999-12-31', '2024-04-30', '2024-05-03']);
    expect(comparePlainDates(day('2024-05-03'), day('2024-05-03'))).toBe(0);
  });
});

describe('months', () => {
  test('adding clamps to the last day of the month', () => {
    expect(addMonthsToDay(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonthsToDay(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonthsToDay(day('2024-01-31'), -2)).toBe('2023-11-30');
    expect(addMonthsToDay(day('2024-12-15'), 1)).toBe('2025-01-15');
  });

  test('the last day follows the leap years', () => {
    expect(
      ['2024-02-10', '2023-02-10', '2100-02-10', '2000-02-10', '2024-04-30', '2024-12-01'].map(
        (text) => lastDayOfMonth(day(text)),
      ),
    ).toEqual(['2024-02-29', '2023-02-28', '2100-02-28', '2000-02-29', '2024-04-30', '2024-12-31']);
    expect(daysInMonth(2024, 2)).toBe(29);
  });
});

test('what leads outside the years 1900 to 2200, or is no whole number, is refused', () => {
  const attempts = [
    () => addDays(day('2200-12-31'), 1),
    () => addDays(day('1900-01-01'), -1),
    () => addDays(day('2024-05-03'), 0.5),
    () => addDays(day('2024-05-03'), Number.NaN),
    () => addMonthsToDay(day('2200-12-01'), 1),
    () => addMonthsToDay(day('1900-01-31'), -1),
    () => addMonthsToDay(day('2024-01-31'), 1.5),
    () => fromEpochDay(1e9),
    () => fromEpochDay(Number.POSITIVE_INFINITY),
  ];
  for (const attempt of attempts) {
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(invalidDate);
  }
});
