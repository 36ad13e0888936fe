import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idSchema } from '#shared/domain/credential.ts';
import { placesAfterMove } from '../../../renderer/features/share/places.ts';
import { propertyRuns } from '../../support/property.ts';

const idOf = (index: number) =>
  idSchema.parse(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);

/** As the engine orders them: by place, those without one behind, in the order that they had. */
const ordered = (items: ReadonlyArray<{ id: string; place: number | null }>) =>
  items.toSorted((a, b) => (a.place ?? 2000) - (b.place ?? 2000)).map(({ id }) => id);

test('to the front of letters without a place, one change will do', () => {
  const items = [0, 1, 2].map((index) => ({ id: idOf(index), place: null }));
  expect(placesAfterMove(items, 2, 0)).toEqual([{ id: idOf(2), place: 10 }]);
});

test('between two places that have room, one change will do', () => {
  const items = [10, 20, 30].map((place, index) => ({ id: idOf(index), place }));
  expect(placesAfterMove(items, 0, 1)).toEqual([{ id: idOf(0), place: 25 }]);
});

test('where there is no room, places are given anew', () => {
  const items = [1, 2, 3].map((place, index) => ({ id: idOf(index), place }));
  expect(placesAfterMove(items, 2, 1)).toEqual([
    { id: idOf(0), place: 10 },
    { id: idOf(2), place: 20 },
    { id: idOf(1), place: 30 },
  ]);
});

test('nothing changes by a move to where it stands, or out of the list', () => {
  const items = [{ id: idOf(0), place: 10 }];
  for (const to of [0, 1, -1]) expect(placesAfterMove(items, 0, to)).toEqual([]);
});

test('any move gives the order that was asked for, with places from 1 to 1,000', () => {
  const places = fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 }), fc.nat(8))
    .map(([known, without]) => [
      ...known.toSorted((a, b) => a - b),
      ...Array.from({ length: without }, () => null),
    ])
    .filter((all) => all.length > 0);
  fc.assert(
    fc.property(places, fc.nat(27), fc.nat(27), (all, one, other) => {
      const items = all.map((place, index) => ({ id: idOf(index), place }));
      const [from, to] = [one % items.length, other % items.length];
      const changes = placesAfterMove(items, from, to);
      const [moved] = items.slice(from, from + 1);
      const wanted = items.filter((item) => item !== moved).map(({ id }) => id);
      if (moved !== undefined) wanted.splice(to, 0, moved.id);
      // What keeps its place or has none is put in order by what was asked, as on the screen.
      const after = wanted.map((id) => ({
        id,
        place:
          (changes.find((change) => change.id === id) ?? items.find((item) => item.id === id))
            ?.place ?? null,
      }));
      expect(ordered(after)).toEqual(wanted);
      for (const { place } of changes) {
        expect(place).toBeGreaterThanOrEqual(1);
        expect(place).toBeLessThanOrEqual(1000);
      }
    }),
    propertyRuns(300),
  );
});
