import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { computeLedger, type Ledger } from '#shared/domain/ledger.ts';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { addDays } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { aPolicy, day } from '../../support/aPolicy.ts';
import { ledgerByBruteForce } from '../../support/ledgerOracle.ts';
import { propertyRuns } from '../../support/property.ts';

const START = day('2024-02-29');

/** Decimal units in whole quarters. */
const quarters = (most: number) => fc.integer({ min: 0, max: most * 4 }).map((count) => count / 4);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Requirements with up to six categories, nested at will, and every sort of bound. */
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    total: quarters(60),
    perYearMin: maybe(quarters(15)),
    parents: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 6 }),
    bounds: fc.array(
      fc.record({
        min: maybe(quarters(15)),
        max: maybe(quarters(20)),
        perYearMin: maybe(quarters(3)),
      }),
      { minLength: 6, maxLength: 6 },
    ),
    carryOver: maybe(
      fc.record({
        max: quarters(20),
        windowMonths: maybe(fc.integer({ min: 1, max: 24 })),
        from: fc.integer({ min: -1, max: 5 }),
        into: fc.integer({ min: -1, max: 5 }),
      }),
    ),
  })
  .map(({ total, perYearMin, parents, bounds, carryOver }) => {
    const name = (index: number) => (index >= 0 && index < parents.length ? `C${index}` : null);
    return aPolicy({
      requirements: [
        {
          unit: 'unit',
          total,
          perYearMin,
          categories: parents.map((parent, index) => ({
            name: `C${index}`,
            within: parent < index ? name(parent) : null,
            ...bounds[index],
          })),
          carryOver: carryOver && {
            max: carryOver.max,
            from: 'made up',
            windowMonths: carryOver.windowMonths,
            fromCategory: name(carryOver.from),
            intoCategory: name(carryOver.into),
          },
        },
      ],
    });
  });

const anyItem = fc.record({
  offset: fc.oneof(
    fc.integer({ min: -40, max: 1200 }),
    fc.constantFrom(0, 1, 365, 366, 1095, 1096),
  ),
  units: fc.integer({ min: 0, max: 40 }).map((count) => count * 25),
  category: maybe(fc.constantFrom('C0', 'C1', 'C2', 'C3', 'C4', 'C5')),
});
const anyItems = fc.array(anyItem, { maxLength: 12 }).map((items): Allocation[] =>
  items.map(({ offset, units, category }, index) => ({
    id: `${index}`,
    on: addDays(START, offset),
    units,
    category,
  })),
);

