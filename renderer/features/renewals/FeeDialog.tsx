import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { currencyDigits } from '#shared/domain/money.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { DayField } from './DayField.tsx';
import { closeRenewalDialog } from './dialogs.ts';
import { feeWords, type Fee } from './FeeLines.tsx';
import own from './Fees.module.css';
import classes from './Renew.module.css';
import { readDay } from './readLog.ts';

type FeeDialogProps = Readonly<{ id: Id; due: PlainDate }>;

/** Records that what falls due on a day was paid: when, and how much where that is known. */
export function FeeDialog({ id, due }: FeeDialogProps) {
  const { asOf } = useAsOf();
  const { data, error } = useProcedure('fees.list', { id, asOf });
  const fee = data?.fees.find((one) => one.due === due);
  return (
    <Modal
      opened
      onClose={closeRenewalDialog}
      size={480}
      yOffset="min(72px, 6vh)"
      returnFocus={false}
      title={data === undefined ? '' : t('renewals.fees.heading', { title: data.title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      {error !== null && (
        <p role="alert" className={classes.body}>
          {error.message}
        </p>
      )}
      {data !== undefined && fee === undefined && (
        <p role="alert" className={classes.body}>
          {t('renewals.fees.gone')}
        </p>
      )}
      {data !== undefined && fee !== undefined && <Payment id={id} title={data.title} fee={fee} />}
    </Modal>
  );
}

type PaymentProps = Readonly<{ id: Id; title: string; fee: Fee }>;

function Payment({ id, title, fee }: PaymentProps) {
  const format = useFormat();
  const { asOf } = useAsOf();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const { due, price, member } = fee;
  const currency = price?.currency ?? 'USD';
  const digits = currencyDigits(currency);
  const [dayText, setDayText] = useState<string | null>(null);
  const [amountText, setAmountText] = useState(
    price === null ? '' : (price.amount / 10 ** digits).toFixed(digits),
  );
  const day = dayText === null ? asOf : readDay(dayText, settings.dateOrder);
  const amount = readAmount(amountText, digits);
  const pay = useCommand('fees.pay', {
    done: () => t('renewals.fees.paid', { fee: feeWords(fee, format), title }),
  });
  const save = () => {
    if (day === null || amount === undefined || pay.isPending) return;
    pay.mutate(
      { id, due, on: day, amount: amount === null ? null : { amount, currency }, asOf },
      { onSuccess: closeRenewalDialog },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={classes.body}>
        <p className={classes.small}>
          {feeWords(fee, format)}
          {member !== null && `, ${t('policies.words.member', { fee: format.money(member) })}`}
          {', '}
          {t('renewals.fees.due', { date: format.day(due) })}
        </p>
        <div className={own.pair}>
          <DayField
            label={t('renewals.fees.on')}
            text={dayText ?? format.day(asOf)}
            day={day}
            error={day === null ? t('renewals.log.errors.day') : null}
            onChange={setDayText}
          />
          <TextInput
            data-autofocus
            label={t('renewals.fees.amount', { currency })}
            inputMode="decimal"
            value={amountText}
            error={amount === undefined ? t('renewals.fees.badAmount') : null}
            onChange={(event) => setAmountText(event.currentTarget.value)}
          />
        </div>
      </div>
      <div className={classes.foot}>
        <Button size="sm" variant="default" onClick={closeRenewalDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          size="sm"
          type="submit"
          disabled={day === null || amount === undefined}
          loading={pay.isPending}
        >
          {t('renewals.fees.record')}
        </Button>
      </div>
    </form>
  );
}

/** Minor units of an amount as typed; null where none is, undefined where it is no amount. */
function readAmount(text: string, digits: number): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  return /^\d{1,9}(?:\.\d{1,3})?$/.test(plain)
    ? Math.round(Number(plain) * 10 ** digits)
    : undefined;
}
