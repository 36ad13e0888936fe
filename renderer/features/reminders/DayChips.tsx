import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './Reminders.module.css';
import { readDays, withDay } from './rules.ts';

type DayChipsProps = Readonly<{
  /** What the days belong to, for who does not see where they stand. */
  kind: string;
  days: readonly number[];
  onChange: (days: number[]) => void;
}>;

/** The days before an occasion on which a reminder comes: each can be taken off, and one added. */
export function DayChips({ kind, days, onChange }: DayChipsProps) {
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState(false);
  const ordered = days.toSorted((a, b) => b - a);
  const remove = (day: number) => {
    onChange(days.filter((other) => other !== day));
    // The button that had the focus goes with its chip.
    list.current?.querySelector<HTMLElement>('[data-add]')?.focus();
  };
  return (
    <div ref={list} className={classes.days}>
      {ordered.length > 0 && <span className={classes.daysLabel}>{t('reminders.days.label')}</span>}
      {ordered.map((day) => (
        <span key={day} className={classes.dayChip}>
          {day === 0 ? t('reminders.days.zero') : format.number(day)}
          <button
            type="button"
            className={classes.removeDay}
            aria-label={t('reminders.days.remove', { days: dayWords(day), kind })}
            onClick={() => remove(day)}
          >
            <IconX size={12} stroke={1.75} aria-hidden />
          </button>
        </span>
      ))}
      {ordered.length === 0 && (
        <span className={classes.warns}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          {t('reminders.days.none')}
        </span>
      )}
      {adding ? (
        <DayEntry
          kind={kind}
          onEnd={(day) => {
            setAdding(false);
            if (day !== null) onChange(withDay(days, day));
            // Once the field has given way to the button again.
            setTimeout(() => list.current?.querySelector<HTMLElement>('[data-add]')?.focus());
          }}
        />
      ) : (
        <Button
          data-add
          variant="subtle"
          color="gray"
          className={classes.addDay ?? ''}
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          aria-label={t('reminders.days.addTo', { kind })}
          onClick={() => setAdding(true)}
        >
          {t('reminders.days.add')}
        </Button>
      )}
    </div>
  );
}

type DayEntryProps = Readonly<{ kind: string; onEnd: (day: number | null) => void }>;

/** One number: Enter takes it over, Esc or leaving the field empty gives up. */
function DayEntry({ kind, onEnd }: DayEntryProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  useEffect(() => input.current?.focus(), []);
  const commit = () => {
    const day = readDays(text);
    if (day === null && text.trim() !== '') setWrong(true);
    else onEnd(day);
  };
  return (
    <TextInput
      aria-label={t('reminders.days.field', { kind })}
      className={classes.dayField ?? ''}
      size="xs"
      inputMode="numeric"
      ref={input}
      value={text}
      error={isWrong ? t('reminders.days.wrong') : null}
      onChange={(event) => {
        setText(event.currentTarget.value);
        setWrong(false);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          commit();
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onEnd(null);
        }
      }}
    />
  );
}

function dayWords(day: number): string {
  return day === 0 ? t('reminders.days.zero') : t('reminders.days.before', { count: day });
}
