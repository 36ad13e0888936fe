import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toEpochDay } from '#shared/domain/plainDate.ts';
import { forecastDay } from '#shared/domain/stackForecast.ts';
import type { StackCredential } from '#shared/domain/stackMatch.ts';
import { isGroup, type StackNode } from '#shared/domain/stackTree.ts';
import { TODAY } from '../../support/engine.ts';
import { propertyRuns } from '../../support/property.ts';
import { aStackCredential, all, idOf, leaf, reportOf } from '../../support/stacks.ts';

const LEAVES = 6;

const credential = (n: number) =>
  fc
    .record({
      lifecycle: fc.constantFrom('planned', 'in-progress', 'earned', 'revoked'),
      progress: fc.integer({ min: 0, max: 100 }),
      hours: fc.option(fc.integer({ min: 0, max: 400 })),
      expires: fc.option(fc.constantFrom('2026-11-22', '2026-11-23', '2027', '2031-05')),
      cost: fc.option(
        fc.record({
          amount: fc.integer({ min: 0, max: 100_000 }),
          currency: fc.constantFrom('USD', 'EUR'),
        }),
      ),
      credits: fc.option(
        fc.record({ amount: fc.integer({ min: 1, max: 30 }), system: fc.constant('ects') }),
      ),
    })
    .map((given) => aStackCredential(n, given as Parameters<typeof aStackCredential>[1]));

const credentials = fc.tuple(...Array.from({ length: LEAVES }, (_, n) => credential(n)));

const tree = fc.letrec<{ node: StackNode; group: StackNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: 0, max: LEAVES - 1 }).map((n) => leaf(n)),
    tie('group'),
  ),
  group: fc
    .record({
      rule: fc.constantFrom('all', 'any', 'atLeast', 'sum'),
      children: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
      n: fc.integer({ min: 1, max: 4 }),
      of: fc.constantFrom('hours', 'ects'),
      scale: fc.integer({ min: 1, max: 100 }),
    })
    .map(({ rule, children, n, of, scale }): StackNode => {
      if (rule === 'atLeast') return { rule, n: Math.min(n, children.length), children };
      if (rule === 'sum') return { rule, of: of as 'hours', n: n * scale, children };
      return { rule: rule as 'all', children };
    }),
})).group;

const isHeld = ({ lifecycle, expires }: StackCredential): boolean =>
  lifecycle === 'earned' && expires !== '2026-11-22';

/** Whether a choice of held credentials satisfies the rules, written without the code under test. */
function satisfied(node: StackNode, held: ReadonlyMap<string, StackCredential>): boolean {
  if (!isGroup(node)) return 'credentialId' in node && held.has(node.credentialId);
  const good = node.children.filter((child) => satisfied(child, held)).length;
  if (node.rule === 'all') return good === node.children.length;
  if (node.rule === 'any') return good >= 1;
  if (node.rule === 'atLeast') return good >= (node.n ?? 0);
  const ids = new Set(node.children.flatMap((child) => idsIn(child)));
  let earned = 0;
  for (const id of ids) {
    const own = held.get(id);
    earned += (node.of === 'hours' ? own?.hours : own?.credits?.amount) ?? 0;
  }
  return earned >= (node.n ?? 0);
}

const idsIn = (node: StackNode): string[] =>
  isGroup(node) ? node.children.flatMap(idsIn) : 'credentialId' in node ? [node.credentialId] : [];

const heldOf = (list: readonly StackCredential[]) =>
  new Map<string, StackCredential>(list.filter(isHeld).map((item) => [item.id, item]));

