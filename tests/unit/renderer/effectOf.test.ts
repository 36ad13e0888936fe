import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  categoryLines,
  effectOf,
  shortCategories,
  type RequirementSums,
} from '../../../renderer/features/renewals/cycles.ts';
import { innermostMissing, sumTree, type Entry } from '#shared/domain/ledgerTree.ts';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { fromHundredths, toHundredths } from '#shared/domain/units.ts';
import { propertyRuns } from '../../support/property.ts';

const requirements = policyCatalog().policies.flatMap(({ requirements: all }) =>
  all.filter(({ categories }) => categories.length > 0),
);
type Asked = (typeof requirements)[number];

const nestingOf = ({ categories }: Asked) =>
  Object.fromEntries(
    categories.flatMap(({ name, within }) => (within === null ? [] : [[name, within]])),
  );

const boundsOf = ({ categories }: Asked) =>
  Object.fromEntries(
    categories.map(({ name, perActivityMax, block }) => [name, { perActivityMax, block }]),
  );

/** The sums of a requirement as the engine would state them. */
function sumsOf(asked: Asked, entries: readonly Entry[]): RequirementSums {
  const sums = sumTree(asked.categories, entries);
  return {
    unit: asked.unit,
    total: asked.total,
    counted: fromHundredths(sums.counted),
    carriedIn: 0,
    remaining: 0,
    met: false,
    categories: asked.categories.map(({ name, min, max }) => {
      const { raw, counted } = sums.byName.get(name) ?? { raw: 0, counted: 0 };
      return {
        name,
        raw: fromHundredths(raw),
        counted: fromHundredths(counted),
        min,
        max,
        met: counted >= toHundredths(min ?? 0),
      };
    }),
    years: [],
    pace: { expected: 0, onTrack: true, perMonth: 0 },
    carryOut: 0,
  };
}

const anyCase = fc.constantFrom(...requirements).chain((asked) => {
  const category = fc.constantFrom(null, ...asked.categories.map(({ name }) => name));
  const entry = fc.record({ category, units: fc.integer({ min: 0, max: 9000 }) });
  return fc.record({
    asked: fc.constant(asked),
    before: fc.array(entry, { maxLength: 8 }),
    added: entry,
  });
});

test('what the dialog promises is what the ledger then counts', () => {
  fc.assert(
    fc.property(anyCase, ({ asked, before, added }) => {
      const promised = effectOf(
        sumsOf(asked, before),
        nestingOf(asked),
        added.category,
        fromHundredths(added.units),
        boundsOf(asked),
      );
      const then = sumsOf(asked, [...before, added]);
      expect(promised.after).toBe(then.counted);
      const category = then.categories.find(({ name }) => name === added.category);
      expect(promised.category?.after).toBe(category?.counted);
      const lost = fromHundredths(added.units) - (then.counted - promised.before);
      expect(promised.full !== null).toBe(Math.round(lost * 100) > 0);
    }),
    propertyRuns(2000),
  );
});

test('what one activity may give is a bound, and a block counts only once it is full', () => {
  const [some] = requirements;
  if (some === undefined) throw new Error('The catalogue has no categories.');
  const [category] = some.categories;
  if (category === undefined) throw new Error('The requirement has no category.');
  const plain = { ...category, name: 'Talks', within: null, min: null, max: 20 };
  const effect = (bounds: object, before: readonly Entry[], units: number) => {
    const asked = { ...some, categories: [{ ...plain, ...bounds }] };
    return effectOf(sumsOf(asked, before), {}, 'Talks', units, boundsOf(asked));
  };
  expect(effect({ perActivityMax: 5, block: null }, [], 8)).toMatchObject({
    after: 5,
    full: { bound: 'activity', limit: 5, lost: 3 },
  });
  const six = [{ category: 'Talks', units: toHundredths(6) }];
  expect(effect({ perActivityMax: null, block: 10 }, six, 3)).toMatchObject({
    after: 0,
    full: { bound: 'block', limit: 10, lost: 3 },
  });
  expect(effect({ perActivityMax: null, block: 10 }, six, 4)).toMatchObject({
    after: 10,
    full: null,
  });
});

test('the short categories lack what rule 4 of the ledger says', () => {
  fc.assert(
    fc.property(anyCase, ({ asked, before }) => {
      const sums = sumsOf(asked, before);
      const lines = categoryLines(sums, nestingOf(asked));
      expect(lines.map(({ name }) => name).toSorted()).toEqual(
        asked.categories.map(({ name }) => name).toSorted(),
      );
      const missing = new Map(
        sums.categories.map(({ name, min, counted }) => [
          name,
          Math.max(toHundredths(min ?? 0) - toHundredths(counted), 0),
        ]),
      );
      const total = shortCategories(lines).reduce((sum, { short }) => sum + toHundredths(short), 0);
      expect(total).toBe(innermostMissing(asked.categories, missing));
    }),
    propertyRuns(2000),
  );
});
