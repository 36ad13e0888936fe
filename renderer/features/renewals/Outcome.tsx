import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import classes from './Renew.module.css';
import { SourceNote } from './Source.tsx';
import type { RenewalForm } from './useRenewal.ts';
import { missingWords, withDates } from './words.ts';

/** What a renewal would do: the new cycle and why, what it costs, what to heed, what else renews. */
export function Outcome({ form }: Readonly<{ form: RenewalForm }>) {
  const format = useFormat();
  const { asOf } = useAsOf();
  const { data: overview } = useProcedure('ledger.overview', { asOf });
  const item = overview?.items.find(({ id }) => id === form.id);
  const { simulated, refusal, entered, computedEnd } = form;
  if (!form.hasPolicy) return <Warning words={t('renewals.dialog.noPolicy')} />;
  if (refusal !== null) {
    return (
      <div role="alert" className={classes.refusal}>
        {withDates(refusal, format)}
      </div>
    );
  }
  if (simulated === undefined) return null;
  const { start, end, reason, warnings, cost, hours, proposals } = simulated;
  const endOf = (date: string | null) =>
    date === null ? t('renewals.dialog.noEnd') : format.date(date);
  const isByUnits = (form.method ?? form.routes[0]?.kind) === 'units';
  return (
    <>
      <dl className={classes.facts}>
        {item !== undefined && (
          <Fact label={t('renewals.dialog.oldCycle')}>
            {t('renewals.span', { start: format.day(item.start), end: format.day(item.end) })}
          </Fact>
        )}
        <Fact label={t('renewals.dialog.newCycle')}>
          <strong>{t('renewals.span', { start: format.date(start), end: endOf(end) })}</strong>
          {entered === null && reason !== null && (
            <div className={classes.small}>{withDates(reason, format)}</div>
          )}
          {entered !== null && computedEnd !== undefined && (
            <div className={classes.small}>
              {t('renewals.dialog.computedNot', {
                date: endOf(computedEnd),
                entered: format.date(entered),
              })}
            </div>
          )}
        </Fact>
        <Fact label={t('renewals.dialog.cost')}>
          {cost === null ? t('renewals.dialog.notKnown') : format.money(cost)}
        </Fact>
        <Fact label={t('renewals.dialog.hours')}>
          {hours === null ? t('renewals.dialog.notKnown') : `${format.number(hours)} h`}
        </Fact>
      </dl>
      {isByUnits && item !== undefined && !item.met && item.next === null && (
        <Warning words={t('renewals.dialog.unmet', { missing: missingWords(item, format) })} />
      )}
      {warnings.map((warning) => (
        <Warning key={warning} words={withDates(warning, format)} />
      ))}
      {item !== undefined && <SourceNote source={item.source} />}
      {proposals.length > 0 && <Proposals form={form} proposals={proposals} />}
    </>
  );
}

function Fact({ label, children }: Readonly<{ label: string; children: React.ReactNode }>) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Warning({ words }: Readonly<{ words: string }>) {
  return (
    <div className={classes.warning}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      {words}
    </div>
  );
}

type ProposalsProps = Readonly<{
  form: RenewalForm;
  proposals: NonNullable<RenewalForm['simulated']>['proposals'];
}>;

function Proposals({ form, proposals }: ProposalsProps) {
  const format = useFormat();
  const headingId = useId();
  const all = proposals.map(({ credentialId }) => credentialId);
  const areAll = all.every((id) => form.chosen.has(id));
  return (
    <section aria-labelledby={headingId} className={classes.proposals}>
      <div className={classes.proposalsHead}>
        <h3 id={headingId} className={classes.heading}>
          {t('renewals.dialog.alsoRenews')}
        </h3>
        <Button variant="subtle" color="gray" onClick={() => form.choose(all, !areAll)}>
          {t(areAll ? 'renewals.dialog.untickAll' : 'renewals.dialog.tickAll')}
        </Button>
      </div>
      <p className={classes.small}>{t('renewals.dialog.alsoHint')}</p>
      <ul className={classes.list}>
        {proposals.map(({ credentialId, title, oldEnd, end, reason, verified }) => (
          <li key={credentialId} className={classes.proposal}>
            <Checkbox
              label={title}
              checked={form.chosen.has(credentialId)}
              onChange={(event) => form.choose([credentialId], event.currentTarget.checked)}
            />
            <span className={classes.ends}>
              {t('renewals.dialog.proposal', {
                old: format.date(oldEnd),
                end: format.date(end) || t('renewals.dialog.noEnd'),
              })}
            </span>
            <span className={classes.why}>
              {reason} {t(`renewals.source.verified.${verified}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
