import {
  FIRST_EPOCH_DAY,
  fromEpochDay,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';

/** Days on which nothing is studied, both ends included. */
export type DaysOff = readonly Readonly<{ from: PlainDate; to: PlainDate }>[];

/** 2200-12-31: what lies beyond is no forecast. */
const LAST_EPOCH_DAY = toEpochDay('2200-12-31' as PlainDate); // a day within the years

/**
 * The day on which so many hours are done (domain.md section 4): hours / weekly hours from `from`,
 * days off not counted. Null when there is no pace, or the day lies beyond the year 2200.
 */
export function forecastDay(
  from: PlainDate,
  hours: number,
  weeklyHours: number,
  daysOff: DaysOff = [],
): PlainDate | null {
  if (hours <= 0) return from;
  if (weeklyHours <= 0) return null;
  // A hair less, so that 12 hours at 6 a week are 14 days and not 15.
  let left = Math.ceil((hours / weeklyHours) * 7 - 1e-9);
  let day = toEpochDay(from);
  for (const [start, end] of merged(daysOff, day + 1)) {
    const free = start - day - 1;
    if (left <= free) break;
    left -= free;
    day = end;
  }
  day += left;
  return Number.isFinite(day) && day >= FIRST_EPOCH_DAY && day <= LAST_EPOCH_DAY
    ? fromEpochDay(day)
    : null;
}

/** Spans from a day on, in order, those that touch made one. */
function merged(daysOff: DaysOff, from: number): Array<[start: number, end: number]> {
  const spans: Array<[number, number]> = [];
  const sorted = daysOff
    .map(({ from: start, to }) => [Math.max(toEpochDay(start), from), toEpochDay(to)] as const)
    .filter(([start, end]) => start <= end)
    .toSorted(([a], [b]) => a - b);
  for (const [start, end] of sorted) {
    const last = spans.at(-1);
    if (last && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}
