import { ActionIcon, Menu } from '@mantine/core';
import { IconBell, IconCalendarDown, IconDots } from '@tabler/icons-react';
import { useRef } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { openReminderDialog } from '../reminders/dialogs.ts';
import { saveCalendar } from '../reminders/saveCalendar.ts';

const ICON = { size: 16, stroke: 1.75 } as const;

/** What goes out of the cycles: the calendar file, and the reminders to come. */
export function MoreMenu() {
  const { asOf } = useAsOf();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end">
      <Menu.Target>
        <ActionIcon ref={button} aria-label={t('renewals.more.open')}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCalendarDown {...ICON} />}
          onClick={() => void saveCalendar(asOf)}
        >
          {t('reminders.calendar.save')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBell {...ICON} />}
          onClick={() => openReminderDialog({ kind: 'preview' }, button.current)}
        >
          {t('renewals.more.preview')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
