import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';
import type { CalendarEntry } from '../exporters/calendar.ts';

type EntryRow = Readonly<{
  id: string;
  uid: string;
  sequence: number;
  starts: string;
  summary: string;
  cancelled: 0 | 1;
}>;

export type CalendarRepository = ReturnType<typeof createCalendarRepository>;

/** What calendars were given last: UIDs stay for ever, so that a new file updates the old one. */
export function createCalendarRepository(db: Database) {
  const all = db.prepare<[], EntryRow>(
    'SELECT id, uid, sequence, starts, summary, cancelled FROM calendar_entry ORDER BY starts, id',
  );

  return {
    entries: (): CalendarEntry[] =>
      all.all().map((row) => ({
        ...row,
        starts: plainDateSchema.parse(row.starts),
        cancelled: row.cancelled === 1,
      })),
    put: (tx: WritableDb, entry: CalendarEntry): void =>
      tx.put('calendar_entry', { ...entry, cancelled: entry.cancelled ? 1 : 0 }),
  };
}
