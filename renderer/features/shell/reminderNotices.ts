import type { NativeNotice } from '#shared/messages.ts';
import { onNotice } from '../../client.ts';
import { createStore } from '../../ui/store.ts';

export type ToldReminder = NativeNotice['reminders'][number];

/** The reminders that the system would not show and that the reader has not put away. */
export const toldReminders = createStore<readonly ToldReminder[]>([]);

/** Takes up what the application has to tell; a reminder that stands already is not repeated. */
export function hearReminders(): () => void {
  return onNotice(({ reminders }) => {
    const told = toldReminders.get();
    const known = new Set(told.map(({ key }) => key));
    toldReminders.set([...told, ...reminders.filter(({ key }) => !known.has(key))]);
  });
}

/** Puts reminders away. */
export function putAway(keys: readonly string[]): void {
  toldReminders.set(toldReminders.get().filter(({ key }) => !keys.includes(key)));
}
