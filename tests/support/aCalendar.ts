import {
  nextCalendarState,
  toCalendar,
  type CalendarEntry,
  type CalendarEvent,
} from '../../electron/engine/exporters/calendar.ts';
import { day } from './aPolicy.ts';

/** The DTSTAMP of all calendar files in tests. */
export const STAMP = '2026-11-25T10:00:00Z';

/** An expiry on the last day of January 2027, changed as told. */
export function anEvent(changes: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: 'pmp',
    on: day('2027-01-31'),
    summary: 'PMP expires',
    description: 'Renew it by then.',
    alarmDays: [30, 7, 0],
    ...changes,
  };
}

/** Readable UIDs, each given once. */
export function countingUids(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
}

/** The calendar file of entries, with the details of their events. */
export function fileOf(
  entries: readonly CalendarEntry[],
  events: readonly CalendarEvent[],
): string {
  return toCalendar({ name: 'Laurel', entries, events, stamp: STAMP });
}

/** The first calendar file of events. */
export function fresh(...events: readonly CalendarEvent[]): string {
  return fileOf(nextCalendarState([], events, countingUids()), events);
}
