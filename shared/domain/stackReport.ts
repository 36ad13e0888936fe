import { sumMoney } from '#shared/domain/moneySums.ts';
import type { Money } from '#shared/domain/money.ts';
import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { forecastDay } from '#shared/domain/stackForecast.ts';
import { blockedBy, leafTitle, viewNode, type NodeFacts } from '#shared/domain/stackNodeView.ts';
import { prerequisitesOf } from '#shared/domain/stackOrder.ts';
import { costOf, leafHoursLeft, planStack } from '#shared/domain/stackPlan.ts';
import { evaluate, type Surroundings } from '#shared/domain/stackProgress.ts';
import {
  isLeafResult,
  leavesOf,
  type LeafResult,
  type NodeResult,
} from '#shared/domain/stackResult.ts';
import { retirementOf } from '#shared/domain/stackRetirement.ts';
import { partsAtRisk } from '#shared/domain/stackRisk.ts';
import type { StackDraft } from '#shared/domain/stackTree.ts';
import type { NodeView, Path, StackReport } from '#shared/domain/stackView.ts';

export type ReportInput = Readonly<{
  draft: StackDraft;
  asOf: PlainDate;
  surroundings: Surroundings;
  /** The tree in these surroundings, where it is known already. */
  result?: NodeResult;
  /** Hours of study a week. */
  weeklyHours: number;
  /** Titles of credentials that may be gone, by id. */
  names: ReadonlyMap<string, string>;
  /** Which credentials other stacks count too. */
  shared: StackReport['shared'];
}>;

export type Reported = Readonly<{
  result: NodeResult;
  /** The leaves that the rules ask for, see `askedLeaves`. */
  asked: readonly LeafResult[];
  view: () => NodeView;
  /** Titles of what the node at a path waits for. */
  blockedBy: (path: Path) => readonly string[];
  report: StackReport;
}>;

/**
 * Everything that a stack reports on a day (domain.md section 4). The tree for screens is made only
 * when it is asked for.
 */
export function reportStack(input: ReportInput): Reported {
  const { draft, asOf, surroundings, weeklyHours, names } = input;
  const result = input.result ?? evaluate(draft.root, surroundings);
  const leaves = leavesOf(result);
  const prerequisites = prerequisitesOf(draft.root);
  const plan = planStack(result, prerequisites);
  const hours = plan.steps.map(leafHoursLeft);
  const known = hours.filter((value) => value !== null);
  const remainingHours =
    hours.length > 0 && known.length === 0 ? null : rounded(known.reduce((a, b) => a + b, 0));
  const daysOff = draft.options.weeksOff ?? [];
  const dayAfter = (spent: number) => forecastDay(asOf, spent, weeklyHours, daysOff);
  const forecasts = new Map<Path, PlainDate | null>();
  let spent = 0;
  for (const leaf of plan.steps) {
    const own = leafHoursLeft(leaf);
    spent += own ?? 0;
    forecasts.set(leaf.path, own === null ? null : dayAfter(spent));
  }
  const forecast = remainingHours === null ? null : dayAfter(remainingHours);
  const target = draft.target === null ? null : last(draft.target);
  const neededUntil = neededThrough(result.complete, forecast, target, asOf);
  const atRisk = partsAtRisk(result, neededUntil, surroundings.index, names);
  const facts: NodeFacts = {
    index: surroundings.index,
    plan,
    prerequisites,
    forecasts,
    atRisk: new Set(atRisk.map(({ path }) => path)),
    names,
    byPath: new Map(nodesOf(result).map((node) => [node.path, node])),
  };
  const costs = plan.steps.map(costOf);
  const asked = askedLeaves(result, plan.steps);
  return {
    result,
    asked,
    blockedBy: (path) => blockedBy(path, facts),
    view: () => viewNode(result, facts),
    report: {
      progress: result.progress,
      complete: result.complete,
      done: asked.filter(({ complete }) => complete).length,
      of: asked.length,
      nextSteps: plan.steps.map((leaf) => stepOf(leaf, facts)),
      remainingHours,
      remainingCost: sumMoney(costs.filter((cost) => cost !== null)),
      remainingCostLow: sumMoney(plan.steps.flatMap((leaf) => rangeOf(leaf).low ?? [])),
      remainingCostHigh: sumMoney(plan.steps.flatMap((leaf) => rangeOf(leaf).high ?? [])),
      paid: paidOf(leaves),
      costUnknown: costs.filter((cost) => cost === null).length,
      forecast,
      weeklyHours,
      neededUntil,
      onTarget: forecast === null || target === null ? null : forecast <= target,
      atRisk,
      lapsed: leaves.flatMap(({ state, path, credential }) =>
        state === 'lapsed' && credential !== null
          ? [{ path, credentialId: credential.id, title: credential.title }]
          : [],
      ),
      shared: input.shared,
      retirement: retirementOf(draft, plan.steps, { forecasts, asOf, names }),
    },
  };
}

