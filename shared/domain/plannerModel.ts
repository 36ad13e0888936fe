import { versionFor, type Cycle } from '#shared/domain/cycle.ts';
import { requirementOf, type Ledger } from '#shared/domain/ledger.ts';
import type { Allocation, RequirementLedger } from '#shared/domain/ledgerRequirement.ts';
import { earnThrough, monthsUpTo, type DayRange } from '#shared/domain/ledgerWindow.ts';
import { last } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import { byCell, latest, slotRange, slotsOf } from '#shared/domain/plannerSlots.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Category, Conversion, Requirement } from '#shared/domain/policyParts.ts';
import {
  minutesOfUnit,
  toHundredths,
  type Hundredths,
  type UnitName,
} from '#shared/domain/units.ts';

/**
 * Clock time as whole ten-thousandths of a minute: units of every rate are whole numbers of them, so
 * that 50-minute and 60-minute hours can be set against each other without rounding.
 */
export type Ticks = number;
export const TICKS_PER_HOUR: Ticks = 600_000;

/** A credential's cycle that is still to be satisfied, with its ledger. */
export type OpenCycle = Readonly<{
  credentialId: string;
  title: string;
  policy: Policy;
  /** The credential's latest cycle, and the one before it. */
  cycle: Cycle;
  previous: Cycle | null;
  /** The ledger of `cycle`, on the day of the plan. */
  ledger: Ledger;
  allocations: readonly Allocation[];
}>;

/** Where units of an activity go: a requirement and a place in its tree; the last place is its root. */
export type Place = Readonly<{ requirement: number; node: number }>;

export type RuleKind = 'total' | 'category' | 'clock' | 'year' | 'category-year';

/** One thing that is asked: so many units at a place, of days within a range. */
export type PlanRule = Readonly<{
  kind: RuleKind;
  node: number;
  min: Hundredths;
  /** Which of the requirement's sums it is judged by. */
  sum: number;
  /** Days that are left for it. */
  days: DayRange;
  /** The same as slots of the cycle, both included. */
  slots: readonly [from: number, to: number];
}>;

/** The days whose units are added up together, and what they hold already. */
export type PlanSum = Readonly<{
  covers: (on: PlainDate) => boolean;
  /** Units at each place before any activity, by node: what was carried in. */
  carried: readonly Hundredths[];
}>;

/** One requirement as numbers: parts come before what they are part of, the root comes last. */
export type PlanRequirement = Readonly<{
  unit: string;
  conversion: Conversion;
  ticksPerUnit: Ticks;
  names: readonly (string | null)[];
  parents: readonly number[];
  max: readonly Hundredths[];
  /** What one activity counts at each place at most. */
  perActivityMax: readonly Hundredths[];
  sums: readonly PlanSum[];
  rules: readonly PlanRule[];
  /** Rules by stretch of slots and place, in the order of a need table's cells. */
  rulesAt: readonly (readonly number[])[];
}>;

export type PlanModel = Readonly<{
  credentialId: string;
  title: string;
  cycle: DayRange;
  /** The day by which units must be earned. */
  by: PlainDate;
  /** Stretches of days between which nothing begins or ends, in order. */
  slots: readonly DayRange[];
  requirements: readonly PlanRequirement[];
  /** Yearly minimums that were missed and cannot be mended any more, in words. */
  missed: readonly string[];
  /** The place for an allocation, by its unit and category. */
  placeOf: (allocation: Pick<Allocation, 'unit' | 'category'>) => Place;
}>;

/**
 * How clock time becomes units where a requirement does not say: a unit of a known length by that,
 * any other as an hour, as `activities.convert` has it.
 */
export function conversionOf({ unit, conversion }: Requirement): Conversion {
  if (conversion !== null) return conversion;
  const isKnown = Object.hasOwn(minutesOfUnit, unit);
  return {
    // Its own key, by the line above.
    minutesPerUnit: isKnown ? minutesOfUnit[unit as UnitName] : 60,
    rounding: { step: 0.01, mode: 'down' },
    stated: false,
  };
}

