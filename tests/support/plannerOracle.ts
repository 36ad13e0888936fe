import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { addMonthsToDay, addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import { PLAN_DAY, isSatisfied, type PlannerCase } from './plannerCases.ts';

/**
 * Whether so many whole hours could satisfy every ledger, found by trying all: on which days they
 * are spent, and for each credential in which category each of them counts.
 */
export function fewerHoursSuffice(
  cases: readonly PlannerCase[],
  before: readonly (readonly Allocation[])[],
  hours: number,
): boolean {
  // Later is never worse until something ends, so that only last days need be tried.
  const days = [...new Set(cases.flatMap(lastDays))].toSorted();
  const known = new Map<string, boolean>();
  const isEnough = (spent: readonly PlainDate[]) =>
    cases.every((given, index) => {
      const own = spent.filter((on) => on >= given.start && on <= given.end);
      const key = `${index} ${own.join(' ')}`;
      const found = known.get(key) ?? canCount(given, before[index] ?? [], own);
      known.set(key, found);
      return found;
    });
  return someMultiset(days, hours, isEnough);
}

/** Ends of the cycle and of its years, counted from either end. */
function lastDays({ start, end }: PlannerCase): PlainDate[] {
  const ends = [end];
  for (const back of [12, 24, 36]) ends.push(addDays(addMonthsToDay(addDays(end, 1), -back), -1));
  return ends.filter((on) => on >= PLAN_DAY && on >= start);
}

function canCount(
  given: PlannerCase,
  before: readonly Allocation[],
  spent: readonly PlainDate[],
): boolean {
  const names = given.policy.requirements[0]?.categories.map(({ name }) => name) ?? [];
  const extend = (done: readonly Allocation[]): boolean => {
    const on = spent[done.length];
    if (on === undefined) return isSatisfied(given, [...before, ...done]);
    return [null, ...names].some((category) =>
      extend([...done, { id: `more${done.length}`, on, units: 100, category }]),
    );
  };
  return extend([]);
}

function someMultiset(
  days: readonly PlainDate[],
  count: number,
  test: (chosen: readonly PlainDate[]) => boolean,
  chosen: readonly PlainDate[] = [],
): boolean {
  if (count === 0) return test(chosen);
  return days.some((on, index) =>
    someMultiset(days.slice(index), count - 1, test, [...chosen, on]),
  );
}
