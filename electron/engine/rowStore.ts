import type { Statement } from 'better-sqlite3';
import type { Database } from './database.ts';

/** Tables of user data whose rows the change log keeps whole; each has a text key `id`. */
export const subjects = [
  'issuer',
  'platform',
  'skill',
  'import_batch',
  'credential',
  'evidence',
  'setting',
  'policy',
  'cycle',
  'activity',
  'allocation',
  'activity_proof',
  'fee_payment',
  'reminder_mark',
  'calendar_entry',
  'resume_profile',
  'resume_template',
  'stack',
  'credit_offer',
  'credit_acceptance',
  'subscription',
  'cost_line',
  'track',
  'postnominal',
  'story',
  'story_link',
  'sent_copy',
  'dismissed_finding',
] as const;
export type Subject = (typeof subjects)[number];

export type Cell = string | number | null;
/** One row as it lies in its table: every stored column, in the table's order. */
export type Row = Readonly<Record<string, Cell>>;

export const isSubject = (name: string): name is Subject =>
  (subjects as readonly string[]).includes(name);

type Table = Readonly<{
  columns: readonly string[];
  get: (id: string) => Row | undefined;
  put: (row: Row, before: Row | undefined) => void;
  remove: (id: string) => void;
  all: () => IterableIterator<Row>;
}>;

export type RowStore = ReturnType<typeof createRowStore>;

/** Reads and writes whole rows of any subject, for the change log, undo and replay. */
export function createRowStore(db: Database) {
  const tables = new Map<Subject, Table>();

  const table = (subject: Subject): Table => {
    const known = tables.get(subject);
    if (known) return known;
    // table_info leaves generated columns out, which is what a row that is written back needs.
    const columns = db
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
      .pluck()
      .all(subject);
    const list = columns.join(', ');
    const get = db.prepare<[string], Row>(`SELECT ${list} FROM ${subject} WHERE id = ?`);
    const insert = db.prepare(
      `INSERT INTO ${subject} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    // Only what differs is written: an update that names an index's columns rewrites the index.
    const updates = new Map<string, Statement>();
    const update = (before: Row, after: Row) => {
      const changed = columns.filter(
        (column) => (before[column] ?? null) !== (after[column] ?? null),
      );
      if (changed.length === 0) return;
      const key = changed.join();
      const known =
        updates.get(key) ??
        db.prepare(
          `UPDATE ${subject} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
        );
      updates.set(key, known);
      known.run(...changed.map((column) => after[column] ?? null), after['id']);
    };
    const remove = db.prepare<[string]>(`DELETE FROM ${subject} WHERE id = ?`);
    const all = db.prepare<[], Row>(`SELECT ${list} FROM ${subject} ORDER BY id`);
    const made: Table = {
      columns,
      get: (id) => get.get(id),
      put: (row, before) => {
        if (before) update(before, row);
        else insert.run(columns.map((column) => row[column] ?? null));
      },
      remove: (id) => void remove.run(id),
      all: () => all.iterate(),
    };
    tables.set(subject, made);
    return made;
  };

  return {
    columns: (subject: Subject) => table(subject).columns,
    get: (subject: Subject, id: string) => table(subject).get(id),
    /** @param before the row as it lies there now; undefined for a new one */
    put: (subject: Subject, row: Row, before: Row | undefined) => table(subject).put(row, before),
    remove: (subject: Subject, id: string) => table(subject).remove(id),
    all: (subject: Subject) => table(subject).all(),
  };
}
