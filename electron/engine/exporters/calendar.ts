import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { AppError } from '#shared/appError.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { toEpochDay, type PlainDate } from '#shared/domain/plainDate.ts';

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Hour of the day, on the calendar's own clock, at which alarms ring. */
const ALARM_HOUR = 9;

/** A day to be put into the user's calendar. */
export type CalendarEvent = Readonly<{
  /** What it is about, for ever: the same id is the same entry in the calendar. */
  id: string;
  on: PlainDate;
  summary: string;
  /** May have several lines. */
  description: string;
  /** Days before at which to ring; 0 is the day itself. */
  alarmDays: readonly number[];
}>;

/** What was last given to the calendar for an id; kept, so that the next file updates it. */
export type CalendarEntry = Readonly<{
  id: string;
  /** A random UUID that names neither user nor machine (RFC 7986 section 5.3). */
  uid: string;
  sequence: number;
  starts: PlainDate;
  summary: string;
  cancelled: boolean;
}>;

/**
 * What the next file says of every entry there ever was: the UID never changes, SEQUENCE rises with
 * the day, the summary or being cancelled (RFC 5545 section 3.8.7.4), and what is no longer wanted
 * is kept as cancelled, so that calendars take it away.
 * @param newUid gives a random UUID for each new entry
 * @throws AppError internal when two events have one id
 */
export function nextCalendarState(
  previous: readonly CalendarEntry[],
  events: readonly CalendarEvent[],
  newUid: () => string,
): CalendarEntry[] {
  const wanted = new Map(events.map((event) => [event.id, event]));
  if (wanted.size !== events.length) {
    throw new AppError('internal', 'Two events of the calendar have the same id.');
  }
  const known = new Set(previous.map(({ id }) => id));
  return [
    ...previous.map((entry) => nextEntry(entry, wanted.get(entry.id))),
    ...events
      .filter(({ id }) => !known.has(id))
      .map(({ id, on, summary }) => ({
        id,
        uid: newUid(),
        sequence: 0,
        starts: on,
        summary,
        cancelled: false,
      })),
  ];
}

/**
 * The calendar file (RFC 5545, RFC 7986; standards.md 4.5): all-day events that block no time, with
 * alarms at 09:00 of the days before. The same input gives the same text on every machine.
 * @param request.entries as from `nextCalendarState`; an entry without its event has no alarms
 * @param request.stamp DTSTAMP, as an ISO instant
 */
export function toCalendar(
  request: Readonly<{
    name: string;
    entries: readonly CalendarEntry[];
    events: readonly CalendarEvent[];
    stamp: string;
  }>,
): string {
  const eventById = new Map(request.events.map((event) => [event.id, event]));
  const calendar = ical({
    // The library writes a name as it is given.
    name: escapeText(oneLine(request.name)),
    prodId: { company: 'Laurel', product: 'Laurel', language: 'EN' },
    ttl: DAY_SECONDS,
  });
  for (const entry of request.entries) {
    const event = entry.cancelled ? undefined : eventById.get(entry.id);
    const item = calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(request.stamp),
      // Midnight in UTC: a local one is the day before in Pacific/Auckland.
      start: new Date(toEpochDay(entry.starts) * DAY_MS),
      allDay: true,
      summary: oneLine(entry.summary),
      description: event === undefined ? null : manyLines(event.description),
      transparency: ICalEventTransparency.TRANSPARENT,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    for (const days of alarmDaysOf(event)) {
      const alarm = item.createAlarm({
        type: ICalAlarmType.display,
        description: oneLine(entry.summary),
        trigger: days * DAY_SECONDS - ALARM_HOUR * 3600,
      });
      // Left to itself, the library counts an alarm after midnight from the end, a day later; among
      // the data given to createAlarm it overlooks this.
      if (days === 0) alarm.relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return `${calendar.toString()}\r\n`;
}

function nextEntry(entry: CalendarEntry, event: CalendarEvent | undefined): CalendarEntry {
  const isSame =
    event === undefined
      ? entry.cancelled
      : !entry.cancelled && event.on === entry.starts && event.summary === entry.summary;
  if (isSame) return entry;
  const sequence = entry.sequence + 1;
  return event === undefined
    ? { ...entry, sequence, cancelled: true }
    : { ...entry, sequence, starts: event.on, summary: event.summary, cancelled: false };
}

function alarmDaysOf(event: CalendarEvent | undefined): number[] {
  return [...new Set(event?.alarmDays)].toSorted((a, b) => b - a);
}

/** Lines are kept; other signs that TEXT does not allow (RFC 5545 section 3.3.11) become spaces. */
function manyLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join('\n');
}

function escapeText(line: string): string {
  return line.replace(/[\\;,]/g, '\\$&');
}
