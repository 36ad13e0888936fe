import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';

type CalendarEvent = Readonly<{ uid: string; on: PlainDate; summary: string }>;

/** Day and name of each event of our own calendar file, by day (RFC 5545: folded, escaped lines). */
export function eventsOf(ics: string): CalendarEvent[] {
  const blocks = ics
    .replaceAll(/\r?\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1);
  return blocks
    .flatMap((block): CalendarEvent[] => {
      const start = /^DTSTART[^:\r\n]*:(\d{4})(\d{2})(\d{2})/m.exec(block);
      const uid = /^UID:(.*)$/m.exec(block)?.[1]?.trim() ?? '';
      const summary = unescape(/^SUMMARY[^:\r\n]*:(.*)$/m.exec(block)?.[1]?.trim() ?? '');
      const on = plainDateSchema.safeParse(start?.slice(1, 4).join('-'));
      return on.success ? [{ uid, on: on.data, summary }] : [];
    })
    .sort((one, other) => one.on.localeCompare(other.on));
}

const unescape = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? ' ' : mark));
