import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '#shared/domain/plainDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { DayField } from '../renewals/DayField.tsx';
import { readDay } from '../renewals/readLog.ts';
import { closeReminderDialog, type Matter } from './dialogs.ts';
import classes from './Reminders.module.css';
import { useMarkReminders } from './useMarkReminders.ts';

const FORTNIGHT_DAYS = 14;

/** Puts a matter off until a day of the user's choosing. */
export function SnoozeDialog({ matter }: Readonly<{ matter: Matter }>) {
  const { today } = useAsOf();
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const proposed = addDays(today, FORTNIGHT_DAYS);
  const [text, setText] = useState<string | null>(null);
  const [calendar, setCalendar] = useState(false);
  const [tried, setTried] = useState(false);
  const { snooze } = useMarkReminders(matter, closeReminderDialog);
  const shown = text ?? format.day(proposed);
  const day = text === null ? proposed : readDay(text, settings.dateOrder);
  const isWrong = day === null || day <= today;
  return (
    <Modal
      opened
      onClose={closeReminderDialog}
      closeOnEscape={!calendar}
      size={440}
      returnFocus={false}
      title={t('reminders.snooze.heading', { title: matter.title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isWrong) snooze(day);
        }}
      >
        <div className={classes.body}>
          <DayField
            label={t('reminders.snooze.day')}
            text={shown}
            day={day}
            error={
              tried && isWrong
                ? t('reminders.snooze.wrong', { example: format.day(proposed) })
                : null
            }
            onChange={setText}
            onCalendar={setCalendar}
          />
          <p className={classes.quiet}>{t('reminders.snooze.hint')}</p>
        </div>
        <div className={classes.foot}>
          <Button size="sm" variant="default" onClick={closeReminderDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit">
            {t('reminders.snooze.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
