import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { CredentialFilter, CredentialSort } from '#shared/procedures/credentials.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { call } from '../../client.ts';
import { useProcedure } from '../../query.ts';
import { groupRows } from './groups.ts';
import { rowAt, type GroupBy, type ListItems, type Row } from './rows.ts';

const PAGE = 200;
/** The most that one call may ask for. */
const LARGEST_PAGE = 1000;

export type ListQuery = Readonly<{
  filter: CredentialFilter;
  sort: CredentialSort;
  descending: boolean;
  asOf: PlainDate;
}>;

type List = ListItems &
  Readonly<{
    error: Error | null;
    /** Tells which lines are on screen, so that their pages are loaded. */
    onVisible: (first: number, last: number) => void;
  }>;

/** The list in pages as it is scrolled, or wholly and in groups. */
export function useList(
  query: ListQuery,
  group: GroupBy | null,
  folded: ReadonlySet<string>,
): List {
  const paged = usePages(query, group === null);
  const grouped = useGroups(query, group, folded);
  return group === null ? paged : { ...grouped, onVisible: paged.onVisible };
}

function usePages(query: ListQuery, enabled: boolean): List {
  const [span, setSpan] = useState<readonly [number, number]>([0, 0]);
  const first = useProcedure('credentials.rows', pageInput(query, 0), {
    enabled,
    keepPrevious: true,
  });
  const whole = first.data === undefined || first.data.columns.id.length < PAGE;
  const counted = useTotal(query, enabled && !whole);
  const wanted = enabled ? pagesBetween(...span).filter((page) => page > 0) : [];
  const others = useQueries({
    queries: wanted.map((page) => {
      const input = pageInput(query, page);
      return {
        queryKey: ['credentials.rows', input],
        queryFn: () => call('credentials.rows', input),
      };
    }),
  });

  const onVisible = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / PAGE), Math.floor(Math.max(from, to) / PAGE)] as const;
    setSpan((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
  }, []);

  const pages = new Map([[0, first.data?.columns]]);
  for (const [place, page] of wanted.entries()) pages.set(page, others[place]?.data?.columns);
  // Counting a large list takes longer than reading its first page, which does not wait for it.
  const total = whole ? first.data?.columns.id.length : counted;
  return {
    count: total ?? first.data?.columns.id.length ?? 0,
    total,
    error: first.error,
    onVisible,
    itemAt: (index) => {
      const columns = pages.get(Math.floor(index / PAGE));
      const row = columns && rowAt(columns, index % PAGE);
      return row && { type: 'row', row };
    },
    indexOf: (id) => {
      for (const [page, columns] of pages) {
        const place = columns?.id.indexOf(id) ?? -1;
        if (place >= 0) return page * PAGE + place;
      }
      return -1;
    },
  };
}

/** How many credentials a query matches; undefined until counted. */
export function useTotal(query: ListQuery, enabled: boolean): number | undefined {
  const input = { ...query, limit: 1, withTotal: true };
  const { data } = useProcedure('credentials.rows', input, { enabled, keepPrevious: true });
  return data?.total ?? undefined;
}

type Grouped = ListItems & Readonly<{ error: Error | null }>;

function useGroups(query: ListQuery, group: GroupBy | null, folded: ReadonlySet<string>): Grouped {
  const { data: rows, error } = useQuery({
    queryKey: ['credentials.rows', 'all', query],
    queryFn: ({ signal }) => allRows(query, signal),
    enabled: group !== null,
    placeholderData: keepPreviousData,
  });
  const items = useMemo(
    () => (rows === undefined || group === null ? [] : groupRows(rows, group, folded)),
    [rows, group, folded],
  );
  const places = useMemo(
    () =>
      new Map(
        items.flatMap((item, index) =>
          item.type === 'row' ? [[item.row.id, index] as const] : [],
        ),
      ),
    [items],
  );
  return {
    count: items.length,
    total: rows?.length,
    error,
    itemAt: (index) => items[index],
    indexOf: (id) => places.get(id) ?? -1,
  };
}

async function allRows(query: ListQuery, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(query, after);
    signal.throwIfAborted();
    for (let index = 0; index < page.columns.id.length; index += 1) {
      const row = rowAt(page.columns, index);
      if (row !== undefined) rows.push(row);
    }
    after = page.next;
  } while (after !== null);
  return rows;
}

/** Ids of everything that a query matches, for changing all of it at once. */
export async function allIds(query: ListQuery): Promise<string[]> {
  const rows = await allRows(query, new AbortController().signal);
  return rows.map(({ id }) => id);
}

/** Ids of the lines from one place to another, both included, in the list without groups. */
export async function idsBetween(query: ListQuery, from: number, to: number): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = from; offset <= to; offset += LARGEST_PAGE) {
    const limit = Math.min(LARGEST_PAGE, to - offset + 1);
    const { columns } = await call('credentials.rows', { ...query, offset, limit });
    ids.push(...columns.id);
  }
  return ids;
}

const readPage = (query: ListQuery, after: string | null) =>
  call('credentials.rows', { ...query, limit: LARGEST_PAGE, after });

function pageInput(query: ListQuery, page: number): ProcedureInput<'credentials.rows'> {
  return { ...query, limit: PAGE, offset: page * PAGE };
}

function pagesBetween(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
