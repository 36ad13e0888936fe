import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { improve, type OpenCandidate } from '#shared/domain/allocatorSearch.ts';
import type { PlanModel, Ticks } from '#shared/domain/plannerModel.ts';
import {
  addTo,
  cellsOf,
  ticksLeft,
  type Cells,
  type PlanState,
} from '#shared/domain/plannerNeed.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';

/** One way for an activity to count towards a credential. */
export type Choice = Required<Pick<Allocation, 'unit' | 'category' | 'units'>>;

/** An activity with the ways in which it may count towards one credential, what it is now first. */
export type Candidate = Readonly<{
  activityId: string;
  on: PlainDate;
  /** Null: it does not count towards the credential. */
  choices: readonly (Choice | null)[];
}>;

export type CycleToAllocate = Readonly<{
  model: PlanModel;
  /** What counts whatever is chosen. */
  state: PlanState;
  candidates: readonly Candidate[];
}>;

export type AllocatedCycle = Readonly<{
  /** For every candidate which of its choices. */
  chosen: readonly number[];
  before: Ticks;
  left: Ticks;
  /** False: the search was cut short, and another choice may leave less. */
  isProven: boolean;
}>;

/** How many allocations are weighed in all before the search is cut short. */
const MOST_WEIGHED = 150_000;

/**
 * The allocation of existing activities that leaves least to do, over all open cycles (issue 3:
 * allocator). An activity counts once per credential in one category, and what it is for one
 * credential takes nothing from another, so that each cycle is settled by itself. What changes
 * nothing is left as it is.
 */
export function allocateActivities(cycles: readonly CycleToAllocate[]): AllocatedCycle[] {
  let weighed = 0;
  return cycles.map((cycle) => {
    const found = allocateCycle(cycle, Math.max(0, MOST_WEIGHED - weighed));
    weighed += found.weighed;
    return found.allocated;
  });
}

type Option = Readonly<{ choice: number; cells: Cells; units: number }> | null;

function allocateCycle(
  { model, state, candidates }: CycleToAllocate,
  most: number,
): Readonly<{ allocated: AllocatedCycle; weighed: number }> {
  const options = candidates.map(({ choices, on }) =>
    choices.map((choice, index): Option => {
      const cells = choice === null ? null : cellsOf(model, choice, on);
      return choice === null || cells === null
        ? null
        : { choice: index, cells, units: choice.units };
    }),
  );
  const settled = state.map((own) => own.slice());
  const open: OpenCandidate[] = [];
  for (const [index, given] of options.entries()) {
    const different = distinct(given);
    if (different.length > 1) {
      open.push({ index, options: different });
      continue;
    }
    const [only] = different;
    if (only?.cells) addTo(settled, only.cells, only.units);
  }

  const chosen = candidates.map(() => 0);
  const before = ticksLeft(model, withChoices(settled, open, chosen));
  const found = improve(model, settled, open, before, most);
  for (const [at, { index, options: own }] of open.entries()) {
    chosen[index] = own[found.picks[at] ?? 0]?.choice ?? 0;
  }
  return {
    allocated: { chosen, before, left: found.left, isProven: found.isProven },
    weighed: found.weighed,
  };
}

/** Choices that differ in what they do; of two alike the first, of all that do not count one. */
function distinct(options: readonly Option[]): OpenCandidate['options'] {
  const byEffect = new Map<string, OpenCandidate['options'][number]>();
  for (const [choice, option] of options.entries()) {
    const key =
      option === null
        ? ''
        : `${option.cells.requirement} ${option.cells.cells.join(' ')} ${option.units}`;
    if (byEffect.has(key)) continue;
    byEffect.set(key, option ?? { choice, cells: null, units: 0 });
  }
  return [...byEffect.values()];
}

function withChoices(
  settled: PlanState,
  open: readonly OpenCandidate[],
  picks: readonly number[],
): PlanState {
  const state = settled.map((own) => own.slice());
  for (const { options, index } of open) {
    const option = options[picks[index] ?? 0];
    if (option?.cells) addTo(state, option.cells, option.units);
  }
  return state;
}
