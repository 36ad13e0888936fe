import { solve, type Constraint } from 'yalps';
import type { OpenCandidate } from '#shared/domain/allocatorSearch.ts';
import {
  TICKS_PER_HOUR,
  type PlanModel,
  type PlanRequirement,
} from '#shared/domain/plannerModel.ts';
import type { PlanState } from '#shared/domain/plannerNeed.ts';

export type Solved = Readonly<{
  /** For every open candidate which of its options. */
  picks: readonly number[];
  /** What a proven best leaves, in hours; null where the search was cut short. */
  least: number | null;
}>;

/** Larger tableaus take seconds. */
const MOST_VARIABLES = 4_000;

type Column = [row: string, coefficient: number][];

/**
 * The choice of one cycle as a mixed-integer program: which option of each candidate (0 or 1), how
 * many further units in which days at which place, and what then counts at each place of each sum,
 * which is no more than the category's maximum. Least hours are asked for, and the search for whole
 * numbers ends after so many branches. Null: too large, or nothing found by then.
 */
export function solveAllocation(
  model: PlanModel,
  settled: PlanState,
  given: readonly OpenCandidate[],
  mostBranches: number,
): Solved | null {
  const rows = new Map<string, Constraint>();
  const columns = new Map<string, Column>();
  for (const [at, requirement] of model.requirements.entries()) {
    addRequirement(model, requirement, at, settled[at] ?? new Float64Array(), rows, columns);
  }
  const binaries = new Set<string>();
  for (const [candidate, { options }] of given.entries()) {
    rows.set(`choose ${candidate}`, { equal: 1 });
    for (const [pick, { cells, units }] of options.entries()) {
      const name = `pick ${candidate} ${pick}`;
      const { requirement, cells: own } = cells ?? { requirement: 0, cells: [] };
      const column = own.map((cell): Column[number] => [`raw ${requirement} ${cell}`, -units]);
      columns.set(name, [[`choose ${candidate}`, 1], ...column]);
      binaries.add(name);
    }
  }
  if (columns.size > MOST_VARIABLES) return null;

  const solution = solve(
    { direction: 'minimize', objective: 'hours', constraints: rows, variables: columns, binaries },
    // No time limit: the same portfolio gets the same answer on any machine.
    { maxIterations: mostBranches, timeout: Number.POSITIVE_INFINITY, tolerance: 0 },
  );
  if (Number.isNaN(solution.result)) return null;
  const chosen = new Map(solution.variables);
  return {
    picks: given.map(({ options }, candidate) =>
      Math.max(
        0,
        [...options.keys()].findIndex(
          (pick) => (chosen.get(`pick ${candidate} ${pick}`) ?? 0) > 0.5,
        ),
      ),
    ),
    least: solution.status === 'optimal' ? solution.result : null,
  };
}

function addRequirement(
  model: PlanModel,
  { parents, max, sums, rules, ticksPerUnit }: PlanRequirement,
  at: number,
  own: Float64Array,
  rows: Map<string, Constraint>,
  columns: Map<string, Column>,
): void {
  const places = parents.length;
  for (const [index, { node, sum, min }] of rules.entries()) {
    rows.set(`rule ${at} ${index}`, { min });
    const name = `counted ${at} ${sum * places + node}`;
    columns.set(name, [...(columns.get(name) ?? []), [`rule ${at} ${index}`, 1]]);
  }
  for (const sum of sums.keys()) {
    for (const [place, parent] of parents.entries()) {
      const cell = sum * places + place;
      // Counted ≤ what is there already + parts' counted + picked + further units.
      rows.set(`raw ${at} ${cell}`, { max: own[cell] ?? 0 });
      const most = max[place] ?? Number.POSITIVE_INFINITY;
      const name = `counted ${at} ${cell}`;
      const column: Column = [...(columns.get(name) ?? []), [`raw ${at} ${cell}`, 1]];
      if (Number.isFinite(most)) {
        rows.set(`full ${at} ${cell}`, { max: most });
        column.push([`full ${at} ${cell}`, 1]);
      }
      if (parent >= 0) column.push([`raw ${at} ${sum * places + parent}`, -1]);
      columns.set(name, column);
    }
  }
  for (const [slot, { start }] of model.slots.entries()) {
    const open = [...sums.keys()].filter((sum) => sums[sum]?.covers(start));
    for (const place of parents.keys()) {
      columns.set(`more ${at} ${slot} ${place}`, [
        ['hours', ticksPerUnit / TICKS_PER_HOUR],
        ...open.map((sum): Column[number] => [`raw ${at} ${sum * places + place}`, -1]),
      ]);
    }
  }
}
