import {
  computeExpiry,
  nextEnd,
  versionFor,
  type ComputedEnd,
  type Cycle,
} from '#shared/domain/cycle.ts';
import { addMonths, first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, daysBetween } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Person } from '#shared/domain/validityBasis.ts';

/** A first cycle longer than the policy's by more than this was renewed before it was recorded. */
const SLACK_MONTHS = 13;

/**
 * The cycles that a credential's two dates tell: one from issue to expiry. Where that is longer than
 * the policy's cycle, it was renewed before it was recorded, and the latest cycle is the policy's
 * length before the expiry (README, decisions).
 */
export function impliedCycles(
  policy: Policy | null,
  issued: PartialDate | null,
  expires: PartialDate | null,
): Cycle[] {
  if (issued === null) return [];
  const whole: Cycle = { start: issued, end: expires, renewedOn: null, method: null };
  const months = policy?.cycleMonths ?? null;
  if (months === null || expires === null) return [whole];
  if (last(expires) <= last(addMonths(issued, months + SLACK_MONTHS))) return [whole];
  const start = addDays(addMonthsToDay(last(expires), -months), 1);
  return first(issued) >= start
    ? [whole]
    : [
        { ...whole, end: addDays(start, -1) },
        { ...whole, start },
      ];
}

/**
 * The end of the current cycle by the policy. Of a credential that was renewed before it was
 * recorded the first end says nothing: where dates never move, the end of the cycle that the given
 * expiry lies nearest to; elsewhere null, since it hangs on renewals that nobody recorded.
 * @throws AppError as computeExpiry
 */
export function currentEnd(
  policy: Policy,
  issued: PartialDate,
  expires: PartialDate | null,
  person: Person = {},
): ComputedEnd {
  const computed = computeExpiry(policy, issued, person);
  if (expires === null || computed.end === null) return computed;
  if (impliedCycles(policy, issued, expires).length === 1) return computed;
  if (policy.renewsFrom !== 'fixed') {
    const reason = 'It was renewed before it was recorded, on days that are not known.';
    return { end: null, reason };
  }
  let before = computed.end;
  let end = computed.end;
  while (last(end) < last(expires)) {
    before = end;
    const rules = versionFor(policy, addDays(last(end), 1));
    if (rules.cycleMonths === null) return { end: null, reason: 'It no longer expires.' };
    end = nextEnd(rules, end, rules.cycleMonths, person);
  }
  const isBefore = daysBetween(last(before), last(expires)) < daysBetween(last(expires), last(end));
  return {
    end: isBefore ? before : end,
    reason: `Whole cycles from ${issued}, which never move.`,
  };
}
