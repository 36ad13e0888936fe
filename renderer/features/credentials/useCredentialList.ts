import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { searchFieldId } from '../shell/focusSearch.ts';
import { pressInGrid, type GridActions } from './gridKeys.ts';
import { layoutStore } from './layout.ts';
import { everythingSelected, nothingSelected, type Selection } from './selection.ts';
import { useCursor } from './useCursor.ts';
import { useFilters } from './useFilters.ts';
import { useList, useTotal, type ListQuery } from './useList.ts';
import { useSelection } from './useSelection.ts';

type Refs = Readonly<{
  gridRef: RefObject<HTMLDivElement | null>;
  paneRef: RefObject<HTMLElement | null>;
}>;

/** The list, where the keyboard is in it, what is selected and open, and what keys and clicks do. */
export function useCredentialList({ gridRef, paneRef }: Refs) {
  const { asOf } = useAsOf();
  const { id: openId } = useSearch({ from: '/credentials' });
  const filters = useFilters();
  const { sort, descending, group } = layoutStore.use();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setFolded(new Set()), [group]);
  const query = useMemo<ListQuery>(
    () => ({ filter: filters.filter, sort, descending, asOf }),
    [filters.filter, sort, descending, asOf],
  );
  const items = useList(query, group, folded);
  const everything = useMemo<ListQuery>(() => ({ ...query, filter: {} }), [query]);
  const counted = useTotal(everything, filters.isSet);
  const filterKey = JSON.stringify(filters.filter);
  const { index: cursor, moveTo } = useCursor(
    items,
    openId,
    JSON.stringify([filterKey, sort, descending, group]),
  );
  const picked = useSelection(items, query, filterKey);
  const { selection, setSelection } = picked;
  const pane = usePane({ gridRef, paneRef });
  const trashIds = useTrash();

  const trash = async () => {
    const item = items.itemAt(cursor);
    const some = selection.all || selection.ids.size > 0;
    const ids = some ? await picked.ids() : item?.type === 'row' ? [item.row.id] : [];
    if (ids.length === 0) return;
    const title = !some && item?.type === 'row' ? item.row.title : undefined;
    if (openId !== undefined && ids.includes(openId)) pane.close();
    trashIds(ids, title);
    setSelection(nothingSelected);
    gridRef.current?.focus();
  };
  const go = (index: number) => {
    moveTo(index);
    return items.itemAt(index);
  };
  const open = (index: number, goInto: boolean) => {
    const item = go(index);
    if (item?.type === 'row') pane.open(item.row.id, goInto);
  };
  const onFold = (key: string, fold = !folded.has(key)) => {
    const next = new Set(folded);
    if (fold) next.add(key);
    else next.delete(key);
    setFolded(next);
  };

  const actions: GridActions = {
    move: (index, extend) => {
      const item = go(index);
      if (extend) picked.extendTo(index);
      else picked.anchorAt(index);
      // An open pane follows the keyboard.
      if (!extend && openId !== undefined && item?.type === 'row') pane.open(item.row.id, false);
    },
    open,
    peek: (index) => {
      const item = items.itemAt(index);
      if (item?.type === 'row' && item.row.id === openId) pane.close();
      else open(index, false);
    },
    back: () => {
      if (openId !== undefined) pane.close();
      else if (selection.all || selection.ids.size > 0) setSelection(nothingSelected);
      else return false;
      return true;
    },
    toggle: picked.toggle,
    selectAll: () => setSelection(everythingSelected),
    trash: () => void trash(),
    fold: onFold,
  };
  const onKeyDown = (event: React.KeyboardEvent, rowsPerPage: number) => {
    // Buttons and handles in the head have keys of their own.
    if (event.target !== event.currentTarget) return;
    pressInGrid(
      event,
      { cursor, count: items.count, item: items.itemAt(cursor), rowsPerPage },
      actions,
    );
  };
  useArrowsIntoList(gridRef);

  return {
    items,
    /** Credentials outside the trash, whatever the filter; undefined until counted. */
    total: filters.isSet ? counted : items.total,
    filters,
    cursor,
    selection,
    select: (next: Selection) => {
      setSelection(next);
      gridRef.current?.focus();
    },
    selectedIds: picked.ids,
    trash: () => void trash(),
    close: pane.close,
    onKeyDown,
    onFold: (key: string) => onFold(key),
    onCheck: (index: number, event: React.MouseEvent) => {
      go(index);
      if (event.shiftKey) picked.extendTo(index);
      else picked.toggle(index);
      gridRef.current?.focus();
    },
    onClickRow: (index: number, event: React.MouseEvent) => {
      if (event.shiftKey) {
        go(index);
        picked.extendTo(index);
      } else if (event.ctrlKey || event.metaKey) {
        go(index);
        picked.toggle(index);
      } else {
        picked.anchorAt(index);
        setSelection(nothingSelected);
        open(index, false);
      }
    },
  };
}

/** Opening and closing the pane, which the address holds, with the focus where it belongs. */
function usePane({ gridRef, paneRef }: Refs) {
  const navigate = useNavigate({ from: '/credentials' });
  const { id: openId } = useSearch({ from: '/credentials' });
  const goInto = useRef(false);
  useEffect(() => {
    if (goInto.current && openId !== undefined) paneRef.current?.focus();
    goInto.current = false;
  }, [openId, paneRef]);
  return {
    open: (id: string, into: boolean) => {
      if (id === openId) {
        if (into) paneRef.current?.focus();
        return;
      }
      goInto.current = into;
      void navigate({ search: (before) => ({ ...before, id }), replace: openId !== undefined });
    },
    close: () => {
      void navigate({ search: (before) => ({ ...before, id: undefined }), replace: true });
      gridRef.current?.focus();
    },
  };
}

function useTrash() {
  const title = useRef<string | undefined>(undefined);
  const { mutate } = useCommand('credentials.trash', {
    done: ({ changed }) =>
      title.current === undefined
        ? t('credentials.trashed', { count: changed })
        : t('credentials.trashedNamed', { title: title.current }),
  });
  return (ids: string[], named: string | undefined) => {
    title.current = named;
    mutate({ ids });
  };
}

/** The down arrow goes from the search field, or from nowhere, into the list. */
function useArrowsIntoList(gridRef: Refs['gridRef']): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'ArrowDown' || event.defaultPrevented || !(target instanceof HTMLElement))
        return;
      if (target !== document.body && target.id !== searchFieldId && target.id !== 'content')
        return;
      event.preventDefault();
      gridRef.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [gridRef]);
}
