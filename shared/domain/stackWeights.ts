import { isLeafResult, type NodeResult } from '#shared/domain/stackResult.ts';
import type { Group } from '#shared/domain/stackTree.ts';

/** Hours of groups from their parts, and of parts without hours as the mean of their siblings. */
export function spreadHours(root: NodeResult): void {
  gather(root);
  if (root.hours !== null) hand(root, root.hours);
}

function gather(result: NodeResult): void {
  if (isLeafResult(result)) return;
  result.children.forEach(gather);
  const known = result.children.flatMap(({ hours }) => (hours === null ? [] : [hours]));
  if (known.length === 0) return;
  const mean = known.reduce((sum, hours) => sum + hours, 0) / known.length;
  for (const child of result.children) {
    if (child.hours === null) child.hours = mean;
  }
  result.hours = mean * partsTaken(result.node);
}

/** How many of a group's parts it takes to complete it, as far as hours go. */
function partsTaken({ rule, n = 1, children }: Group): number {
  if (rule === 'any') return 1;
  return rule === 'atLeast' ? n : children.length;
}

/** Gives parts of which nothing is known their share of what their group weighs. */
function hand(result: NodeResult, hours: number): void {
  if (isLeafResult(result)) {
    result.hoursFrom ??= 'siblings';
    return;
  }
  const share = hours / partsTaken(result.node);
  for (const child of result.children) {
    child.hours ??= share;
    hand(child, child.hours);
  }
}
