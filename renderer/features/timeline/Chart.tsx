import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useState, type KeyboardEvent } from 'react';
import { toEpochDay } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { LaneBar } from './LaneBar.tsx';
import type { Grouping, TimelineRow } from './lanes.ts';
import classes from './Screen.module.css';
import type { TimeAxis } from './useTimeAxis.ts';

const LANE_PX = 26;
const GROUP_PX = 28;
/** A date label takes about this much of the axis. */
const TICK_PX = 70;

type ChartProps = Readonly<{
  rows: readonly TimelineRow[];
  axis: TimeAxis;
  count: number;
  grouping: Grouping;
  /** Titles of stacks by their id. */
  stackNames: ReadonlyMap<string, string>;
  closed: ReadonlySet<string>;
  onToggle: (group: string) => void;
}>;

/** Lanes of bars over a shared time axis; only what is in view is drawn. */
export function Chart({ rows, axis, count, grouping, stackNames, closed, onToggle }: ChartProps) {
  const { asOf, today, isToday } = useAsOf();
  const format = useFormat();
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (rows[index]?.type === 'group' ? GROUP_PX : LANE_PX),
    overscan: 10,
  });
  const ticks = axis.scale.ticks(Math.max(2, Math.floor(axis.width / TICK_PX)));
  const tickText = axis.scale.tickFormat();
  const todayX = axis.x(toEpochDay(today));
  const asOfX = axis.x(toEpochDay(asOf));
  const inView = (x: number) => x >= 0 && x <= axis.width;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') axis.zoomIn();
    else if (event.key === '-') axis.zoomOut();
    else if (event.key === '0') axis.fit();
  };

  return (
    // The keys act on the chart as a whole, whichever of its links has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <div
      className={classes.chart}
      role="group"
      aria-label={t('timeline.chartLabel')}
      title={t('timeline.hint')}
      onKeyDown={onKeyDown}
    >
      <div className={classes.axis}>
        <div className={classes.corner}>{t('timeline.count', { count })}</div>
        <div className={classes.ticks} ref={axis.ref} aria-hidden>
          {ticks.map((tick) => (
            <span key={Number(tick)} className={classes.tick} style={{ left: axis.scale(tick) }}>
              {tickText(tick)}
            </span>
          ))}
          {inView(todayX) && (
            <span className={classes.todayFlag} style={{ left: todayX }}>
              {t('timeline.today')}
            </span>
          )}
          {!isToday && inView(asOfX) && (
            <span className={classes.asOfFlag} style={{ left: asOfX }}>
              {format.day(asOf)}
            </span>
          )}
        </div>
      </div>
      <div ref={setScroller} className={classes.lanes}>
        <div
          className={classes.grid}
          style={{ height: Math.max(virtual.getTotalSize(), 0) }}
          aria-hidden
        >
          {ticks.map((tick) => (
            <span
              key={Number(tick)}
              className={classes.gridLine}
              style={{ left: axis.scale(tick) }}
            />
          ))}
          {inView(todayX) && <span className={classes.todayLine} style={{ left: todayX }} />}
          {!isToday && inView(asOfX) && (
            <span className={classes.asOfLine} style={{ left: asOfX }} />
          )}
        </div>
        <ul className={classes.laneList} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const place = { transform: `translateY(${start}px)` };
            return row.type === 'group' ? (
              <li key={row.key} className={classes.groupRow} style={place}>
                <button
                  type="button"
                  aria-expanded={!closed.has(row.key)}
                  onClick={() => onToggle(row.key)}
                >
                  {closed.has(row.key) ? (
                    <IconChevronRight size={14} aria-hidden />
                  ) : (
                    <IconChevronDown size={14} aria-hidden />
                  )}
                  <strong>{groupName(grouping, row, stackNames)}</strong>
                  <span>{row.size}</span>
                </button>
              </li>
            ) : (
              <li key={row.key} className={classes.lane} style={place}>
                <Link
                  {...(row.stackId === null
                    ? { to: '/credentials', search: { id: row.lane.id } }
                    : { to: '/stacks', search: { id: row.stackId } })}
                  className={classes.label}
                >
                  <StatusMark status={row.lane.status} />
                  <span className={classes.labelText}>{row.lane.title}</span>
                </Link>
                <LaneBar lane={row.lane} axis={axis} asOfX={isToday ? null : asOfX} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function groupName(
  grouping: Grouping,
  row: Extract<TimelineRow, { type: 'group' }>,
  stackNames: ReadonlyMap<string, string>,
): string {
  if (grouping === 'stack') return stackNames.get(row.key) ?? t('timeline.noStack');
  const [first] = row.lanes;
  if (first === undefined) return row.key;
  if (grouping === 'kind') return t(`common.kindGroups.${first.kind}`);
  if (grouping === 'status') return t(`common.statuses.${first.status}`);
  return row.key === '' ? t('timeline.noIssuer') : row.key;
}
