import { Button } from '@mantine/core';
import { IconAlertTriangle, IconTrendingDown } from '@tabler/icons-react';
import { daysBetween } from '#shared/domain/plainDate.ts';
import type { Credential } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { CycleBar } from './Bars.tsx';
import {
  actBy,
  behindBy,
  categoryLines,
  isBehind,
  nameOf,
  needsAttention,
  shortCategories,
  unitWord,
  unmetOf,
} from './cycles.ts';
import { openLog, openRenew } from './dialogs.ts';
import { sourceHover } from './Source.tsx';
import classes from './Tabs.module.css';
import { missingBy, missingWords } from './words.ts';

/** The one thing to do to keep a credential, where there is one: log units, or renew it. */
export function RenewalCard({ credential }: Readonly<{ credential: Credential }>) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const { data } = useProcedure('ledger.overview', { asOf });
  const item = data?.items.find(({ id }) => id === credential.id);
  if (item === undefined || item.next !== null) return null;
  const [requirement] = unmetOf(item);
  if (requirement === undefined && !needsAttention(item)) return null;
  const days = format.days(daysBetween(asOf, actBy(item)));
  const short =
    requirement === undefined ? [] : shortCategories(categoryLines(requirement, item.nesting));
  return (
    <section className={classes.card} aria-label={t('renewals.heading')}>
      <div className={classes.head}>
        <h3 className={classes.heading}>
          {requirement === undefined || requirement.remaining === 0
            ? missingWords(item, format)
            : t('renewals.card.toGo', {
                units: `${format.number(requirement.remaining)} ${unitWord(requirement.unit, requirement.remaining)}`,
                date: format.day(actBy(item)),
              })}
        </h3>
        {requirement === undefined ? (
          <Button onClick={() => openRenew(item)}>{t('renewals.renew')}</Button>
        ) : (
          <Button onClick={() => openLog(item.id)}>{t('renewals.logUnits')}</Button>
        )}
      </div>
      {requirement === undefined ? (
        <div className={classes.quiet}>{missingBy(item, asOf, format, days)}</div>
      ) : (
        <>
          <CycleBar name={nameOf(item)} requirement={requirement} showsPace={asOf <= item.end} />
          <div className={classes.paceLine} title={sourceHover(item.source, format)}>
            <span>
              {t('renewals.card.needed', {
                counted: format.number(requirement.counted),
                total: format.number(requirement.total),
                perMonth: format.number(Math.round(requirement.pace.perMonth * 10) / 10),
              })}
            </span>
            {isBehind(item) && (
              <span className={classes.behind}>
                <IconTrendingDown size={14} stroke={1.75} aria-hidden />
                {t('renewals.card.behind', { units: format.number(behindBy(requirement)) })}
              </span>
            )}
          </div>
        </>
      )}
      {short.map(({ name, short: lacking, counted, min }) => (
        <div key={name} className={classes.lacking}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          {t('renewals.card.inCategory', {
            units: format.number(lacking),
            category: name,
            counted: format.number(counted),
            min: format.number(min ?? 0),
          })}
        </div>
      ))}
    </section>
  );
}
