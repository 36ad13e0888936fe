import { AppError } from '#shared/appError.ts';
import type { Conversion } from '#shared/domain/policyParts.ts';

/** Units of continuing education as whole hundredths: 1.25 PDU is 125. */
export type Hundredths = number;

const MOST = 100_000_00;

/**
 * A decimal with at most two places as hundredths. Sums of hundredths are exact; sums of decimals
 * are not.
 * @throws AppError invalid_input below 0, above 100,000 or with a third place
 */
export function toHundredths(units: number): Hundredths {
  const hundredths = Math.round(units * 100);
  const isExact = Math.abs(units * 100 - hundredths) < 1e-6;
  if (Number.isFinite(units) && isExact && hundredths >= 0 && hundredths <= MOST) {
    return hundredths;
  }
  throw new AppError(
    'invalid_input',
    `"${units}" is not a number of units. Give 0 to 100,000 with at most two decimal places.`,
    { path: 'units' },
  );
}

/** Hundredths as the decimal number that people and `ledger --json` read. */
export function fromHundredths(hundredths: Hundredths): number {
  return hundredths / 100;
}

/**
 * Units for clock time, by a policy's rate and rounding (domain.md section 3): six and a half hours
 * at 50 minutes are 7.8 CPE, 7.75 where quarters are counted down.
 * Takes the time in hundredths of an hour.
 */
export function unitsOfClockHours(hours: Hundredths, conversion: Conversion): Hundredths {
  const step = Math.round(conversion.rounding.step * 100);
  // Both sides in whole numbers, so that 0.1 and its like never round the wrong way.
  const dividend = hours * 60 * 100;
  const divisor = Math.round(conversion.minutesPerUnit * 100) * step;
  return wholeSteps(dividend, divisor, conversion.rounding.mode) * step;
}

/** Clock time that so many units take, in hundredths of an hour, rounded up. */
export function clockHoursOfUnits(units: Hundredths, conversion: Conversion): Hundredths {
  return wholeSteps(units * Math.round(conversion.minutesPerUnit * 100), 60 * 100, 'up');
}

/**
 * Minutes that one unit stands for where a body says nothing else. A CEU is the IACET one of ten
 * hours (CompTIA's CEU is one hour: its policy says so), an ECTS credit 25 hours, the least of the
 * 25 to 30 that the ECTS Users' Guide gives.
 */
export const minutesOfUnit = {
  'clock hour': 60,
  CEU: 600,
  PDU: 60,
  CPE: 50,
  CME: 60,
  ECTS: 1500,
} as const;
export type UnitName = keyof typeof minutesOfUnit;

/** An amount of one unit in another, rounded as told (features.md D5). Amounts in hundredths. */
export function convertUnits(
  amount: Hundredths,
  from: UnitName,
  to: UnitName,
  mode: Conversion['rounding']['mode'],
): Hundredths {
  return wholeSteps(amount * minutesOfUnit[from], minutesOfUnit[to], mode);
}

function wholeSteps(
  dividend: number,
  divisor: number,
  mode: Conversion['rounding']['mode'],
): number {
  switch (mode) {
    case 'down':
      return Math.floor(dividend / divisor);
    case 'up':
      return Math.ceil(dividend / divisor);
    case 'nearest':
      return Math.floor((2 * dividend + divisor) / (2 * divisor));
  }
}
