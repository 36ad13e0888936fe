import { ActionIcon, Menu } from '@mantine/core';
import { IconBellOff, IconCalendar, IconCheck, IconClock, IconDots } from '@tabler/icons-react';
import { useRef } from 'react';
import { addDays } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { openReminderDialog, type Matter } from './dialogs.ts';
import classes from './Reminders.module.css';
import { useMarkReminders } from './useMarkReminders.ts';

const ICON = { size: 16, stroke: 1.75 } as const;
const MARK = 'data-reminder-menu';

/** Puts a matter off, dismisses it or says that it is done. */
export function ReminderMenu({ matter }: Readonly<{ matter: Matter }>) {
  const { today } = useAsOf();
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const tomorrow = addDays(today, 1);
  const nextWeek = addDays(today, 7);
  const { snooze, dismiss, done } = useMarkReminders(matter);
  const leaving = (act: () => void) => () => {
    focusNextWhenGone(button.current);
    act();
  };

  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={264}>
      <Menu.Target>
        <ActionIcon
          ref={button}
          aria-label={t('reminders.menu.open', { title: matter.title })}
          {...{ [MARK]: true }}
        >
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconClock {...ICON} />}
          rightSection={<span className={classes.when}>{format.day(tomorrow)}</span>}
          onClick={leaving(() => snooze(tomorrow))}
        >
          {t('reminders.menu.tomorrow')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconClock {...ICON} />}
          rightSection={<span className={classes.when}>{format.day(nextWeek)}</span>}
          onClick={leaving(() => snooze(nextWeek))}
        >
          {t('reminders.menu.week')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCalendar {...ICON} />}
          onClick={() => openReminderDialog({ kind: 'snooze', matter }, button.current)}
        >
          {t('reminders.menu.other')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconBellOff {...ICON} />} onClick={leaving(dismiss)}>
          {t('reminders.menu.dismiss')}
          <span className={classes.itemHint}>{t('reminders.menu.dismissHint')}</span>
        </Menu.Item>
        <Menu.Item leftSection={<IconCheck {...ICON} />} onClick={leaving(done)}>
          {t('reminders.menu.done')}
          <span className={classes.itemHint}>{t('reminders.menu.doneHint')}</span>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const GIVE_UP_MS = 2000;

/** A line that goes takes the focus with it; whoever uses the keyboard goes on with the next line. */
function focusNextWhenGone(button: HTMLButtonElement | null): void {
  const all = () => [...document.querySelectorAll<HTMLElement>(`[${MARK}]`)];
  const place = all().findIndex((one) => one === button);
  if (button === null || place === -1) return;
  const until = performance.now() + GIVE_UP_MS;
  const look = () => {
    if (performance.now() > until) return;
    // The menu fades out after the line has gone, and holds the focus as long.
    if (button.isConnected || document.activeElement !== document.body) {
      requestAnimationFrame(look);
      return;
    }
    const rest = all();
    (rest[place] ?? rest.at(-1) ?? document.getElementById('content'))?.focus();
  };
  requestAnimationFrame(look);
}
