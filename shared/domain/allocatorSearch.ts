import type { PlanModel, Ticks } from '#shared/domain/plannerModel.ts';
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
  weighed: number;
}>;

/** Partial allocations kept at a time; a layer that grows beyond keeps the most promising. */
const MOST_KEPT = 3_000;

type Partial = Readonly<{
  /** Units by target, the distinct sets of cells that options put units in. */
  amounts: readonly Hundredths[];
  pick: number;
  parent: Partial | null;
  bound: Ticks;
}>;

/**
 * The choices that leave least, starting from the first option of each, which leaves `before`.
 * First one candidate after the other takes what leaves least; where that does not reach the bound
 * (every candidate counting in all its ways at once), candidates are added layer by layer, partial
 * allocations with the same sums are merged, and those that cannot win are dropped.
 */
export function improve(
  model: PlanModel,
  settled: PlanState,
  given: readonly OpenCandidate[],
  before: Ticks,
  most: number,
): Found {
  const nothing = given.map(() => 0);
  const weigh = weigher(model, settled, given);
  const untouched = { picks: nothing, left: before, isProven: true, weighed: 1 };
  if (given.length === 0 || before === 0 || weigh.bound(weigh.none, 0) >= before) return untouched;

  // Large ones first, alike ones together: fewer sums to tell apart.
  const order = [...given.keys()].toSorted(
    (a, b) => largest(given[b]) - largest(given[a]) || a - b,
  );
  const greedy = greedily(weigh, given, order, nothing, before);
  const searched =
    greedy.left === weigh.bound(weigh.none, 0)
      ? { ...greedy, isProven: true }
      : search(weigh, given, order, greedy, most);
  const kept = keepWhatIs(weigh, given, searched.picks, searched.left);
  return { picks: kept, left: searched.left, isProven: searched.isProven, weighed: weigh.count() };
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
  let weighed = 0;

  const left = (amounts: readonly Hundredths[]): Ticks => {
    weighed += 1;
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
  /** What is left at the very least if the rest counted in every way at once. */
  const bound = (
    amounts: readonly Hundredths[],
    from: number,
    order?: readonly number[],
  ): Ticks => {
    const next = [...amounts];
    for (let at = from; at < options.length; at += 1) {
      const most = new Map<number, Hundredths>();
      for (const { target, units } of options[order?.[at] ?? at] ?? []) {
        if (target >= 0) most.set(target, Math.max(most.get(target) ?? 0, units));
      }
      for (const [target, units] of most) next[target] = (next[target] ?? 0) + units;
    }
    return left(next);
  };
  return {
    left,
    put,
    bound,
    none: targets.map(() => 0),
    count: () => weighed,
  };
}

function greedily(
  weigh: Weigher,
  given: readonly OpenCandidate[],
  order: readonly number[],
  start: readonly number[],
  before: Ticks,
): Readonly<{ picks: number[]; left: Ticks }> {
  const picks = [...start];
  let amounts: readonly Hundredths[] = weigh.none;
  for (const candidate of order) {
    let best = Number.POSITIVE_INFINITY;
    let bestAmounts = amounts;
    for (const pick of (given[candidate]?.options ?? []).keys()) {
      const next = weigh.put(amounts, candidate, pick);
      const left = weigh.left(next);
      if (left >= best) continue;
      best = left;
      bestAmounts = next;
      picks[candidate] = pick;
    }
    amounts = bestAmounts;
  }
  const left = weigh.left(amounts);
  return left < before ? { picks, left } : { picks: [...start], left: before };
}

function search(
  weigh: Weigher,
  given: readonly OpenCandidate[],
  order: readonly number[],
  greedy: Readonly<{ picks: readonly number[]; left: Ticks }>,
  most: number,
): Readonly<{ picks: readonly number[]; left: Ticks; isProven: boolean }> {
  let isProven = true;
  let layer: Partial[] = [{ amounts: weigh.none, pick: -1, parent: null, bound: 0 }];
  for (const [at, candidate] of order.entries()) {
    const next = new Map<string, Partial>();
    for (const parent of layer) {
      for (const pick of (given[candidate]?.options ?? []).keys()) {
        const amounts = weigh.put(parent.amounts, candidate, pick);
        const key = amounts.join(' ');
        if (next.has(key)) continue;
        if (weigh.count() > most) return { ...greedy, isProven: false };
        const bound = weigh.bound(amounts, at + 1, order);
        if (bound < greedy.left) next.set(key, { amounts, pick, parent, bound });
      }
    }
    layer = [...next.values()];
    if (layer.length <= MOST_KEPT) continue;
    isProven = false;
    layer = layer.toSorted((a, b) => a.bound - b.bound).slice(0, MOST_KEPT);
  }

  // Nothing is open any more, so that the bound is what is left.
  const best = layer.reduce<Partial | null>((a, b) => (a && a.bound <= b.bound ? a : b), null);
  if (best === null) return { ...greedy, isProven };
  const picks = [...greedy.picks];
  let step: Partial | null = best;
  for (const candidate of order.toReversed()) {
    picks[candidate] = step?.pick ?? 0;
    step = step?.parent ?? null;
  }
  return { picks, left: best.bound, isProven };
}

/** Takes back every change that does not leave less. */
function keepWhatIs(
  weigh: Weigher,
  given: readonly OpenCandidate[],
  picks: readonly number[],
  left: Ticks,
): number[] {
  const kept = [...picks];
  const amountsOf = () =>
    kept.reduce<readonly Hundredths[]>(
      (amounts, pick, candidate) => weigh.put(amounts, candidate, pick),
      weigh.none,
    );
  for (const candidate of given.keys()) {
    const pick = kept[candidate] ?? 0;
    if (pick === 0) continue;
    kept[candidate] = 0;
    if (weigh.left(amountsOf()) > left) kept[candidate] = pick;
  }
  return kept;
}

function largest(candidate: OpenCandidate | undefined): Hundredths {
  return Math.max(0, ...(candidate?.options ?? []).map(({ units }) => units));
}
