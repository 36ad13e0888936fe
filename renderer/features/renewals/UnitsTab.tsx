import { ActionIcon, Button } from '@mantine/core';
import { IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { FileLine } from '../evidence/FileLine.tsx';
import { CycleBar } from './Bars.tsx';
import { CategoryLines } from './CategoryLines.tsx';
import { nameOf, unitWord, type OpenCycle } from './cycles.ts';
import { openLog } from './dialogs.ts';
import { retentionOf, servesSeveral } from './retention.ts';
import { SourceNote } from './Source.tsx';
import classes from './Tabs.module.css';
import { useProofs } from './useProofs.ts';

/** The ledger of a credential's cycle, and every activity that is allocated to it. */
export function UnitsTab({ credential }: Readonly<{ credential: Credential }>) {
  const { id } = credential;
  const { asOf } = useAsOf();
  const { data: overview } = useProcedure('ledger.overview', { asOf });
  const { data: list } = useProcedure('activities.list', { credentialId: id });
  const item = overview?.items.find((one) => one.id === id);
  const activities = list?.items ?? [];
  const asksUnits = item !== undefined && item.ledger.requirements.length > 0;
  return (
    <div className={classes.tab}>
      {asksUnits && <Ledger item={item} />}
      {overview !== undefined && item === undefined && <NoLedger id={id} />}
      {item !== undefined && !asksUnits && (
        <p className={classes.quiet}>{t('renewals.units.none')}</p>
      )}
      <section className={classes.section}>
        <div className={classes.head}>
          <h3 className={classes.heading}>{t('renewals.units.activities')}</h3>
          {asksUnits && <Button onClick={() => openLog(id)}>{t('renewals.logUnits')}</Button>}
        </div>
        {list !== undefined && activities.length === 0 && (
          <p className={classes.quiet}>{t('renewals.units.noActivities')}</p>
        )}
        <ul className={classes.list}>
          {activities.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} credential={credential} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Ledger({ item }: Readonly<{ item: OpenCycle }>) {
  const format = useFormat();
  const { asOf } = useAsOf();
  return (
    <section className={classes.section}>
      <div className={classes.quiet}>
        {t('renewals.span', { start: format.day(item.start), end: format.day(item.end) })}
      </div>
      {item.ledger.requirements.map((requirement) => {
        const { unit, counted, total } = requirement;
        return (
          <div key={unit} className={classes.requirement}>
            <strong>{format.number(counted)}</strong>{' '}
            {t('renewals.of', { total: format.number(total), unit: unitWord(unit, total) })}
            <CycleBar name={nameOf(item)} requirement={requirement} showsPace={asOf <= item.end} />
          </div>
        );
      })}
      <CategoryLines item={item} asOf={asOf} />
      <SourceNote source={item.source} />
    </section>
  );
}

/** The engine says why there is none: no policy, no issue date, or no end. */
function NoLedger({ id }: Readonly<{ id: Id }>) {
  const { asOf } = useAsOf();
  const { error } = useProcedure('ledger.get', { id, asOf });
  return error === null ? null : (
    <p className={classes.quiet}>{t('renewals.units.noneText', { reason: error.message })}</p>
  );
}

type ActivityLineProps = Readonly<{ activity: Activity; credential: Credential }>;

function ActivityLine({ activity, credential }: ActivityLineProps) {
  const format = useFormat();
  const { title, on, provider, proofs } = activity;
  const remove = useCommand('activities.remove', {
    done: () => t('renewals.log.removed', { title }),
  });
  const removeProof = useCommand('activities.removeProof', {
    done: () => t('evidence.removed', { title }),
  });
  const own = activity.allocations.filter((one) => one.credentialId === credential.id);
  return (
    <li className={classes.line}>
      <div className={classes.activity}>
        <span className={classes.activityTitle}>{title}</span>
        <span className={classes.tools}>
          <ActionIcon
            size={24}
            aria-label={t('renewals.units.edit', { title })}
            onClick={() => openLog(null, activity)}
          >
            <IconPencil size={14} stroke={1.75} />
          </ActionIcon>
          <ActionIcon
            size={24}
            aria-label={t('renewals.units.remove', { title })}
            onClick={() => remove.mutate({ id: activity.id })}
          >
            <IconTrash size={14} stroke={1.75} />
          </ActionIcon>
        </span>
      </div>
      <div className={classes.quiet}>
        {[format.day(on), provider].filter((part) => part !== null).join(', ')}
        {proofs.length === 0 && (
          <span className={classes.proofs}>
            <IconPaperclip size={12} stroke={1.75} aria-hidden />
            {t('renewals.units.noProof')}
          </span>
        )}
        {proofs.length > 0 && !servesSeveral(activity) && (
          <Deletable on={on} credential={credential} />
        )}
      </div>
      {own.map(({ id, units, unit, category, flag }) => (
        <div key={id} className={classes.quiet}>
          <strong>{format.number(units)}</strong> {unit === null ? '' : unitWord(unit, units)}{' '}
          {category ?? t('renewals.units.noCategory')}
          {flag !== null && flag !== 'counted' && (
            <span className={classes.flag}>{t(`renewals.units.flags.${flag}`)}</span>
          )}
        </div>
      ))}
      {proofs.length > 0 && (
        <ul className={classes.list} aria-label={t('evidence.list', { title })}>
          {proofs.map((file) => (
            <FileLine
              key={file.id}
              file={file}
              onRemove={() => removeProof.mutate({ id: activity.id, proofId: file.id })}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

/** That the proofs of an activity need not be kept any more; nothing while they do. */
function Deletable({ on, credential }: Readonly<{ on: PlainDate; credential: Credential }>) {
  const format = useFormat();
  const { asOf } = useAsOf();
  const kept = useProofs(credential);
  const cycle = credential.cycles.find(
    ({ start, end }) => end !== null && first(start) <= on && on <= last(end),
  );
  const retention =
    kept === null || cycle === undefined
      ? null
      : retentionOf(cycle, kept.activities, kept.months, asOf);
  return retention?.isOver === true ? (
    <span className={classes.proofs}>
      {t('renewals.retention.since', { date: format.day(retention.deletableFrom) })}
    </span>
  ) : null;
}
