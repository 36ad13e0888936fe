import { ScrollArea } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, type CSSProperties, type RefObject } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { type Columns, visibleColumns } from './columns.tsx';
import classes from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GroupLine } from './GroupLine.tsx';
import { GridRow } from './GridRow.tsx';
import { lineId, type ListItems } from './rows.ts';
import { isSelected, type Selection } from './selection.ts';

const HEAD = 32;
const ROW = 36;
const LIST_ROW = 52;
const GROUP = 28;

type GridProps = Readonly<{
  gridRef: RefObject<HTMLDivElement | null>;
  items: ListItems;
  columns: Columns;
  /** Two lines per credential, without a head. */
  compact: boolean;
  /** Where the keyboard is. */
  cursor: number;
  /** The credential whose pane is open. */
  openId: string | undefined;
  selection: Selection;
  onVisible: (first: number, last: number) => void;
  onKeyDown: (event: React.KeyboardEvent, rowsPerPage: number) => void;
  onClickRow: (index: number, event: React.MouseEvent) => void;
  onCheck: (index: number, event: React.MouseEvent) => void;
  onFold: (key: string) => void;
}>;

/** The list as an ARIA grid: one tab stop, of which only the lines on screen are drawn. */
export function Grid(props: GridProps) {
  const { gridRef, items, columns, compact, cursor, selection, openId, onVisible } = props;
  const format = useFormat();
  const head = compact ? 0 : HEAD;
  const virtualizer = useVirtualizer({
    count: items.count,
    getScrollElement: () => gridRef.current,
    estimateSize: (index) =>
      items.itemAt(index)?.type === 'group' ? GROUP : compact ? LIST_ROW : ROW,
    overscan: 4,
    scrollMargin: head,
    scrollPaddingStart: head,
  });
  const lines = virtualizer.getVirtualItems();
  const first = lines[0]?.index ?? 0;
  const last = lines.at(-1)?.index ?? 0;

  useEffect(() => onVisible(first, last), [first, last, onVisible]);
  useEffect(() => {
    if (cursor >= 0) virtualizer.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, virtualizer]);
  // Heights differ between headings and lines, and between the two forms of the list.
  useEffect(() => virtualizer.measure(), [virtualizer, compact, items.count]);

  const { ids, template } = visibleColumns(columns);
  const height = gridRef.current?.clientHeight ?? 0;
  const rowsPerPage = Math.max(1, Math.floor((height - head) / (compact ? LIST_ROW : ROW)) - 1);
  const under = items.itemAt(cursor);
  const anySelected = selection.all || selection.ids.size > 0;
  // CSS variables are outside of the style type; one per list is cheaper than a style per cell.
  const style = { '--columns': template } as CSSProperties;
  const data = { 'data-compact': compact || undefined, 'data-selecting': anySelected || undefined };

  return (
    <ScrollArea
      className={classes.scroll ?? ''}
      classNames={{ viewport: classes.grid ?? '' }}
      viewportRef={gridRef}
      type="hover"
      scrollbarSize={8}
      viewportProps={{
        role: 'grid',
        tabIndex: 0,
        style,
        'aria-label': t('credentials.list'),
        'aria-multiselectable': true,
        'aria-rowcount': items.count + (compact ? 0 : 1),
        'aria-colcount': compact ? 1 : ids.length,
        'aria-activedescendant':
          under?.type === 'row' ? lineId(under.row.id) : under && `group-${cursor}`,
        onKeyDown: (event) => props.onKeyDown(event, rowsPerPage),
        onClick: (event) => click(event, props),
        ...data,
      }}
    >
      {!compact && <GridHead table={columns} />}
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {lines.map((line) => {
          const item = items.itemAt(line.index);
          const place = {
            index: line.index,
            position: line.index + (compact ? 1 : 2),
            style: { height: line.size, transform: `translateY(${line.start - head}px)` },
            current: line.index === cursor,
          };
          if (item?.type === 'group') {
            return (
              <GroupLine
                key={`group-${item.key}`}
                {...place}
                id={`group-${line.index}`}
                group={item}
                span={ids.length}
              />
            );
          }
          return (
            <GridRow
              key={item?.row.id ?? line.key}
              {...place}
              row={item?.row}
              columns={ids}
              compact={compact}
              format={format}
              open={item !== undefined && item.row.id === openId}
              selected={item !== undefined && isSelected(selection, item.row.id)}
            />
          );
        })}
      </div>
    </ScrollArea>
  );
}

/** One handler for all lines: what was clicked tells which line, and whether its checkbox. */
function click(event: React.MouseEvent, { items, onFold, onCheck, onClickRow }: GridProps): void {
  const { target } = event;
  const line = target instanceof Element ? target.closest('[data-index]') : null;
  const index = Number(line?.getAttribute('data-index') ?? -1);
  const item = items.itemAt(index);
  if (item?.type === 'group') onFold(item.key);
  else if (item?.type === 'row' && target instanceof HTMLInputElement) onCheck(index, event);
  else if (item?.type === 'row') onClickRow(index, event);
}
