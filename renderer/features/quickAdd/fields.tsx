import { Autocomplete, TextInput, type TextInputProps } from '@mantine/core';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './CredentialForm.module.css';
import type { Draft, DraftErrors, TextField as TextFieldName } from './draft.ts';

/** Names offered while typing. */
export type FormNames = Readonly<{
  titles: readonly string[];
  issuers: readonly string[];
  platforms: readonly string[];
}>;

export type FieldProps = Readonly<{
  draft: Draft;
  errors: DraftErrors;
  dateOrder: DateOrder;
  field: TextFieldName;
  onChange: (edits: Partial<Draft>) => void;
}>;

type Shown = Readonly<{ required?: boolean; disabled?: boolean; unit?: string }> &
  Pick<TextInputProps, 'inputMode' | 'placeholder'>;

/** What is wrong with a field, in words; undefined when nothing is. */
export function errorOf(errors: DraftErrors, field: keyof Draft): string | undefined {
  const error = errors[field];
  if (error === 'required') return t('quickAdd.required');
  return error === 'number' ? t('quickAdd.notANumber') : error;
}

export function TextField({
  draft,
  errors,
  field,
  onChange,
  unit,
  disabled,
  required,
  ...rest
}: FieldProps & Shown) {
  const { dateOrder: _dateOrder, ...input } = rest;
  return (
    <TextInput
      {...input}
      label={t(`common.fields.${field}`)}
      value={draft[field]}
      error={errorOf(errors, field)}
      disabled={disabled ?? false}
      withAsterisk={required ?? false}
      aria-required={required}
      rightSection={unit === undefined ? null : <span className={classes.unit}>{unit}</span>}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}

/** A text field that offers names already known. */
export function NameField({
  draft,
  errors,
  field,
  names,
  onChange,
  required,
}: FieldProps & Shown & Readonly<{ names: readonly string[] }>) {
  return (
    <Autocomplete
      label={t(`common.fields.${field}`)}
      data={[...names]}
      limit={8}
      openOnFocus={false}
      value={draft[field]}
      error={errorOf(errors, field)}
      withAsterisk={required ?? false}
      aria-required={required}
      onChange={(value) => {
        if (value !== draft[field]) onChange({ [field]: value });
      }}
    />
  );
}

/** Takes a date in any form that people write, and says at the end of the field how it is read. */
export function DateField({
  draft,
  errors,
  dateOrder,
  field,
  onChange,
  disabled,
}: FieldProps & Shown) {
  const format = useFormat();
  const reading = readDate(draft[field], dateOrder);
  const date = reading !== null && 'date' in reading ? format.date(reading.date) : '';
  const says = date !== '' && date !== draft[field].trim();
  return (
    <TextInput
      label={t(`common.fields.${field}`)}
      placeholder={t('quickAdd.dateHint')}
      value={disabled === true ? '' : draft[field]}
      disabled={disabled ?? false}
      error={errorOf(errors, field)}
      rightSectionWidth={says ? 100 : 0}
      rightSection={says ? <output className={classes.unit}>{date}</output> : null}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
}
