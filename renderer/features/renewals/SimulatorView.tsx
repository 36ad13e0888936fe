import { Button, SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import { t } from '../../i18n/all.ts';
import { CredentialChoice, useChosen } from './CredentialChoice.tsx';
import type { OpenCycle } from './cycles.ts';
import { NewSimulation } from './NewSimulation.tsx';
import { Outcome } from './Outcome.tsx';
import { RenewFields } from './RenewFields.tsx';
import { useRenewal } from './useRenewal.ts';
import classes from './Views.module.css';

/** "If I renew X on D by R": what it would do; nothing is written until it is applied. */
export function SimulatorView({ items }: Readonly<{ items: readonly OpenCycle[] }>) {
  const chosen = useChosen(items);
  const [picked, setPicked] = useState<'held' | 'new'>('held');
  const about = items.length === 0 ? 'new' : picked;
  return (
    <div className={classes.view}>
      {items.length > 0 && (
        <SegmentedControl
          aria-label={t('renewals.simulator.about')}
          withItemsBorders={false}
          value={about}
          data={(['held', 'new'] as const).map((value) => ({
            value,
            label: t(`renewals.simulator.abouts.${value}`),
          }))}
          onChange={(value) => setPicked(value === 'new' ? 'new' : 'held')}
        />
      )}
      {about === 'new' ? (
        <NewSimulation />
      ) : (
        <>
          <CredentialChoice items={items} chosen={chosen} label={t('renewals.simulator.intro')} />
          {chosen !== undefined && <Simulation key={chosen.id} item={chosen} />}
        </>
      )}
    </div>
  );
}

function Simulation({ item }: Readonly<{ item: OpenCycle }>) {
  const headingId = useId();
  const form = useRenewal({ id: item.id, title: item.title, method: null, on: null });
  const { simulated, refusal } = form;
  return (
    <>
      <div className={classes.narrow}>
        <RenewFields form={form} />
      </div>
      <section aria-labelledby={headingId} aria-live="polite" className={classes.card}>
        <h2 id={headingId} className={classes.heading}>
          {t('renewals.simulator.result')}
        </h2>
        <Outcome form={form} />
        {refusal === null && simulated?.proposals.length === 0 && (
          <p className={classes.quiet}>{t('renewals.simulator.alone')}</p>
        )}
        <div className={classes.foot}>
          <span className={classes.quiet}>{t('renewals.simulator.unsaved')}</span>
          <Button
            variant="default"
            disabled={!form.canApply}
            loading={form.isPending}
            onClick={() => form.apply(() => form.setEnteredText(''))}
          >
            {t('renewals.simulator.apply')}
          </Button>
        </div>
      </section>
    </>
  );
}
