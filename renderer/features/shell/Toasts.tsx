import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** Where toasts show; those that were asked for before it is drawn wait. */
export function Toasts() {
  return (
    <Notifications position="bottom-center" containerWidth={440} limit={4} aria-live="polite" />
  );
}
