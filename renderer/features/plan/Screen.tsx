import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { t } from '../../i18n/all.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { BudgetView } from './BudgetView.tsx';
import { PlanDialogs } from './PlanDialogs.tsx';
import classes from './Screen.module.css';
import { StudyView } from './StudyView.tsx';
import { SubscriptionsView } from './SubscriptionsView.tsx';
import { isPlanView, planViews } from './views.ts';

/** Money and time: what learning costs, what it will cost, and when it is done. */
export function PlanScreen() {
  const navigate = useNavigate();
  const { view = 'budget' } = useSearch({ from: '/plan' });
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t('plan.heading')}
        aside={
          <SegmentedControl
            aria-label={t('plan.views.label')}
            withItemsBorders={false}
            value={view}
            data={planViews.map((value) => ({ value, label: t(`plan.views.${value}`) }))}
            onChange={(value) => {
              if (isPlanView(value)) {
                void navigate({ to: '/plan', search: { view: value }, replace: true });
              }
            }}
          />
        }
      />
      {view === 'budget' && <BudgetView />}
      {view === 'subscriptions' && <SubscriptionsView />}
      {view === 'study' && <StudyView />}
      <PlanDialogs />
    </div>
  );
}
