import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import { daysBetween } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import { useSave } from '../credentials/save.ts';
import { openRenew } from './dialogs.ts';
import { Fact, PolicyCard } from './PolicyCard.tsx';
import { PolicyPicker } from './PolicyPicker.tsx';
import classes from './Tabs.module.css';

type CyclesTabProps = Readonly<{ credential: Credential }>;

/** The cycles of a credential and how each was renewed, its policy, and its two expiry dates. */
export function CyclesTab({ credential }: CyclesTabProps) {
  return (
    <div className={classes.tab}>
      <History credential={credential} />
      <PolicySection credential={credential} />
      <Expiry credential={credential} />
    </div>
  );
}

function History({ credential }: CyclesTabProps) {
  const format = useFormat();
  const { asOf } = useAsOf();
  const newestFirst = credential.cycles.toReversed();
  const canRenew = credential.lifecycle === 'earned' && credential.trashedAt === null;
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('renewals.tab.history')}</h3>
        {canRenew && newestFirst.length > 0 && (
          <Button variant="default" onClick={() => openRenew(credential)}>
            {t('renewals.renew')}
          </Button>
        )}
      </div>
      {newestFirst.length === 0 && <p className={classes.quiet}>{t('renewals.tab.none')}</p>}
      <ol className={classes.list}>
        {newestFirst.map(({ start, end, renewedOn, method }) => {
          const isCurrent = first(start) <= asOf && (end === null || asOf <= last(end));
          return (
            <li key={`${start} ${end}`} className={classes.line}>
              <div className={classes.what}>
                {t('renewals.span', {
                  start: format.date(start),
                  end: end === null ? t('renewals.dialog.noEnd') : format.date(end),
                })}
                {isCurrent && <span className={classes.tag}>{t('renewals.tab.current')}</span>}
              </div>
              <div className={classes.quiet}>
                {renewedOn === null
                  ? t('renewals.tab.first')
                  : method === null
                    ? t('renewals.tab.renewedOn', { date: format.date(renewedOn) })
                    : t('renewals.tab.renewedBy', { date: format.date(renewedOn), method })}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function PolicySection({ credential }: CyclesTabProps) {
  const save = useSave(credential);
  const [changing, setChanging] = useState(false);
  const { policyId, title } = credential;
  const { data: found, error } = useProcedure(
    'policies.get',
    { id: policyId ?? '' },
    { enabled: policyId !== null },
  );
  const { data: policies = [] } = useProcedure('policies.list', {});
  const choose = async (next: string | null) => {
    setChanging(false);
    if (next === policyId) return;
    const policy = policies.find(({ id }) => id === next)?.name ?? next ?? '';
    try {
      await save(
        { policyId: next },
        next === null
          ? t('renewals.tab.policyNone', { title })
          : t('renewals.tab.policySet', { title, policy }),
      );
    } catch (failure) {
      showFailed(failure instanceof Error ? failure.message : String(failure));
    }
  };
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('renewals.tab.policy')}</h3>
        <Button variant="default" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {t(policyId === null ? 'renewals.tab.choosePolicy' : 'renewals.tab.changePolicy')}
        </Button>
      </div>
      {changing && (
        <PolicyPicker
          opened
          onCancel={() => setChanging(false)}
          query={{
            title,
            abbreviation: credential.abbreviation,
            issuer: credential.issuer?.name ?? null,
            issued: credential.issued,
          }}
          value={policyId}
          onChange={(next) => void choose(next)}
        />
      )}
      {policyId === null && <p className={classes.quiet}>{t('renewals.tab.noPolicy')}</p>}
      {error !== null && policyId !== null && (
        <p role="alert" className={classes.failed}>
          {error.message}
        </p>
      )}
      {policyId !== null && found !== undefined && <PolicyCard policy={found.policy} />}
    </section>
  );
}

function Expiry({ credential }: CyclesTabProps) {
  const format = useFormat();
  const save = useSave(credential);
  const { policyId, issued, expires, expiresComputed, cycles } = credential;
  const { data: why } = useProcedure(
    'policies.expiry',
    { id: policyId ?? '', issued },
    { enabled: policyId !== null },
  );
  if (policyId === null) return null;
  const differs = expires !== null && expiresComputed !== null && expires !== expiresComputed;
  const takeComputed = async () => {
    try {
      await save(
        { expires: expiresComputed },
        t('renewals.tab.usedComputed', {
          title: credential.title,
          date: format.date(expiresComputed),
        }),
      );
    } catch (failure) {
      showFailed(failure instanceof Error ? failure.message : String(failure));
    }
  };
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t('renewals.tab.expiry')}</h3>
      <dl className={classes.facts}>
        <Fact label={t('renewals.tab.entered')}>
          {expires === null ? t('renewals.dialog.noEnd') : format.date(expires)}
        </Fact>
        <Fact label={t('renewals.tab.computed')}>
          {expiresComputed === null ? t('renewals.dialog.notKnown') : format.date(expiresComputed)}
          {why !== undefined && cycles.length <= 1 && (
            <div className={classes.quiet}>{why.reason}</div>
          )}
        </Fact>
      </dl>
      {differs && (
        <div className={classes.differs}>
          <span>
            {t('renewals.tab.differs', {
              days: format.days(Math.abs(daysBetween(last(expiresComputed), last(expires)))),
            })}
          </span>
          <Button variant="default" onClick={() => void takeComputed()}>
            {t('renewals.tab.useComputed')}
          </Button>
        </div>
      )}
    </section>
  );
}
