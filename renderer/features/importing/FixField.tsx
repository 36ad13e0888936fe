import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { t } from '../../i18n/all.ts';
import classes from './Rows.module.css';
import { correct } from './session.ts';

export type FixableField = keyof ImportPreviewRow['cells'];

/** The field that keeps a row out, to be mended in place: Enter or leaving it reads it again. */
export function FixField({ row, field }: Readonly<{ row: ImportPreviewRow; field: FixableField }>) {
  const stored = row.cells[field];
  const [text, setText] = useState(stored);
  const save = () => {
    if (text !== stored) correct(row.key, field, text);
  };
  const name = t(`importing.fields.${field}`);
  return (
    <TextInput
      className={classes.fix ?? ''}
      aria-label={t('importing.fieldFor', { field: name, row: row.row })}
      aria-invalid
      aria-describedby={reasonId(row.key)}
      placeholder={name}
      error
      withErrorStyles={false}
      data-field={field}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setText(stored);
      }}
    />
  );
}

/** Id of the element that says why a row is left out. */
export function reasonId(key: string): string {
  return `reason-${key.replaceAll(':', '-')}`;
}
