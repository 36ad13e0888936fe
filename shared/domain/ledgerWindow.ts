import { last, first } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import { ladderOf, type Cycle } from '#shared/domain/cycle.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Basis, Requirement } from '#shared/domain/policyParts.ts';

/** Days from the first to the last, both included. */
export type DayRange = Readonly<{ start: PlainDate; end: PlainDate }>;

/** A year of a cycle; a part of a calendar year before the first whole one has no minimum. */
export type YearRange = DayRange & Readonly<{ isWhole: boolean }>;

/** The last so many months that end on a day, as whole months back from the day after. */
export function monthsUpTo(end: PlainDate, months: number): DayRange {
  return { start: addMonthsToDay(addDays(end, 1), -months), end };
}

/** The days over which a requirement is judged: the cycle, or what its own clock says. */
export function windowOf(requirement: Requirement, cycle: DayRange): DayRange {
  if (requirement.rollingMonths !== null) return monthsUpTo(cycle.end, requirement.rollingMonths);
  if (requirement.lookbackMonths === null) return cycle;
  // Units of the very day so many months ago are not older than that.
  const start = addMonthsToDay(cycle.end, -requirement.lookbackMonths);
  return { start: start > cycle.start ? start : cycle.start, end: cycle.end };
}

/**
 * The years in which a yearly minimum is asked: calendar years for a basis of calendar years, else
 * years from the start (domain.md section 3, rule 3). Days beyond the last whole year belong to it.
 */
export function yearsOf(basis: Basis, { start, end }: DayRange): YearRange[] {
  return basis.kind === 'calendar-year' ? calendarYears(start, end) : yearsFrom(start, end);
}

/** Months of a cycle that have begun by its end, both days included. */
export function monthsBegun({ start, end }: DayRange): number {
  let months = Math.max(0, Math.floor(daysBetween(start, end) / 31));
  while (addMonthsToDay(start, months) <= end) months += 1;
  return months;
}

/**
 * Through which day units may still be earned for a cycle: its end; later where grace allows
 * earning, unless the next cycle has begun to count; earlier where it was renewed early and the
 * next cycle overlaps.
 */
export function earnThrough(policy: Policy, end: PlainDate, next: Cycle | null): PlainDate {
  const lastDay = addDays(end, ladderOf(policy).earnDays);
  if (next === null) return lastDay;
  const renewedOn = next.renewedOn === null ? null : last(next.renewedOn);
  const nextStart = first(next.start);
  if (nextStart <= end) {
    if (renewedOn === null || renewedOn >= end) return nextStart;
    // Renewed with another whose new cycle begins later: until then nothing else takes the units.
    const dayBefore = addDays(nextStart, -1);
    return renewedOn < dayBefore ? dayBefore : renewedOn;
  }
  if (renewedOn === null || renewedOn <= end) return end;
  return renewedOn < lastDay ? renewedOn : lastDay;
}

/** Whether a day lies within, both ends included. */
export function isIn(day: PlainDate, range: DayRange): boolean {
  return range.start <= day && day <= range.end;
}

function yearsFrom(start: PlainDate, end: PlainDate): YearRange[] {
  const dayAfter = addDays(end, 1);
  const years: YearRange[] = [];
  let from = start;
  for (let year = 1; ; year += 1) {
    const to = addMonthsToDay(start, 12 * year);
    if (to > dayAfter) break;
    years.push({ start: from, end: addDays(to, -1), isWhole: true });
    from = to;
  }
  const lastYear = years.at(-1);
  if (lastYear === undefined) return [{ start, end, isWhole: false }];
  return [...years.slice(0, -1), { ...lastYear, end }];
}

function calendarYears(start: PlainDate, end: PlainDate): YearRange[] {
  const years: YearRange[] = [];
  let from = start;
  while (from <= end) {
    // 31 December is a real day of every year.
    const yearEnd = `${from.slice(0, 4)}-12-31` as PlainDate;
    const isWhole = from.endsWith('-01-01') && yearEnd <= end;
    years.push({ start: from, end: yearEnd < end ? yearEnd : end, isWhole });
    from = addDays(yearEnd, 1);
  }
  return years;
}
