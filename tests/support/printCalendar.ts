/**
 * Prints a calendar file of days around changes of the clock, and how far this process's zone is
 * from UTC in winter, in minutes, as one JSON document. Run by calendar.test.ts under several zones.
 */
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { nextCalendarState, toCalendar } from '../../electron/engine/exporters/calendar.ts';

const events = ['1901-12-31', '2026-03-29', '2026-04-05', '2027-01-01', '2027-01-31'].map((on) => ({
  id: on,
  on: plainDateSchema.parse(on),
  summary: `Day ${on}`,
  description: '',
  alarmDays: [30, 7, 0],
}));
const entries = nextCalendarState([], events, () => 'b7e3c9a0-5d0e-4a52-9a53-6f2d1f0a7c11');
const text = toCalendar({ name: 'Zones', entries, events, stamp: '2026-11-25T10:00:00Z' });
const offset = new Date('2026-01-15T12:00Z').getTimezoneOffset();
process.stdout.write(JSON.stringify({ offset, text }));
