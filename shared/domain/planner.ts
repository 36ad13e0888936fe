import { coverOf, type Asked } from '#shared/domain/plannerCover.ts';
import { spreadHours, type Spread } from '#shared/domain/plannerSpread.ts';
import { bindingWords } from '#shared/domain/plannerWords.ts';
import { TICKS_PER_HOUR, type PlanModel, type Ticks } from '#shared/domain/plannerModel.ts';
import {
  needTables,
  ticksNeeded,
  type NeedTable,
  type PlanState,
} from '#shared/domain/plannerNeed.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Hundredths } from '#shared/domain/units.ts';

export type PlannedCycle = Readonly<{ model: PlanModel; state: PlanState }>;

export type PlannedUnits = Readonly<{
  unit: string;
  /** Null: any category. */
  category: string | null;
  units: Hundredths;
}>;

export type Plan = Readonly<{
  /** Hundredths of an hour, rounded up: the least that satisfies every cycle. */
  hours: Hundredths;
  /** The same if no hour counted towards more than one credential. */
  hoursApart: Hundredths;
  /** Hours to be spent in these days, soonest first, and what they count for. */
  items: readonly Readonly<{
    hours: Hundredths;
    from: PlainDate;
    by: PlainDate;
    counts: readonly (PlannedUnits & Readonly<{ credentialId: string; title: string }>)[];
  }>[];
  /** Cycles that need units, or that missed a yearly minimum. */
  perCredential: readonly Readonly<{
    credentialId: string;
    title: string;
    need: readonly PlannedUnits[];
    by: PlainDate;
    bindingRule: string;
  }>[];
  /** The rules that make the total what it is: their hours, in different days, add up to it. */
  binding: readonly Readonly<{
    credentialId: string;
    title: string;
    rule: string;
    hours: Hundredths;
    by: PlainDate;
  }>[];
}>;

const TICKS_PER_HUNDREDTH = TICKS_PER_HOUR / 100;

/**
 * The renewal planner (domain.md section 3): the least further hours that satisfy all these cycles,
 * an hour counting once towards every credential whose days it falls in, in one category of each.
 * Hours are taken as fluid: how single activities are rounded is not known before they are chosen.
 */
export function planRenewals(cycles: readonly PlannedCycle[]): Plan {
  const tables = cycles.map(({ model, state }) => needTables(model, state));
  const { hours, proof } = coverOf(
    cycles.flatMap(({ model }, at) => asks(model, tables[at] ?? [], at)),
  );
  const spreads = cycles.map(({ model }, at) => spreadHours(model, tables[at] ?? [], hours));
  const sizes = inHundredths(hours.map(({ ticks }) => ticks));
  const apart = cycles.reduce((sum, { model }, at) => sum + whole(model, tables[at] ?? []), 0);

  return {
    hours: Math.ceil(hours.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_HUNDREDTH),
    hoursApart: Math.ceil(apart / TICKS_PER_HUNDREDTH),
    items: hours.map(({ on }, index) => {
      const parts = spreads.flatMap((spread, at) => {
        const model = cycles[at]?.model;
        return model ? countsOf(model, spread, index) : [];
      });
      return {
        hours: sizes[index] ?? 0,
        from: parts.reduce(
          (day, part) => (part.from > day ? part.from : day),
          parts[0]?.from ?? on,
        ),
        by: on,
        counts: parts.map(({ count }) => count),
      };
    }),
    perCredential: cycles.flatMap(({ model }, at) =>
      needOf(model, tables[at] ?? [], spreads[at] ?? []),
    ),
    binding: proof.flatMap(({ of, from, to, ticks, end }) => {
      const model = cycles[of]?.model;
      if (!model) return [];
      return {
        credentialId: model.credentialId,
        title: model.title,
        rule: bindingWords(model, tables[of] ?? [], from, to),
        hours: Math.ceil(ticks / TICKS_PER_HUNDREDTH),
        by: end,
      };
    }),
  };
}

/**
 * When a cycle's hours fall due if nothing is shared: by the ends of the years that ask for a
 * minimum, the rest by its own end.
 */
export function hoursByDeadline({
  model,
  state,
}: PlannedCycle): Readonly<{ by: PlainDate; ticks: Ticks }>[] {
  const tables = needTables(model, state);
  let before = 0;
  return model.slots.flatMap(({ end }, slot) => {
    const ticks = ticksNeeded(model, tables, 0, slot) - before;
    before += ticks;
    return ticks > 0 ? [{ by: end, ticks }] : [];
  });
}

/** What a cycle asks of every stretch of days, where that is more than its parts ask. */
function asks(model: PlanModel, tables: readonly NeedTable[], of: number): Asked[] {
  const asked: Asked[] = [];
  for (const [from, { start }] of model.slots.entries()) {
    for (let to = from; to < model.slots.length; to += 1) {
      const ticks = ticksNeeded(model, tables, from, to);
      const end = model.slots[to]?.end;
      if (ticks > 0 && end !== undefined) asked.push({ of, from, to, start, end, ticks });
    }
  }
  return asked;
}

function whole(model: PlanModel, tables: readonly NeedTable[]): Ticks {
  const end = model.slots.length - 1;
  return end < 0 ? 0 : ticksNeeded(model, tables, 0, end);
}

type Part = Readonly<{
  count: Plan['items'][number]['counts'][number];
  /** The first day on which it would count all the same. */
  from: PlainDate;
}>;

function countsOf(model: PlanModel, spread: readonly Spread[], index: number): Part[] {
  return spread.flatMap(({ requirement, node, units, from }) => {
    const here = units[index] ?? 0;
    const rules = model.requirements[requirement];
    const start = from[index];
    if (here === 0 || !rules || !start) return [];
    const count = {
      credentialId: model.credentialId,
      title: model.title,
      unit: rules.unit,
      category: rules.names[node] ?? null,
      units: here,
    };
    return { count, from: start };
  });
}

function needOf(
  model: PlanModel,
  tables: readonly NeedTable[],
  spread: readonly Spread[],
): Plan['perCredential'][number][] {
  const need = spread.map(({ requirement, node, units }) => ({
    unit: model.requirements[requirement]?.unit ?? '',
    category: model.requirements[requirement]?.names[node] ?? null,
    units: units.reduce((sum, part) => sum + part, 0),
  }));
  if (need.length === 0 && model.missed.length === 0) return [];
  const binding = need.length === 0 ? '' : bindingWords(model, tables, 0, model.slots.length - 1);
  return [
    {
      credentialId: model.credentialId,
      title: model.title,
      need,
      by: model.by,
      bindingRule: [binding, ...model.missed].filter((words) => words !== '').join('. '),
    },
  ];
}

/** Amounts as hundredths of an hour whose sum is the sum of the amounts, rounded up once. */
function inHundredths(ticks: readonly Ticks[]): Hundredths[] {
  let sum = 0;
  let given = 0;
  return ticks.map((part) => {
    sum += part;
    const size = Math.ceil(sum / TICKS_PER_HUNDREDTH) - given;
    given += size;
    return size;
  });
}
