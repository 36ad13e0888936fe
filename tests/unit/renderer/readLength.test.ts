import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clockHours,
  lengthText,
  readLength,
} from '../../../renderer/features/renewals/readLength.ts';
import { toHundredths, unitsOfClockHours } from '#shared/domain/units.ts';

test.each([
  ['1 h 30 min', 90],
  ['1h30', 90],
  ['1:30', 90],
  ['90', 90],
  ['90 min', 90],
  ['1.5 h', 90],
  ['1,5', 90],
  ['1.5', 90],
  ['2', 120],
  ['2 hours', 120],
  ['1 hour and 15 minutes', 75],
  ['45m', 45],
  ['10', 10],
])('%s is %d minutes', (text, minutes) => {
  expect(readLength(text)).toBe(minutes);
});

test.each(['', 'soon', '1 h 1 h', '30 min 1 h', '-5', '0', '1:75', 'h', '1 h x'])(
  '%s is no length',
  (text) => {
    expect(readLength(text)).toBeNull();
  },
);

const anyMinutes = fc.integer({ min: 1, max: 60_000 });

test('a length is read back as it is written', () => {
  fc.assert(
    fc.property(anyMinutes, (minutes) => {
      expect(readLength(lengthText(minutes))).toBe(minutes);
    }),
  );
});

test('hours of two decimal places make the units that the minutes make', () => {
  const rates = [
    { minutesPerUnit: 50, step: 0.25 },
    { minutesPerUnit: 50, step: 0.5 },
    { minutesPerUnit: 60, step: 0.25 },
    { minutesPerUnit: 60, step: 1 },
  ];
  fc.assert(
    fc.property(anyMinutes, fc.constantFrom(...rates), (minutes, { minutesPerUnit, step }) => {
      const units = unitsOfClockHours(toHundredths(clockHours(minutes)), {
        minutesPerUnit,
        rounding: { step, mode: 'down' },
        stated: true,
      });
      const exact = Math.floor(minutes / (minutesPerUnit * step)) * step * 100;
      expect(units).toBe(exact);
    }),
  );
});
