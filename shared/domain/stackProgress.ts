import {
  compareLasting,
  type StackCredential,
  type StackIndex,
} from '#shared/domain/stackMatch.ts';
import {
  isLeafResult,
  leavesOf,
  type HoursFrom,
  type LeafResult,
  type NodeResult,
} from '#shared/domain/stackResult.ts';
import { isGroup, type Group, type Leaf, type StackNode } from '#shared/domain/stackTree.ts';
import type { LeafState, Path } from '#shared/domain/stackView.ts';
import { spreadHours } from '#shared/domain/stackWeights.ts';
import { isValid } from '#shared/domain/status.ts';

export type Surroundings = Readonly<{
  index: StackIndex;
  /** Credentials that count in another stack and by the pair's rule not here. */
  excluded?: ReadonlySet<string>;
  /** Credentials that are taken as earned, for asking "what if". */
  assumed?: ReadonlySet<string>;
  /** Paths of leaves that are taken as earned, or as not. */
  assumedLeaves?: ReadonlyMap<Path, boolean>;
}>;

/** The largest share that is shown of what is not complete. */
const ALMOST = 0.9999;

/** Progress, completeness and weights of a tree on the index's day (domain.md section 4). */
export function evaluate(root: StackNode, surroundings: Surroundings): NodeResult {
  const result = evaluateNode(root, '', surroundings);
  spreadHours(result);
  setProgress(result);
  return result;
}

function evaluateNode(node: StackNode, path: Path, surroundings: Surroundings): NodeResult {
  if (!isGroup(node)) return evaluateLeaf(node, path, surroundings);
  const children = node.children.map((child, at) =>
    evaluateNode(child, path === '' ? String(at) : `${path}.${at}`, surroundings),
  );
  const earned = node.rule === 'sum' ? earnedSum(node, children) : 0;
  const done = children.filter(({ complete }) => complete).length;
  return {
    node,
    path,
    children,
    earned,
    complete: isComplete(node, done, earned),
    progress: 0,
    hours: null,
  };
}

function isComplete({ rule, n = 0, children }: Group, done: number, earned: number): boolean {
  switch (rule) {
    case 'all':
      return done === children.length;
    case 'any':
      return done > 0;
    case 'atLeast':
      return done >= n;
    case 'sum':
      return earned >= n;
  }
}

function evaluateLeaf(node: Leaf, path: Path, surroundings: Surroundings): LeafResult {
  const { index } = surroundings;
  const named = 'credentialId' in node ? index.byId.get(node.credentialId) : undefined;
  const found =
    'credentialId' in node ? (named === undefined ? [] : [named]) : index.find(node.match);
  let best: Readonly<{ credential: StackCredential; state: LeafState }> | null = null;
  for (const credential of found) {
    const state = stateOf(node, credential, surroundings);
    if (best === null || isBetter({ credential, state }, best)) best = { credential, state };
  }
  const gone = 'credentialId' in node && best === null;
  const assumed = surroundings.assumedLeaves?.get(path);
  const state =
    assumed === undefined
      ? (best?.state ?? (gone ? 'removed' : 'open'))
      : assumed
        ? 'complete'
        : 'open';
  const own = hoursOf(node, best?.credential ?? null);
  return {
    node,
    path,
    children: null,
    credential: best?.credential ?? null,
    candidates: found.length,
    state,
    complete: state === 'complete',
    progress: 0,
    hours: own?.hours ?? null,
    hoursFrom: own?.from ?? null,
  };
}

const standing: Readonly<Record<LeafState, number>> = {
  complete: 0,
  'in-progress': 1,
  scheduled: 2,
  open: 3,
  double: 4,
  audit: 5,
  grade: 6,
  lapsed: 7,
  removed: 8,
};

type Candidate = Readonly<{ credential: StackCredential; state: LeafState }>;

function isBetter(a: Candidate, b: Candidate): boolean {
  const byState = standing[a.state] - standing[b.state];
  if (byState !== 0) return byState < 0;
  const byShare = a.state === 'in-progress' ? shareOf(a.credential) - shareOf(b.credential) : 0;
  return byShare === 0 ? compareLasting(a.credential, b.credential) < 0 : byShare > 0;
}

/** What a credential is for a leaf, the first thing that keeps it from counting. */
function stateOf(
  node: Leaf,
  credential: StackCredential,
  { index, excluded, assumed }: Surroundings,
): LeafState {
  const isExcluded = excluded?.has(credential.id) === true;
  if (assumed?.has(credential.id) === true) return isExcluded ? 'double' : 'complete';
  const { status } = index.statusOf(credential);
  if (status === 'in-progress' || status === 'scheduled') return status;
  if (status === 'planned') return 'open';
  if (!isValid(status)) return credential.lifecycle === 'abandoned' ? 'open' : 'lapsed';
  if (node.verified === true && credential.audit) return 'audit';
  if (node.minGrade !== undefined && !(gradePercent(credential.grade) >= node.minGrade))
    return 'grade';
  return isExcluded ? 'double' : 'complete';
}

