import { isGroup, type Group, type Leaf, type StackNode } from '#shared/domain/stackTree.ts';

/** Where a node stands: numbers of the children from the root down; the root's is empty. */
export type Place = readonly number[];

export const placeKey = (place: Place): string => place.join('.');

/** The node at a place; undefined where there is none. */
export function nodeAt(root: Group, place: Place): StackNode | undefined {
  let node: StackNode | undefined = root;
  for (const index of place) {
    if (node === undefined || !isGroup(node)) return undefined;
    node = node.children[index];
  }
  return node;
}

/** Puts a node in place of the one there. */
export function replaceAt(root: Group, place: Place, node: StackNode): Group {
  const [index, ...rest] = place;
  if (index === undefined) return isGroup(node) ? node : root;
  const child = root.children[index];
  if (child === undefined) return root;
  const next = rest.length === 0 ? node : isGroup(child) ? replaceAt(child, rest, node) : child;
  return { ...root, children: root.children.with(index, next) };
}

/** Puts a node before the one at a place, or last in its group where the index is past the end. */
export function insertAt(root: Group, place: Place, node: StackNode): Group {
  const parent = parentOf(place);
  const group = nodeAt(root, parent);
  const index = place.at(-1);
  if (index === undefined || group === undefined || !isGroup(group)) return root;
  return replaceAt(root, parent, {
    ...group,
    children: group.children.toSpliced(index, 0, node),
  });
}

/** Takes a node out; a group that asked for more parts than are left asks for all that are. */
export function removeAt(root: Group, place: Place): Group {
  const parent = parentOf(place);
  const group = nodeAt(root, parent);
  const index = place.at(-1);
  if (index === undefined || group === undefined || !isGroup(group)) return root;
  return replaceAt(
    root,
    parent,
    reachable({ ...group, children: group.children.toSpliced(index, 1) }),
  );
}

/** Moves a node before the place `to`, as places are before the move. Not into itself. */
export function move(root: Group, from: Place, to: Place): Group {
  const node = nodeAt(root, from);
  if (node === undefined || from.length === 0 || to.length === 0) return root;
  if (isWithin(to, from)) return root;
  const without = removeAt(root, from);
  return insertAt(without, shifted(to, from), node);
}

export type Step = 'up' | 'down' | 'in' | 'out';

/**
 * Where a step takes a node: `up` and `down` within its group, `in` to the end of the group just
 * above it, `out` to just after its own group.
 * @returns where it stands afterwards, or null where the step leads nowhere
 */
export function stepped(
  root: Group,
  place: Place,
  step: Step,
): { root: Group; place: Place } | null {
  const index = place.at(-1);
  const parent = parentOf(place);
  const group = nodeAt(root, parent);
  if (index === undefined || group === undefined || !isGroup(group)) return null;
  const node = group.children[index];
  if (node === undefined) return null;
  switch (step) {
    case 'up':
      if (index === 0) return null;
      return { root: move(root, place, [...parent, index - 1]), place: [...parent, index - 1] };
    case 'down':
      if (index === group.children.length - 1) return null;
      return { root: move(root, place, [...parent, index + 2]), place: [...parent, index + 1] };
    case 'in': {
      const above = group.children[index - 1];
      if (above === undefined || !isGroup(above)) return null;
      const to = [...parent, index - 1, above.children.length];
      return { root: move(root, place, to), place: to };
    }
    case 'out': {
      const own = parent.at(-1);
      if (own === undefined) return null;
      const to = [...parentOf(parent), own + 1];
      return { root: move(root, place, to), place: to };
    }
  }
}

/** Every node with its place, groups before their parts. */
export function* nodesOf(root: StackNode, place: Place = []): Generator<[Place, StackNode]> {
  yield [place, root];
  if (!isGroup(root)) return;
  for (const [index, child] of root.children.entries()) yield* nodesOf(child, [...place, index]);
}

/** Groups without a part cannot be saved. */
export const hasEmptyGroup = (root: Group): boolean =>
  [...nodesOf(root)].some(([, node]) => isGroup(node) && node.children.length === 0);

/** A node by the name that prerequisites use; one is made from its place where it has none. */
export function withKey(node: StackNode, root: Group): StackNode {
  if (node.key !== undefined) return node;
  const taken = new Set([...nodesOf(root)].map(([, one]) => one.key));
  let number = 1;
  while (taken.has(`p${number}`)) number += 1;
  return { ...node, key: `p${number}` };
}

/** A rule of a group in the shape that the file asks for. */
export function withRule(group: Group, rule: Group['rule'], n?: number, of?: Group['of']): Group {
  const { n: _n, of: _of, ...rest } = group;
  if (rule === 'atLeast') {
    const most = Math.max(1, group.children.length);
    return { ...rest, rule, n: Math.min(most, Math.max(1, Math.round(n ?? group.n ?? 1))) };
  }
  if (rule === 'sum') {
    return { ...rest, rule, n: n ?? group.n ?? 1, of: of ?? group.of ?? 'hours' };
  }
  return { ...rest, rule };
}

/** What a leaf is called before anything is known of a credential. */
export function leafName(leaf: Leaf): string {
  if (leaf.title !== undefined) return leaf.title;
  if (!('match' in leaf)) return leaf.credentialId;
  const { title, abbreviation, policy, issuer, tag, kind } = leaf.match;
  return title ?? abbreviation ?? policy ?? tag ?? issuer ?? kind ?? '';
}

const parentOf = (place: Place): Place => place.slice(0, -1);

const isWithin = (place: Place, ancestor: Place): boolean =>
  place.length > ancestor.length && ancestor.every((index, depth) => place[depth] === index);

/** `place` as it reads once what stood at `removed` is gone. */
function shifted(place: Place, removed: Place): Place {
  const depth = removed.length - 1;
  const gone = removed[depth];
  const here = place[depth];
  const isSibling = removed.slice(0, depth).every((index, level) => place[level] === index);
  if (gone === undefined || here === undefined || !isSibling || here <= gone) return place;
  return place.with(depth, here - 1);
}

function reachable(group: Group): Group {
  const most = Math.max(1, group.children.length);
  return group.rule === 'atLeast' && (group.n ?? 1) > most ? { ...group, n: most } : group;
}
