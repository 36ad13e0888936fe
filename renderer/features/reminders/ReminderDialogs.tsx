import { reminderDialog } from './dialogs.ts';
import { PreviewDialog } from './PreviewDialog.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';

/** The dialog of reminders that is open, over whatever screen asked for it. */
export function ReminderDialogs() {
  const open = reminderDialog.use();
  if (open === null) return null;
  if (open.kind === 'preview') return <PreviewDialog />;
  if (open.kind === 'snooze') return <SnoozeDialog matter={open.matter} />;
  return <RulesDialog id={open.id} title={open.title} />;
}
