import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { readDate } from '#shared/domain/readDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useFormat } from '../format.ts';
import { t } from '../i18n/index.ts';
import { useProcedure } from '../query.ts';

type DateTextProps = Readonly<{
  label: string;
  value: PartialDate | null;
  /** Only a whole day will do. */
  wholeDay?: boolean;
  /** `undefined`: what is typed is no date yet. */
  onChange: (value: PartialDate | null | undefined) => void;
}>;

/** A date of any precision, typed in any form that people write. */
export function DateText({ label, value, wholeDay = false, onChange }: DateTextProps) {
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const [text, setText] = useState(() => format.date(value));
  const read = (typed: string): PartialDate | null | undefined => {
    const reading = readDate(typed, settings.dateOrder);
    if (reading === null) return null;
    if ('error' in reading) return undefined;
    return wholeDay && reading.date.length < 10 ? undefined : reading.date;
  };
  const bad = read(text) === undefined;
  return (
    <TextInput
      label={label}
      value={text}
      error={bad ? t(wholeDay ? 'common.badDay' : 'common.badDate') : null}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