/** A grade such as "81%" or "79.5 %" in percent; NaN for any other. */
export function gradePercent(grade: string | null): number {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(grade?.trim() ?? '');
  return match?.[1] === undefined ? Number.NaN : Number(match[1].replace(',', '.'));
}

function hoursOf(
  { estimate }: Leaf,
  credential: StackCredential | null,
): Readonly<{ hours: number; from: HoursFrom }> | null {
  if (credential?.hours !== null && credential !== null && credential.hours > 0)
    return { hours: credential.hours, from: 'credential' };
  const guess = estimate?.hours === undefined ? 0 : (estimate.hours[0] + estimate.hours[1]) / 2;
  return guess > 0 ? { hours: guess, from: 'estimate' } : null;
}

/** What the earned leaves below come to; a credential that several of them name counts once. */
function earnedSum({ of }: Group, children: readonly NodeResult[]): number {
  const seen = new Set<string>();
  let hundredths = 0;
  const visit = (result: NodeResult): void => {
    if (!isLeafResult(result)) {
      result.children.forEach(visit);
      return;
    }
    const { credential, complete } = result;
    if (!complete || credential === null || seen.has(credential.id)) return;
    seen.add(credential.id);
    hundredths += Math.round(amountOf(credential, of) * 100);
  };
  children.forEach(visit);
  return hundredths / 100;
}

/** What a credential adds to a sum. */
export function amountOf({ hours, credits }: StackCredential, of: Group['of']): number {
  if (of === 'hours') return hours ?? 0;
  return credits !== null && credits.system === of ? credits.amount : 0;
}

function setProgress(result: NodeResult): void {
  if (!isLeafResult(result)) result.children.forEach(setProgress);
  result.progress = shown(result.complete, rawProgress(result));
}

/** Rounded, so that a sum of fractions never says 1 of what the rules call incomplete. */
function shown(complete: boolean, raw: number): number {
  return complete ? 1 : Math.min(ALMOST, Math.round(raw * 10_000) / 10_000);
}

function rawProgress(result: NodeResult): number {
  if (isLeafResult(result)) {
    return result.state === 'in-progress' && result.credential ? shareOf(result.credential) : 0;
  }
  return groupProgress(result.node, result.children, result.earned);
}

type Weighed = Pick<NodeResult, 'progress' | 'hours'>;

function groupProgress(
  { rule, n = 1 }: Group,
  children: readonly Weighed[],
  earned: number,
): number {
  switch (rule) {
    case 'all':
      return weightedMean(children);
    case 'any':
      return Math.max(...children.map(({ progress }) => progress));
    case 'atLeast': {
      const best = children.map(({ progress }) => progress).toSorted((a, b) => b - a);
      return best.slice(0, n).reduce((sum, progress) => sum + progress, 0) / n;
    }
    case 'sum':
      return earned / n;
  }
}

/** Progress of the tree if one of its leaves were not earned. */
export function progressWithout(root: NodeResult, leaf: LeafResult): number {
  const visit = (result: NodeResult): Pick<NodeResult, 'progress' | 'complete' | 'hours'> => {
    if (result === leaf) return { progress: 0, complete: false, hours: result.hours };
    if (isLeafResult(result) || !isAround(result.path, leaf.path)) return result;
    const { node, hours } = result;
    const children = result.children.map(visit);
    const earned =
      node.rule === 'sum'
        ? earnedSum(
            node,
            leavesOf(result).filter((item) => item !== leaf),
          )
        : 0;
    const done = children.filter(({ complete }) => complete).length;
    const complete = isComplete(node, done, earned);
    return { complete, hours, progress: shown(complete, groupProgress(node, children, earned)) };
  };
  return visit(root).progress;
}

const isAround = (path: Path, inner: Path): boolean => path === '' || inner.startsWith(`${path}.`);

const shareOf = ({ progress }: StackCredential): number => (progress ?? 0) / 100;

function weightedMean(children: readonly Weighed[]): number {
  let weight = 0;
  let sum = 0;
  for (const { hours, progress } of children) {
    // Where nothing says any hours, all parts weigh the same.
    weight += hours ?? 1;
    sum += (hours ?? 1) * progress;
  }
  return weight === 0 ? 0 : sum / weight;
}
