import { Checkbox, Select, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { currencyDigits } from '#shared/domain/money.ts';
import { t } from '../../i18n/all.ts';
import { useField, usePolicyForm } from './draft.ts';
import classes from './Editor.module.css';
import { getAt, isObject, textAt, type Json, type Path } from './json.ts';

type FieldProps = Readonly<{
  path: Path;
  label: string;
  /** The label is read out only: a heading above says it for several. */
  hidesLabel?: boolean;
  placeholder?: string;
}>;

const labelOf = ({ label, hidesLabel = false }: FieldProps) =>
  hidesLabel ? { 'aria-label': label } : { label };

type TextFieldProps = FieldProps &
  Readonly<{ required?: boolean; multiline?: boolean; focus?: boolean }>;

export function TextField({
  required = false,
  multiline = false,
  focus,
  ...field
}: TextFieldProps) {
  const { value } = usePolicyForm();
  const { error, set } = useField(field.path);
  const common = {
    ...labelOf(field),
    placeholder: field.placeholder ?? '',
    value: textAt(value, field.path),
    error,
    withAsterisk: required,
    'aria-required': required,
    ...(focus === true ? { 'data-autofocus': true } : {}),
  } as const;
  const write = (text: string) => set(text === '' && !required ? undefined : text);
  return multiline ? (
    <Textarea
      {...common}
      autosize
      minRows={2}
      maxRows={8}
      onChange={(event) => write(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} onChange={(event) => write(event.currentTarget.value)} />
  );
}

/** A number as typed; what is none is kept as the text that it is, so that it is found wrong. */
const numberOf = (text: string): Json | undefined => {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  return Number.isFinite(Number(plain)) ? Number(plain) : text;
};

const sameJson = (a: Json | undefined, b: Json | undefined): boolean => (a ?? null) === (b ?? null);

type NumberFieldProps = FieldProps &
  Readonly<{
    required?: boolean;
    /** Writes in place of the field, where more than the number is to be written. */
    onWrite?: (next: Json | undefined) => void;
  }>;

export function NumberField({ required = false, onWrite, ...field }: NumberFieldProps) {
  const { current, error, set } = useField(field.path);
  const [typed, setTyped] = useState('');
  // What was typed stays as it was typed while it says what is there: "1." is on the way to "1.5".
  const shown = sameJson(numberOf(typed), current)
    ? typed
    : typeof current === 'number' || typeof current === 'string'
      ? String(current)
      : '';
  return (
    <TextInput
      {...labelOf(field)}
      inputMode="decimal"
      placeholder={field.placeholder ?? ''}
      value={shown}
      error={error}
      withAsterisk={required}
      aria-required={required}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        (onWrite ?? set)(numberOf(text));
      }}
    />
  );
}

/** An amount with its currency, kept in minor units. */
export function MoneyField({
  required = false,
  ...field
}: FieldProps & Readonly<{ required?: boolean }>) {
  const { value } = usePolicyForm();
  const money = useField(field.path);
  const amount = useField([...field.path, 'amount']);
  const currency = useField([...field.path, 'currency']);
  const [typed, setTyped] = useState('');
  const letters = textAt(value, [...field.path, 'currency']) || 'USD';
  const minorOf = (text: string): Json | undefined => {
    const major = numberOf(text);
    return typeof major === 'number' ? Math.round(major * 10 ** digitsOf(letters)) : major;
  };
  const current = getAt(value, [...field.path, 'amount']);
  const shown = sameJson(minorOf(typed), current)
    ? typed
    : typeof current === 'number'
      ? String(current / 10 ** digitsOf(letters))
      : textAt(value, [...field.path, 'amount']);
  return (
    <div className={classes.money}>
      <TextInput
        {...labelOf(field)}
        inputMode="decimal"
        value={shown}
        error={amount.error ?? money.error}
        withAsterisk={required}
        aria-required={required}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const minor = minorOf(text);
          const before = isObject(money.current) ? money.current : {};
          money.set(
            minor === undefined ? undefined : { ...before, amount: minor, currency: letters },
          );
        }}
      />
      <TextInput
        aria-label={t('policies.editor.currencyOf', { field: field.label })}
        value={letters}
        error={currency.error}
        disabled={money.current === undefined}
        onChange={(event) => currency.set(event.currentTarget.value.trim().toUpperCase())}
      />
    </div>
  );
}

const digitsOf = (currency: string): number =>
  /^[A-Z]{3}$/.test(currency) ? currencyDigits(currency) : 2;

type ChoiceFieldProps = FieldProps &
  Readonly<{
    options: readonly Readonly<{ value: string; label: string }>[];
    /** Stands for nothing being there. */
    none?: string;
    onChosen?: (value: string | null) => void;
  }>;

const NONE = '';

export function ChoiceField({ options, none, onChosen, ...field }: ChoiceFieldProps) {
  const { value } = usePolicyForm();
  const { error, set } = useField(field.path);
  const write = (next: string | null) =>
    onChosen === undefined ? set(next ?? undefined) : onChosen(next);
  return (
    <Select
      {...labelOf(field)}
      allowDeselect={false}
      data={[...(none === undefined ? [] : [{ value: NONE, label: none }]), ...options]}
      value={textAt(value, field.path)}
      error={error}
      onChange={(next) => write(next === null || next === NONE ? null : next)}
    />
  );
}

export function FlagField({ path, label }: FieldProps) {
  const { current, set } = useField(path);
  return (
    <Checkbox
      label={label}
      checked={current === true}
      onChange={(event) => set(event.currentTarget.checked ? true : undefined)}
    />
  );
}
