import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFile, openDatabase } from '../../../electron/engine/database.ts';
import { migrate, readMigrations, type Migration } from '../../../electron/engine/migrate.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('the promises’ settings are in force', () => {
  using folder = temporaryFolder();
  const db = openDatabase(folder.path);
  const setting = (name: string) => db.pragma(name, { simple: true });
  expect({
    journal: setting('journal_mode'),
    synchronous: setting('synchronous'),
    foreignKeys: setting('foreign_keys'),
    trusted: setting('trusted_schema'),
    secureDelete: setting('secure_delete'),
    busy: setting('busy_timeout'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    trusted: 0,
    secureDelete: 1,
    busy: 5000,
  });
  db.close();
});

test.each([
  [
    'another program’s database',
    (file: string) => new BetterSqlite3(file).exec('CREATE TABLE other (x)').close(),
  ],
  [
    'a text file',
    (file: string) =>
      writeFileSync(file, 'not a database, but long enough to be looked at as one'.repeat(50)),
  ],
])('%s is refused and left as it is', (_name, make) => {
  using folder = temporaryFolder();
  make(databaseFile(folder.path));
  const before = readFileSync(databaseFile(folder.path));
  expect(() => openTestEngine({ folder: folder.path })).toThrow(
    expect.objectContaining({ code: 'not_a_portfolio' }),
  );
  expect(readFileSync(databaseFile(folder.path)).equals(before)).toBe(true);
});

test('a portfolio of a newer Laurel is refused and left as it is', () => {
  using folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test');
  db.pragma('user_version = 9999');
  db.close();
  expect(() => openTestEngine({ folder: folder.path })).toThrow(
    expect.objectContaining({ code: 'newer_portfolio' }),
  );
});

test('a folder that cannot be used is named in a plain error', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'file');
  writeFileSync(file, '');
  expect(() => openTestEngine({ folder: join(file, 'inside') })).toThrow(
    expect.objectContaining({ code: 'invalid_input' }),
  );
});

const next = (sql: string): Migration[] => {
  const landed = readMigrations();
  return [...landed, { version: landed.length + 1, name: 'next.sql', sql }];
};

test('a pending migration is preceded by a verified copy and applied whole', async () => {
  using engine = openTestEngine();
  await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  const db = openDatabase(engine.folder);
  migrate(
    db,
    engine.folder,
    '2027-01-01T00:00:00Z',
    next('ALTER TABLE credential ADD COLUMN extra TEXT; UPDATE credential SET extra = title;'),
  );
  expect(db.prepare('SELECT extra FROM credential').pluck().get()).toBe(
    'Project Management Professional',
  );
  const [copy, more] = readdirSync(join(engine.folder, 'backups'));
  expect(more).toBeUndefined();
  const kept = new BetterSqlite3(join(engine.folder, 'backups', String(copy)), { readonly: true });
  expect(kept.prepare('SELECT title FROM credential').pluck().all()).toEqual([
    'Project Management Professional',
  ]);
  expect(kept.pragma('user_version', { simple: true })).toBe(readMigrations().length);
  kept.close();
  db.close();
});

test.each([
  ['that fails half way', 'CREATE TABLE half (x) STRICT; INSERT INTO nowhere VALUES (1);'],
  [
    'that leaves an orphan',
    "INSERT INTO evidence VALUES ('e', 'nobody', 'n', 'm', 1, '" + 'a'.repeat(64) + "', '');",
  ],
])('a migration %s changes nothing', (_name, sql) => {
  using engine = openTestEngine();
  const db = openDatabase(engine.folder);
  const schema = () => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  const before = schema();
  expect(() => migrate(db, engine.folder, 'test', next(sql))).toThrow();
  expect(schema()).toEqual(before);
  expect(db.pragma('user_version', { simple: true })).toBe(readMigrations().length);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  db.close();
});

test('a change of another process is announced, and both see one record', async () => {
  using window = openTestEngine({ watchMs: 20 });
  const heard = new Promise((resolve) => {
    window.onEvent(
      (event) => event.name === 'changed' && event.payload.elsewhere && resolve(event),
    );
  });
  const cli = openTestEngine({ folder: window.folder, origin: 'cli' });
  const made = await cli.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  await heard;
  expect(await window.call('credentials.get', { id: made.id, asOf: TODAY })).toEqual(made);
  await window.call('credentials.update', { id: made.id, patch: { number: '1' }, asOf: TODAY });
  expect(
    (await cli.call('history.list', { subjectId: made.id })).items.map(
      ({ operation }) => operation.origin,
    ),
  ).toEqual(['test', 'cli']);
  expect(await cli.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
  cli.close();
});

test('a page of the database overwritten while closed is found at the next start', async () => {
  using folder = temporaryFolder();
  const engine = openTestEngine({ folder: folder.path });
  await engine.call('portfolio.demo', {});
  engine.close();
  const fd = openSync(databaseFile(folder.path), 'r+');
  writeSync(fd, Buffer.alloc(4096, 0xff), 0, 4096, 4096 * 3);
  closeSync(fd);
  // As after a crash: the clean end's mark is missing.
  writeFileSync(join(folder.path, '.running'), '');
  expect(() => openTestEngine({ folder: folder.path })).toThrow(
    expect.objectContaining({ code: 'damaged' }),
  );
  expect(existsSync(databaseFile(folder.path))).toBe(true);
});
