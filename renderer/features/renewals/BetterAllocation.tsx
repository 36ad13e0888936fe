import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { AppError } from '#shared/appError.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { call } from '../../client.ts';
import { announce, queryClient, useProcedure } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import { unitWord } from './cycles.ts';
import classes from './Views.module.css';

type Change = ProcedureOutput<'planner.allocate'>['changes'][number];

const MOST_ACTIVITIES = 100_000;

/** Another allocation of what is logged already, where one leaves less to do; a proposal only. */
export function BetterAllocation() {
  const { asOf } = useAsOf();
  const format = useFormat();
  const headingId = useId();
  const { data } = useProcedure('planner.allocate', { asOf }, { keepPrevious: true });
  if (data === undefined) return null;
  const { hoursBefore, hoursAfter, isProven, changes } = data;
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
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {[...Map.groupBy(changes, ({ activityId }) => activityId).values()].map((own) => (
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
  const takeOver = useMutation({
    mutationFn: () => reallocate(changes),
    onSuccess: async ({ title }) => {
      void queryClient.invalidateQueries();
      await announce(t('renewals.planner.tookOver', { activity: title }), true);
    },
    onError: (error) => showFailed(error.message),
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
        onClick={() => takeOver.mutate()}
      >
        {t('renewals.planner.takeOver')}
      </Button>
    </li>
  );
}

/** Puts the proposed allocations of one activity in the place of those that they replace. */
async function reallocate(changes: readonly Change[]): Promise<Activity> {
  const id = changes[0]?.activityId;
  const { items } = await call('activities.list', { limit: MOST_ACTIVITIES });
  const activity = items.find((item) => item.id === id);
  if (activity === undefined) throw new AppError('not_found', 'The activity is no longer there.');
  const allocations = activity.allocations.map(({ credentialId, units, unit, category }) => ({
    credentialId,
    units,
    unit,
    category,
  }));
  for (const { credentialId, was, becomes } of changes) {
    const place = allocations.findIndex(
      (one) =>
        was !== null &&
        one.credentialId === credentialId &&
        one.category === was.category &&
        one.units === was.units,
    );
    if (place === -1) allocations.push({ credentialId, ...becomes });
    else allocations[place] = { credentialId, ...becomes };
  }
  const { on, title, provider, hours, notes } = activity;
  return call('activities.update', {
    id: activity.id,
    fields: { on, title, provider, hours, notes, allocations },
  });
}

function choiceWords({ unit, category, units }: Change['becomes'], format: Format): string {
  const amount = `${format.number(units)} ${unit === null ? '' : unitWord(unit, units)}`.trim();
  return category === null ? amount : t('renewals.planner.inCategory', { units: amount, category });
}
