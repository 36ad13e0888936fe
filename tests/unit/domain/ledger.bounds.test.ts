import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateActivities } from '#shared/domain/allocator.ts';
import { computeLedger, computeLedgers } from '#shared/domain/ledger.ts';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { planRenewals } from '#shared/domain/planner.ts';
import { planModel } from '#shared/domain/plannerModel.ts';
import { stateOf, ticksLeft } from '#shared/domain/plannerNeed.ts';
import { policySchema, type Policy } from '#shared/domain/policy.ts';
import { fromHundredths, toHundredths } from '#shared/domain/units.ts';
import { aCycle, allocations, aPolicy, day, shipped } from '../../support/aPolicy.ts';
import { propertyRuns } from '../../support/property.ts';

const ASOF = day('2026-11-23');
const cycle = aCycle('2025-01-01', '2029-12-31');
const judge = (policy: Policy, items: readonly Allocation[], choices = {}) =>
  computeLedger({ policy, cycle, allocations: items, asOf: ASOF, choices }).requirements[0];
const figures = (policy: Policy, items: readonly Allocation[]) => {
  const found = judge(policy, items);
  return {
    counted: fromHundredths(found?.counted ?? 0),
    remaining: fromHundredths(found?.remaining ?? 0),
    needed: fromHundredths(found?.needed ?? 0),
    categories: Object.fromEntries(
      (found?.categories ?? []).map(({ name, raw, counted }) => [
        name,
        [fromHundredths(raw), fromHundredths(counted)],
      ]),
    ),
  };
};
/** What the planner still asks for, in hours. */
const planned = (policy: Policy, items: readonly Allocation[]) => {
  const ledger = computeLedgers({ policy, cycles: [cycle], allocations: items, asOf: ASOF })[0];
  if (!ledger) throw new Error('There is no ledger.');
  const open = { credentialId: 'a', title: 'A', policy, cycle, previous: null };
  const model = planModel({ ...open, ledger, allocations: items }, ASOF);
  if (!model) throw new Error('Nothing can be planned.');
  return { model, state: stateOf(model, items) };
};

describe('Massachusetts teachers: at least 10 points in a topic before any of them count', () => {
  const teacher = shipped('teacher-ma');

  test('nine count for nothing and are kept; the tenth makes all of them count', () => {
    const nine = allocations(['2025-02-01', 5, 'Content'], ['2025-03-01', 4, 'Content']);
    expect(figures(teacher, nine)).toMatchObject({
      counted: 0,
      remaining: 150,
      // What is there counts as soon as its minimum is met.
      needed: 141,
      categories: { Content: [9, 0] },
    });
    const ten = allocations(['2025-02-01', 5, 'Content'], ['2025-03-01', 5, 'Content']);
    expect(figures(teacher, ten)).toMatchObject({
      counted: 10,
      remaining: 140,
      categories: { Content: [10, 10] },
    });
  });

  test('units of no topic know no block, and the plan counts on what lies in one', () => {
    const items = allocations(['2025-02-01', 5, 'Content'], ['2025-03-01', 20]);
    expect(figures(teacher, items)).toMatchObject({ counted: 20, needed: 125 });
    const plan = planRenewals([planned(teacher, items)]);
    expect(fromHundredths(plan.hours)).toBe(125);
    const done = [
      ...items,
      ...plan.items.flatMap(({ from, counts }, index) =>
        counts.map((count): Allocation => ({
          id: `p${index}`,
          on: from,
          units: count.units,
          category: count.category,
        })),
      ),
    ];
    expect(judge(teacher, done)?.met).toBe(true);
  });

  test('a block that no minimum fills is refused', () => {
    const policy = aPolicy();
    const withBlock = (category: object) =>
      policySchema.safeParse({
        ...policy,
        requirements: [{ unit: 'unit', total: 30, categories: [{ name: 'A', ...category }] }],
      }).success;
    expect(withBlock({ min: 5, block: 5 })).toBe(true);
    expect([withBlock({ min: 5, block: 6 }), withBlock({ block: 1 })]).toEqual([false, false]);
  });
});