const anyEnd = fc.constantFrom(
  '2027-02-28',
  '2025-02-27',
  '2024-12-31',
  '2026-03-15',
  '2027-02-27',
);
const anyCase = fc.record({
  policy: anyPolicy,
  items: anyItems,
  end: anyEnd.map(parsePartialDate),
  carriedIn: fc.integer({ min: 0, max: 40 }).map((count) => count * 25),
  asOf: fc.integer({ min: -30, max: 1300 }).map((days) => addDays(START, days)),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

function run({ policy, end, carriedIn, asOf }: Case, allocations: readonly Allocation[]): Ledger {
  return computeLedger({
    policy,
    cycle: { start: START, end, renewedOn: null, method: null },
    allocations,
    carriedIn,
    asOf,
  });
}

function requirementOf(ledger: Ledger) {
  const [requirement] = ledger.requirements;
  if (!requirement) throw new Error('There is a requirement.');
  return requirement;
}

test('equal to brute force that pours units one by one', () => {
  const seen = { met: 0, capped: 0, carried: 0, missing: 0 };
  fc.assert(
    fc.property(anyCase, (given) => {
      const found = requirementOf(run(given, given.items));
      const [requirement] = given.policy.requirements;
      if (!requirement) throw new Error('There is a requirement.');
      const oracle = ledgerByBruteForce({ ...given, requirement, start: START });
      expect({
        counted: found.counted,
        remaining: found.remaining,
        met: found.met,
        categories: found.categories.map(({ raw, counted }) => ({ raw, kept: counted })),
        // A cycle of less than a year has no year with a minimum.
        years: found.years.filter((year) => year.end >= '2025-02-27').map((year) => year.counted),
        carryOut: found.carryOut,
      }).toEqual(oracle);
      seen.met += Number(found.met);
      seen.capped += Number(found.categories.some(({ raw, counted }) => raw > counted));
      seen.carried += Number(found.carryOut > 0);
      seen.missing += Number(found.remaining > found.total - found.counted && found.remaining > 0);
    }),
    propertyRuns(5_000),
  );
  // The cases must reach every rule, or their agreement says little.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
});

test('the order of activities does not matter', () => {
  fc.assert(
    fc.property(
      anyCase.chain((given) =>
        fc.tuple(
          fc.constant(given),
          fc.shuffledSubarray([...given.items], { minLength: given.items.length }),
        ),
      ),
      ([given, shuffled]) => {
        expect(run(given, shuffled).requirements).toEqual(run(given, given.items).requirements);
      },
    ),
    propertyRuns(2_000),
  );
});

test('adding an allocation never lowers what counts, never raises what is left, never breaks what is met', () => {
  fc.assert(
    fc.property(anyCase, anyItem, (given, { offset, units, category }) => {
      const before = run(given, given.items);
      const after = run(given, [
        ...given.items,
        { id: 'new', on: addDays(START, offset), units, category },
      ]);
      const [less, more] = [requirementOf(before), requirementOf(after)];
      expect(more.counted).toBeGreaterThanOrEqual(less.counted);
      expect(more.needed).toBeLessThanOrEqual(less.needed);
      expect(after.met || !before.met).toBe(true);
      expect(more.carryOut).toBeGreaterThanOrEqual(less.carryOut);
      for (const [index, category] of less.categories.entries()) {
        expect(more.categories[index]?.counted).toBeGreaterThanOrEqual(category.counted);
        expect(more.categories[index]?.met || !category.met).toBe(true);
      }
    }),
    propertyRuns(3_000),
  );
});

test('what counts is never more than what was earned and carried in; nothing is lost from the list', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const ledger = run(given, given.items);
      const found = requirementOf(ledger);
      const flags = new Map(ledger.allocations.map((item) => [item.id, item.flag]));
      const earned = given.items.filter((item) => flags.get(item.id) === 'counted');
      const raw = earned.reduce((sum, item) => sum + item.units, 0);
      expect(found.counted).toBeLessThanOrEqual(raw + given.carriedIn);
      expect(found.carryOut).toBeLessThanOrEqual(raw);
      expect(found.needed).toBeGreaterThanOrEqual(found.remaining);
      expect(ledger.allocations).toHaveLength(given.items.length);
      for (const item of given.items) {
        const inside = item.on >= START && item.on <= String(given.end);
        expect(flags.get(item.id) === 'counted').toBe(inside);
      }
    }),
    propertyRuns(2_000),
  );
});

test('for every policy of the catalogue: filling each category and year in turn meets it', () => {
  const policies = policyCatalog().policies.filter((policy) => policy.requirements.length > 0);
  expect(policies.length).toBeGreaterThan(80);
  for (const policy of policies) {
    const cycle = {
      start: day('2023-01-01'),
      end: day('2026-12-31'),
      renewedOn: null,
      method: null,
    };
    const items = policy.requirements.flatMap((requirement) => {
      const names = [null, ...requirement.categories.map((category) => category.name)];
      return ['2023-06-01', '2024-06-01', '2025-06-01', '2026-06-01'].flatMap((on) =>
        names.map((category): Allocation => ({
          id: `${requirement.unit} ${on} ${category}`,
          on: day(on),
          units: requirement.total * 100,
          category,
          unit: requirement.unit,
        })),
      );
    });
    const asOf = day('2027-06-01');
    expect([policy.id, computeLedger({ policy, cycle, allocations: items, asOf }).met]).toEqual([
      policy.id,
      true,
    ]);
    const isOptional = policy.requirements.every((requirement) => !requirement.mandatory);
    expect([policy.id, computeLedger({ policy, cycle, allocations: [], asOf }).met]).toEqual([
      policy.id,
      isOptional,
    ]);
  }
});
