import { t } from '../../i18n/all.ts';
import classes from './Ring.module.css';

type RingProps = Readonly<{
  /** 0 to 1. */
  progress: number;
  size: number;
  /** Shows the percentage inside; without it the ring is an image with a name. */
  withText?: boolean;
}>;

/** Share done, never rounded up to 100 before all of it is. */
export const percentOf = (progress: number): number =>
  progress >= 1 ? 100 : Math.min(99, Math.round(progress * 100));

/** A progress ring. */
export function Ring({ progress, size, withText = false }: RingProps) {
  const width = Math.max(2, Math.round(size / 10));
  const radius = (size - width) / 2;
  const length = 2 * Math.PI * radius;
  const percent = percentOf(progress);
  return (
    <span
      className={classes.ring}
      style={{ width: size, height: size }}
      role="img"
      aria-label={t('stacks.ringLabel', { percent })}
    >
      <svg width={size} height={size} aria-hidden>
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          stroke="var(--track)"
          strokeWidth={width}
        />
        {percent > 0 && (
          <circle
            cx={size / 2}
            cy={size / 2}
            r={radius}
            fill="none"
            stroke="var(--acc)"
            strokeWidth={width}
            strokeLinecap={progress >= 1 ? 'butt' : 'round'}
            strokeDasharray={`${length * Math.min(1, progress)} ${length}`}
            transform={`rotate(-90 ${size / 2} ${size / 2})`}
          />
        )}
      </svg>
      {withText && (
        <span className={classes.text} aria-hidden>
          {t('stacks.percent', { percent })}
        </span>
      )}
    </span>
  );
}
