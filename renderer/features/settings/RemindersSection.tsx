import { Button, Switch } from '@mantine/core';
import { IconBell, IconCalendarDown } from '@tabler/icons-react';
import type { ReminderKind } from '#shared/domain/reminderSettings.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { DayChips } from '../reminders/DayChips.tsx';
import { openReminderDialog } from '../reminders/dialogs.ts';
import { allKinds, hasDays } from '../reminders/rules.ts';
import { saveCalendar } from '../reminders/saveCalendar.ts';
import { useReminderSettings } from '../reminders/useReminderSettings.ts';
import { NativeSettings } from './NativeSettings.tsx';
import { QuietHours } from './QuietHours.tsx';
import classes from './Screen.module.css';
import { Setting } from './Setting.tsx';

const ICON = { size: 16, stroke: 1.75 } as const;

const hinted = ['ce-behind-pace', 'deadline', 'stack-at-risk'] as const;

/** What is reminded of, when, how it reaches the reader, and what will come. */
export function RemindersSection() {
  const { asOf } = useAsOf();
  return (
    <>
      <NativeSettings />
      <QuietHours />
      <Setting label={t('reminders.settings.preview')} hint={t('reminders.settings.previewHint')}>
        <Button
          variant="default"
          leftSection={<IconBell {...ICON} />}
          onClick={() => openReminderDialog({ kind: 'preview' })}
        >
          {t('reminders.settings.previewOpen')}
        </Button>
      </Setting>
      <Setting label={t('reminders.settings.calendar')} hint={t('reminders.settings.calendarHint')}>
        <Button
          variant="default"
          leftSection={<IconCalendarDown {...ICON} />}
          onClick={() => void saveCalendar(asOf)}
        >
          {t('reminders.settings.calendarSave')}
        </Button>
      </Setting>
      <Kinds />
    </>
  );
}

function Kinds() {
  const { settings, save } = useReminderSettings();
  const { weeklyAfterEnd } = settings;
  return (
    <div role="group" aria-label={t('reminders.settings.kinds')}>
      <h3 className={classes.subheading}>{t('reminders.settings.kinds')}</h3>
      {allKinds.map((kind) => (
        <div key={kind}>
          <KindSetting kind={kind} />
          {kind === 'expires' && settings.kinds.expires.isOn && (
            <Setting
              label={t('reminders.settings.weekly')}
              hint={t('reminders.settings.weeklyHint')}
            >
              <Switch
                aria-label={t('reminders.settings.weekly')}
                checked={weeklyAfterEnd}
                onChange={({ currentTarget: { checked } }) =>
                  save(() => ({ weeklyAfterEnd: checked }))
                }
              />
            </Setting>
          )}
        </div>
      ))}
    </div>
  );
}

function KindSetting({ kind }: Readonly<{ kind: ReminderKind }>) {
  const { settings, save } = useReminderSettings();
  const { isOn, offsets } = settings.kinds[kind];
  const label = t(`reminders.kinds.${kind}`);
  const hint = hinted.find((one) => one === kind);
  const change = (changed: Partial<(typeof settings.kinds)[ReminderKind]>) =>
    save(({ kinds }) => ({ kinds: { ...kinds, [kind]: { ...kinds[kind], ...changed } } }));
  return (
    <div className={classes.setting}>
      <div className={classes.words}>
        <div>{label}</div>
        {hint !== undefined && <div className={classes.hint}>{t(`reminders.hints.${hint}`)}</div>}
        {isOn && hasDays(kind) && (
          <DayChips kind={label} days={offsets} onChange={(days) => change({ offsets: days })} />
        )}
      </div>
      <div className={classes.control}>
        <Switch
          aria-label={label}
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => change({ isOn: checked })}
        />
      </div>
    </div>
  );
}
