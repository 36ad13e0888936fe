import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { flushSync } from 'react-dom';
import { t } from '../../i18n/all.ts';
import { asSort, isAtEnd, visibleColumns, type Columns } from './columns.tsx';
import classes from './Grid.module.css';
import { sortBy, type ColumnId } from './layout.ts';

/** How far a press of an arrow key moves the edge of a column, in points. */
const STEP = 8;

export function GridHead({ table }: Readonly<{ table: Columns }>) {
  const { ids } = visibleColumns(table);
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        {ids.map((id) => (
          <HeadCell key={id} id={id} table={table} />
        ))}
      </div>
    </div>
  );
}

function HeadCell({ id, table }: Readonly<{ id: ColumnId; table: Columns }>) {
  const column = table.getColumn(id);
  const sort = asSort(id);
  const sorted = column?.getIsSorted() ?? false;
  const name = t(`credentials.columns.${id}`);
  const SortIcon = sorted === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-column={id}
      data-end={isAtEnd(id) || undefined}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {column?.getCanResize() === true && <Handle id={id} name={name} table={table} />}
      {sort === null ? (
        name
      ) : (
        <button
          type="button"
          className={classes.sort}
          data-sorted={sorted !== false || undefined}
          onClick={() => sortBy(sort)}
        >
          {name}
          {sorted !== false && <SortIcon size={14} aria-hidden />}
        </button>
      )}
    </div>
  );
}

/** The edge before a column: dragged, or moved by the left and right arrows. */
function Handle({ id, name, table }: Readonly<{ id: ColumnId; name: string; table: Columns }>) {
  const header = table.getHeaderGroups()[0]?.headers.find((each) => each.column.id === id);
  const width = header?.getSize() ?? 0;
  const setWidth = (next: number) => table.setColumnSizing((before) => ({ ...before, [id]: next }));
  const resize = (event: React.MouseEvent | React.TouchEvent) => {
    const drawn = event.currentTarget.parentElement?.offsetWidth ?? width;
    // A column that shares spare room is drawn wider than it is set; dragging begins at what is seen.
    if (drawn !== width) flushSync(() => setWidth(drawn));
    header?.getResizeHandler()(event);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('credentials.columns.width', { column: name })}
      aria-valuenow={width}
      aria-valuemin={56}
      aria-valuemax={480}
      className={classes.handle}
      onMouseDown={resize}
      onTouchStart={resize}
      onDoubleClick={() => header?.column.resetSize()}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        setWidth((event.currentTarget.parentElement?.offsetWidth ?? width) + step);
      }}
    />
  );
}
