import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCoin } from '@tabler/icons-react';
import type { Id } from '#shared/domain/credential.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { openFee } from './dialogs.ts';
import classes from './Fees.module.css';

export type Fee = ProcedureOutput<'fees.list'>['fees'][number];
type FeeLinesProps = Readonly<{ id: Id; title: string }>;

const ICON = { size: 14, stroke: 1.75 } as const;
const icons = { paid: IconCheck, overdue: IconAlertTriangle, due: IconCoin } as const;

/** What a fee is: "$150 a cycle"; its day where the policy names no price. */
export function feeWords({ per, price, note }: Fee, format: Format): string {
  if (per === 'other' || price === null) return note ?? t('renewals.fees.other');
  return t(`renewals.tab.feePer.${per}`, { fee: format.money(price) });
}

/** The fees of a credential's latest cycle, each with its payment, or the way to record one. */
export function FeeLines({ id, title }: FeeLinesProps) {
  const { asOf } = useAsOf();
  const { data } = useProcedure('fees.list', { id, asOf });
  if (data === undefined || data.fees.length === 0) return null;
  return (
    <ul className={classes.fees} aria-label={t('renewals.fees.list', { title })}>
      {data.fees.map((fee) => (
        <FeeLine key={`${fee.due} ${fee.per}`} id={id} title={title} fee={fee} />
      ))}
    </ul>
  );
}

function FeeLine({ id, title, fee }: FeeLinesProps & Readonly<{ fee: Fee }>) {
  const format = useFormat();
  const { asOf } = useAsOf();
  const unpay = useCommand('fees.unpay', { done: () => t('renewals.fees.tookBack', { title }) });
  const { due, state, paid, fromMemory } = fee;
  const Icon = icons[state];
  const words = feeWords(fee, format);
  return (
    <li className={classes.fee} data-state={state}>
      <Icon {...ICON} aria-hidden />
      <span className={classes.words}>
        {words}
        {fromMemory && `, ${t('renewals.source.short.memory')}`}
        <span className={classes.when}>{whenWords(fee, format)}</span>
      </span>
      {paid === null ? (
        <Button
          variant="default"
          aria-label={t('renewals.fees.payNamed', { fee: words, date: format.day(due), title })}
          onClick={() => openFee(id, due)}
        >
          {t('renewals.fees.pay')}
        </Button>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('renewals.fees.unpayNamed', { fee: words, date: format.day(due), title })}
          onClick={() => unpay.mutate({ id, due, asOf })}
        >
          {t('renewals.fees.unpay')}
        </Button>
      )}
    </li>
  );
}

function whenWords({ due, state, paid }: Fee, format: Format): string {
  if (paid === null)
    return t(state === 'overdue' ? 'renewals.fees.overdue' : 'renewals.fees.due', {
      date: format.day(due),
    });
  const date = format.day(paid.on);
  return paid.amount === null
    ? t('renewals.fees.paidOn', { date })
    : t('renewals.fees.paidAmount', { date, amount: format.money(paid.amount) });
}
