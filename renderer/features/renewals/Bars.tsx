import { t } from '../../i18n/all.ts';
import { useFormat } from '../../format.ts';
import classes from './Bars.module.css';
import { unitWord, type CategoryLine, type RequirementSums } from './cycles.ts';

const percent = (value: number, of: number): string =>
  `${of <= 0 ? (value > 0 ? 100 : 0) : Math.min(Math.max((value / of) * 100, 0), 100)}%`;

type CycleBarProps = Readonly<{
  name: string;
  requirement: RequirementSums;
  /** Without the pace where the cycle is over or nothing is left. */
  showsPace: boolean;
}>;

/** What counts of a cycle's total, with the pace that the days ask for as a triangle above. */
export function CycleBar({ name, requirement, showsPace }: CycleBarProps) {
  const format = useFormat();
  const { counted, total, unit, pace, met } = requirement;
  return (
    <div
      role="meter"
      aria-label={t('renewals.bar', {
        name,
        counted: format.number(counted),
        total: format.number(total),
        unit: unitWord(unit, total),
      })}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, counted)}
      aria-valuenow={counted}
      className={classes.cycle}
    >
      <div className={classes.fill} style={{ width: percent(counted, total) }} />
      {showsPace && !met && total > 0 && (
        <svg
          className={classes.pace}
          style={{ insetInlineStart: percent(pace.expected, total) }}
          width={9}
          height={5}
          viewBox="0 0 9 5"
          aria-hidden
        >
          <path d="M0 0h9L4.5 5z" />
        </svg>
      )}
    </div>
  );
}

/** A category's bar on the scale of its credential's total; the track ends at the maximum. */
export function CategoryBar({
  line,
  total,
}: Readonly<{ line: Pick<CategoryLine, 'name' | 'counted' | 'min' | 'max'>; total: number }>) {
  const { name, counted, min, max } = line;
  const scale = total > 0 ? total : Math.max(max ?? 0, min ?? 0, counted);
  const track = max === null ? scale : Math.min(max, scale);
  return (
    <div
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={Math.max(max ?? scale, counted)}
      aria-valuenow={counted}
      className={classes.category}
    >
      <div className={classes.track} style={{ width: percent(track, scale) }}>
        <div className={classes.fill} style={{ width: percent(counted, track) }} />
      </div>
      {max !== null && (
        <div className={classes.bracket} style={{ insetInlineStart: percent(track, scale) }} />
      )}
      {min !== null && min > 0 && (
        <div className={classes.tick} style={{ insetInlineStart: percent(min, scale) }} />
      )}
    </div>
  );
}

/** What the marks on the bars mean. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label={t('renewals.legend.label')}>
      <li>
        <svg width={9} height={5} viewBox="0 0 9 5" aria-hidden>
          <path d="M0 0h9L4.5 5z" />
        </svg>
        {t('renewals.legend.pace')}
      </li>
      <li>
        <span className={classes.legendTick} aria-hidden />
        {t('renewals.legend.min')}
      </li>
      <li>
        <span className={classes.legendBracket} aria-hidden />
        {t('renewals.legend.max')}
      </li>
    </ul>
  );
}
