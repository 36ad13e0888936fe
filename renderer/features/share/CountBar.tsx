import { t } from '../../i18n/all.ts';
import { useFormat } from '../../format.ts';
import classes from './Post.module.css';

type CountBarProps = Readonly<{ count: number; limit: number; hint?: string }>;

/** How much of the room that a place gives is used. */
export function CountBar({ count, limit, hint = '' }: CountBarProps) {
  const format = useFormat();
  const over = count > limit || undefined;
  return (
    <>
      <div className={classes.count} data-over={over}>
        <span>{over === undefined ? hint : t('sharing.over', { count: count - limit })}</span>
        <span>
          <strong>{format.number(count)}</strong>{' '}
          {t('sharing.ofLimit', { limit: format.number(limit) })}
        </span>
      </div>
      <div className={classes.bar} data-over={over} aria-hidden>
        <div
          className={classes.filled}
          style={{ width: `${Math.min(100, (count / limit) * 100)}%` }}
        />
      </div>
    </>
  );
}
