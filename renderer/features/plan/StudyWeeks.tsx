import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import screen from './Screen.module.css';
import classes from './Study.module.css';
import type { StudyPlan } from './StudyView.tsx';

type StudyWeeksProps = Readonly<{ plan: StudyPlan; onUse: (weeklyHours: number) => void }>;

/** Whether it fits, which course comes when, and the table of weeks. */
export function StudyWeeks({ plan, onUse }: StudyWeeksProps) {
  const format = useFormat();
  const { fits, verdict, weeklyHoursNeeded, withoutHours, warnings, weeks } = plan;
  const VerdictIcon = fits ? IconCheck : IconAlertTriangle;
  return (
    <>
      <p className={classes.verdict} data-amber={!fits || undefined}>
        <VerdictIcon size={16} stroke={1.75} aria-hidden />
        <span>{verdict}</span>
      </p>
      {!fits && weeklyHoursNeeded !== null && (
        <p className={classes.needed}>
          {t('plan.study.needed', { hours: format.number(weeklyHoursNeeded) })}{' '}
          <Button variant="default" onClick={() => onUse(weeklyHoursNeeded)}>
            {t('plan.study.useNeeded')}
          </Button>
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className={screen.quiet}>
          {warning}
        </p>
      ))}
      {withoutHours.length > 0 && (
        <p className={screen.quiet}>
          {t('plan.study.withoutHours', {
            titles: new Intl.ListFormat(navigator.language).format(
              withoutHours.map(({ title }) => title),
            ),
          })}
        </p>
      )}
      <Courses plan={plan} />
      {weeks.length > 0 && (
        <section className={screen.section} aria-label={t('plan.study.weeks')}>
          <h2 className={screen.heading}>{t('plan.study.weeks')}</h2>
          <table className={screen.table}>
            <thead>
              <tr>
                <th scope="col">{t('plan.study.week')}</th>
                <th scope="col">{t('plan.study.what')}</th>
                <th scope="col" data-end>
                  {t('plan.study.hours')}
                </th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(({ monday, hours, daysOff, items }) => (
                <tr key={monday}>
                  <th scope="row">{format.day(monday)}</th>
                  <td>
                    {items
                      .map(({ title, hours: each, done }) => {
                        const item = t('plan.study.item', { title, hours: tenths(each, format) });
                        return done ? t('plan.study.done', { title: item }) : item;
                      })
                      .join('; ')}
                    {daysOff > 0 && (
                      <div className={screen.quiet}>
                        {t('plan.study.daysOff', { count: daysOff })}
                      </div>
                    )}
                  </td>
                  <td data-end>{t('plan.study.nHours', { hours: tenths(hours, format) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

/** Hours to a tenth: more would feign a precision that no plan has. */
const tenths = (hours: number, format: Format): string =>
  format.number(Math.round(hours * 10) / 10);

function Courses({ plan: { courses } }: Readonly<{ plan: StudyPlan }>) {
  const format = useFormat();
  const day = (value: string | null) =>
    value === null ? t('stacks.facts.unknown') : format.day(value);
  return (
    <section className={screen.section} aria-label={t('plan.study.order')}>
      <h2 className={screen.heading}>{t('plan.study.order')}</h2>
      <table className={screen.table}>
        <thead>
          <tr>
            <th scope="col">{t('plan.study.course')}</th>
            <th scope="col" data-end>
              {t('plan.study.left')}
            </th>
            <th scope="col" data-end>
              {t('plan.study.starts')}
            </th>
            <th scope="col" data-end>
              {t('plan.study.finishes')}
            </th>
            <th scope="col" data-end>
              {t('plan.study.due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {courses.map(({ credentialId, title, hoursLeft, starts, finishes, due, hoursShort }) => (
            <tr key={credentialId}>
              <th scope="row">
                <Link to="/credentials" search={{ id: credentialId }} className={screen.link}>
                  {title}
                </Link>
                {hoursShort > 0 && (
                  <div className={classes.short}>
                    {t('plan.study.short', { hours: format.number(hoursShort) })}
                  </div>
                )}
              </th>
              <td data-end>{t('plan.study.nHours', { hours: tenths(hoursLeft, format) })}</td>
              <td data-end>{day(starts)}</td>
              <td data-end>{day(finishes)}</td>
              <td data-end>{format.day(due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