/**
 * A cycle's rules as the planner and the allocator weigh them; null when units can no longer be
 * earned for it on that day. Figures are the ledger's own, so that both say the same.
 */
export function planModel(open: OpenCycle, asOf: PlainDate): PlanModel | null {
  const policy = versionFor(open.policy, open.cycle.start);
  const { cycle } = open.ledger;
  const through = earnThrough(policy, cycle.end, null);
  if (through < asOf) return null;
  const by = cycle.end >= asOf ? cycle.end : through;
  const mandatory = policy.requirements.filter((requirement) => requirement.mandatory);
  const context: Context = { open, policy, asOf, by, through };
  const drafts = mandatory.map((requirement) => draftOf(context, requirement));
  const slots = slotsOf(drafts.flatMap((draft) => draft.rules.map(({ days }) => days)));

  return {
    credentialId: open.credentialId,
    title: open.title,
    cycle,
    by,
    slots,
    requirements: drafts.map((draft) => {
      const rules = draft.rules.map((rule) => ({ ...rule, slots: slotRange(slots, rule.days) }));
      return {
        ...draft.numbers,
        rules,
        rulesAt: byCell(rules, slots.length, draft.numbers.names.length),
      };
    }),
    missed: drafts.flatMap(({ missed }) => missed),
    placeOf: ({ unit = null, category }) => {
      const named = requirementOf(policy, { unit, category });
      const requirement = named === undefined ? -1 : mandatory.indexOf(named);
      const names = drafts[requirement]?.numbers.names ?? [];
      const node = category === null ? -1 : names.indexOf(category);
      return { requirement, node: node === -1 ? names.length - 1 : node };
    },
  };
}

type Context = Readonly<{
  open: OpenCycle;
  policy: Policy;
  asOf: PlainDate;
  by: PlainDate;
  through: PlainDate;
}>;
type DraftRule = Omit<PlanRule, 'slots'>;
type Draft = Readonly<{
  numbers: Omit<PlanRequirement, 'rules' | 'rulesAt'>;
  rules: readonly DraftRule[];
  missed: readonly string[];
}>;

