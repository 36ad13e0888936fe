import { addMonths, first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import {
  addDays,
  addMonthsToDay,
  daysBetween,
  lastDayOfMonth,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { RenewalWindow, Rung } from '#shared/domain/policyParts.ts';
import { basisWords, endByBasis, type Person } from '#shared/domain/validityBasis.ts';

/** One period of validity and how it was renewed (domain.md section 3). */
export type Cycle = Readonly<{
  start: PartialDate;
  /** Null: it has no end. */
  end: PartialDate | null;
  renewedOn: PartialDate | null;
  method: string | null;
}>;

export type ComputedEnd = Readonly<{ end: PartialDate | null; reason: string }>;

/**
 * The rules that govern a cycle that starts then: what the version of that day changes is put in
 * place (domain.md section 3: a cycle keeps the version it began under).
 */
export function versionFor(policy: Policy, cycleStart: PartialDate): Policy {
  const day = first(cycleStart);
  const version = policy.versions.find(
    ({ validFrom, validBefore }) =>
      (validFrom === null || first(validFrom) <= day) &&
      (validBefore === null || day < first(validBefore)),
  );
  if (!version) return policy;
  if (version.neverExpires) {
    return {
      ...policy,
      validityMonths: null,
      cycleMonths: null,
      basis: { kind: 'none' },
      routes: [],
      requirements: [],
    };
  }
  return {
    ...policy,
    // Both clocks change together where they were one.
    validityMonths:
      policy.validityMonths === policy.cycleMonths
        ? (version.cycleMonths ?? policy.validityMonths)
        : policy.validityMonths,
    cycleMonths: version.cycleMonths ?? policy.cycleMonths,
    requirements: version.requirements ?? policy.requirements,
  };
}

/**
 * The last day on which a cycle that starts then holds, by the policy's validity basis (domain.md
 * section 3); `policy` is taken as it is, so ask `versionFor` first. Month and year precision are
 * kept where the basis counts from the issue date. Null: no end, or one that only the body knows.
 * @throws AppError invalid_input when the birth month is needed and missing or not 1 to 12
 * @throws AppError invalid_date past the year 2200
 */
export function cycleEnd(
  policy: Policy,
  start: PartialDate,
  person: Person = {},
): PartialDate | null {
  const { basis, cycleMonths } = policy;
  return cycleMonths === null ? null : endByBasis(policy, basis, start, cycleMonths, person);
}

/**
 * The end of the cycle after one that ends on `oldEnd`, where dates count from the old end. Takes
 * the months to add, which a route may shorten or lengthen.
 * @throws AppError as cycleEnd
 */
export function nextEnd(
  policy: Policy,
  oldEnd: PartialDate,
  months: number,
  person: Person = {},
): PartialDate {
  const { basis } = policy;
  const asked =
    basis.kind === 'birth-month' && person.birthMonth === undefined
      ? // The old end already lies in the right month: nobody need be asked again.
        lastDayOfMonth(addMonthsToDay(last(oldEnd), months))
      : endByBasis(
          policy,
          basis,
          basis.kind === 'issue-date' ? oldEnd : last(oldEnd),
          months,
          person,
        );
  return asked ?? addMonths(oldEnd, months);
}

/**
 * The expiry of a credential issued then, with the reason in words; null with the reason why not.
 * @throws AppError as cycleEnd
 */
export function computeExpiry(
  policy: Policy,
  issued: PartialDate,
  person: Person = {},
): ComputedEnd {
  const rules = versionFor(policy, issued);
  const name = rules.abbreviation ?? rules.name;
  if (rules.derivedFrom !== null) {
    return { end: null, reason: `${name} has no date of its own: ${rules.derivedFrom}` };
  }
  if (rules.validityMonths === null || rules.cycleMonths === null) {
    return { end: null, reason: `${name} has no fixed term.` };
  }
  const end = cycleEnd(rules, issued, person);
  if (end === null) {
    return {
      end,
      reason: `${rules.issuer} sets the end for each holder: take it from the document.`,
    };
  }
  return { end, reason: `${rules.cycleMonths} months from ${issued}${basisWords(rules.basis)}.` };
}

export type PolicyLadder = Readonly<{
  /** False: the source says nothing about the time after the end, which is not "none". */
  known: boolean;
  graceDays: number;
  suspendedDays: number;
  /** Days after the end in which units may still be earned. */
  earnDays: number;
  mayBeUsedInGrace: boolean;
  rungs: readonly Rung[];
}>;

/** The ladder after the end, in days (domain.md section 3); fits `statusOn`. */
export function ladderOf(policy: Policy): PolicyLadder {
  const { known, rungs } = policy.afterEnd;
  const days = (chosen: readonly Rung[]) => chosen.reduce((sum, rung) => sum + rung.days, 0);
  const grace = rungs.filter((rung) => rung.state === 'grace');
  const lastEarning = rungs.findLastIndex((rung) => rung.kind === 'earn-and-submit');
  return {
    known,
    graceDays: days(grace),
    suspendedDays: days(rungs) - days(grace),
    earnDays: days(rungs.slice(0, lastEarning + 1)),
    mayBeUsedInGrace: grace.length > 0 && grace.every((rung) => rung.mayBeUsed),
    rungs,
  };
}

/** The first day of a window before the last day of a cycle: days, or whole calendar months. */
export function windowOpens(window: RenewalWindow, end: PartialDate): PlainDate {
  if ('months' in window) return addMonthsToDay(last(end), -window.months);
  return addDays(last(end), -window.days);
}

/** Days before the end from which the policy says that renewal is due; null where it says nothing. */
export function leadDaysOf(policy: Policy, end: PartialDate): number | null {
  if (policy.renewalWindow === null) return null;
  return daysBetween(windowOpens(policy.renewalWindow, end), last(end));
}
