import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import type { PlanModel, PlanRequirement, Ticks } from '#shared/domain/plannerModel.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Hundredths } from '#shared/domain/units.ts';

/** Own units of every place, by requirement; `sum * places + place` within one. */
export type PlanState = readonly Float64Array[];

/** Where an activity's units go in a state: these cells of that requirement. */
export type Cells = Readonly<{
  requirement: number;
  cells: readonly number[];
  /** What one activity counts there at most. */
  most: Hundredths;
}>;

/**
 * What a requirement still needs, in hundredths: for every stretch of slots and every place, the
 * least units dated in the stretch that must go to the place or its parts.
 */
export type NeedTable = Readonly<{
  places: number;
  slots: number;
  need: Float64Array;
  /** The rule that asks for it by itself; -1 where it follows from parts or shorter stretches. */
  because: Int16Array;
}>;

/** The cell of a table: slots from..to, place. */
export function cellOf(table: NeedTable, from: number, to: number, place: number): number {
  return (from * table.slots + to) * table.places + place;
}

/** A state that holds nothing but what was carried in. */
export function carriedState(model: PlanModel): PlanState {
  return model.requirements.map(({ sums }) =>
    Float64Array.from(sums.flatMap((sum) => sum.carried)),
  );
}

/** A state that holds these allocations too; those that do not count are left out. */
export function stateOf(
  model: PlanModel,
  allocations: readonly Pick<Allocation, 'on' | 'unit' | 'category' | 'units'>[],
): PlanState {
  const state = carriedState(model);
  for (const allocation of allocations) {
    const cells = cellsOf(model, allocation, allocation.on);
    if (cells) addTo(state, cells, Math.min(allocation.units, cells.most));
  }
  return state;
}

/** Where units of a unit and category on a day would go; null when they would not count. */
export function cellsOf(
  model: PlanModel,
  to: Pick<Allocation, 'unit' | 'category'>,
  on: PlainDate,
): Cells | null {
  const place = model.placeOf(to);
  const requirement = model.requirements[place.requirement];
  if (!requirement) return null;
  const cells = requirement.sums.flatMap((sum, index) =>
    sum.covers(on) ? [index * requirement.names.length + place.node] : [],
  );
  const most = requirement.perActivityMax[place.node] ?? Number.POSITIVE_INFINITY;
  return cells.length === 0 ? null : { requirement: place.requirement, cells, most };
}

/** Adds units to a state in place; negative takes them away. */
export function addTo(state: PlanState, { requirement, cells }: Cells, units: Hundredths): void {
  const own = state[requirement];
  if (own) for (const cell of cells) own[cell] = (own[cell] ?? 0) + units;
}

/** The tables of all requirements of a cycle. */
export function needTables(model: PlanModel, state: PlanState): NeedTable[] {
  return model.requirements.map((requirement, index) =>
    needTable(requirement, model.slots.length, state[index] ?? new Float64Array()),
  );
}

/** Clock time that a cycle needs within a stretch of its slots: no hour counts in two requirements. */
export function ticksNeeded(
  model: PlanModel,
  tables: readonly NeedTable[],
  from: number,
  to: number,
): Ticks {
  let ticks = 0;
  for (const [index, table] of tables.entries()) {
    const units = table.need[cellOf(table, from, to, table.places - 1)] ?? 0;
    ticks += units * (model.requirements[index]?.ticksPerUnit ?? 0);
  }
  return ticks;
}

/** Clock time that a cycle in that state still needs in all. */
export function ticksLeft(model: PlanModel, state: PlanState): Ticks {
  const end = model.slots.length - 1;
  return end < 0 ? 0 : ticksNeeded(model, needTables(model, state), 0, end);
}

/**
 * Fills the table from short stretches to long ones, parts before wholes. A stretch of a place needs
 * the most of: what a rule asks of it, what its parts need together, what two stretches within it
 * need together. Rules of one category tree and one division into years form two laminar families,
 * so that the bound is reached (total unimodularity). Known limit: where a minimum lies within a
 * category that is full already, units for it are still taken to help a minimum of other days.
 */
function needTable(requirement: PlanRequirement, slots: number, own: Float64Array): NeedTable {
  const { parents, sums, rulesAt } = requirement;
  const places = parents.length;
  const need = new Float64Array(slots * slots * places);
  const because = new Int16Array(need.length).fill(-1);
  const table = { places, slots, need, because };
  const counts = sums.map((_, index) => countUp(requirement, own, index));
  const ofParts = new Float64Array(places);

  for (let length = 0; length < slots; length += 1) {
    for (let from = 0; from + length < slots; from += 1) {
      const to = from + length;
      const base = cellOf(table, from, to, 0);
      ofParts.fill(0);
      for (let place = 0; place < places; place += 1) {
        let most = ofParts[place] ?? 0;
        for (let middle = from; middle < to; middle += 1) {
          const before = need[cellOf(table, from, middle, place)] ?? 0;
          most = Math.max(most, before + (need[cellOf(table, middle + 1, to, place)] ?? 0));
        }
        need[base + place] = most;
        for (const index of rulesAt[base + place] ?? []) {
          applyRule(requirement, table, base, index, counts);
        }
        const parent = parents[place] ?? -1;
        if (parent >= 0) ofParts[parent] = (ofParts[parent] ?? 0) + (need[base + place] ?? 0);
      }
    }
  }
  return table;
}

type Counts = Readonly<{ raw: Float64Array; counted: Float64Array }>;

/** Rules 1 and 2 of the ledger over one sum: raw and counted of every place. */
function countUp({ parents, max }: PlanRequirement, own: Float64Array, sum: number): Counts {
  const places = parents.length;
  const raw = own.slice(sum * places, (sum + 1) * places);
  const counted = new Float64Array(places);
  for (let place = 0; place < places; place += 1) {
    counted[place] = Math.min(raw[place] ?? 0, max[place] ?? 0);
    const parent = parents[place] ?? -1;
    if (parent >= 0) raw[parent] = (raw[parent] ?? 0) + (counted[place] ?? 0);
  }
  return { raw, counted };
}

/**
 * What a rule asks on top of what is needed anyway: units that minimums force into a category that
 * is full already do not come nearer to it.
 */
function applyRule(
  { parents, max, rules }: PlanRequirement,
  { need, because }: NeedTable,
  base: number,
  index: number,
  counts: readonly Counts[],
): void {
  const rule = rules[index];
  const sum = rule && counts[rule.sum];
  const lack = rule && sum ? rule.min - (sum.counted[rule.node] ?? 0) : 0;
  if (!rule || !sum || lack <= 0) return;
  const gains = new Float64Array(rule.node + 1);
  const forced = new Float64Array(rule.node + 1);
  for (let place = 0; place <= rule.node; place += 1) {
    const units = need[base + place] ?? 0;
    const room = Math.max((max[place] ?? 0) - (sum.raw[place] ?? 0), 0);
    const gain = Math.min(room, units - (forced[place] ?? 0) + (gains[place] ?? 0));
    gains[place] = gain;
    const parent = parents[place] ?? -1;
    if (parent < 0 || parent > rule.node) continue;
    forced[parent] = (forced[parent] ?? 0) + units;
    gains[parent] = (gains[parent] ?? 0) + gain;
  }
  const more = lack - (gains[rule.node] ?? 0);
  if (more < 0) return;
  need[base + rule.node] = (need[base + rule.node] ?? 0) + more;
  because[base + rule.node] = index;
}
