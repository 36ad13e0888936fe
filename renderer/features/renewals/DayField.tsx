import '@mantine/dates/styles.layer.css';
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';

type DayFieldProps = Readonly<{
  label: string;
  /** As typed. */
  text: string;
  /** As it is read; null where it is no day. */
  day: PlainDate | null;
  error?: string | null;
  onChange: (text: string) => void;
  /** Told when the calendar opens and closes, so that Esc closes it alone. */
  onCalendar?: (open: boolean) => void;
}>;

/** A day, typed in any form that people write or chosen from a calendar. */
export function DayField({ label, text, day, error = null, onChange, onCalendar }: DayFieldProps) {
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const show = (next: boolean) => {
    setOpen(next);
    onCalendar?.(next);
  };
  return (
    <TextInput
      label={label}
      value={text}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        if (day !== null && format.day(day) !== text) onChange(format.day(day));
      }}
      rightSection={
        <Popover opened={open} onChange={show} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              size={24}
              aria-label={t('renewals.log.openCalendar')}
              onClick={() => show(!open)}
            >
              <IconCalendar size={16} stroke={1.75} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('renewals.log.calendar')} p="sm">
            <DatePicker
              value={day}
              {...(day === null ? {} : { defaultDate: day })}
              size="xs"
              minDate="1900-01-01"
              maxDate="2200-12-31"
              highlightToday
              weekendDays={[]}
              onChange={(chosen) => {
                if (chosen !== null) onChange(format.day(chosen));
                show(false);
              }}
              ariaLabels={{
                previousMonth: t('shell.calendar.previousMonth'),
                nextMonth: t('shell.calendar.nextMonth'),
                previousYear: t('shell.calendar.previousYear'),
                nextYear: t('shell.calendar.nextYear'),
                previousDecade: t('shell.calendar.previousDecade'),
                nextDecade: t('shell.calendar.nextDecade'),
                monthLevelControl: t('shell.calendar.chooseMonth'),
                yearLevelControl: t('shell.calendar.chooseYear'),
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
