import type { Money } from '#shared/domain/money.ts';
import type { Prerequisites } from '#shared/domain/stackOrder.ts';
import { amountOf } from '#shared/domain/stackProgress.ts';
import {
  isLeafResult,
  leavesOf,
  type GroupResult,
  type LeafResult,
  type NodeResult,
} from '#shared/domain/stackResult.ts';
import type { Path } from '#shared/domain/stackView.ts';

/** The leaves that complete a stack with the least further hours, and what each node takes. */
export type Plan = Readonly<{
  /** In the order in which they are to be done: what waits for others after them, else cheapest first. */
  steps: readonly LeafResult[];
  hoursLeft: ReadonlyMap<Path, number | null>;
}>;

type Part = Readonly<{
  hours: number | null;
  leaves: readonly LeafResult[];
  /** False: these leaves would not be enough, as far as is known. */
  isEnough: boolean;
}>;

/**
 * The way ahead. Of a choice the parts with the least hours left are taken, then the cheapest, then
 * the first; a sum is filled by the leaves that give most per hour. What a planned leaf waits for is
 * planned too.
 */
export function planStack(root: NodeResult, prerequisites: Prerequisites): Plan {
  const hoursLeft = new Map<Path, number | null>();
  const parts = new Map<Path, Part>();
  const nodes = new Map<Path, NodeResult>();
  const plan = (result: NodeResult): Part => {
    const part = isLeafResult(result) ? leafPart(result) : groupPart(result, plan);
    hoursLeft.set(result.path, part.hours === null ? null : Math.round(part.hours * 100) / 100);
    parts.set(result.path, part);
    nodes.set(result.path, result);
    return part;
  };
  const chosen = new Map<string, LeafResult>();
  const take = (leaf: LeafResult): void => {
    // One credential that two leaves name is studied and paid once.
    const key = leaf.credential?.id ?? `path ${leaf.path}`;
    if (chosen.has(key)) return;
    chosen.set(key, leaf);
    for (const path of prerequisites.get(leaf.path) ?? []) {
      if (nodes.get(path)?.complete === false) parts.get(path)?.leaves.forEach(take);
    }
  };
  plan(root).leaves.forEach(take);
  return { steps: inOrder([...chosen.values()], prerequisites, nodes), hoursLeft };
}

const NOTHING: Part = { hours: 0, leaves: [], isEnough: true };

function leafPart(leaf: LeafResult): Part {
  if (leaf.complete) return NOTHING;
  // What is gone, or counts elsewhere, is no way ahead where there is another.
  const isEnough = leaf.state !== 'removed' && leaf.state !== 'double';
  return { hours: leafHoursLeft(leaf), leaves: [leaf], isEnough };
}

/** Clock hours left in a leaf that is not complete; null where nothing says. */
export function leafHoursLeft({ hours, state, credential }: LeafResult): number | null {
  if (hours === null) return null;
  const share = state === 'in-progress' ? (credential?.progress ?? 0) / 100 : 0;
  return hours * (1 - share);
}

function groupPart(result: GroupResult, plan: (child: NodeResult) => Part): Part {
  const parts = result.children.map((child) => ({ child, ...plan(child) }));
  if (result.complete) return NOTHING;
  if (result.node.rule === 'sum') return sumPart(result);
  const missing = parts.filter(({ child }) => !child.complete);
  const done = parts.length - missing.length;
  const take = { all: parts.length, any: 1, atLeast: result.node.n ?? 1 }[result.node.rule] - done;
  return together(missing.toSorted(compareParts).slice(0, take), result);
}

