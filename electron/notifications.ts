import { Notification } from 'electron';
import { iconFile } from './icons.ts';
import { notificationBody } from './notificationText.ts';

/** What the system made of a notification; `silent`: it took it and said nothing. */
export type Outcome = 'shown' | 'refused' | 'silent';

/** How long the system may take to say whether it shows a notification. */
const ANSWER_MS = 5000;

/** Notifications that are on the desktop: one that is collected as garbage loses its click. */
const standing = new Set<Notification>();

/**
 * Shows a notification of the system.
 * @param onClick called when the user clicks it, however much later
 */
export async function showNotification(
  { title, body }: Readonly<{ title: string; body: string }>,
  onClick: () => void,
): Promise<Outcome> {
  if (!Notification.isSupported()) return 'refused';
  const notification = new Notification({
    title,
    body: notificationBody(body),
    // macOS shows the application's own.
    ...(process.platform === 'darwin' ? {} : { icon: iconFile('app/256x256.png') }),
  });
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const silence = setTimeout(() => resolve('silent'), ANSWER_MS);
  notification.once('show', () => resolve('shown'));
  notification.once('failed', () => {
    standing.delete(notification);
    resolve('refused');
  });
  notification.on('click', () => {
    standing.delete(notification);
    onClick();
  });
  // Windows closes what goes into its action centre, where it can still be clicked.
  if (process.platform !== 'win32') notification.on('close', () => standing.delete(notification));
  standing.add(notification);
  notification.show();
  const outcome = await promise;
  clearTimeout(silence);
  return outcome;
}
