import { Button } from '@mantine/core';
import type { Credential } from '#shared/domain/credential.ts';
import { last } from '#shared/domain/partialDate.ts';
import { daysBetween } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import { useSave } from '../credentials/save.ts';
import { PolicySection } from '../policies/PolicySection.tsx';
import { RulesSection } from '../reminders/RulesSection.tsx';
import { CycleLines } from './CycleLines.tsx';
import { openRenew } from './dialogs.ts';
import { FeeLines } from './FeeLines.tsx';
import { Fact } from './PolicyCard.tsx';
import classes from './Tabs.module.css';

type CyclesTabProps = Readonly<{ credential: Credential }>;

/** The cycles of a credential and how each was renewed, its policy, and its two expiry dates. */
export function CyclesTab({ credential }: CyclesTabProps) {
  return (
    <div className={classes.tab}>
      <History credential={credential} />
      <PolicySection credential={credential} />
      <Fees credential={credential} />
      <Expiry credential={credential} />
      {credential.trashedAt === null && <RulesSection credential={credential} />}
    </div>
  );
}

function History({ credential }: CyclesTabProps) {
  const canRenew = credential.lifecycle === 'earned' && credential.trashedAt === null;
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('renewals.tab.history')}</h3>
        {canRenew && credential.cycles.length > 0 && (
          <Button variant="default" onClick={() => openRenew(credential)}>
            {t('renewals.renew')}
          </Button>
        )}
      </div>
      {credential.cycles.length === 0 && <p className={classes.quiet}>{t('renewals.tab.none')}</p>}
      <CycleLines credential={credential} />
    </section>
  );
}

function Fees({ credential: { id, title, abbreviation } }: CyclesTabProps) {
  const { asOf } = useAsOf();
  const { data } = useProcedure('fees.list', { id, asOf });
  if (data === undefined || data.fees.length === 0) return null;
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{t('renewals.tab.fees')}</h3>
      <FeeLines id={id} title={abbreviation ?? title} />
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
