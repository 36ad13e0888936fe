import { AppError } from '#shared/appError.ts';
import { versionFor, type Cycle } from '#shared/domain/cycle.ts';
import type { LedgerChoices } from '#shared/domain/ledgerChoices.ts';
import {
  judgeRequirement,
  type Allocation,
  type RequirementLedger,
} from '#shared/domain/ledgerRequirement.ts';
import { earnThrough, windowOf, type DayRange } from '#shared/domain/ledgerWindow.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Requirement } from '#shared/domain/policyParts.ts';
import { fromHundredths, type Hundredths } from '#shared/domain/units.ts';

/** Why units count or do not; what is not counted is kept and shown. */
export type AllocationFlag = 'counted' | 'before-start' | 'after-end' | 'already-used';

export type FlaggedAllocation = Readonly<{
  id: string;
  flag: AllocationFlag;
  /** False: the category is none of the policy's, so the units count as uncategorised. */
  isCategoryKnown: boolean;
}>;

export type LedgerRequest = Readonly<{
  policy: Policy;
  cycle: Cycle;
  allocations: readonly Allocation[];
  asOf: PlainDate;
  /** Carried over from the cycle before. */
  carriedIn?: Hundredths;
  /** Units of days up to this one were used in an earlier cycle. */
  usedThrough?: PlainDate | null;
  /** Units of days up to this one may count; by default the end, and grace that allows earning. */
  earnThrough?: PlainDate;
  isFirstCycle?: boolean;
  choices?: LedgerChoices;
}>;

export type Ledger = Readonly<{
  cycle: DayRange;
  /** Every requirement that is more than a recommendation is met. */
  met: boolean;
  requirements: readonly RequirementLedger[];
  allocations: readonly FlaggedAllocation[];
}>;

/**
 * The ledger of one cycle on a day: rules 1 to 6 of domain.md section 3, in whole hundredths. The
 * order of allocations does not matter, and adding one never lowers what counts.
 * @throws AppError refused when the cycle has no end
 */
export function computeLedger(request: LedgerRequest): Ledger {
  const policy = versionFor(request.policy, request.cycle.start);
  const cycle = rangeOf(policy, request.cycle);
  const through = request.earnThrough ?? earnThrough(policy, cycle.end, null);
  const [primary] = policy.requirements;
  const carrying = policy.requirements.find((item) => item.carryOver !== null) ?? primary;

  const flagged = new Map<string, FlaggedAllocation>();
  const byRequirement = Map.groupBy(request.allocations, (item) => requirementOf(policy, item));
  const requirements = policy.requirements.map((requirement) => {
    const own = byRequirement.get(requirement) ?? [];
    const window = windowOf(requirement, cycle);
    // A rolling window takes in earlier cycles by its nature.
    const usedThrough = requirement.rollingMonths === null ? (request.usedThrough ?? null) : null;
    const names = new Set(requirement.categories.map(({ name }) => name));
    const counted: Allocation[] = [];
    for (const item of own) {
      const { id, on, category } = item;
      const flag = flagOf(on, window, through, usedThrough);
      const isCategoryKnown =
        category === null || category === requirement.unit || names.has(category);
      flagged.set(id, { id, flag, isCategoryKnown });
      if (flag === 'counted') counted.push(item);
    }
    return judgeRequirement({
      policy,
      requirement,
      cycle,
      window,
      counted,
      allocations: own.filter((item) => item.on <= through),
      carriedIn: requirement === carrying ? (request.carriedIn ?? 0) : 0,
      asOf: request.asOf,
      isFirstCycle: request.isFirstCycle ?? false,
      choices: request.choices ?? {},
    });
  });
  return {
    cycle,
    met: requirements.every((item) => item.met || !item.mandatory),
    requirements,
    allocations: request.allocations.flatMap((item) => flagged.get(item.id) ?? []),
  };
}

/**
 * The ledgers of all cycles of a credential, oldest first: what one carries out the next carries in,
 * and no unit counts in two (domain.md section 3).
 * @throws AppError refused when a cycle has no end
 */
