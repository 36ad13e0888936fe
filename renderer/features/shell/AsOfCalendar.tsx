import '@mantine/dates/styles.layer.css';
import { DatePicker } from '@mantine/dates';
import { useClickOutside, useFocusTrap, useMergedRef, useWindowEvent } from '@mantine/hooks';
import { useState, type RefObject } from 'react';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { t } from '../../i18n/all.ts';
import classes from './AsOfButton.module.css';

type AsOfCalendarProps = Readonly<{
  asOf: PlainDate;
  /** The button that opens and closes the calendar. */
  button: RefObject<HTMLButtonElement | null>;
  onChoose: (day: PlainDate | null) => void;
  onClose: () => void;
}>;

export function AsOfCalendar({ asOf, button, onChoose, onClose }: AsOfCalendarProps) {
  const [panel, setPanel] = useState<HTMLDivElement | null>(null);
  const trap = useFocusTrap(true);
  const ref = useMergedRef<HTMLDivElement>((node) => setPanel(node), trap);
  useClickOutside(onClose, null, [panel, button.current]);
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape') onClose();
  });
  return (
    <div ref={ref} role="dialog" aria-label={t('shell.asOfChoose')} className={classes.panel}>
      <div className={classes.calendar}>
        <DatePicker
          value={asOf}
          defaultDate={asOf}
          size="xs"
          minDate="1900-01-01"
          maxDate="2200-12-31"
          highlightToday
          weekendDays={[]}
          onChange={(day) => onChoose(day === null ? null : plainDateSchema.parse(day))}
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
      </div>
      <div className={classes.foot}>{t('shell.asOfExplained')}</div>
    </div>
  );
}
