import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  comparePartialDates,
  first,
  isPartialDate,
  last,
  precisionOf,
  type PartialDate,
} from '#shared/domain/partialDate.ts';
import { anyPartialDate, anyStep, isWithinYears } from '../../support/anyDate.ts';
import { propertyRuns } from '../../support/property.ts';

const invalidDate = expect.objectContaining({ code: 'invalid_date' });

describe('partial dates agree with Temporal', () => {
  test('adding months, 40,000 cases', () => {
    fc.assert(
      fc.property(anyPartialDate, anyStep, (date, months) => {
        const sum = sumByTemporal(date, months);
        if (sum === null) expect(() => addMonths(date, months)).toThrow(invalidDate);
        else expect(addMonths(date, months)).toBe(sum);
      }),
      propertyRuns(40_000),
    );
  });

  test('first and last day, 20,000 cases', () => {
    fc.assert(
      fc.property(anyPartialDate, (date) => {
        const unit = precisionOf(date);
        const from = Temporal.PlainDate.from(date.padEnd(10, '-01'));
        expect(first(date)).toBe(from.toString());
        expect(last(date)).toBe(
          from
            .add({ [`${unit}s`]: 1 })
            .subtract({ days: 1 })
            .toString(),
        );
      }),
      propertyRuns(20_000),
    );
  });

  test('order, 10,000 cases', () => {
    fc.assert(
      fc.property(anyPartialDate, anyPartialDate, (a, b) => {
        const [x, y] = [a, b].map((date) => Temporal.PlainDate.from(date.padEnd(10, '-01')));
        const byDay = x && y ? Temporal.PlainDate.compare(x, y) : Number.NaN;
        expect(Math.sign(comparePartialDates(a, b))).toBe(byDay || Math.sign(b.length - a.length));
        expect(Math.sign(comparePartialDates(b, a)) + Math.sign(comparePartialDates(a, b))).toBe(0);
      }),
      propertyRuns(10_000),
    );
  });

  test('which texts are dates, 20,000 cases', () => {
    const part = (max: number) =>
      fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
    const anyText = fc
      .tuple(
        fc.integer({ min: 1895, max: 2205 }).map(String),
        part(13),
        part(32),
        fc.constantFrom(1, 2, 3),
      )
      .map(([year, month, day, count]) => [year, month, day].slice(0, count).join('-'));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isPartialDate(text)).toBe(isDateByTemporal(text));
      }),
      propertyRuns(20_000),
    );
  });
});

function sumByTemporal(date: PartialDate, months: number): string | null {
  const sum =
    date.length === 10
      ? Temporal.PlainDate.from(date).add({ months })
      : Temporal.PlainYearMonth.from(date.padEnd(7, '-01')).add({ months });
  if (!isWithinYears(sum)) return null;
  return date.length === 4 && sum.month === 1 ? String(sum.year) : sum.toString();
}

function isDateByTemporal(text: string): boolean {
  try {
    return isWithinYears(Temporal.PlainDate.from(text.padEnd(10, '-01')));
  } catch {
    return false;
  }
}
