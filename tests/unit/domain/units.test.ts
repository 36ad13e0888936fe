import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversion } from '#shared/domain/policyParts.ts';
import {
  clockHoursOfUnits,
  convertUnits,
  fromHundredths,
  toHundredths,
  unitsOfClockHours,
} from '#shared/domain/units.ts';
import { shipped } from '../../support/aPolicy.ts';
import { propertyRuns } from '../../support/property.ts';

const at = (
  minutesPerUnit: number,
  step: number,
  mode: Conversion['rounding']['mode'] = 'down',
) => ({
  minutesPerUnit,
  rounding: { step, mode },
  stated: true,
});

describe('hundredths', () => {
  test('decimals of two places are exact both ways', () => {
    expect([0, 0.1, 1.25, 10.8, 0.29, 100_000].map(toHundredths)).toEqual([
      0, 10, 125, 1080, 29, 10_000_000,
    ]);
    expect(fromHundredths(1080)).toBe(10.8);
  });

  test.each([1.005, -1, Number.NaN, Number.POSITIVE_INFINITY, 100_000.01])(
    '%s is refused',
    (units) => {
      expect(() => toHundredths(units)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
    },
  );

  test('every number of hundredths survives the way through a decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hundredths) => {
        expect(toHundredths(fromHundredths(hundredths))).toBe(hundredths);
      }),
      propertyRuns(5_000),
    );
  });
});

describe('clock time to units', () => {
  test('a 50-minute hour: 6.5 hours are 7.8, counted down to quarters 7.75', () => {
    expect(unitsOfClockHours(650, at(50, 0.01))).toBe(780);
    expect(unitsOfClockHours(650, at(50, 0.25))).toBe(775);
    expect(unitsOfClockHours(650, at(50, 0.25, 'up'))).toBe(800);
    expect(unitsOfClockHours(650, at(50, 0.5, 'nearest'))).toBe(800);
  });

  test('the catalogue: one hour is 1 PDU, 1.2 ISACA CPE, 0.1 NASM CEU, 1 CompTIA CEU', () => {
    const rate = (id: string) => shipped(id).requirements[0]?.conversion;
    const hour = (id: string) => {
      const conversion = rate(id);
      return conversion
        ? unitsOfClockHours(100, { ...conversion, rounding: { step: 0.01, mode: 'down' } })
        : null;
    };
    expect(['pmi-pmp', 'isaca-cisa', 'nasm-cpt', 'comptia-aplus', 'cpa-tx'].map(hour)).toEqual([
      100, 120, 10, 100, 120,
    ]);
    expect(rate('isaca-cisa')?.stated).toBe(true);
    // Not counted in hours at all.
    expect(['asq-cssbb', 'finra-reg-element', 'salesforce-admin'].map(rate)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('rounding agrees with whole-number arithmetic, and the time back suffices', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom(50, 60, 45, 37.5, 600),
        fc.constantFrom(1, 10, 20, 25, 50, 100),
        (hours, minutes, step) => {
          const conversion = at(minutes, step / 100);
          const units = unitsOfClockHours(hours, conversion);
          const exact = (BigInt(hours) * 6000n) / (BigInt(minutes * 100) * BigInt(step));
          expect(BigInt(units)).toBe(exact * BigInt(step));
          const back = clockHoursOfUnits(units, conversion);
          expect(back).toBeLessThanOrEqual(hours);
          expect(unitsOfClockHours(back, conversion)).toBe(units);
        },
      ),
      propertyRuns(2_000),
    );
  });
});

test('between units: one CEU is ten PDU or twelve CPE, an ECTS credit 25 hours', () => {
  expect(convertUnits(100, 'CEU', 'PDU', 'down')).toBe(1000);
  expect(convertUnits(100, 'CEU', 'CPE', 'down')).toBe(1200);
  expect(convertUnits(100, 'ECTS', 'clock hour', 'down')).toBe(2500);
  expect(convertUnits(100, 'CPE', 'CME', 'nearest')).toBe(83);
  expect(convertUnits(100, 'CPE', 'CME', 'up')).toBe(84);
});
