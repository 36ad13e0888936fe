import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { credentialSortSchema, type CredentialSort } from '#shared/procedures/credentials.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import classes from './Grid.module.css';
import { changeLayout, columnIds, layoutStore, type ColumnId, type Layout } from './layout.ts';
import type { Row } from './rows.ts';

/** Columns by which the engine can sort. */
export const sortedColumns: readonly CredentialSort[] = [
  'title',
  'issuer',
  'status',
  'issued',
  'expires',
];

/** Usual widths in points; the title takes what is left, but never less than its own. */
const usualWidths: Readonly<Record<ColumnId, number>> = {
  title: 180,
  kind: 136,
  issuer: 112,
  platform: 96,
  status: 100,
  issued: 92,
  expires: 92,
  daysLeft: 72,
  progress: 84,
};

const atEnd: ReadonlySet<ColumnId> = new Set(['issued', 'expires', 'daysLeft', 'progress']);

/** Whether a column's words stand at its end, as figures and dates do. */
export const isAtEnd = (column: ColumnId): boolean => atEnd.has(column);

const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});
const helper = createColumnHelper<typeof features, Row>();
const definitions = helper.columns(
  columnIds.map((id) =>
    helper.display({
      id,
      size: usualWidths[id],
      minSize: 56,
      maxSize: 480,
      enableHiding: id !== 'title',
      // The title gives way to the others.
      enableResizing: id !== 'title',
    }),
  ),
);
// The engine sorts and pages; the table only keeps what the columns look like.
const noRows: Row[] = [];

/** The columns' order of drawing, widths and sorting, kept in the layout. */
export function useColumns() {
  const layout = layoutStore.use();
  const state = useMemo(() => tableState(layout), [layout]);
  return useTable({
    features,
    columns: definitions,
    data: noRows,
    state,
    manualSorting: true,
    columnResizeMode: 'onChange',
    // Handles stand at the start of each column, since the title before them gives the room.
    columnResizeDirection: 'rtl',
    onColumnSizingChange: (updater) => {
      const before = tableState(layoutStore.get()).columnSizing;
      const after = typeof updater === 'function' ? updater(before) : updater;
      changeLayout({ widths: widthsOf(after) });
    },
    onColumnVisibilityChange: (updater) => {
      const before = tableState(layoutStore.get()).columnVisibility;
      const after = typeof updater === 'function' ? updater(before) : updater;
      changeLayout({ hidden: columnIds.filter((id) => after[id] === false) });
    },
  });
}
export type Columns = ReturnType<typeof useColumns>;

function tableState({ hidden, widths, sort, descending }: Layout) {
  return {
    columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    columnSizing: Object.fromEntries(Object.entries(widths).map(([id, width]) => [id, width ?? 0])),
    sorting: [{ id: sort, desc: descending }],
  };
}

function widthsOf(sizing: Readonly<Record<string, number>>): Layout['widths'] {
  return Object.fromEntries(
    columnIds.flatMap((id) => {
      const width = sizing[id];
      return width === undefined ? [] : [[id, Math.round(Math.min(480, Math.max(56, width)))]];
    }),
  );
}

/** Columns on screen, and the CSS grid that they make. */
export function visibleColumns(table: Columns): Readonly<{ ids: ColumnId[]; template: string }> {
  const layout = layoutStore.get();
  const ids = columnIds.filter((id) => table.getColumn(id)?.getIsVisible());
  const template = ids
    .map((id) => {
      const width = table.getColumn(id)?.getSize() ?? usualWidths[id];
      if (id === 'title') return `minmax(${usualWidths.title}px, 1fr)`;
      // Issuers have long names: until it has a width of its own, the column shares spare room.
      return id === 'issuer' && layout.widths.issuer === undefined
        ? `minmax(${width}px, 0.4fr)`
        : `${width}px`;
    })
    .join(' ');
  return { ids, template };
}

export function asSort(column: ColumnId): CredentialSort | null {
  const sort = credentialSortSchema.safeParse(column);
  return sort.success ? sort.data : null;
}

/** What a cell of the list shows. */
export function cellOf(column: ColumnId, row: Row, format: Format): ReactNode {
  switch (column) {
    case 'title':
      return <TitleCell row={row} />;
    case 'kind':
      return t(`common.kinds.${row.kind}`);
    case 'issuer':
      return row.issuer;
    case 'platform':
      return row.platform;
    case 'status':
      return <StatusMark status={row.status} withWord />;
    case 'issued':
      return format.date(row.issued);
    case 'expires':
      return <ExpiryCell row={row} format={format} />;
    case 'daysLeft':
      return row.daysLeft === null ? null : format.number(row.daysLeft);
    case 'progress':
      return row.progress === null
        ? null
        : t('credentials.columns.percent', { count: row.progress });
  }
}

export function TitleCell({ row }: Readonly<{ row: Row }>) {
  return (
    <>
      <span className={classes.title}>{row.title}</span>
      {row.abbreviation !== null && !row.title.includes(row.abbreviation) && (
        <span className={classes.abbreviation}>{row.abbreviation}</span>
      )}
    </>
  );
}

export function ExpiryCell({ row, format }: Readonly<{ row: Row; format: Format }>) {
  if (row.expires !== null) return format.date(row.expires);
  const pending = row.status === 'in-progress' || row.status === 'planned';
  return <span className={classes.quiet}>{t(pending ? 'common.notYet' : 'common.noExpiry')}</span>;
}
