import type { reminderProcedures } from '#shared/procedures/reminders.ts';
import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

/** Routes of reminders. */
export function reminderRoutes({
  reminders,
  calendar,
}: EngineParts): Handlers<keyof typeof reminderProcedures> {
  return {
    'reminders.due': ({ asOf }) => ({ asOf, reminders: reminders.due(asOf) }),
    'reminders.standing': ({ asOf }) => ({ asOf, reminders: reminders.standing(asOf) }),
    'reminders.deliver': ({ day, minute }) => reminders.deliver(day, minute),
    'reminders.mark': (input) => ({ marked: reminders.mark(input) }),
    'reminders.preview': ({ asOf, months }) => reminders.preview(asOf, months),
    'exports.ics': ({ asOf }) => ({
      format: 'ics',
      mime: 'text/calendar',
      ...calendar.file(asOf),
      warnings: [],
    }),
    'reminders.settings': () => reminders.settings(),
    'reminders.setSettings': (changes) => reminders.setSettings(changes),
  };
}