function neededThrough(
  complete: boolean,
  forecast: PlainDate | null,
  target: PlainDate | null,
  asOf: PlainDate,
): PlainDate | null {
  if (complete) return target !== null && target > asOf ? target : null;
  if (forecast === null || target === null) return forecast ?? target;
  return forecast > target ? forecast : target;
}

/**
 * The leaves that the rules ask for: complete ones that count and those of the way ahead. Of a choice
 * the nearest are taken.
 */
export function askedLeaves(result: NodeResult, steps: readonly LeafResult[]): LeafResult[] {
  if (isLeafResult(result)) return [result];
  const { node, children } = result;
  if (node.rule === 'sum')
    return leavesOf(result).filter((leaf) => leaf.complete || steps.includes(leaf));
  const take = { all: children.length, any: 1, atLeast: node.n ?? 1 }[node.rule];
  return children
    .toSorted((a, b) => b.progress - a.progress)
    .slice(0, take)
    .flatMap((child) => askedLeaves(child, steps));
}

function stepOf(leaf: LeafResult, facts: NodeFacts): StackReport['nextSteps'][number] {
  const { low, high } = rangeOf(leaf);
  const hours = leafHoursLeft(leaf);
  return {
    path: leaf.path,
    credentialId: leaf.credential?.id ?? null,
    title: leafTitle(leaf, facts.names),
    state: leaf.state,
    hours: hours === null ? null : rounded(hours),
    cost: costOf(leaf),
    costLow: low,
    costHigh: high,
    blockedBy: blockedBy(leaf.path, facts),
    forecast: facts.forecasts.get(leaf.path) ?? null,
  };
}

/** Low and high: the range of the estimate, or twice what the credential says. */
function rangeOf({ credential, node }: LeafResult): { low: Money | null; high: Money | null } {
  const own = credential?.openCost ?? credential?.cost ?? null;
  if (own !== null) return { low: own, high: own };
  const { low, high } = node.estimate ?? {};
  return { low: low ?? high ?? null, high: high ?? low ?? null };
}

/** What was paid, or what the earned ones cost where no payment is recorded; each credential once. */
function paidOf(leaves: readonly LeafResult[]): Money[] {
  const paid = new Map<string, readonly Money[]>();
  for (const { credential } of leaves) {
    if (credential === null) continue;
    const { id, lifecycle, cost, paid: payments = [] } = credential;
    if (payments.length > 0) paid.set(id, payments);
    else if (lifecycle === 'earned' && cost) paid.set(id, [cost]);
  }
  return sumMoney([...paid.values()].flat());
}

const nodesOf = (result: NodeResult): NodeResult[] =>
  isLeafResult(result) ? [result] : [result, ...result.children.flatMap(nodesOf)];

const rounded = (hours: number): number => Math.round(hours * 100) / 100;
