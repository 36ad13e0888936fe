import type { PlanModel, Ticks } from '#shared/domain/plannerModel.ts';
import { cellOf, type NeedTable } from '#shared/domain/plannerNeed.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Hundredths } from '#shared/domain/units.ts';

/** Units of one place of a cycle, by the planned days that they come from. */
export type Spread = Readonly<{
  requirement: number;
  node: number;
  units: readonly Hundredths[];
  /** The first day on which the hours would count all the same; null where none count here. */
  from: readonly (PlainDate | null)[];
}>;

/** A place of the cycle: the cycle itself is the last one and the parent of every root. */
type Place = Readonly<{ requirement: number; node: number; parent: number }>;
type Demand = Readonly<{
  place: number;
  days: readonly [number, number];
  ticks: Ticks;
  width: number;
}>;

/**
 * Puts planned hours to use for one cycle: in which category they count. Narrow stretches of days
 * and innermost categories first; each draws on hours of the nearest category around it, which have
 * the fewest other uses, and among those on the earliest.
 */
export function spreadHours(
  model: PlanModel,
  tables: readonly NeedTable[],
  hours: readonly Readonly<{ on: PlainDate; ticks: Ticks }>[],
): Spread[] {
  const { places, firstOf } = placesOf(model);
  const slotOf = hours.map(({ on }) =>
    model.slots.findIndex(({ start, end }) => start <= on && on <= end),
  );
  const held = places.map(() => new Float64Array(hours.length));
  const unused = Float64Array.from(hours, ({ ticks }, day) => (slotOf[day] === -1 ? 0 : ticks));
  held.push(unused);

  for (const { place, days, ticks } of demandsOf(model, tables, firstOf)) {
    const isIn = (day: number) => {
      const slot = slotOf[day] ?? -1;
      return slot >= days[0] && slot <= days[1];
    };
    let lack = ticks;
    for (const [at, amounts] of held.entries()) {
      if (isWithin(places, at, place)) lack -= sumWhere(amounts, isIn);
    }
    for (
      let from = parentOf(places, place);
      lack > 0 && from !== -1;
      from = parentOf(places, from)
    ) {
      lack -= move(held[from], held[place], lack, isIn);
    }
  }

  return places.flatMap(({ requirement, node }, place) => {
    const amounts = held[place] ?? new Float64Array();
    const units = inUnits(amounts, model.requirements[requirement]?.ticksPerUnit ?? 1);
    if (units.every((part) => part === 0)) return [];
    const from = units.map((part, day) =>
      part === 0 ? null : (model.slots[slotOf[day] ?? -1]?.start ?? null),
    );
    return [{ requirement, node, units, from }];
  });
}

function placesOf(model: PlanModel): Readonly<{ places: Place[]; firstOf: number[] }> {
  const firstOf: number[] = [];
  let count = 0;
  for (const { names } of model.requirements) {
    firstOf.push(count);
    count += names.length;
  }
  const places = model.requirements.flatMap(({ parents }, requirement) =>
    parents.map((parent, node) => ({
      requirement,
      node,
      parent: parent === -1 ? count : (firstOf[requirement] ?? 0) + parent,
    })),
  );
  return { places, firstOf };
}

/** What rules ask by themselves; what follows from others needs no asking. */
function demandsOf(
  model: PlanModel,
  tables: readonly NeedTable[],
  firstOf: readonly number[],
): Demand[] {
  const demands: Demand[] = [];
  for (const [index, table] of tables.entries()) {
    for (let from = 0; from < table.slots; from += 1) {
      for (let to = from; to < table.slots; to += 1) {
        for (let node = 0; node < table.places; node += 1) {
          const cell = cellOf(table, from, to, node);
          const units = table.need[cell] ?? 0;
          if (units === 0) continue;
          demands.push({
            place: (firstOf[index] ?? 0) + node,
            days: [from, to],
            ticks: units * (model.requirements[index]?.ticksPerUnit ?? 0),
            width: to - from,
          });
        }
      }
    }
  }
  // Sorting is stable: of one width, parts come before what they are part of.
  return demands.toSorted((a, b) => a.width - b.width);
}

function parentOf(places: readonly Place[], place: number): number {
  return places[place]?.parent ?? -1;
}

function isWithin(places: readonly Place[], place: number, ancestor: number): boolean {
  for (let at = place; at !== -1; at = parentOf(places, at)) if (at === ancestor) return true;
  return false;
}

function sumWhere(amounts: Float64Array, isIn: (day: number) => boolean): Ticks {
  let sum = 0;
  for (const [day, ticks] of amounts.entries()) if (ticks > 0 && isIn(day)) sum += ticks;
  return sum;
}

/** Moves at most so much, earliest first; says how much it was. */
function move(
  source: Float64Array | undefined,
  target: Float64Array | undefined,
  most: Ticks,
  isIn: (day: number) => boolean,
): Ticks {
  if (!source || !target) return 0;
  let moved = 0;
  for (let day = 0; day < source.length && moved < most; day += 1) {
    const ticks = Math.min(source[day] ?? 0, most - moved);
    if (ticks === 0 || !isIn(day)) continue;
    source[day] = (source[day] ?? 0) - ticks;
    target[day] = (target[day] ?? 0) + ticks;
    moved += ticks;
  }
  return moved;
}

/** Ticks as units whose sum is exact: what a day leaves over goes to the next. */
function inUnits(amounts: Float64Array, ticksPerUnit: Ticks): Hundredths[] {
  let sum = 0;
  let given = 0;
  return Array.from(amounts, (ticks) => {
    sum += ticks;
    const units = Math.floor(sum / ticksPerUnit) - given;
    given += units;
    return units;
  });
}