describe('properties of the report', () => {
  test('progress is within 0 and 1, and 1 exactly when the rules are satisfied', () => {
    fc.assert(
      fc.property(tree, credentials, (root, list) => {
        const { report } = reportOf(root, list);
        expect(report.progress).toBeGreaterThanOrEqual(0);
        expect(report.progress).toBeLessThanOrEqual(1);
        const complete = satisfied(root, heldOf(list));
        expect(report.complete).toBe(complete);
        expect(report.progress === 1).toBe(complete);
      }),
      propertyRuns(1000),
    );
  });

  test('completeness agrees with brute force over every choice of held credentials', () => {
    fc.assert(
      fc.property(tree, credentials, (root, list) => {
        for (let choice = 0; choice < 2 ** LEAVES; choice += 1) {
          const chosen = list.map((item, n): StackCredential => ({
            ...item,
            lifecycle: (choice >> n) % 2 === 1 ? 'earned' : 'planned',
            expires: null,
          }));
          const { report } = reportOf(root, chosen);
          expect(report.complete).toBe(satisfied(root, heldOf(chosen)));
        }
      }),
      propertyRuns(60),
    );
  });

  test('earning a leaf never lowers progress', () => {
    fc.assert(
      fc.property(tree, credentials, fc.nat(LEAVES - 1), (root, list, n) => {
        const earned = list.map((item) =>
          item.id === idOf(n) ? { ...item, lifecycle: 'earned' as const, expires: null } : item,
        );
        expect(reportOf(root, earned).report.progress).toBeGreaterThanOrEqual(
          reportOf(root, list).report.progress,
        );
      }),
      propertyRuns(1000),
    );
  });

  /** In `all` the hours must be known, or be the mean: else the mean that others weigh moves too. */
  test('adding an earned leaf never lowers progress', () => {
    const added = LEAVES + 1;
    fc.assert(
      fc.property(
        tree,
        credentials,
        fc.option(fc.integer({ min: 1, max: 400 })),
        (root, list, hours) => {
          if (!isGroup(root)) return;
          const known = list.map((item) => ({ ...item, hours: Math.max(1, item.hours ?? 1) }));
          const base = hours === null ? list : known;
          const more = { ...root, children: [...root.children, leaf(added)] };
          const before = reportOf(root, base).report.progress;
          const after = reportOf(more, [...base, aStackCredential(added, { hours })]).report
            .progress;
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
      propertyRuns(1000),
    );
  });

  test('doing every next step completes the stack, and none is left over', () => {
    fc.assert(
      fc.property(tree, credentials, (root, list) => {
        const { report } = reportOf(root, list);
        const steps = new Set(report.nextSteps.map(({ credentialId }) => credentialId));
        const done = list.map((item) =>
          steps.has(item.id) ? { ...item, lifecycle: 'earned' as const, expires: null } : item,
        );
        const after = reportOf(root, done).report;
        const reachable = satisfied(
          root,
          heldOf(list.map((item) => ({ ...item, lifecycle: 'earned' as const, expires: null }))),
        );
        expect(after.complete).toBe(reachable || after.complete);
        if (reachable) expect(after.nextSteps).toEqual([]);
      }),
      propertyRuns(1000),
    );
  });

  test('the hours of a plain list are the sum of what is left of each', () => {
    fc.assert(
      fc.property(credentials, (list) => {
        const known = list.map((item) => ({ ...item, hours: (item.hours ?? 0) + 1 }));
        const { report } = reportOf(all(...known.map((_, n) => leaf(n))), known);
        const left = known.reduce((total, item) => {
          if (isHeld(item)) return total;
          const share = item.lifecycle === 'in-progress' ? (item.progress ?? 0) / 100 : 0;
          return total + item.hours * (1 - share);
        }, 0);
        expect(report.remainingHours).toBeCloseTo(left, 1);
      }),
      propertyRuns(1000),
    );
  });
});

test('a forecast is the first day on which so many days without holidays have gone by', () => {
  const spans = fc.array(
    fc.record({ start: fc.integer({ min: -20, max: 200 }), days: fc.nat(30) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 40 }),
      spans,
      (hours, weekly, off) => {
        const daysOff = off.map(({ start, days }) => ({
          from: addDays(TODAY, start),
          to: addDays(TODAY, start + days),
        }));
        let left = Math.ceil((hours * 7) / weekly);
        let at = TODAY;
        while (left > 0) {
          at = addDays(at, 1);
          if (!daysOff.some(({ from, to }) => at >= from && at <= to)) left -= 1;
        }
        expect(toEpochDay(forecastDay(TODAY, hours, weekly, daysOff) ?? TODAY)).toBe(
          toEpochDay(at),
        );
      },
    ),
    propertyRuns(1000),
  );
});
