import { AppError } from '#shared/appError.ts';
import { isGroup, type StackNode } from '#shared/domain/stackTree.ts';
import type { Path } from '#shared/domain/stackView.ts';

/** What comes first (features.md C6): of each node the nodes that it waits for, by their paths. */
export type Prerequisites = ReadonlyMap<Path, readonly Path[]>;

type Placed = Readonly<{ node: StackNode; path: Path; parent: Path | null }>;

/**
 * Prerequisites of every node, those of the groups around it among them.
 * @throws AppError invalid_input for a key that is given twice or that no node has, and for
 * prerequisites that go in a circle, which is said by name
 */
export function prerequisitesOf(root: StackNode): Prerequisites {
  const nodes = placed(root);
  if (nodes.every(({ node }) => node.key === undefined && node.after === undefined))
    return new Map();
  const byKey = new Map<string, Path>();
  for (const { node, path } of nodes) {
    if (node.key === undefined) continue;
    if (byKey.has(node.key)) throw refused(`Two parts have the key "${node.key}".`);
    byKey.set(node.key, path);
  }
  const after = new Map<Path, readonly Path[]>();
  for (const { node, path, parent } of nodes) {
    const own = (node.after ?? []).map((key) => {
      const target = byKey.get(key);
      if (target === undefined) throw refused(`No part has the key "${key}".`);
      return target;
    });
    const around = parent === null ? [] : (after.get(parent) ?? []);
    if (own.length + around.length > 0) after.set(path, [...new Set([...around, ...own])]);
  }
  refuseCircles(nodes, after);
  return after;
}

function placed(node: StackNode, path: Path = '', parent: Path | null = null): Placed[] {
  const here: Placed = { node, path, parent };
  if (!isGroup(node)) return [here];
  return [
    here,
    ...node.children.flatMap((child, at) =>
      placed(child, path === '' ? String(at) : `${path}.${at}`, path),
    ),
  ];
}

/** A group waits for its own parts, and a part for what it or a group around it comes after. */
function refuseCircles(nodes: readonly Placed[], after: Prerequisites): void {
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const byPath = new Map(nodes.map((item) => [item.path, item]));
  const state = new Map<Path, 'open' | 'done'>();
  const trail: Path[] = [];
  const visit = (path: Path): void => {
    if (state.get(path) === 'done') return;
    trail.push(path);
    if (state.get(path) === 'open') {
      const names = trail.slice(trail.indexOf(path)).map((at) => nameOf(byPath.get(at)?.node, at));
      throw refused(`Prerequisites go in a circle: ${names.join(' needs ')}.`);
    }
    state.set(path, 'open');
    for (const next of after.get(path) ?? []) visit(next);
    for (const child of children.get(path) ?? []) visit(child.path);
    state.set(path, 'done');
    trail.pop();
  };
  for (const { path } of nodes) visit(path);
}

function nameOf(node: StackNode | undefined, path: Path): string {
  const match = node !== undefined && 'match' in node ? node.match : undefined;
  return (
    node?.title ??
    match?.title ??
    match?.abbreviation ??
    node?.key ??
    (path === '' ? 'the stack' : `part ${path}`)
  );
}

const refused = (message: string) => new AppError('invalid_input', message, { path: 'root' });
