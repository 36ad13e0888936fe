import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import classes from './Screen.module.css';

type Item = ProcedureOutput<'credentials.inProgress'>[number];

/** Courses and programs under way, each with its share done and its finish. */
export function InProgress({ items }: Readonly<{ items: readonly Item[] }>) {
  const headingId = useId();
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  return (
    <section aria-labelledby={headingId} className={classes.underWay}>
      <h2 id={headingId} className={classes.heading}>
        {t('today.inProgress')}
        {settings.weeklyHours > 0 && (
          <span className={classes.pace}>
            {t('today.pace', { hours: format.number(settings.weeklyHours) })}
          </span>
        )}
      </h2>
      <ul className={classes.list}>
        {items.map((item) => (
          <UnderWay key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function UnderWay({ item }: Readonly<{ item: Item }>) {
  const format = useFormat();
  const { issuer, platform, progress, target, forecast, hoursLeft } = item;
  const where =
    issuer !== null && platform !== null
      ? t('today.onPlatform', { issuer, platform })
      : (issuer ?? platform);
  const finish =
    forecast !== null
      ? t('today.finish', { date: format.date(forecast.slice(0, 7)) })
      : target !== null
        ? t('today.target', { date: format.date(target) })
        : null;
  return (
    <li className={classes.course}>
      <div className={classes.courseLine}>
        <Link to="/credentials" search={{ id: item.id }} className={classes.courseTitle}>
          {item.title}
        </Link>
        {progress !== null && <strong>{progress}%</strong>}
      </div>
      <div className={classes.reason}>{where}</div>
      <Progress
        value={progress ?? 0}
        size={4}
        radius={2}
        color="var(--acc)"
        className={classes.bar ?? ''}
        aria-label={t('today.done', { percent: progress ?? 0 })}
      />
      <div className={classes.courseLine} data-quiet>
        <span>{finish}</span>
        <span>
          {hoursLeft === null
            ? t('today.noHours')
            : t('today.hoursLeft', { hours: format.number(Math.round(hoursLeft)) })}
        </span>
      </div>
    </li>
  );
}
