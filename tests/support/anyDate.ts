import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { partialDateSchema, type PartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';

const firstDay = Temporal.PlainDate.from('1900-01-01');
const DAYS = firstDay.until('2200-12-31').days;

/** Any day of the years 1900 to 2200, made by Temporal; often near the end of a month or the bounds. */
export const anyDay: fc.Arbitrary<PlainDate> = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: DAYS }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, DAYS - 1, DAYS) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.nat(3))
        .map(([year, month, before]) => {
          const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month });
          return firstDay.until({ year, month, day: daysInMonth - before }).days;
        }),
    },
  )
  .map((days) => plainDateSchema.parse(firstDay.add({ days }).toString()));

/** Any partial date: a day, its month or its year. */
export const anyPartialDate: fc.Arbitrary<PartialDate> = fc
  .tuple(anyDay, fc.constantFrom(4, 7, 10))
  .map(([day, length]) => partialDateSchema.parse(day.slice(0, length)));

/** Days or months to add: mostly few, at times so many that the result leaves the years. */
export const anyStep: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -40, max: 40 }),
  fc.integer({ min: -30, max: 30 }).map((years) => years * 12),
  fc.integer({ min: -4_000, max: 4_000 }),
  fc.integer({ min: -120_000, max: 120_000 }),
);

/** Whether a date of Temporal lies in the years that the record holds. */
export function isWithinYears({ year }: Readonly<{ year: number }>): boolean {
  return year >= 1900 && year <= 2200;
}
