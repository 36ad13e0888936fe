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

/** Up to so many candidates in all the search runs to its end, which takes seconds at the worst. */
const FEW = 60;
const EVERY_BRANCH = 1_000_000;
/** Beyond, it is cut short in each cycle where units could be split most evenly in countless ways. */
const BRANCHES = 500;

/**
 * The allocation of existing activities that leaves least to do, over all open cycles (issue 3:
 * allocator). An activity counts once per credential in one category, and what it is for one
 * credential takes nothing from another, so that each cycle is settled by itself. What changes
 * nothing is left as it is.
 */
export function allocateActivities(cycles: readonly CycleToAllocate[]): AllocatedCycle[] {
  const candidates = cycles.reduce((sum, cycle) => sum + cycle.candidates.length, 0);
  const mostBranches = candidates <= FEW ? EVERY_BRANCH : BRANCHES;
  return cycles.map((cycle) => allocateCycle(cycle, mostBranches));
}

type Option = Readonly<{ choice: number; cells: Cells; units: number }> | null;

function allocateCycle(
  { model, state, candidates }: CycleToAllocate,
  mostBranches: number,
): AllocatedCycle {
  const options = candidates.map(({ choices, on }) =>
    choices.map((choice, index): Option => {
      const cells = choice === null ? null : cellsOf(model, choice, on);
      return choice === null || cells === null
        ? null
        : { choice: index, cells, units: Math.min(choice.units, cells.most) };
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
  const before = ticksLeft(model, withFirstOptions(settled, open));
  const { picks, left, isProven } = improve(model, settled, open, before, mostBranches);
  for (const [at, { index, options: own }] of open.entries()) {
    chosen[index] = own[picks[at] ?? 0]?.choice ?? 0;
  }
  return { chosen, before, left, isProven };
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

function withFirstOptions(settled: PlanState, open: readonly OpenCandidate[]): PlanState {
  const state = settled.map((own) => own.slice());
  for (const { options } of open) {
    const [option] = options;
    if (option?.cells) addTo(state, option.cells, option.units);
  }
  return state;
}
