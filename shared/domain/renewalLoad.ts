import { ladderOf } from '#shared/domain/cycle.ts';
import { feesOfCycle } from '#shared/domain/fee.ts';
import type { DayRange } from '#shared/domain/ledgerWindow.ts';
import type { Money } from '#shared/domain/money.ts';
import { addDays, addMonthsToDay, type PlainDate } from '#shared/domain/plainDate.ts';
import { hoursByDeadline, type PlannedCycle } from '#shared/domain/planner.ts';
import { TICKS_PER_HOUR, type Ticks } from '#shared/domain/plannerModel.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Hundredths } from '#shared/domain/units.ts';

/** A credential's latest cycle, with what it still asks for; null once nothing more can be earned. */
export type LoadedCycle = Readonly<{
  policy: Policy;
  cycle: DayRange;
  planned: PlannedCycle | null;
  /** Days whose fees are paid already. */
  paid?: ReadonlySet<PlainDate>;
}>;

/** A fee with the day on which it falls due. */
export type DueFee = Readonly<{ on: PlainDate; price: Money }>;

export type MonthLoad = Readonly<{
  /** YYYY-MM. */
  month: string;
  /** Hundredths of an hour. */
  hours: Hundredths;
  /** Per currency, never converted. */
  money: readonly Money[];
}>;

const MONTHS = 12;

/**
 * Hours and money that fall due in each of twelve calendar months, the first being the one of
 * `asOf` (ux.md, Today). Hours fall due by deadline, not by pace: at the end of the cycle, and
 * before that at the end of a year that has a hard minimum of its own. Each credential's hours are
 * its own; what one activity can do for several is the planner's matter. A cycle's fee falls due
 * with its end, a yearly one on the anniversaries of its start (domain.md section 3); the price of
 * an exam is none. What is overdue but can still be mended falls into the first month. Fees of cycles
 * before the latest come as `furtherFees`.
 */
export function renewalLoad(
  cycles: readonly LoadedCycle[],
  asOf: PlainDate,
  furtherFees: readonly DueFee[] = [],
): MonthLoad[] {
  const first = monthStart(asOf);
  const months = Array.from({ length: MONTHS }, (_, at) => addMonthsToDay(first, at).slice(0, 7));
  const ticks = new Map<string, Ticks>();
  const money = new Map<string, Map<string, number>>();

  const addFee = ({ on, price }: DueFee) => {
    const month = monthOf(on, asOf);
    const sums = money.get(month) ?? new Map<string, number>();
    sums.set(price.currency, (sums.get(price.currency) ?? 0) + price.amount);
    money.set(month, sums);
  };

  for (const { policy, cycle, planned, paid } of cycles) {
    for (const due of planned ? hoursByDeadline(planned) : []) {
      const month = monthOf(due.by, asOf);
      ticks.set(month, (ticks.get(month) ?? 0) + due.ticks);
    }
    for (const fee of feesDue(policy, cycle, asOf)) if (!paid?.has(fee.on)) addFee(fee);
  }
  for (const fee of furtherFees) if (fee.on >= asOf) addFee(fee);
  return months.map((month) => ({
    month,
    hours: Math.ceil((ticks.get(month) ?? 0) / (TICKS_PER_HOUR / 100)),
    money: [...(money.get(month) ?? [])]
      .map(([currency, amount]) => ({ amount, currency }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  }));
}

/** Fees of a cycle that fall due on a day or later; those of a cycle in grace are due at once. */
export function feesDue(policy: Policy, { start, end }: DayRange, asOf: PlainDate): DueFee[] {
  const ladder = ladderOf(policy);
  const mendThrough = addDays(end, ladder.graceDays + ladder.suspendedDays);
  if (mendThrough < asOf) return [];
  return feesOfCycle(policy, { start, end }).flatMap(({ due: on, fee: { per, price } }) => {
    const isDue = per === 'cycle' || (per === 'year' ? on >= asOf : end < asOf);
    return isDue ? [{ on, price }] : [];
  });
}

function monthOf(on: PlainDate, asOf: PlainDate): string {
  return (on < asOf ? asOf : on).slice(0, 7);
}

function monthStart(on: PlainDate): PlainDate {
  return addDays(on, 1 - Number(on.slice(8)));
}