export function computeLedgers(
  request: Readonly<{
    policy: Policy;
    cycles: readonly Cycle[];
    allocations: readonly Allocation[];
    asOf: PlainDate;
    choices?: LedgerChoices;
  }>,
): Ledger[] {
  const cycles = request.cycles.toSorted((a, b) => (first(a.start) < first(b.start) ? -1 : 1));
  const ledgers: Ledger[] = [];
  let usedThrough: PlainDate | null = null;
  let carriedIn = 0;
  for (const [index, cycle] of cycles.entries()) {
    const next = cycles[index + 1] ?? null;
    const policy = versionFor(request.policy, cycle.start);
    const through = earnThrough(policy, rangeOf(policy, cycle).end, next);
    const ledger = computeLedger({
      ...request,
      cycle,
      carriedIn,
      usedThrough,
      earnThrough: through,
      isFirstCycle: index === 0,
    });
    ledgers.push(ledger);
    carriedIn = next === null ? 0 : carryInto(policy, ledger, next);
    usedThrough = through;
  }
  return ledgers;
}

/** The shape of `ledger --json` (cli.md): decimals, and nothing that is not promised there. */
export function ledgerToJson(credentialId: string, ledger: Ledger) {
  return {
    credentialId,
    cycle: ledger.cycle,
    requirements: ledger.requirements.map((item) => ({
      unit: item.unit,
      total: fromHundredths(item.total),
      counted: fromHundredths(item.counted),
      carriedIn: fromHundredths(item.carriedIn),
      remaining: fromHundredths(item.remaining),
      met: item.met,
      categories: item.categories.map((category) => ({
        name: category.name,
        raw: fromHundredths(category.raw),
        counted: fromHundredths(category.counted),
        min: decimal(category.min),
        max: decimal(category.max),
        met: category.met,
      })),
      years: item.years.map((year) => ({
        start: year.start,
        end: year.end,
        counted: fromHundredths(year.counted),
        min: decimal(year.min),
        met: year.met,
      })),
      pace: {
        expected: fromHundredths(item.pace.expected),
        onTrack: item.pace.onTrack,
        perMonth: fromHundredths(item.pace.perMonth),
      },
      carryOut: fromHundredths(item.carryOut),
    })),
  };
}

function decimal(units: Hundredths | null): number | null {
  return units === null ? null : fromHundredths(units);
}

function rangeOf(policy: Policy, cycle: Cycle): DayRange {
  if (cycle.end === null) {
    const name = policy.abbreviation ?? policy.name;
    throw new AppError('refused', `${name} has no cycle that ends, so there is no ledger to keep.`);
  }
  return { start: first(cycle.start), end: last(cycle.end) };
}

function flagOf(
  on: PlainDate,
  window: DayRange,
  through: PlainDate,
  usedThrough: PlainDate | null,
): AllocationFlag {
  if (on < window.start) return 'before-start';
  if (on > through) return 'after-end';
  if (usedThrough !== null && on <= usedThrough) return 'already-used';
  return 'counted';
}

/** The requirement that an allocation is for: the one of its unit, else the policy's first. */
export function requirementOf(
  policy: Policy,
  allocation: Pick<Allocation, 'unit' | 'category'>,
): Requirement | undefined {
  const { unit = null, category } = allocation;
  const named = policy.requirements.find((item) => item.unit === (unit ?? category));
  return named ?? policy.requirements[0];
}

function carryInto(policy: Policy, ledger: Ledger, next: Cycle): Hundredths {
  const index = policy.requirements.findIndex((item) => item.carryOver !== null);
  const carryOver = policy.requirements[index]?.carryOver;
  const renewedOn = next.renewedOn === null ? null : last(next.renewedOn);
  const isLate = renewedOn !== null && renewedOn > ledger.cycle.end;
  if (carryOver?.onlyIfActive && isLate) return 0;
  return ledger.requirements[index]?.carryOut ?? 0;
}
