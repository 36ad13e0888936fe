import { ladderOf, versionFor, type Cycle } from '#shared/domain/cycle.ts';
import type { DayRange } from '#shared/domain/ledgerWindow.ts';
import type { Money } from '#shared/domain/money.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, type PlainDate } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Fee } from '#shared/domain/policyParts.ts';

/** One fee of one cycle, with its day. */
export type CycleFee = Readonly<{ due: PlainDate; fee: Fee }>;

/** The same, and whether its cycle is followed by another, so that its renewal is done. */
export type OpenFee = CycleFee & Readonly<{ isFollowed: boolean }>;

/** A payment of what fell due on a day; the amount is null where it was not noted. */
export type FeePayment = Readonly<{ due: PlainDate; on: PlainDate; amount: Money | null }>;

/**
 * Fees of a cycle by day (domain.md section 3): a cycle's and a late one with its end, a yearly one
 * on the anniversaries of its start. The price of an exam is none.
 */
export function feesOfCycle({ fees }: Policy, { start, end }: DayRange): CycleFee[] {
  return fees
    .filter((fee) => !fee.isExamPrice)
    .flatMap((fee) =>
      fee.per === 'year'
        ? anniversaries(start, end).map((due) => ({ due, fee }))
        : [{ due: end, fee }],
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
}

/**
 * Fees of every cycle that is under way or to come, or of the latest when all are over. A late one
 * only while that can still be mended; an earlier cycle's only until the next begins.
 */
export function openFees(policy: Policy, cycles: readonly Cycle[], asOf: PlainDate): OpenFee[] {
  const isOpen = ({ end }: Cycle) => end !== null && last(end) >= asOf;
  const shown = cycles.some(isOpen) ? cycles.filter(isOpen) : cycles.slice(-1);
  return shown.flatMap((cycle): OpenFee[] => {
    if (cycle.end === null) return [];
    const range = { start: first(cycle.start), end: last(cycle.end) };
    const rules = versionFor(policy, range.start);
    const { graceDays, suspendedDays } = ladderOf(rules);
    const isLate = range.end < asOf && asOf <= addDays(range.end, graceDays + suspendedDays);
    const next = cycles[cycles.indexOf(cycle) + 1];
    return feesOfCycle(rules, range)
      .filter(({ fee }) => fee.per !== 'late' || isLate)
      .filter(({ due }) => next === undefined || due < first(next.start))
      .map((fee) => ({ ...fee, isFollowed: next !== undefined }));
  });
}

function anniversaries(start: PlainDate, end: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let years = 1; ; years += 1) {
    const on = addMonthsToDay(start, 12 * years);
    if (on > end) return days;
    days.push(on);
  }
}
