import type { LedgerChoices } from '#shared/domain/ledgerChoices.ts';
import {
  innermostMissing,
  isWithin,
  neededForMinimums,
  sumTree,
  type Entry,
} from '#shared/domain/ledgerTree.ts';
import {
  isIn,
  monthsBegun,
  monthsUpTo,
  yearsOf,
  type DayRange,
  type YearRange,
} from '#shared/domain/ledgerWindow.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Category, Requirement } from '#shared/domain/policyParts.ts';
import { toHundredths, type Hundredths } from '#shared/domain/units.ts';

/** Units of one activity that count towards one credential. */
export type Allocation = Readonly<{
  id: string;
  /** The activity's day. */
  on: PlainDate;
  units: Hundredths;
  category: string | null;
  /** The requirement's unit, where a policy asks for more than one; null: its first. */
  unit?: string | null;
}>;

/** A month of the pace, in days (domain.md section 3, rule 6). */
const MONTH_DAYS = 30.4375;

export type YearLedger = DayRange &
  Readonly<{ counted: Hundredths; min: Hundredths | null; met: boolean; isFinished: boolean }>;

export type CategoryLedger = Readonly<{
  name: string;
  within: string | null;
  raw: Hundredths;
  counted: Hundredths;
  min: Hundredths | null;
  max: Hundredths | null;
  /** What is set against the minimum: counted, or what its own clock and carry-over leave. */
  towardMin: Hundredths;
  met: boolean;
  /** Empty where the category has no yearly minimum of its own. */
  years: readonly YearLedger[];
}>;

export type RequirementLedger = Readonly<{
  unit: string;
  mandatory: boolean;
  window: DayRange;
  total: Hundredths;
  counted: Hundredths;
  carriedIn: Hundredths;
  remaining: Hundredths;
  /**
   * As `remaining`, but a category's lack and that of its parts are both filled, and what lies in a
   * block that is not full yet is taken to count, since its minimum fills the block.
   */
  needed: Hundredths;
  met: boolean;
  categories: readonly CategoryLedger[];
  years: readonly YearLedger[];
  pace: Readonly<{ expected: Hundredths; onTrack: boolean; perMonth: Hundredths }>;
  carryOut: Hundredths;
  /** Other ways that ask for units: what they would still take. */
  alternatives: readonly Readonly<{ text: string; total: Hundredths; remaining: Hundredths }>[];
}>;

export type RequirementRequest = Readonly<{
  policy: Policy;
  requirement: Requirement;
  cycle: DayRange;
  window: DayRange;
  /** Allocations that count in the window. */
  counted: readonly Allocation[];
  /** All of this requirement's, for categories with a clock of their own. */
  allocations: readonly Allocation[];
  carriedIn: Hundredths;
  asOf: PlainDate;
  isFirstCycle: boolean;
  choices: LedgerChoices;
}>;

/** Rules 1 to 6 of the ledger for one requirement (domain.md section 3). */
export function judgeRequirement(request: RequirementRequest): RequirementLedger {
  const { policy, requirement, window, counted: items, carriedIn } = request;
  const share = shareOf(request);
  const total = scaled(totalOf(requirement, request.choices), share) ?? 0;
  const refiledAs = requirement.carryOver?.intoCategory ?? null;
  const entries: Entry[] = [...items, { category: refiledAs, units: carriedIn, isCarried: true }];
  const sums = sumTree(requirement.categories, entries);
  const years = yearsOf(policy.basis, window);

  const categories = requirement.categories.map((category): CategoryLedger => {
    const { raw, counted } = sums.byName.get(category.name) ?? { raw: 0, counted: 0 };
    const min = scaled(minOf(requirement, category, request.choices), share);
    const towardMin = towardMinOf(request, category, counted);
    const { perYearMin } = category;
    const yearly = perYearMin === null ? [] : judgeYears(request, years, perYearMin, category);
    return {
      name: category.name,
      within: category.within,
      raw,
      counted,
      min,
      max: hundredthsOrNull(category.max),
      towardMin,
      met: towardMin >= (min ?? 0) && areFinishedMet(yearly),
      years: yearly,
    };
  });
  const missing = new Map(
    categories.map(({ name, min, towardMin }) => [name, Math.max((min ?? 0) - towardMin, 0)]),
  );
  const toTotal = Math.max(total - sums.counted, 0);
  const remaining = Math.max(toTotal, innermostMissing(requirement.categories, missing));
  const yearly = judgeYears(request, years, requirement.perYearMin, null);
  return {
    unit: requirement.unit,
    mandatory: requirement.mandatory,
    window,
    total,
    counted: sums.counted,
    carriedIn,
    remaining,
    needed: requirement.categories.some(({ block }) => block !== null)
      ? judgeRequirement({ ...request, requirement: withoutBlocks(requirement) }).needed
      : Math.max(toTotal, neededForMinimums(requirement.categories, missing)),
    met: sums.counted >= total && categories.every((item) => item.met) && areFinishedMet(yearly),
    categories,
    years: yearly,
    pace: paceOf(total, sums.counted, remaining, window, request.asOf),
    carryOut: carryOutOf(request, sums.counted - total),
    alternatives: policy.alternatives.flatMap(({ text, total: other }) =>
      other === null
        ? []
        : {
            text,
            total: toHundredths(other),
            remaining: Math.max(toHundredths(other) - sums.counted, 0),
          },
    ),
  };
}

