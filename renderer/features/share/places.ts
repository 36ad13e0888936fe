import type { Id } from '#shared/domain/credential.ts';

type Placed = Readonly<{ id: Id; place: number | null }>;

const GAP = 10;
const PLACE_MAX = 1000;

/**
 * The places to set so that the item at `from` stands at `to`: as few as will do, since each is a
 * change of its own. What stands behind the last place that is needed stays without one.
 * @param items in the pinned order
 */
export function placesAfterMove(items: readonly Placed[], from: number, to: number): Placed[] {
  const moved = items[from];
  if (moved === undefined || from === to || to < 0 || to >= items.length) return [];
  const rest = items.filter((item) => item !== moved);
  const order = rest.toSpliced(to, 0, moved);
  const before = order[to - 1]?.place ?? (to === 0 ? 0 : null);
  const after = order[to + 1]?.place ?? null;
  const between = before === null ? null : placeBetween(before, after);
  if (between !== null) return [{ id: moved.id, place: between }];
  return order
    .map(({ id }, index) => ({ id, place: GAP * (index + 1) }))
    .filter(({ id, place }, index) => {
      const known = items.find((item) => item.id === id)?.place ?? null;
      return known !== place && (index <= to || known !== null);
    });
}

/** A place after one and before another; null where there is no room. */
function placeBetween(before: number, after: number | null): number | null {
  if (after === null) return before + GAP <= PLACE_MAX ? before + GAP : null;
  const middle = Math.floor((before + after) / 2);
  return middle > before && middle < after ? middle : null;
}
