import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Matter } from './dialogs.ts';

export type ReminderCommands = Readonly<{
  /** Keeps still until a day. */
  snooze: (until: PlainDate) => void;
  dismiss: () => void;
  done: () => void;
}>;

/**
 * What a user can say of the reminders of one matter; each can be undone from its toast.
 * @param after run once it is said
 */
export function useMarkReminders(
  { keys, title }: Matter,
  after: () => void = () => undefined,
): ReminderCommands {
  const { today } = useAsOf();
  const format = useFormat();
  const { mutate } = useCommand('reminders.mark', {
    done: (_, { state, until }) =>
      state === 'snoozed'
        ? t('reminders.snoozed', { title, date: format.day(until ?? today) })
        : t(state === 'done' ? 'reminders.done' : 'reminders.dismissed', { title }),
  });
  const mark = (state: 'snoozed' | 'dismissed' | 'done', until: PlainDate | null = null) =>
    mutate({ keys: [...keys], state, until, today }, { onSuccess: after });
  return {
    snooze: (until) => mark('snoozed', until),
    dismiss: () => mark('dismissed'),
    done: () => mark('done'),
  };
}
