import { useQueryClient } from '@tanstack/react-query';
import { defaultReminderSettings, type ReminderSettings } from '#shared/domain/reminderSettings.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';

const KEY = ['reminders.settings', {}];

type SettingsHandle = Readonly<{
  settings: ReminderSettings;
  /** Changes part of them, from how they stand at that moment. */
  save: (change: (settings: ReminderSettings) => Partial<ReminderSettings>) => void;
}>;

/** The settings of reminders, and how they are changed. */
export function useReminderSettings(): SettingsHandle {
  const client = useQueryClient();
  const { data: settings = defaultReminderSettings } = useProcedure('reminders.settings', {});
  const { mutate } = useCommand('reminders.setSettings', {
    done: () => t('reminders.settings.changed'),
    undo: false,
  });
  return {
    settings,
    save: (change) => {
      const now = client.getQueryData<ReminderSettings>(KEY) ?? settings;
      const changes = change(now);
      // At once: a second change right after this one must build upon it.
      client.setQueryData(KEY, { ...now, ...changes });
      mutate(changes, { onError: () => void client.invalidateQueries({ queryKey: KEY }) });
    },
  };
}
