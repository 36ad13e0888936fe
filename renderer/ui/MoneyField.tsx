import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { AppError } from '#shared/appError.ts';
import { parseMoney, toDecimal, type Money } from '#shared/domain/money.ts';
import { t } from '../i18n/index.ts';
import classes from './MoneyField.module.css';

type MoneyFieldProps = Readonly<{
  label: string;
  value: Money | null;
  /** In place of the reader's guess, where the amount must be of one currency. */
  currency?: string;
  /** Null: empty. `undefined`: what is typed is no amount yet. */
  onChange: (value: Money | null | undefined) => void;
}>;

let lastCurrency = 'USD';

/** An amount with its currency; the currency that was typed last is proposed next time. */
export function MoneyField({ label, value, currency, onChange }: MoneyFieldProps) {
  const [amount, setAmount] = useState(() => (value === null ? '' : toDecimal(value)));
  const [code, setCode] = useState(currency ?? value?.currency ?? lastCurrency);
  const reading = read(amount, code);
  const change = (nextAmount: string, nextCode: string) => {
    setAmount(nextAmount);
    setCode(nextCode);
    const next = read(nextAmount, nextCode);
    if (next !== null && !('problem' in next)) lastCurrency = next.currency;
    onChange(next !== null && 'problem' in next ? undefined : next);
  };
  return (
    <div className={classes.money}>
      <TextInput
        label={label}
        inputMode="decimal"
        value={amount}
        error={reading !== null && 'problem' in reading ? reading.problem : null}
        onChange={(event) => change(event.currentTarget.value, code)}
      />
      <TextInput
        label={t('common.currency')}
        maxLength={3}
        disabled={currency !== undefined}
        value={code}
        onChange={(event) => change(amount, event.currentTarget.value.toUpperCase())}
      />
    </div>
  );
}

function read(amount: string, currency: string): Money | Readonly<{ problem: string }> | null {
  if (amount.trim() === '') return null;
  try {
    return parseMoney(amount, currency);
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
}
