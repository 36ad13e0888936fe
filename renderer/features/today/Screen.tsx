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
import { useAttention } from './useAttention.ts';
import { InProgress } from './InProgress.tsx';
import classes from './Screen.module.css';
import { StatusCounts } from './StatusCounts.tsx';

// What it asks brings the rest of the contract along, which the first paint need not wait for.
const YearAhead = lazy(async () => ({ default: (await import('./YearAhead.tsx')).YearAhead }));

const StillList = lazy(async () => ({
  default: (await import('../reminders/StillList.tsx')).StillList,
}));

const StaleLine = lazy(async () => ({
  default: (await import('../share/StaleLine.tsx')).StaleLine,
}));

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
  const attention = useAttention();
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
                <span className={classes.count}>{attention?.lines.length ?? ''}</span>
              </h2>
              {attention?.lines.length === 0 && (
                <p className={classes.nothing}>
                  {t(attention.still.length === 0 ? 'today.nothingDue' : 'today.nothingLeft')}
                </p>
              )}
              <Attention lines={attention?.lines ?? []} />
              {settled && (
                <Suspense>
                  <StaleLine />
                  <StillList lines={attention?.still ?? []} />
                </Suspense>
              )}
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
