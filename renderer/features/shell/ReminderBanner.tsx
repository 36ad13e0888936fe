import { ActionIcon, Anchor } from '@mantine/core';
import { IconBell, IconX } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { Tip } from '../../ui/Tip.tsx';
import classes from './ReminderBanner.module.css';
import { putAway, toldReminders, type ToldReminder } from './reminderNotices.ts';
import { useOpenSubject } from './useOpenRecord.ts';

const LISTED = 5;

/** Reminders in the window itself, where the system shows none. */
export function ReminderBanner() {
  const told = toldReminders.use();
  const [only, another] = told;
  if (only === undefined) return null;
  return (
    <aside className={classes.banner} aria-label={t('shell.reminders.heading')}>
      <IconBell size={16} stroke={1.75} className={classes.bell} aria-hidden />
      <div role="alert" className={classes.words}>
        {another === undefined ? <Single reminder={only} /> : <Several reminders={told} />}
        <span className={classes.why}>{t('shell.reminders.notShown')}</span>
      </div>
      <Tip label={t('shell.reminders.putAway')}>
        <ActionIcon
          aria-label={t('shell.reminders.putAway')}
          onClick={() => putAway(told.map(({ key }) => key))}
        >
          <IconX size={16} stroke={1.5} />
        </ActionIcon>
      </Tip>
    </aside>
  );
}

function Single({ reminder }: Readonly<{ reminder: ToldReminder }>) {
  return (
    <>
      <ReminderLink reminder={reminder} />
      <span>{reminder.body}</span>
    </>
  );
}

function Several({ reminders }: Readonly<{ reminders: readonly ToldReminder[] }>) {
  const openSubject = useOpenSubject();
  const more = reminders.length - LISTED;
  return (
    <>
      <strong>{t('shell.reminders.several', { count: reminders.length })}</strong>
      <ul className={classes.list}>
        {reminders.slice(0, LISTED).map((reminder) => (
          <li key={reminder.key}>
            <ReminderLink reminder={reminder} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <Anchor component="button" type="button" onClick={() => openSubject(null)}>
              {t('shell.reminders.more', { count: more })}
            </Anchor>
          </li>
        )}
      </ul>
    </>
  );
}

function ReminderLink({ reminder }: Readonly<{ reminder: ToldReminder }>) {
  const openSubject = useOpenSubject();
  return (
    <Anchor component="button" type="button" onClick={() => openSubject(reminder.subjectId)}>
      {reminder.title}
    </Anchor>
  );
}
