import { useCallback, useEffect, useState } from 'react';
import type { ListItems } from './rows.ts';

type Place = Readonly<{ id: string | undefined; index: number }>;

export type Cursor = Readonly<{ index: number; moveTo: (index: number) => void }>;

/**
 * Where the keyboard is in the list. It stays with its credential while lines move about it, and at
 * its place when the credential goes away. `query` is whatever makes the list another list.
 */
export function useCursor(items: ListItems, openId: string | undefined, query: string): Cursor {
  const [place, setPlace] = useState<Place>({ id: openId, index: 0 });
  useEffect(() => {
    if (openId !== undefined) setPlace((before) => ({ ...before, id: openId }));
  }, [openId]);
  useEffect(() => setPlace((before) => ({ id: before.id, index: 0 })), [query]);

  const known = place.id === undefined ? -1 : items.indexOf(place.id);
  const index = known >= 0 ? known : Math.min(place.index, items.count - 1);
  return {
    index,
    moveTo: useCallback(
      (next: number) => {
        const item = items.itemAt(next);
        setPlace({ id: item?.type === 'row' ? item.row.id : undefined, index: next });
      },
      [items],
    ),
  };
}
