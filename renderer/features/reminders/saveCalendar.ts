import type { PlainDate } from '#shared/domain/plainDate.ts';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { saveFile } from '../../save.ts';
import { showDone, showFailed } from '../../ui/toast.tsx';

/** Always the same, so that a later file takes the place of an earlier one. */
const NAME = 'laurel.ics';

/** Makes the calendar file of every day to come, and offers it to be saved. */
export async function saveCalendar(asOf: PlainDate): Promise<void> {
  try {
    const { text, mime, events } = await call('exports.ics', { asOf });
    saveFile(NAME, mime, text);
    showDone(t('reminders.calendar.saved', { count: events }));
  } catch (error) {
    showFailed(error instanceof Error ? error.message : String(error));
  }
}
