import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { closeReminderDialog } from './dialogs.ts';
import { byMonth, type PreviewDay, type PreviewMonth } from './preview.ts';
import { recordOf } from './records.ts';
import classes from './Reminders.module.css';

/** Lines of a day before the rest is asked for. */
const SHOWN = 20;

/** Everything that will fire in the next twelve months, month by month. */
export function PreviewDialog() {
  const { asOf } = useAsOf();
  const { data, error } = useProcedure('reminders.preview', { asOf, months: 12 });
  const months = data === undefined ? undefined : byMonth(data);
  return (
    <Modal
      opened
      onClose={closeReminderDialog}
      size={720}
      yOffset="min(72px, 6vh)"
      returnFocus={false}
      title={t('reminders.preview.heading')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div className={classes.body} aria-busy={months === undefined && error === null}>
        {error !== null && months === undefined && (
          <p role="alert" className={classes.failed}>
            {t('reminders.preview.failed', { reason: error.message })}
          </p>
        )}
        {months?.length === 0 && <p className={classes.none}>{t('reminders.preview.none')}</p>}
        {months !== undefined && months.length > 0 && (
          <>
            <p className={classes.quiet}>{t('reminders.preview.hint')}</p>
            {months.map((month) => (
              <Month key={month.month} month={month} />
            ))}
          </>
        )}
      </div>
    </Modal>
  );
}

function Month({ month: { month, days, reminders } }: Readonly<{ month: PreviewMonth }>) {
  const headingId = useId();
  const format = useFormat();
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={classes.month}>
        {format.date(month)}{' '}
        <span className={classes.count}>{t('reminders.preview.count', { count: reminders })}</span>
      </h3>
      <ul className={classes.list}>
        {days.map((day) => (
          <Day key={day.day} day={day} />
        ))}
      </ul>
    </section>
  );
}

function Day({ day: { day, reminders } }: Readonly<{ day: PreviewDay }>) {
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? reminders : reminders.slice(0, SHOWN);
  return (
    <li className={classes.previewLine}>
      <span className={classes.day}>{format.day(day)}</span>
      <div>
        {shown.map((reminder) => (
          <PreviewWords key={reminder.key} reminder={reminder} />
        ))}
        {shown.length < reminders.length && (
          <Button variant="default" onClick={() => setAll(true)}>
            {t('today.showAll', { count: reminders.length })}
          </Button>
        )}
      </div>
    </li>
  );
}

type PreviewWordsProps = Readonly<{ reminder: PreviewDay['reminders'][number] }>;

function PreviewWords({ reminder }: PreviewWordsProps) {
  const { title, body } = reminder;
  const record = recordOf(reminder);
  const words = (
    <>
      <span className={classes.title}>{title}</span>
      <span className={classes.quiet}>{body}</span>
    </>
  );
  return (
    <Link {...record} className={classes.record} onClick={closeReminderDialog}>
      {words}
    </Link>
  );
}
