import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListItems } from './rows.ts';
import { nothingSelected, only, toggled, type Selection } from './selection.ts';
import { allIds, idsBetween, type ListQuery } from './useList.ts';

export type SelectionTools = Readonly<{
  selection: Selection;
  setSelection: (next: Selection) => void;
  /** Selects from where the last plain choice was up to `index`. */
  extendTo: (index: number) => void;
  /** Takes one in or out, and begins ranges there. */
  toggle: (index: number) => void;
  /** Begins ranges at `index`. */
  anchorAt: (index: number) => void;
  /** Ids of what is selected, also of what was never loaded. */
  ids: () => Promise<string[]>;
}>;

/** What is selected in the list; another filter or search selects nothing. */
export function useSelection(
  items: ListItems,
  query: ListQuery,
  filterKey: string,
): SelectionTools {
  const [selection, setSelection] = useState(nothingSelected);
  const anchor = useRef(0);
  useEffect(() => setSelection(nothingSelected), [filterKey]);

  const extendTo = useCallback(
    (index: number) => {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      const loaded = loadedIds(items, from, to);
      if (loaded !== null) setSelection(only(loaded));
      else void idsBetween(query, from, to).then((ids) => setSelection(only(ids)));
    },
    [items, query],
  );
  const toggle = useCallback(
    (index: number) => {
      const item = items.itemAt(index);
      anchor.current = index;
      if (item?.type === 'row') setSelection((before) => toggled(before, item.row.id));
    },
    [items],
  );
  return {
    selection,
    setSelection,
    extendTo,
    toggle,
    anchorAt: useCallback((index: number) => {
      anchor.current = index;
    }, []),
    ids: async () =>
      selection.all
        ? (await allIds(query)).filter((id) => !selection.ids.has(id))
        : [...selection.ids],
  };
}

/** Ids of the lines from one place to another, or null when some are not loaded. */
function loadedIds(items: ListItems, from: number, to: number): string[] | null {
  const ids: string[] = [];
  for (let index = from; index <= to; index += 1) {
    const item = items.itemAt(index);
    if (item === undefined) return null;
    if (item.type === 'row') ids.push(item.row.id);
  }
  return ids;
}