function draftOf(context: Context, requirement: Requirement): Draft {
  const { open, policy, asOf, by, through } = context;
  const ledger = open.ledger.requirements[policy.requirements.indexOf(requirement)];
  if (!ledger) throw new Error('A ledger has every requirement of its policy.');
  const order = partsFirst(requirement.categories, null);
  const names = [...order.map(({ name }) => name), null];
  const root = order.length;
  const nodeOf = (name: string | null) => (name === null ? root : names.indexOf(name));
  const conversion = conversionOf(requirement);

  const usedThrough = requirement.rollingMonths === null ? usedBefore(context) : null;
  const counts = (on: PlainDate) =>
    on >= ledger.window.start && on <= through && (usedThrough === null || on > usedThrough);
  const start = latest(
    asOf,
    ledger.window.start,
    usedThrough === null ? asOf : addDays(usedThrough, 1),
  );
  const days: DayRange = { start, end: by };

  const nothing = names.map(() => 0);
  const carriedAt = (node: number) => nothing.map((_, at) => (at === node ? ledger.carriedIn : 0));
  const refiledAs = nodeOf(requirement.carryOver?.intoCategory ?? null);
  const sums: PlanSum[] = [{ covers: counts, carried: carriedAt(refiledAs) }];
  const sumOf = (sum: PlanSum) => sums.push(sum) - 1;
  const rules: DraftRule[] = [{ kind: 'total', node: root, min: ledger.total, sum: 0, days }];
  const missed: string[] = [];

  let uncarried: number | null = null;
  for (const [node, category] of order.entries()) {
    const min = ledger.categories.find(({ name }) => name === category.name)?.min ?? 0;
    if (min === 0) continue;
    if (category.minEveryMonths !== null) {
      const clock = monthsUpTo(ledger.window.end, category.minEveryMonths);
      const sum = sumOf({
        covers: (on) => on >= clock.start && on <= through,
        carried: nothing,
      });
      const left = { start: latest(start, clock.start), end: by };
      rules.push({ kind: 'clock', node, min, sum, days: left });
    } else if (category.carryOverAllowed || ledger.carriedIn === 0) {
      rules.push({ kind: 'category', node, min, sum: 0, days });
    } else {
      uncarried ??= sumOf({ covers: counts, carried: nothing });
      rules.push({ kind: 'category', node, min, sum: uncarried, days });
    }
  }

  for (const [index, year] of ledger.years.entries()) {
    const isLast = year.end === ledger.window.end;
    const isCarried = index === 0 && requirement.carryOver?.towardYearMinimum === true;
    const asked = yearRules(ledger, year.start, order);
    if (asked.length === 0) continue;
    const end = isLast ? by : year.end;
    if (end < asOf || (isLast && by < start)) {
      missed.push(
        ...asked.filter(({ met }) => !met).map((rule) => missedWords(ledger, rule, year)),
      );
      continue;
    }
    const sum = sumOf({
      covers: (on) => counts(on) && on >= year.start && (on <= year.end || isLast),
      carried: isCarried ? carriedAt(root) : nothing,
    });
    const left = { start: latest(start, year.start), end };
    for (const { name, min } of asked) {
      const kind = name === null ? 'year' : 'category-year';
      rules.push({ kind, node: nodeOf(name), min, sum, days: left });
    }
  }

  return {
    numbers: {
      unit: requirement.unit,
      conversion,
      ticksPerUnit: Math.round(conversion.minutesPerUnit * 100),
      names,
      parents: [...order.map(({ within }) => nodeOf(within)), -1],
      max: [
        ...order.map(({ max }) => (max === null ? Number.POSITIVE_INFINITY : toHundredths(max))),
        Number.POSITIVE_INFINITY,
      ],
      perActivityMax: [
        ...order.map(({ perActivityMax: most }) =>
          most === null ? Number.POSITIVE_INFINITY : toHundredths(most),
        ),
        Number.POSITIVE_INFINITY,
      ],
      sums,
    },
    rules: rules.filter((rule) => rule.min > 0 && rule.days.start <= rule.days.end),
    missed,
  };
}

type YearRule = Readonly<{
  name: string | null;
  min: Hundredths;
  counted: Hundredths;
  met: boolean;
}>;

/** What is asked in the year that starts then: of the whole, and of each category. */
function yearRules(
  ledger: RequirementLedger,
  start: PlainDate,
  order: readonly Category[],
): YearRule[] {
  const whole = { name: null, years: ledger.years };
  const parts = order.flatMap(
    ({ name }) => ledger.categories.find((item) => item.name === name) ?? [],
  );
  return [whole, ...parts].flatMap(({ name, years }) => {
    const year = years.find((item) => item.start === start);
    return !year?.min ? [] : [{ name, min: year.min, counted: year.counted, met: year.met }];
  });
}

function missedWords(ledger: RequirementLedger, rule: YearRule, year: DayRange): string {
  const what = rule.name === null ? ledger.unit : `${ledger.unit} in ${rule.name}`;
  const short = (rule.min - rule.counted) / 100;
  return `The year to ${year.end} fell ${short} ${what} short, which can no longer be mended`;
}

/** The last day whose units went into the cycle before. */
function usedBefore({ open }: Context): PlainDate | null {
  const { previous, cycle } = open;
  if (previous === null || previous.end === null) return null;
  return earnThrough(versionFor(open.policy, previous.start), last(previous.end), cycle);
}

function partsFirst(categories: readonly Category[], within: string | null): Category[] {
  return categories
    .filter((category) => category.within === within)
    .flatMap((category) => [...partsFirst(categories, category.name), category]);
}
