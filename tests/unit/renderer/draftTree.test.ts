import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGroup, type Group, type StackNode } from '#shared/domain/stackTree.ts';
import {
  insertAt,
  leafName,
  move,
  nodeAt,
  nodesOf,
  placeKey,
  removeAt,
  stepped,
  withKey,
  withRule,
  type Step,
} from '../../../renderer/features/stacks/draftTree.ts';
import { propertyRuns } from '../../support/property.ts';

const leaf = (title: string): StackNode => ({ match: { title } });
const group = (...children: StackNode[]): Group => ({ rule: 'all', children });

const root = group(leaf('A'), group(leaf('B'), leaf('C')), leaf('D'));

/** The tree as a line: A (B C) D. */
const shown = (node: StackNode): string =>
  isGroup(node) ? `(${node.children.map(shown).join(' ')})` : leafName(node);

test('a part is found, put in and taken out by its place', () => {
  expect(nodeAt(root, [1, 1])).toEqual(leaf('C'));
  expect(nodeAt(root, [0, 1])).toBeUndefined();
  expect(shown(insertAt(root, [1, 0], leaf('X')))).toBe('(A (X B C) D)');
  expect(shown(removeAt(root, [1]))).toBe('(A D)');
});

test.each<[Step, readonly number[], string | null, readonly number[]]>([
  ['up', [2], '(A D (B C))', [1]],
  ['down', [0], '((B C) A D)', [1]],
  ['in', [2], '(A (B C D))', [1, 2]],
  ['out', [1, 0], '(A (C) B D)', [2]],
  ['up', [0], null, []],
  ['down', [2], null, []],
  ['in', [1], null, []],
  ['out', [0], null, []],
])('a step %s from %j gives %s', (step, from, expected, place) => {
  const after = stepped(root, from, step);
  expect(after === null ? null : shown(after.root)).toBe(expected);
  if (after !== null) expect(after.place).toEqual(place);
});

test('a group is never moved into itself', () => {
  expect(move(root, [1], [1, 0])).toBe(root);
});

test('a group that asked for more parts than are left asks for those', () => {
  const two = withRule(group(leaf('A'), leaf('B')), 'atLeast', 2);
  expect(removeAt(two, [0])).toEqual({ rule: 'atLeast', n: 1, children: [leaf('B')] });
});

test('a rule keeps only what it takes', () => {
  const sum = withRule(root, 'sum', 30, 'ects');
  expect(sum).toMatchObject({ rule: 'sum', n: 30, of: 'ects' });
  expect(withRule(sum, 'any')).toEqual({ rule: 'any', children: root.children });
});

test('a key that is made is not taken yet', () => {
  const keyed = { ...root, children: [{ ...leaf('A'), key: 'p1' }, leaf('B')] };
  expect(withKey(leaf('X'), keyed).key).toBe('p2');
});

const anyTree = fc.letrec<{ node: StackNode; group: Group }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, fc.constantFrom('A', 'B', 'C').map(leaf), tie('group')),
  group: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all) => group(...all)),
})).group;

const leaves = (tree: Group): string[] =>
  [...nodesOf(tree)].flatMap(([, node]) => (isGroup(node) ? [] : [leafName(node)])).toSorted();

test('moving anything anywhere loses no part and doubles none', () => {
  fc.assert(
    fc.property(anyTree, fc.nat(), fc.nat(), (tree, from, to) => {
      const places = [...nodesOf(tree)].map(([place]) => place);
      const moved = move(
        tree,
        places[from % places.length] ?? [],
        places[to % places.length] ?? [],
      );
      expect(leaves(moved)).toEqual(leaves(tree));
    }),
    propertyRuns(2000),
  );
});

test('a step says where the part stands afterwards', () => {
  fc.assert(
    fc.property(
      anyTree,
      fc.nat(),
      fc.constantFrom<Step>('up', 'down', 'in', 'out'),
      (tree, from, step) => {
        const places = [...nodesOf(tree)].map(([place]) => place);
        const place = places[from % places.length] ?? [];
        const before = nodeAt(tree, place);
        const after = stepped(tree, place, step);
        if (after === null) return;
        expect(nodeAt(after.root, after.place)).toBe(before);
        expect(placeKey(after.place)).not.toBe(placeKey(place));
      },
    ),
    propertyRuns(2000),
  );
});
