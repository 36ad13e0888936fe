import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { databaseFile, openDatabase, type Database } from '../../electron/engine/database.ts';
import { migrate, readMigrations } from '../../electron/engine/migrate.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const fixtures = join(import.meta.dirname, '../fixtures/schema');

/** Schema versions of which a portfolio is kept, each written by the command of its own time. */
export const releasedSchemas: readonly number[] = readdirSync(fixtures)
  .filter((name) => /^\d{4}$/.test(name))
  .map(Number)
  .toSorted((a, b) => a - b);

/** Puts the portfolio of a released schema into a folder. */
export function putReleased(version: number, folder: string): void {
  const from = join(fixtures, String(version).padStart(4, '0'));
  const database = gunzipSync(readFileSync(join(from, 'portfolio.sqlite.gz')));
  writeFileSync(databaseFile(folder), database);
  copyFileSync(join(from, 'operations.txt'), join(folder, 'operations.log'));
}

/** A database in a folder of its own, brought to a schema version and no further. */
export function databaseAt(version: number) {
  const folder = temporaryFolder();
  const db = openDatabase(folder.path);
  const to = (next: number) => migrate(db, folder.path, 'test', readMigrations().slice(0, next));
  to(version);
  return {
    db,
    /** Brings it to a later schema version. */
    to,
    [Symbol.dispose]: () => {
      db.close();
      folder[Symbol.dispose]();
    },
  };
}

/** Every row of every table that holds a user's data, by table; columns as they are stored. */
export function rowsOf(db: Database): ReadonlyMap<string, readonly object[]> {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name NOT LIKE 'credential_fts%' ORDER BY name`,
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => {
      const columns = db
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
        .pluck()
        .all(table);
      const rows = db
        .prepare<[], object>(
          `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${columns.join(', ')}`,
        )
        .all();
      return [table, rows];
    }),
  );
}

/** Puts a row into a table; what is not named is null or the column's default. */
export function insertRow(
  db: Database,
  table: string,
  row: Readonly<Record<string, unknown>>,
): void {
  const names = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
  ).run(row);
}

/** A stored credential; give what the test is about. */
export const aCredentialRow = (columns: Readonly<Record<string, unknown>> = {}) => ({
  id: 'a',
  title: 'T',
  title_key: 't',
  kind: 'certification',
  lifecycle: 'earned',
  created_at: '2024-05-14T09:00:00.000Z',
  updated_at: '2024-05-14T09:00:00.000Z',
  ...columns,
});
