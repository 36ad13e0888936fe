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
  put: (row: Row) => void;
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
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(subject);
    const list = columns.join(', ');
    const updates = columns.filter((c) => c !== 'id').map((c) => `${c} = excluded.${c}`);
    const get = db.prepare<[string], Row>(`SELECT ${list} FROM ${subject} WHERE id = ?`);
    const put = db.prepare(
      `INSERT INTO ${subject} (${list}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    );
    const remove = db.prepare<[string]>(`DELETE FROM ${subject} WHERE id = ?`);
    const all = db.prepare<[], Row>(`SELECT ${list} FROM ${subject} ORDER BY id`);
    const made: Table = {
      columns,
      get: (id) => get.get(id),
      put: (row) => void put.run(columns.map((column) => row[column] ?? null)),
      remove: (id) => void remove.run(id),
      all: () => all.iterate(),
    };
    tables.set(subject, made);
    return made;
  };

  return {
    columns: (subject: Subject) => table(subject).columns,
    get: (subject: Subject, id: string) => table(subject).get(id),
    put: (subject: Subject, row: Row) => table(subject).put(row),
    remove: (subject: Subject, id: string) => table(subject).remove(id),
    all: (subject: Subject) => table(subject).all(),
  };
}
