import { fromEpochDay } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import type { Lane } from './lanes.ts';
import classes from './Screen.module.css';
import type { TimeAxis } from './useTimeAxis.ts';

type LaneBarProps = Readonly<{ lane: Lane; axis: TimeAxis; asOfX: number | null }>;

/** About what a status and a date take, so that the text is kept from leaving the canvas. */
const TEXT_PX = 150;
const GAP_PX = 8;
const SHORTEST_PX = 3;

/** The bar of one credential, its grace, and its status in words. */
export function LaneBar({ lane, axis, asOfX }: LaneBarProps) {
  const format = useFormat();
  const { start, end, graceEnd, progress } = lane;
  const underWay = lane.status === 'in-progress' || lane.status === 'planned';
  const word = t(`common.statuses.${lane.status}`);
  if (Number.isNaN(start) && Number.isNaN(end)) {
    return (
      <div className={classes.canvas}>
        <span
          className={classes.word}
          style={{ left: GAP_PX }}
        >{`${word}, ${t('timeline.noDates')}`}</span>
      </div>
    );
  }
  const open = Number.isNaN(end);
  const left = Number.isNaN(start) ? axis.x(end) - SHORTEST_PX : axis.x(start);
  const right = open ? axis.width : axis.x(end + 1);
  const width = Math.max(SHORTEST_PX, right - left);
  const graceWidth = Number.isNaN(graceEnd) ? 0 : axis.x(graceEnd + 1) - right;
  const after = right + graceWidth + GAP_PX;
  const near = asOfX !== null && after < asOfX && after + TEXT_PX > asOfX ? asOfX + GAP_PX : after;
  const day = open ? '' : format.day(fromEpochDay(end));
  const text = underWay
    ? open
      ? word
      : t('timeline.finish', { date: day })
    : open
      ? t('timeline.noExpiry', { status: word })
      : t(
          lane.status === 'active' || lane.status === 'expiring'
            ? 'timeline.until'
            : 'timeline.ended',
          { status: word, date: day },
        );
  // An open bar reaches the edge, so its words stand before it; so do those that would be cut off.
  const before = open || near + TEXT_PX > axis.width;
  const done = Number.isNaN(progress) ? 0 : progress;

  return (
    <div className={classes.canvas}>
      <span
        className={classes.bar}
        data-part={underWay ? 'underWay' : 'valid'}
        style={{ left, width }}
      >
        {underWay && done > 0 && <span className={classes.done} style={{ width: `${done}%` }} />}
      </span>
      {graceWidth > 0 && (
        <span
          className={classes.bar}
          data-part="grace"
          style={{ left: right, width: graceWidth }}
        />
      )}
      {before ? (
        left > TEXT_PX ? (
          <span className={classes.word} style={{ right: axis.width - left + GAP_PX }}>
            {text}
          </span>
        ) : (
          <span className={classes.word} data-inside style={{ left: Math.max(left, 0) + GAP_PX }}>
            {text}
          </span>
        )
      ) : (
        <span className={classes.word} style={{ left: Math.max(near, GAP_PX) }}>
          {text}
        </span>
      )}
    </div>
  );
}
