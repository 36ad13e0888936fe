import { Button } from '@mantine/core';
import { useId } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { unitWord } from './cycles.ts';
import classes from './Views.module.css';

type Change = ProcedureOutput<'planner.allocate'>['changes'][number];

/** Another allocation of what is logged already, where one leaves less to do; a proposal only. */
export function BetterAllocation() {
  const { asOf } = useAsOf();
  const format = useFormat();
  const headingId = useId();
  const { data } = useProcedure('planner.allocate', { asOf }, { keepPrevious: true });
  const takeAll = useCommand('planner.apply', {
    done: ({ applied }) => t('renewals.planner.tookAll', { count: applied }),
  });
  if (data === undefined) return null;
  const { hoursBefore, hoursAfter, isProven, changes } = data;
  const activities = [...Map.groupBy(changes, ({ activityId }) => activityId).values()];
  return (
    <section aria-labelledby={headingId} className={classes.block}>
      <h2 id={headingId} className={classes.heading}>
        {t('renewals.planner.allocate')}
      </h2>
      <p className={classes.quiet}>
        {changes.length === 0
          ? t('renewals.planner.allocateNone')
          : t('renewals.planner.allocateHint', {
              before: format.number(hoursBefore),
              after: format.number(hoursAfter),
            })}{' '}
        {!isProven && t('renewals.planner.unproven')}
      </p>
      {activities.length > 1 && (
        <Button
          variant="default"
          className={classes.all ?? ''}
          loading={takeAll.isPending}
          onClick={() => takeAll.mutate({ changes: changes.map(requested) })}
        >
          {t('renewals.planner.takeAll', { count: activities.length })}
        </Button>
      )}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {activities.map((own) => (
            <ActivityChange key={own[0]?.activityId} changes={own} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ActivityChange({ changes }: Readonly<{ changes: readonly Change[] }>) {
  const format = useFormat();
  const [first] = changes;
  const takeOver = useCommand('planner.apply', {
    done: () => t('renewals.planner.tookOver', { activity: first?.activity ?? '' }),
  });
  if (first === undefined) return null;
  const { activity, on } = first;
  return (
    <li>
      <div>
        <div>{t('renewals.planner.change', { activity, date: format.day(on) })}</div>
        {changes.map(({ credentialId, title, was, becomes }) => (
          <div key={credentialId} className={classes.quiet}>
            {t('renewals.planner.becomes', {
              title,
              was: was === null ? t('renewals.planner.notCounted') : choiceWords(was, format),
              becomes: choiceWords(becomes, format),
            })}
          </div>
        ))}
      </div>
      <Button
        variant="default"
        aria-label={t('renewals.planner.takeOverNamed', { activity })}
        loading={takeOver.isPending}
        onClick={() => takeOver.mutate({ changes: changes.map(requested) })}
      >
        {t('renewals.planner.takeOver')}
      </Button>
    </li>
  );
}

/** What is asked of the engine, which refuses a change of what is no longer as it was. */
const requested = ({ activityId, credentialId, was, becomes }: Change) => ({
  activityId,
  credentialId,
  was,
  becomes,
});

function choiceWords({ unit, category, units }: Change['becomes'], format: Format): string {
  const amount = `${format.number(units)} ${unit === null ? '' : unitWord(unit, units)}`.trim();
  return category === null ? amount : t('renewals.planner.inCategory', { units: amount, category });
}