describe('a bound for one activity', () => {
  const capped = aPolicy({
    cycleMonths: 60,
    validityMonths: 60,
    requirements: [
      {
        unit: 'unit',
        total: 30,
        categories: [
          { name: 'Learning', max: 20 },
          { name: 'Books', within: 'Learning', perActivityMax: 5 },
        ],
      },
    ],
  });

  test('more than it of one activity is ignored; two activities count each for itself', () => {
    expect(figures(capped, allocations(['2025-02-01', 8, 'Books']))).toMatchObject({
      counted: 5,
      categories: { Books: [8, 5], Learning: [5, 5] },
    });
    expect(
      figures(capped, allocations(['2025-02-01', 8, 'Books'], ['2025-02-01', 3, 'Books'])),
    ).toMatchObject({ counted: 8, categories: { Books: [11, 8] } });
    expect(figures(capped, allocations(['2025-02-01', 8, 'Learning']))).toMatchObject({
      counted: 8,
    });
  });

  test('the planner and the allocator say the same as the ledger', () => {
    const items = allocations(['2025-02-01', 8, 'Books']);
    const { model, state } = planned(capped, items);
    expect(ticksLeft(model, state)).toBe(25 * 600_000);
    const [result] = allocateActivities([
      {
        model,
        state: stateOf(model, []),
        candidates: [
          {
            activityId: 'a',
            on: day('2025-02-01'),
            choices: [
              { unit: null, category: 'Books', units: 800 },
              { unit: null, category: 'Learning', units: 800 },
            ],
          },
        ],
      },
    ]);
    expect(result).toMatchObject({ chosen: [1], before: 25 * 600_000, left: 22 * 600_000 });
  });
});

const units = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4);
const anyBounded = fc
  .record({
    total: fc.integer({ min: 0, max: 60 }),
    bounds: fc.array(
      fc.record({
        min: fc.integer({ min: 0, max: 12 }),
        share: fc.integer({ min: 0, max: 12 }),
        perActivityMax: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
        max: fc.option(fc.integer({ min: 12, max: 20 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ total, bounds }) =>
    aPolicy({
      cycleMonths: 60,
      validityMonths: 60,
      requirements: [
        {
          unit: 'unit',
          total,
          categories: bounds.map(({ share, ...bound }, index) => ({
            name: `C${index}`,
            block: share === 0 ? null : Math.min(share, bound.min),
            ...bound,
          })),
        },
      ],
    }),
  );
const anyItems = fc
  .array(fc.record({ units, at: fc.integer({ min: -1, max: 3 }) }), { maxLength: 12 })
  .map((rows) =>
    rows.map((row, index): Allocation => ({
      id: `a${index}`,
      on: day('2025-06-01'),
      units: toHundredths(row.units),
      category: row.at < 0 ? null : `C${row.at}`,
    })),
  );

describe('blocks and bounds of one activity, at random', () => {
  test('counted is what a count by hand gives', () => {
    fc.assert(
      fc.property(anyBounded, anyItems, (policy, items) => {
        const categories = policy.requirements[0]?.categories ?? [];
        const own = (name: string) => items.filter(({ category }) => category === name);
        const byHand = categories.map(({ name, perActivityMax, block, max }) => {
          let sum = 0;
          for (const { units: each } of own(name)) {
            sum +=
              perActivityMax !== null && each > perActivityMax * 100 ? perActivityMax * 100 : each;
          }
          if (block !== null && sum < block * 100) return 0;
          return max !== null && sum > max * 100 ? max * 100 : sum;
        });
        const known = new Set(categories.map(({ name }) => name));
        const free = items.filter(({ category }) => category === null || !known.has(category));
        const expected = [...byHand, ...free.map((item) => item.units)].reduce((a, b) => a + b, 0);
        const found = judge(policy, items);
        expect(found?.counted).toBe(expected);
        expect(found?.categories.map(({ counted }) => counted)).toEqual(byHand);
      }),
      propertyRuns(200),
    );
  });

  test('order does not matter, more never counts less, and no more counts than there is', () => {
    fc.assert(
      fc.property(anyBounded, anyItems, anyItems, (policy, items, further) => {
        const found = judge(policy, items);
        expect(judge(policy, items.toReversed())).toEqual(found);
        const more = judge(policy, [
          ...items,
          ...further.map((item) => ({ ...item, id: `b${item.id}` })),
        ]);
        expect(more?.counted).toBeGreaterThanOrEqual(found?.counted ?? 0);
        expect(more?.needed).toBeLessThanOrEqual(found?.needed ?? 0);
        if (found?.met) expect(more?.met).toBe(true);
        expect(found?.counted).toBeLessThanOrEqual(
          items.reduce((sum, item) => sum + item.units, 0),
        );
      }),
      propertyRuns(200),
    );
  });

  test('what the planner asks for is what the ledger needs', () => {
    fc.assert(
      fc.property(anyBounded, anyItems, (policy, items) => {
        const { model, state } = planned(policy, items);
        expect(ticksLeft(model, state)).toBe((judge(policy, items)?.needed ?? 0) * 6000);
      }),
      propertyRuns(200),
    );
  });
});
