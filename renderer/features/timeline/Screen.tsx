import { Button, SegmentedControl, Select } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconTable,
  IconTimeline,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { toEpochDay } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Chart } from './Chart.tsx';
import { fitOf, toLanes, toRows, toStackRows, type Grouping, type StackLanes } from './lanes.ts';
import { LaneTable } from './LaneTable.tsx';
import { Legend } from './Legend.tsx';
import classes from './Screen.module.css';
import { useTimeAxis } from './useTimeAxis.ts';

const groupings: readonly Grouping[] = ['kind', 'issuer', 'stack', 'status', 'none'];
const noStacks: readonly StackLanes[] = [];
const YEAR_DAYS = 365.25;
const TWO_YEARS = 2 * YEAR_DAYS;

export function TimelineScreen() {
  const { asOf, today } = useAsOf();
  const [grouping, setGrouping] = useState<Grouping>('kind');
  const [asTable, setAsTable] = useState(false);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { data, status } = useProcedure('credentials.timeline', { asOf }, { keepPrevious: true });
  const lanes = useMemo(() => (data ? toLanes(data) : []), [data]);
  const byStack = grouping === 'stack';
  const { data: stacks = noStacks } = useProcedure(
    'stacks.lanes',
    { asOf },
    { enabled: byStack, keepPrevious: true },
  );
  const rows = useMemo(
    () => (byStack ? toStackRows(lanes, stacks, closed) : toRows(lanes, grouping, closed)),
    [byStack, lanes, stacks, grouping, closed],
  );
  const stackNames = useMemo(
    () => new Map(stacks.map(({ stackId, title }) => [String(stackId), title])),
    [stacks],
  );
  const fit = useMemo(() => fitOf(lanes, toEpochDay(today)), [lanes, today]);
  const axis = useTimeAxis(fit);

  const toggle = (key: string) =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });

  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <ScreenHeader
          title={t('timeline.heading')}
          aside={
            <Select
              aria-label={t('timeline.groupBy')}
              className={classes.grouping ?? ''}
              allowDeselect={false}
              value={grouping}
              data={groupings.map((value) => ({ value, label: t(`timeline.groupings.${value}`) }))}
              onChange={(value) => value !== null && setGrouping(value)}
            />
          }
          actions={
            <>
              {!asTable && lanes.length > 0 && (
                <>
                  <Button
                    variant="subtle"
                    aria-label={t('timeline.zoomOut')}
                    title={t('timeline.zoomOut')}
                    onClick={axis.zoomOut}
                  >
                    <IconZoomOut size={18} stroke={1.5} aria-hidden />
                  </Button>
                  <span className={classes.span}>{spanText(axis.span)}</span>
                  <Button
                    variant="subtle"
                    aria-label={t('timeline.zoomIn')}
                    title={t('timeline.zoomIn')}
                    onClick={axis.zoomIn}
                  >
                    <IconZoomIn size={18} stroke={1.5} aria-hidden />
                  </Button>
                  <Button
                    variant="subtle"
                    leftSection={<IconArrowsMaximize size={16} stroke={1.75} aria-hidden />}
                    onClick={axis.fit}
                  >
                    {t('timeline.fit')}
                  </Button>
                </>
              )}
              <SegmentedControl
                value={asTable ? 'table' : 'chart'}
                onChange={(value) => setAsTable(value === 'table')}
                data={[
                  {
                    value: 'chart',
                    label: (
                      <Labelled
                        icon={<IconTimeline size={16} stroke={1.75} aria-hidden />}
                        text={t('timeline.chart')}
                      />
                    ),
                  },
                  {
                    value: 'table',
                    label: (
                      <Labelled
                        icon={<IconTable size={16} stroke={1.75} aria-hidden />}
                        text={t('timeline.table')}
                      />
                    ),
                  },
                ]}
              />
            </>
          }
        />
        {!asTable && lanes.length > 0 && <Legend />}
      </div>
      {status === 'success' && lanes.length === 0 && (
        <EmptyState title={t('timeline.empty')} text={t('timeline.emptyText')} />
      )}
      {lanes.length > 0 && asTable && <LaneTable lanes={lanes} />}
      {lanes.length > 0 && !asTable && (
        <Chart
          rows={rows}
          axis={axis}
          count={lanes.length}
          grouping={grouping}
          stackNames={stackNames}
          closed={closed}
          onToggle={toggle}
        />
      )}
    </div>
  );
}

function Labelled({ icon, text }: Readonly<{ icon: React.ReactNode; text: string }>) {
  return (
    <span className={classes.labelled}>
      {icon}
      {text}
    </span>
  );
}

function spanText(days: number): string {
  return days < TWO_YEARS
    ? t('timeline.spanMonths', { count: Math.max(1, Math.round(days / (YEAR_DAYS / 12))) })
    : t('timeline.spanYears', { count: Math.round(days / YEAR_DAYS) });
}
