import type { StackCredential } from '#shared/domain/stackMatch.ts';
import type { Group, Leaf } from '#shared/domain/stackTree.ts';
import type { LeafState, Path } from '#shared/domain/stackView.ts';

/** Where the hours that a leaf weighs come from. */
export type HoursFrom = 'credential' | 'estimate' | 'siblings';

type Common = {
  path: Path;
  complete: boolean;
  /** 0 to 1, 1 exactly when complete. */
  progress: number;
  /** Clock hours that it weighs; null where nothing in the stack says any. */
  hours: number | null;
};

export type LeafResult = Common & {
  node: Leaf;
  children: null;
  credential: StackCredential | null;
  candidates: number;
  state: LeafState;
  hoursFrom: HoursFrom | null;
};
export type GroupResult = Common & { node: Group; children: readonly NodeResult[]; earned: number };
export type NodeResult = LeafResult | GroupResult;

export const isLeafResult = (result: NodeResult): result is LeafResult => result.children === null;

/** The leaves below, in the tree's order. */
export function leavesOf(result: NodeResult): LeafResult[] {
  return isLeafResult(result) ? [result] : result.children.flatMap(leavesOf);
}
