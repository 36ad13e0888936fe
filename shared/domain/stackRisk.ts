import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { StackIndex } from '#shared/domain/stackMatch.ts';
import { progressWithout } from '#shared/domain/stackProgress.ts';
import {
  isLeafResult,
  leavesOf,
  type LeafResult,
  type NodeResult,
} from '#shared/domain/stackResult.ts';
import { leafHoursLeft } from '#shared/domain/stackPlan.ts';
import { leafTitle } from '#shared/domain/stackNodeView.ts';
import type { StackReport } from '#shared/domain/stackView.ts';

type AtRisk = StackReport['atRisk'][number];

const ALTERNATIVES = 3;

/**
 * Earned parts that expire before they are needed no longer (domain.md section 4): before the later
 * of forecast and target. A complete stack without a day ahead is at risk where a part is expiring.
 */
export function partsAtRisk(
  root: NodeResult,
  neededUntil: PlainDate | null,
  index: StackIndex,
  names: ReadonlyMap<string, string>,
): AtRisk[] {
  return leavesOf(root).flatMap((leaf): AtRisk[] => {
    const { credential, path } = leaf;
    const expires = credential?.expires ?? null;
    if (!leaf.complete || credential === null || expires === null) return [];
    const isExpiring = index.statusOf(credential).status === 'expiring';
    const isLate = neededUntil === null ? false : last(expires) < neededUntil;
    if (!isLate && !(root.complete && isExpiring)) return [];
    return [
      {
        path,
        credentialId: credential.id,
        title: credential.title,
        expires,
        breaks: progressWithout(root, leaf) < root.progress,
        instead: alternatives(root, leaf, names),
      },
    ];
  });
}

/** Leaves beside it in the nearest choice around it, least hours first. */
function alternatives(
  root: NodeResult,
  leaf: LeafResult,
  names: ReadonlyMap<string, string>,
): AtRisk['instead'] {
  const choices: LeafResult[][] = [];
  const visit = (result: NodeResult): void => {
    if (isLeafResult(result)) return;
    for (const child of result.children) {
      if (child.path !== leaf.path && !leaf.path.startsWith(`${child.path}.`)) continue;
      if (['any', 'atLeast'].includes(result.node.rule)) {
        choices.push(
          result.children.filter(
            (other): other is LeafResult => isLeafResult(other) && other !== child,
          ),
        );
      }
      visit(child);
    }
  };
  visit(root);
  return (choices.at(-1) ?? [])
    .filter(({ complete }) => !complete)
    .map((other) => ({ title: leafTitle(other, names), hours: rounded(leafHoursLeft(other)) }))
    .toSorted((a, b) => (a.hours ?? Number.MAX_VALUE) - (b.hours ?? Number.MAX_VALUE))
    .slice(0, ALTERNATIVES);
}

const rounded = (hours: number | null): number | null =>
  hours === null ? null : Math.round(hours * 100) / 100;
