/**
 * Prints as one JSON document what the rules on dates give for days all over the years, and how far
 * this process's zone is from UTC, in minutes: in winter, in summer and in 1900. Run by
 * dateZones.test.ts under several zones.
 */
import { addMonths, first, last, parsePartialDate } from '#shared/domain/partialDate.ts';
import {
  addDays,
  addMonthsToDay,
  dayOfWeek,
  daysBetween,
  fromEpochDay,
  lastDayOfMonth,
  plainDateSchema,
  toEpochDay,
} from '#shared/domain/plainDate.ts';
import { readDate } from '#shared/domain/readDate.ts';
import { statusOn } from '#shared/domain/status.ts';

const today = plainDateSchema.parse('2026-11-25');
const from = toEpochDay(plainDateSchema.parse('1901-01-01'));
const to = toEpochDay(plainDateSchema.parse('2199-12-31'));
const everyDayFrom = toEpochDay(plainDateSchema.parse('2024-01-01'));

/** Every 29th day of three centuries, and each day of 2024 with its changes of the clock. */
const epochDays = [
  ...Array.from({ length: Math.floor((to - from) / 29) }, (_, index) => from + index * 29),
  ...Array.from({ length: 366 }, (_, index) => everyDayFrom + index),
];

const lines = epochDays.map((epochDay) => {
  const day = fromEpochDay(epochDay);
  const month = parsePartialDate(day.slice(0, 7));
  const { status, daysLeft } = statusOn(
    { lifecycle: 'earned', issued: null, expires: day, leadDays: 90, ladder: null },
    today,
  );
  const readings = [`${day}T23:30:00-05:00`, `${day}T00:30:00+13:00`, `${day} 00:00:00`, day].map(
    (text) => JSON.stringify(readDate(text, 'day-first')),
  );
  return [
    day,
    toEpochDay(day),
    addDays(day, 45),
    addMonthsToDay(day, 7),
    dayOfWeek(day),
    lastDayOfMonth(day),
    daysBetween(day, today),
    first(month),
    last(month),
    addMonths(month, 3),
    status,
    daysLeft,
    ...readings,
  ].join(' ');
});

const offsets = ['2024-01-15', '2024-07-15', '1900-01-15'].map((day) =>
  new Date(`${day}T12:00Z`).getTimezoneOffset(),
);
process.stdout.write(JSON.stringify({ offsets, lines }));
