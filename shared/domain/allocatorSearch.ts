import { solveAllocation } from '#shared/domain/allocatorProgram.ts';
import { TICKS_PER_HOUR, type PlanModel, type Ticks } from '#shared/domain/plannerModel.ts';
import { addTo, ticksLeft, type Cells, type PlanState } from '#shared/domain/plannerNeed.ts';
import type { Hundredths } from '#shared/domain/units.ts';

/** A candidate with at least two choices that differ; `cells` null: it does not count. */
export type OpenCandidate = Readonly<{
  index: number;
  options: readonly Readonly<{ choice: number; cells: Cells | null; units: Hundredths }>[];
}>;

type Found = Readonly<{
  /** For every open candidate which of its options. */
  picks: readonly number[];
  left: Ticks;
  isProven: boolean;
}>;

/** Hours by which the solver's decimals may be off; a hundredth of a unit is far more. */
const HAIR = 1e-5;

/**
 * The choices that leave least, starting from the first option of each, which leaves `before`.
 * First one candidate after the other takes what leaves least; where that does not reach what would
 * be left if every candidate counted in all its ways at once, a mixed-integer program settles it.
 */
export function improve(
  model: PlanModel,
  settled: PlanState,
  given: readonly OpenCandidate[],
  before: Ticks,
  mostBranches: number,
): Found {
  const start = given.map(() => 0);
  const untouched = { picks: start, left: before, isProven: true };
  if (given.length === 0 || before === 0) return untouched;
  const weigh = weigher(model, settled, given);
  const bound = weigh.left(weigh.everyWay());
  if (bound >= before) return untouched;

  const greedy = greedily(weigh, given, start, before);
  const found =
    greedy.left === bound
      ? { ...greedy, isProven: true }
      : settle(model, settled, given, weigh, greedy, mostBranches);
  return { ...found, picks: keepWhatIs(weigh, given, found.picks, found.left) };
}

function settle(
  model: PlanModel,
  settled: PlanState,
  given: readonly OpenCandidate[],
  weigh: Weigher,
  greedy: Readonly<{ picks: readonly number[]; left: Ticks }>,
  mostBranches: number,
): Found {
  const solved = solveAllocation(model, settled, given, mostBranches);
  if (solved === null) return { ...greedy, isProven: false };
  const left = weigh.left(weigh.amountsOf(solved.picks));
  const best = left < greedy.left ? { picks: solved.picks, left } : greedy;
  const isLeast = solved.least !== null && best.left / TICKS_PER_HOUR < solved.least + HAIR;
  return { ...best, isProven: isLeast };
}

type Weigher = ReturnType<typeof weigher>;

function weigher(model: PlanModel, settled: PlanState, given: readonly OpenCandidate[]) {
  const targets: Cells[] = [];
  const known = new Map<string, number>();
  const targetOf = (cells: Cells | null): number => {
    if (cells === null) return -1;
    const key = `${cells.requirement} ${cells.cells.join(' ')}`;
    const at = known.get(key) ?? targets.push(cells) - 1;
    known.set(key, at);
    return at;
  };
  const options = given.map((candidate) =>
    candidate.options.map(({ cells, units }) => ({ target: targetOf(cells), units })),
  );
  const none: readonly Hundredths[] = targets.map(() => 0);

  const left = (amounts: readonly Hundredths[]): Ticks => {
    const state = settled.map((own) => own.slice());
    for (const [at, cells] of targets.entries()) addTo(state, cells, amounts[at] ?? 0);
    return ticksLeft(model, state);
  };
  const put = (amounts: readonly Hundredths[], candidate: number, pick: number): Hundredths[] => {
    const option = options[candidate]?.[pick];
    const next = [...amounts];
    if (option && option.target >= 0) {
      next[option.target] = (next[option.target] ?? 0) + option.units;
    }
    return next;
  };
  const amountsOf = (picks: readonly number[]): readonly Hundredths[] =>
    picks.reduce<readonly Hundredths[]>((amounts, pick, at) => put(amounts, at, pick), none);
  /** What no choice can exceed: every candidate in all its ways at once. */
  const everyWay = (): readonly Hundredths[] => {
    const next = [...none];
    for (const ways of options) {
      const most = new Map<number, Hundredths>();
      for (const { target, units } of ways) {
        if (target >= 0) most.set(target, Math.max(most.get(target) ?? 0, units));
      }
      for (const [target, units] of most) next[target] = (next[target] ?? 0) + units;
    }
    return next;
  };
  return { left, put, amountsOf, everyWay, none };
}

function greedily(
  weigh: Weigher,
  given: readonly OpenCandidate[],
  start: readonly number[],
  before: Ticks,
): Readonly<{ picks: readonly number[]; left: Ticks }> {
  const picks = [...start];
  let amounts = weigh.none;
  let left = before;
  // Large ones first: small ones fill what they leave.
  const order = [...given.keys()].toSorted(
    (a, b) => largest(given[b]) - largest(given[a]) || a - b,
  );
  for (const candidate of order) {
    left = Number.POSITIVE_INFINITY;
    let bestAmounts = amounts;
    for (const pick of (given[candidate]?.options ?? []).keys()) {
      const next = weigh.put(amounts, candidate, pick);
      const leaves = weigh.left(next);
      if (leaves >= left) continue;
      left = leaves;
      bestAmounts = next;
      picks[candidate] = pick;
    }
    amounts = bestAmounts;
  }
  return left < before ? { picks, left } : { picks: start, left: before };
}

/** Takes back every change that does not leave less. */
function keepWhatIs(
  weigh: Weigher,
  given: readonly OpenCandidate[],
  picks: readonly number[],
  left: Ticks,
): number[] {
  const kept = [...picks];
  for (const candidate of given.keys()) {
    const pick = kept[candidate] ?? 0;
    if (pick === 0) continue;
    kept[candidate] = 0;
    if (weigh.left(weigh.amountsOf(kept)) > left) kept[candidate] = pick;
  }
  return kept;
}

function largest(candidate: OpenCandidate | undefined): Hundredths {
  return Math.max(0, ...(candidate?.options ?? []).map(({ units }) => units));
}
