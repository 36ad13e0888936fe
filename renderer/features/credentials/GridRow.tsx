import type { CSSProperties } from 'react';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { cellOf, ExpiryCell, isAtEnd, TitleCell } from './columns.tsx';
import classes from './Grid.module.css';
import type { ColumnId } from './layout.ts';
import { lineId, type Row } from './rows.ts';

type GridRowProps = Readonly<{
  /** Undefined while the page that holds it is on its way. */
  row: Row | undefined;
  columns: readonly ColumnId[];
  compact: boolean;
  format: Format;
  index: number;
  /** Counted from 1, the head included. */
  position: number;
  style: CSSProperties;
  current: boolean;
  open: boolean;
  selected: boolean;
}>;

export function GridRow(props: GridRowProps) {
  const { row, columns, compact, format, index, position, style, current, open, selected } = props;
  if (row === undefined) {
    return (
      <div role="row" aria-rowindex={position} aria-busy className={classes.row} style={style}>
        <div role="gridcell" className={classes.pending} aria-label={t('common.loading')} />
      </div>
    );
  }
  return (
    <div
      role="row"
      id={lineId(row.id)}
      aria-rowindex={position}
      aria-selected={selected || open}
      className={classes.row}
      style={style}
      data-index={index}
      data-current={current || undefined}
      data-open={open || undefined}
      data-selected={selected || undefined}
    >
      {compact ? (
        <CompactCell {...props} row={row} />
      ) : (
        columns.map((column) => (
          <div
            key={column}
            role="gridcell"
            className={classes.cell}
            data-column={column}
            data-end={isAtEnd(column) || undefined}
          >
            {column === 'title' && <Check {...props} row={row} />}
            {cellOf(column, row, format)}
          </div>
        ))
      )}
    </div>
  );
}

type LineProps = GridRowProps & Readonly<{ row: Row }>;

function CompactCell(props: LineProps) {
  const { row, format } = props;
  return (
    <div role="gridcell" className={classes.two}>
      <Check {...props} />
      <div className={classes.first}>
        <TitleCell row={row} />
      </div>
      <div className={classes.second}>
        <StatusMark status={row.status} withWord size={14} />
        <span className={classes.when}>
          <ExpiryCell row={row} format={format} />
        </span>
      </div>
    </div>
  );
}

/** Out of the tab order: the keyboard selects with Shift and the arrows. */
function Check({ row, selected }: LineProps) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={classes.check}
      aria-label={t('credentials.openFor', { title: row.title })}
      checked={selected}
      readOnly
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}
