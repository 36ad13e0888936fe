import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { PoliciesView } from '../policies/PoliciesView.tsx';
import { CyclesView } from './CyclesView.tsx';
import { openLog } from './dialogs.ts';
import { FilterMenu, type CycleFilter } from './FilterMenu.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { PlannerView } from './PlannerView.tsx';
import { RoutesView } from './RoutesView.tsx';
import classes from './Screen.module.css';
import { SimulatorView } from './SimulatorView.tsx';
import { isRenewalsView, renewalsViews } from './views.ts';

export function RenewalsScreen() {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const { view = 'cycles' } = useSearch({ from: '/renewals' });
  const [filter, setFilter] = useState<CycleFilter>('any');
  const { data, error } = useProcedure('ledger.overview', { asOf }, { keepPrevious: true });
  const items = data?.items;

  return (
    <div
      className={classes.screen}
      data-fills={view === 'policies' || undefined}
      aria-busy={items === undefined && error === null}
    >
      <ScreenHeader
        title={t('renewals.heading')}
        aside={
          <SegmentedControl
            aria-label={t('renewals.views.label')}
            withItemsBorders={false}
            value={view}
            data={renewalsViews.map((value) => ({
              value,
              label: t(`renewals.views.${value}`),
            }))}
            onChange={(value) => {
              if (isRenewalsView(value)) {
                void navigate({
                  to: '/renewals',
                  search: (before) => ({ ...before, view: value }),
                  replace: true,
                });
              }
            }}
          />
        }
        actions={
          <>
            {view === 'cycles' && items !== undefined && items.length > 0 && (
              <FilterMenu value={filter} onChange={setFilter} />
            )}
            <MoreMenu />
            <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => openLog()}>
              {t('renewals.logActivity')}
            </Button>
          </>
        }
      />
      {error !== null && items === undefined && (
        <p role="alert" className={classes.failed}>
          {t('renewals.failed', { reason: error.message })}
        </p>
      )}
      {view === 'policies' && <PoliciesView />}
      {view !== 'policies' && view !== 'simulator' && items?.length === 0 && <NoCycles />}
      {view === 'simulator' && items !== undefined && <SimulatorView items={items} />}
      {items !== undefined && items.length > 0 && (
        <>
          {view === 'cycles' && <CyclesView items={items} filter={filter} asOf={asOf} />}
          {view === 'routes' && <RoutesView items={items} />}
          {view === 'planner' && <PlannerView items={items} />}
        </>
      )}
    </div>
  );
}

function NoCycles() {
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('renewals.emptyTitle')}
      text={t('renewals.emptyText')}
      action={
        <Button variant="default" onClick={() => void navigate({ to: '/credentials' })}>
          {t('renewals.openCredentials')}
        </Button>
      }
    />
  );
}
