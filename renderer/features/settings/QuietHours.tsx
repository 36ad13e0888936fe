import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { defaultReminderSettings } from '#shared/domain/reminderSettings.ts';
import { t } from '../../i18n/all.ts';
import { minuteText, readMinute } from '../reminders/rules.ts';
import { useReminderSettings } from '../reminders/useReminderSettings.ts';
import classes from './Screen.module.css';
import { Setting } from './Setting.tsx';

/** Hours in which no reminder shows; they may run over midnight. */
export function QuietHours() {
  const { settings, save } = useReminderSettings();
  const { quietHours } = settings;
  return (
    <Setting label={t('reminders.settings.quiet')} hint={t('reminders.settings.quietHint')}>
      {quietHours !== null && (
        <>
          <TimeField
            key={`from ${quietHours.from}`}
            label={t('reminders.settings.from')}
            minute={quietHours.from}
            onSave={(from) =>
              save((now) => ({ quietHours: { ...quietHours, ...now.quietHours, from } }))
            }
          />
          <span className={classes.between}>{t('reminders.settings.toWord')}</span>
          <TimeField
            key={`to ${quietHours.to}`}
            label={t('reminders.settings.to')}
            minute={quietHours.to}
            onSave={(to) =>
              save((now) => ({ quietHours: { ...quietHours, ...now.quietHours, to } }))
            }
          />
        </>
      )}
      <Switch
        aria-label={t('reminders.settings.quiet')}
        checked={quietHours !== null}
        onChange={({ currentTarget: { checked } }) =>
          save(() => ({ quietHours: checked ? defaultReminderSettings.quietHours : null }))
        }
      />
    </Setting>
  );
}

type TimeFieldProps = Readonly<{
  label: string;
  minute: number;
  onSave: (minute: number) => void;
}>;

/** Saved by Enter or on leaving the field; what is no time goes back to what was there. */
function TimeField({ label, minute, onSave }: TimeFieldProps) {
  const [text, setText] = useState(minuteText(minute));
  const commit = () => {
    const read = readMinute(text);
    if (read === null) setText(minuteText(minute));
    else if (read !== minute) onSave(read);
  };
  return (
    <TextInput
      type="time"
      classNames={{ input: classes.time ?? '' }}
      aria-label={label}
      w={104}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setText(minuteText(minute));
      }}
    />
  );
}
