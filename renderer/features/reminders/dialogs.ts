import type { Id } from '#shared/domain/credential.ts';
import { createStore } from '../../ui/store.ts';

/** Reminders of one matter, and what it is called. */
export type Matter = Readonly<{ keys: readonly string[]; title: string }>;

type ReminderDialog =
  | Readonly<{ kind: 'preview' }>
  | Readonly<{ kind: 'snooze'; matter: Matter }>
  | Readonly<{ kind: 'rules'; id: Id; title: string }>;

/** Which dialog of reminders is open, over whatever screen. */
export const reminderDialog = createStore<ReminderDialog | null>(null);

let opener: Element | null = null;

/** Opens a dialog of reminders. */
export function openReminderDialog(dialog: ReminderDialog, from = document.activeElement): void {
  opener = from;
  reminderDialog.set(dialog);
}

/** Closes it and gives the focus back to where it was opened from. */
export function closeReminderDialog(): void {
  reminderDialog.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  });
}
