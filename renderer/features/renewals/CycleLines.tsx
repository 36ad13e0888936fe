import { ActionIcon } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import type { Credential } from '#shared/domain/credential.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { Tip } from '../../ui/Tip.tsx';
import { openAudit } from './dialogs.ts';
import { dayWithin, retentionOf, type Retention } from './retention.ts';
import classes from './Tabs.module.css';
import { useProofs } from './useProofs.ts';

/** The cycles of a credential, newest first: how each was renewed and what its proofs may become. */
export function CycleLines({ credential }: Readonly<{ credential: Credential }>) {
  const format = useFormat();
  const { asOf } = useAsOf();
  const proofs = useProofs(credential);
  const { id, cycles, policyId } = credential;
  const title = credential.abbreviation ?? credential.title;
  return (
    <ol className={classes.list}>
      {cycles
        .map((cycle, place) => ({ ...cycle, place }))
        .toReversed()
        .map(({ start, end, renewedOn, method, place }) => {
          const isCurrent = first(start) <= asOf && (end === null || asOf <= last(end));
          const hasLedger = policyId !== null && end !== null && first(start) <= asOf;
          const retention =
            proofs === null
              ? null
              : retentionOf({ start, end }, proofs.activities, proofs.months, asOf);
          const span = t('renewals.span', {
            start: format.date(start),
            end: end === null ? t('renewals.dialog.noEnd') : format.date(end),
          });
          return (
            <li key={`${start} ${end}`} className={classes.line}>
              <div className={classes.activity}>
                <span className={classes.what}>
                  {span}
                  {isCurrent && <span className={classes.tag}>{t('renewals.tab.current')}</span>}
                </span>
                {hasLedger && (
                  <Tip label={t('renewals.audit.open')}>
                    <ActionIcon
                      size={24}
                      aria-label={t('renewals.audit.openCycle', { span })}
                      onClick={() => openAudit({ id, title }, dayWithin(cycles, place, asOf))}
                    >
                      <IconFileZip size={16} stroke={1.75} />
                    </ActionIcon>
                  </Tip>
                )}
              </div>
              <div className={classes.quiet}>
                {renewedOn === null
                  ? t('renewals.tab.first')
                  : method === null
                    ? t('renewals.tab.renewedOn', { date: format.date(renewedOn) })
                    : t('renewals.tab.renewedBy', { date: format.date(renewedOn), method })}
              </div>
              {retention !== null && <Proofs retention={retention} />}
            </li>
          );
        })}
    </ol>
  );
}

function Proofs({ retention }: Readonly<{ retention: Retention }>) {
  const format = useFormat();
  const { proofs, deletableFrom, isOver } = retention;
  return (
    <div className={classes.quiet}>
      {t(isOver ? 'renewals.retention.deletable' : 'renewals.retention.keep', {
        count: proofs,
        date: format.day(deletableFrom),
      })}
    </div>
  );
}
