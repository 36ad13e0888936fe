import { Button } from '@mantine/core';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useSettled } from '../../ui/settled.ts';
import { openQuickAdd } from '../shell/overlays.ts';
import { Attention } from './Attention.tsx';
import { InProgress } from './InProgress.tsx';
import classes from './Screen.module.css';
import { StatusCounts } from './StatusCounts.tsx';

// What it asks brings the rest of the contract along, which the first paint need not wait for.
const YearAhead = lazy(async () => ({ default: (await import('./YearAhead.tsx')).YearAhead }));

// The type is stated, since the router's own types hang on those of its first screen.
export function TodayScreen(): ReactNode {
  const { asOf } = useAsOf();
  const format = useFormat();
  const attentionId = useId();
  const settled = useSettled();
  const { data: counts } = useProcedure(
    'credentials.statusCounts',
    { asOf },
    { keepPrevious: true },
  );
  const { data: due } = useProcedure('credentials.due', { asOf }, { keepPrevious: true });
  const { data: underWay = [] } = useProcedure(
    'credentials.inProgress',
    { asOf },
    { keepPrevious: true },
  );

  return (
    <div className={classes.screen}>
      <ScreenHeader title={t('today.heading')} aside={format.weekday(asOf)} />
      {counts?.total === 0 ? (
        <EmptyState
          title={t('today.empty')}
          text={t('today.emptyText')}
          action={<Button onClick={() => openQuickAdd()}>{t('today.addFirst')}</Button>}
        />
      ) : (
        <>
          <StatusCounts counts={counts?.counts ?? {}} />
          <div className={classes.columns}>
            <section aria-labelledby={attentionId}>
              <h2 id={attentionId} className={classes.heading}>
                {t('today.attention')}{' '}
                <span className={classes.count}>{due?.items.length ?? ''}</span>
              </h2>
              {due?.items.length === 0 && (
                <p className={classes.nothing}>{t('today.nothingDue')}</p>
              )}
              <Attention items={due?.items ?? []} />
            </section>
            {underWay.length > 0 && <InProgress items={underWay} />}
          </div>
          {settled && (
            <Suspense>
              <YearAhead />
            </Suspense>
          )}
        </>
      )}
    </div>
  );
}
