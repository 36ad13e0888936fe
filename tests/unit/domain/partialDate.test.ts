import { describe, expect, test } from 'vitest';
import {
  addMonths,
  comparePartialDates,
  first,
  isPartialDate,
  last,
  parsePartialDate,
  partialDateSchema,
  precisionOf,
} from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';

const date = (text: string) => partialDateSchema.parse(text);
const invalidDate = expect.objectContaining({ code: 'invalid_date' });

describe('what a partial date is', () => {
  test.each([
    ['2024', 'year'],
    ['2024-05', 'month'],
    ['2024-05-03', 'day'],
    ['1900', 'year'],
    ['2200-12', 'month'],
    ['2024-02-29', 'day'],
  ])('%s is a %s', (text, precision) => {
    expect(isPartialDate(text)).toBe(true);
    expect(parsePartialDate(text)).toBe(text);
    expect(precisionOf(date(text))).toBe(precision);
  });

  test.each([
    '1899',
    '2201',
    '0000',
    '2024-13',
    '2024-00',
    '2024-5',
    '2023-02-29',
    '2024-05-32',
    '202',
    '20245',
    '2024-',
    '',
    '2024~',
    '2024?',
    '2024-XX',
    '2024/2025',
    '2024-21-',
    '-2024',
    'Y2024',
    '2024-05-03T10:00',
    '2024\n',
    'May 2024',
  ])('%j is none', (text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(() => parsePartialDate(text)).toThrow(invalidDate);
    expect(partialDateSchema.safeParse(text).error?.issues[0]?.message).toContain('invalid_date');
  });
});

test('a date means a span of days', () => {
  const spans = ['2024', '2024-05', '2024-02', '2023-02', '1900-02', '2024-05-03'].map((text) => [
    first(date(text)),
    last(date(text)),
  ]);
  expect(spans).toEqual([
    ['2024-01-01', '2024-12-31'],
    ['2024-05-01', '2024-05-31'],
    ['2024-02-01', '2024-02-29'],
    ['2023-02-01', '2023-02-28'],
    ['1900-02-01', '1900-02-28'],
    ['2024-05-03', '2024-05-03'],
  ]);
  for (const [from, to] of spans) {
    expect(plainDateSchema.safeParse(from).success && plainDateSchema.safeParse(to).success).toBe(
      true,
    );
  }
});

describe('adding months', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-05', 36, '2027-05'],
    ['2024', 36, '2027'],
    ['2024', 18, '2025-07'],
    ['2024', -6, '2023-07'],
    ['2024', -24, '2022'],
    ['2024', 0, '2024'],
    ['2024-01', -1, '2023-12'],
    ['2024-12', 1, '2025-01'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2199-12', 12, '2200-12'],
  ])('%s + %i months is %s', (from, months, to) => {
    expect(addMonths(date(from), months)).toBe(to);
  });

  test.each([
    ['2200', 12],
    ['2200-12', 1],
    ['2200-12-31', 1],
    ['1900', -1],
    ['1900-01', -1],
    ['1900-01-01', -30_000],
    ['2024', Number.NaN],
    ['2024-05', 0.5],
  ])('%s + %d months is refused', (from, months) => {
    expect(() => addMonths(date(from), months)).toThrow(invalidDate);
  });
});

test('order is by first day, then finer first', () => {
  const dates = [
    '2024-05',
    '2024',
    '2024-01-01',
    '2024-01',
    '2023-12-31',
    '2024-05-01',
    '2025',
  ].map(date);
  expect(dates.toSorted(comparePartialDates)).toEqual([
    '2023-12-31',
    '2024-01-01',
    '2024-01',
    '2024',
    '2024-05-01',
    '2024-05',
    '2025',
  ]);
  expect(comparePartialDates(date('2024'), date('2024'))).toBe(0);
});
