import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonthsToDay,
  dayOfWeek,
  daysBetween,
  fromEpochDay,
  lastDayOfMonth,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { anyDay, anyStep, isWithinYears } from '../../support/anyDate.ts';
import { propertyRuns } from '../../support/property.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');
const invalidDate = expect.objectContaining({ code: 'invalid_date' });

function expectSum(add: () => PlainDate, sum: Temporal.PlainDate): void {
  if (isWithinYears(sum)) expect(add()).toBe(sum.toString());
  else expect(add).toThrow(invalidDate);
}

describe('plain dates agree with Temporal', () => {
  test('adding days, 20,000 cases', () => {
    fc.assert(
      fc.property(anyDay, anyStep, (day, days) => {
        expectSum(() => addDays(day, days), Temporal.PlainDate.from(day).add({ days }));
      }),
      propertyRuns(20_000),
    );
  });

  test('adding months, 20,000 cases', () => {
    fc.assert(
      fc.property(anyDay, anyStep, (day, months) => {
        expectSum(() => addMonthsToDay(day, months), Temporal.PlainDate.from(day).add({ months }));
      }),
      propertyRuns(20_000),
    );
  });

  test('days between, and back, 10,000 cases', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to).days);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
      propertyRuns(10_000),
    );
  });

  test('days of the epoch, of the week and ends of months, 10,000 cases', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const byTemporal = Temporal.PlainDate.from(day);
        expect(toEpochDay(day)).toBe(epoch.until(byTemporal).days);
        expect(fromEpochDay(toEpochDay(day))).toBe(day);
        expect(dayOfWeek(day)).toBe(byTemporal.dayOfWeek);
        expect(lastDayOfMonth(day)).toBe(byTemporal.with({ day: 31 }).toString());
      }),
      propertyRuns(10_000),
    );
  });
});
