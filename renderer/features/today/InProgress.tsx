import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import { useSettled } from '../../ui/settled.ts';
import classes from './Screen.module.css';

/** A deadline this near takes the place of the next step. */
const NEAR_DAYS = 14;

type Item = ProcedureOutput<'credentials.inProgress'>[number];

/** Courses and programs under way, each with its share done and its finish. */
export function InProgress({ items }: Readonly<{ items: readonly Item[] }>) {
  const headingId = useId();
  const format = useFormat();
  const { asOf } = useAsOf();
  const settled = useSettled();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  // What it asks brings the rest of the contract along, which the first paint need not wait for.
  const { data: study } = useProcedure('study.courses', { asOf }, { enabled: settled });
  const courses = new Map(study?.items.map((course) => [course.id, course]));
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
          <UnderWay key={item.id} item={item} course={courses.get(item.id)} />
        ))}
      </ul>
    </section>
  );
}

type Course = ProcedureOutput<'study.courses'>['items'][number];

function UnderWay({ item, course }: Readonly<{ item: Item; course: Course | undefined }>) {
  const format = useFormat();
  const { issuer, platform, progress, target, hoursLeft } = item;
  // One course after the other where that is known; each by itself until then.
  const forecast = course === undefined ? item.forecast : course.forecast;
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
      {course !== undefined && <NextStep course={course} />}
    </li>
  );
}

/** What to do for a course, and its soonest deadline where that is near. */
function NextStep({ course: { nextStep, deadline, slackDays } }: Readonly<{ course: Course }>) {
  const format = useFormat();
  const late = slackDays !== null && slackDays < 0;
  if (deadline !== null && deadline.kind !== 'target' && deadline.daysLeft <= NEAR_DAYS) {
    const date = format.day(deadline.on);
    return (
      <div className={classes.nextStep} data-amber>
        {t(`today.deadlines.${deadline.kind}`, { date })}
      </div>
    );
  }
  return (
    <div className={classes.nextStep} data-amber={late || undefined}>
      {late ? t('today.late', { count: -slackDays }) : nextStep}
    </div>
  );
}
