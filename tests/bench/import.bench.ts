import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { databaseFile } from '../../electron/engine/database.ts';
import { openTestEngine, TODAY } from '../support/engine.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { interleaved, median, ms, timed, type Figure } from './measure.ts';

const IMPORTED = 10_000;
const PAIRS = 5;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A LinkedIn Certifications.csv of so many different rows. */
function linkedinCsv(rows: number): Uint8Array<ArrayBuffer> {
  const lines = ['Name,Url,Authority,Started On,Finished On,License Number'];
  for (let index = 0; index < rows; index += 1) {
    lines.push(
      `"Imported certificate ${index}, with a title of usual length",https://www.credly.com/badges/${index.toString(36)},Issuer ${index % 500},${MONTHS[index % 12]} ${2005 + (index % 20)},${MONTHS[(index + 5) % 12]} ${2026 + (index % 5)},LIC-${index}`,
    );
  }
  return new TextEncoder().encode(lines.join('\n'));
}

/** P1: 10,000 LinkedIn rows into a store, end to end, against raw prepared inserts of the same rows. */
export async function benchImport(store: string, rows: number): Promise<Figure> {
  using work = temporaryFolder();
  const copy = (name: string) => {
    const folder = join(work.path, name);
    rmSync(folder, { recursive: true, force: true });
    cpSync(store, folder, { recursive: true });
    return folder;
  };
  const bytes = linkedinCsv(IMPORTED);
  const rowsOf = await importedRows(copy('source'), bytes);
  let added = 0;

  const { ours, other } = await interleaved(
    PAIRS,
    async () => {
      const engine = openTestEngine({ folder: copy('ours') });
      const time = await timed(async () => {
        added = (
          await engine.call('imports.commit', {
            files: [{ name: 'Certifications.csv', bytes }],
            asOf: TODAY,
          })
        ).added;
      });
      engine.close();
      return time;
    },
    () => rawInserts(copy('raw'), rowsOf),
  );
  if (added !== IMPORTED) throw new Error(`Only ${added} of ${IMPORTED} rows were added`);
  const ratio = median(other) / median(ours);
  return {
    id: 'P1',
    what: `${IMPORTED.toLocaleString('en')} LinkedIn rows, end to end`,
    rows,
    ours: ms(median(ours)),
    other: ms(median(other)),
    otherName: 'raw prepared inserts',
    ratio,
    bar: '≥ 0.5',
    met: ratio >= 0.5,
  };
}

type Rows = Readonly<{
  columns: readonly string[];
  values: ReadonlyArray<readonly unknown[]>;
  issuers: ReadonlyArray<readonly unknown[]>;
  platforms: ReadonlyArray<readonly unknown[]>;
  batch: readonly unknown[];
}>;

/** The very rows that an import writes, read back from one. */
async function importedRows(folder: string, bytes: Uint8Array<ArrayBuffer>): Promise<Rows> {
  const engine = openTestEngine({ folder });
  const { batch } = await engine.call('imports.commit', {
    files: [{ name: 'Certifications.csv', bytes }],
    asOf: TODAY,
  });
  engine.close();
  const db = new BetterSqlite3(databaseFile(folder), { readonly: true });
  const columns = db
    .prepare<[], string>("SELECT name FROM pragma_table_info('credential') ORDER BY cid")
    .pluck()
    .all();
  const rows = {
    columns,
    values: db
      .prepare<[string | null], unknown[]>(
        `SELECT ${columns.join(', ')} FROM credential WHERE batch_id = ?`,
      )
      .raw()
      .all(batch),
    issuers: db.prepare<[], unknown[]>('SELECT * FROM issuer').raw().all(),
    platforms: db.prepare<[], unknown[]>('SELECT * FROM platform').raw().all(),
    batch:
      db
        .prepare<[string | null], unknown[]>('SELECT * FROM import_batch WHERE id = ?')
        .raw()
        .get(batch) ?? [],
  };
  db.close();
  return rows;
}

/** Inserts the rows by one prepared statement in one durable transaction: the raw limit. */
async function rawInserts(
  folder: string,
  { columns, values, issuers, platforms, batch }: Rows,
): Promise<number> {
  const db = new BetterSqlite3(databaseFile(folder));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const insert = db.prepare(
    `INSERT INTO credential (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const issuer = db.prepare(
    `INSERT OR IGNORE INTO issuer VALUES (${(issuers[0] ?? []).map(() => '?').join(', ')})`,
  );
  const platform = db.prepare(
    `INSERT OR IGNORE INTO platform VALUES (${(platforms[0] ?? []).map(() => '?').join(', ')})`,
  );
  const batchInsert = db.prepare(
    `INSERT INTO import_batch VALUES (${batch.map(() => '?').join(', ')})`,
  );
  const time = await timed(() =>
    db.transaction(() => {
      batchInsert.run(...batch);
      for (const row of issuers) issuer.run(...row);
      for (const row of platforms) platform.run(...row);
      for (const row of values) insert.run(...row);
    })(),
  );
  db.close();
  return time;
}
