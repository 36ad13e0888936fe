import { Button } from '@mantine/core';
import { IconCalendar, IconCalendarStar } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { daysBetween } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import classes from './AsOfButton.module.css';

const AsOfCalendar = lazy(async () => ({
  default: (await import('./AsOfCalendar.tsx')).AsOfCalendar,
}));

/** Shows the day for which every screen answers, and lets the reader choose another. */
export function AsOfButton() {
  const { asOf, today, isToday, setAsOf } = useAsOf();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const ahead = daysBetween(today, asOf);
  const words = isToday
    ? t('shell.asOfToday', { day: format.day(today) })
    : t(ahead > 0 ? 'shell.asOfAhead' : 'shell.asOfBack', {
        day: format.day(asOf),
        count: Math.abs(ahead),
      });
  const DayIcon = isToday ? IconCalendar : IconCalendarStar;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    <>
      <div className={classes.place}>
        <button
          ref={button}
          type="button"
          className={classes.button}
          data-other-day={!isToday || undefined}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          <DayIcon size={16} stroke={1.75} aria-hidden />
          <span aria-live="polite">{words}</span>
        </button>
        {open && (
          <Suspense>
            <AsOfCalendar
              asOf={asOf}
              button={button}
              onClose={close}
              onChoose={(day) => {
                setAsOf(day);
                close();
              }}
            />
          </Suspense>
        )}
      </div>
      {!isToday && (
        <Button variant="default" onClick={() => setAsOf(null)}>
          {t('shell.backToToday')}
        </Button>
      )}
    </>
  );
}