type Share = Readonly<{ part: number; whole: number }>;

/** How much of the figures a first cycle asks for: all, none, or by the months that it runs. */
function shareOf({ policy, isFirstCycle, cycle }: RequirementRequest): Share {
  const whole = policy.cycleMonths ?? 1;
  if (!isFirstCycle) return { part: whole, whole };
  if (policy.firstCycle === 'exempt') return { part: 0, whole };
  if (policy.firstCycle === 'prorated') return { part: Math.min(monthsBegun(cycle), whole), whole };
  return { part: whole, whole };
}

function scaled(units: number | null, { part, whole }: Share): Hundredths | null {
  return units === null ? null : Math.round((toHundredths(units) * part) / whole);
}

function totalOf(requirement: Requirement, choices: LedgerChoices): number {
  const chosen = requirement.totals.find(({ when }) => when === choices.totalWhen);
  const held = requirement.perHeld === null ? 1 : (choices.held ?? 1);
  return (chosen?.total ?? requirement.total) * held + addOnOf(requirement, choices);
}

function minOf(
  requirement: Requirement,
  { name, min }: Category,
  choices: LedgerChoices,
): number | null {
  if (name !== requirement.addOnCategory) return min;
  return (min ?? 0) + addOnOf(requirement, choices);
}

function addOnOf({ addOnPerExtraTrack }: Requirement, { extraTracks }: LedgerChoices): number {
  return (addOnPerExtraTrack ?? 0) * (extraTracks ?? 0);
}

function withoutBlocks(requirement: Requirement): Requirement {
  if (requirement.categories.every(({ block }) => block === null)) return requirement;
  const categories = requirement.categories.map((category) => ({ ...category, block: null }));
  return { ...requirement, categories };
}

/** What meets a category's minimum: on its own clock, and without what may not be carried over. */
function towardMinOf(
  { requirement, window, counted, allocations, carriedIn }: RequirementRequest,
  category: Category,
  inCycle: Hundredths,
): Hundredths {
  if (category.minEveryMonths !== null) {
    const clock = monthsUpTo(window.end, category.minEveryMonths);
    const dated = allocations.filter((item) => item.on >= clock.start);
    return sumTree(requirement.categories, dated).byName.get(category.name)?.counted ?? 0;
  }
  if (category.carryOverAllowed || carriedIn === 0) return inCycle;
  return sumTree(requirement.categories, counted).byName.get(category.name)?.counted ?? 0;
}

function judgeYears(
  request: RequirementRequest,
  years: readonly YearRange[],
  perYearMin: number | null,
  category: Category | null,
): YearLedger[] {
  const { requirement, window, carriedIn, asOf } = request;
  const isExempt = request.isFirstCycle && request.policy.firstCycle === 'exempt';
  // A block is filled over the whole cycle, whatever one year holds of it.
  const { categories } = withoutBlocks(requirement);
  return years.map(({ start, end, isWhole }, index) => {
    // Units that grace allows after the end belong to the last year.
    const items = request.counted.filter(
      ({ on }) => isIn(on, { start, end }) || (end === window.end && on > end),
    );
    const isCarried = index === 0 && category === null && requirement.carryOver?.towardYearMinimum;
    const carried: Entry[] = isCarried ? [{ category: null, units: carriedIn }] : [];
    const sums = sumTree(categories, [...items, ...carried]);
    const counted =
      category === null ? sums.counted : (sums.byName.get(category.name)?.counted ?? 0);
    const min = isWhole && !isExempt ? hundredthsOrNull(perYearMin) : null;
    return { start, end, counted, min, met: counted >= (min ?? 0), isFinished: end < asOf };
  });
}

function areFinishedMet(years: readonly YearLedger[]): boolean {
  return years.every((year) => year.met || !year.isFinished);
}

function paceOf(
  total: Hundredths,
  counted: Hundredths,
  remaining: Hundredths,
  { start, end }: DayRange,
  asOf: PlainDate,
): RequirementLedger['pace'] {
  const days = Math.max(daysBetween(start, end), 1);
  const elapsed = Math.min(Math.max(daysBetween(start, asOf), 0), days);
  const monthsLeft = Math.max(1, daysBetween(asOf, end) / MONTH_DAYS);
  return {
    expected: Math.round((total * elapsed) / days),
    // Compared before rounding: nobody falls behind by half a hundredth.
    onTrack: counted * days >= total * elapsed,
    perMonth: Math.round(remaining / monthsLeft),
  };
}

function carryOutOf(
  { requirement, window, counted }: RequirementRequest,
  surplus: Hundredths,
): Hundredths {
  const { carryOver, categories } = requirement;
  if (carryOver === null) return 0;
  const { windowMonths: months, fromCategory: source } = carryOver;
  const range = months === null ? null : monthsUpTo(window.end, months);
  const dated = counted
    .filter(({ on }) => range === null || isIn(on, range))
    .filter(({ category }) => source === null || isWithin(categories, category, source))
    .reduce((sum, { units }) => sum + units, 0);
  return Math.max(0, Math.min(surplus, toHundredths(carryOver.max), dated));
}

function hundredthsOrNull(units: number | null): Hundredths | null {
  return units === null ? null : toHundredths(units);
}
