import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import { fromEpochDay } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Lane } from './lanes.ts';
import classes from './Screen.module.css';

const ROW_PX = 36;
const columns = ['title', 'issuer', 'status', 'from', 'to'] as const;

/** The chart's twin for screen readers and for reading exact days. */
export function LaneTable({ lanes }: Readonly<{ lanes: readonly Lane[] }>) {
  const format = useFormat();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: lanes.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const day = (value: number) => (Number.isNaN(value) ? '' : format.day(fromEpochDay(value)));
  return (
    // The scrolling part takes the focus so that arrow keys move it.
    <div
      ref={setScroller}
      className={classes.tableScroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable
      tabIndex={0}
      role="region"
      aria-label={t('timeline.table')}
    >
      <div role="table" aria-label={t('timeline.heading')} aria-rowcount={lanes.length + 1}>
        <div role="rowgroup" className={classes.tableHead}>
          <div role="row" aria-rowindex={1} className={classes.tableRow}>
            {columns.map((column) => (
              <span key={column} role="columnheader">
                {t(`timeline.columns.${column}`)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const lane = lanes[index];
            return lane === undefined ? null : (
              <div
                key={lane.id}
                role="row"
                aria-rowindex={index + 2}
                className={classes.tableRow}
                style={{
                  position: 'absolute',
                  insetInline: 0,
                  transform: `translateY(${start}px)`,
                }}
              >
                <span role="cell">
                  <Link to="/credentials" search={{ id: lane.id }} className={classes.tableLink}>
                    {lane.title}
                  </Link>
                </span>
                <span role="cell">{lane.issuer}</span>
                <span role="cell">
                  <StatusMark status={lane.status} withWord />
                </span>
                <span role="cell">{day(lane.start)}</span>
                <span role="cell">
                  {Number.isNaN(lane.end) ? t('common.noExpiry') : day(lane.end)}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