/** Leaves that fill the sum, the most per hour first, then without those that are not needed. */
function sumPart(result: GroupResult): Part {
  const { node, earned } = result;
  // Each credential counts once, however many leaves name it.
  const seen = new Set<string>();
  const leaves = leavesOf(result).toSorted((a, b) => Number(b.complete) - Number(a.complete));
  const open = leaves
    .filter(({ complete, credential, path }) => {
      const key = credential?.id ?? `path ${path}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew && !complete;
    })
    .map((leaf) => ({ leaf, gain: gainOf(leaf, node.of), hours: leafHoursLeft(leaf) }))
    .toSorted((a, b) => costPerUnit(a) - costPerUnit(b));
  let missing = (node.n ?? 0) - earned;
  const taken: typeof open = [];
  for (const item of open) {
    if (missing <= 0) break;
    taken.push(item);
    missing -= item.gain;
  }
  const needed = taken.filter(({ gain }) => {
    if (gain > -missing) return true;
    missing += gain;
    return false;
  });
  return together(
    needed.map(({ leaf, hours }) => ({ hours, leaves: [leaf], isEnough: missing <= 0 })),
    result,
    missing <= 0,
  );
}

type Gain = Readonly<{ gain: number; hours: number | null }>;
const costPerUnit = ({ gain, hours }: Gain): number =>
  gain <= 0 ? Number.MAX_VALUE : (hours ?? 1) / gain;

function gainOf({ credential, hours, node }: LeafResult, of: GroupResult['node']['of']): number {
  const known = credential === null ? 0 : amountOf(credential, of);
  if (known > 0 || of !== 'hours') return known;
  return node.estimate?.hours === undefined ? 0 : (hours ?? 0);
}

function together(
  parts: readonly Part[],
  { hours: weight, progress }: GroupResult,
  isEnough = parts.every((part) => part.isEnough),
): Part {
  const known = parts.flatMap(({ hours }) => (hours === null ? [] : [hours]));
  const hours = known.reduce((sum, value) => sum + value, 0);
  const isUnknown = known.length === 0;
  return {
    hours: isUnknown ? (weight === null ? null : weight * (1 - progress)) : hours,
    leaves: parts.flatMap(({ leaves }) => leaves),
    isEnough,
  };
}

function compareParts(a: Part, b: Part): number {
  if (a.isEnough !== b.isEnough) return a.isEnough ? -1 : 1;
  const byHours = (a.hours ?? Number.MAX_VALUE) - (b.hours ?? Number.MAX_VALUE);
  return byHours || priceOf(a) - priceOf(b);
}

const priceOf = ({ leaves }: Part): number =>
  leaves.reduce((sum, leaf) => sum + (costOf(leaf)?.amount ?? 0), 0);

/**
 * What finishing the leaf is taken to cost: what recorded payments leave open, else the credential's
 * own figure, else the range's middle.
 */
export function costOf({ credential, node }: LeafResult): Money | null {
  const own = credential?.openCost ?? credential?.cost ?? null;
  if (own !== null) return own;
  const low = node.estimate?.low ?? node.estimate?.high;
  const high = node.estimate?.high ?? low;
  if (low === undefined || high === undefined) return null;
  return { amount: Math.round((low.amount + high.amount) / 2), currency: low.currency };
}

/** Cheapest first, by money, then by hours; what is not known comes after what is. */
export function compareCheapest(a: LeafResult, b: LeafResult): number {
  const [costA, costB] = [costOf(a), costOf(b)];
  if (costA === null || costB === null) {
    if (costA !== costB) return costA === null ? 1 : -1;
  } else if (costA.currency === costB.currency || costA.amount * costB.amount === 0) {
    if (costA.amount !== costB.amount) return costA.amount - costB.amount;
  } else {
    // Never converted: the currencies stay apart.
    return costA.currency < costB.currency ? -1 : 1;
  }
  return (leafHoursLeft(a) ?? Number.MAX_VALUE) - (leafHoursLeft(b) ?? Number.MAX_VALUE);
}

function inOrder(
  leaves: readonly LeafResult[],
  prerequisites: Prerequisites,
  nodes: ReadonlyMap<Path, NodeResult>,
): LeafResult[] {
  const waiting = leaves.toSorted(compareCheapest);
  const ordered: LeafResult[] = [];
  const isAhead = (path: Path): boolean => {
    if (nodes.get(path)?.complete === true) return true;
    const below = waiting.filter((leaf) => isWithin(leaf.path, path));
    return below.length === 0 && ordered.some((leaf) => isWithin(leaf.path, path));
  };
  while (waiting.length > 0) {
    const next = waiting.findIndex((leaf) => (prerequisites.get(leaf.path) ?? []).every(isAhead));
    ordered.push(...waiting.splice(Math.max(0, next), 1));
  }
  return ordered;
}

/** Whether a node lies at a path or below it. */
const isWithin = (path: Path, ancestor: Path): boolean =>
  ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`);
