import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFile, openDatabase } from '../../../electron/engine/database.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const logFile = (folder: string) => join(folder, 'operations.log');
const titles = async (engine: TestEngine) =>
  (await engine.call('credentials.list', { sort: 'title', asOf: TODAY })).items.map(
    ({ title }) => title,
  );
const add = (engine: TestEngine, title: string) =>
  engine.call('credentials.create', { fields: aCredential({ title }), asOf: TODAY });

/** Runs `work`, then puts the database back to what it was before: its tail is lost. */
async function losingDatabaseTail(
  engine: TestEngine,
  work: () => Promise<unknown>,
): Promise<TestEngine> {
  const copy = `${databaseFile(engine.folder)}.copy`;
  const db = openDatabase(engine.folder);
  db.prepare('VACUUM INTO ?').run(copy);
  db.close();
  await work();
  engine.close();
  for (const suffix of ['-wal', '-shm'])
    rmSync(databaseFile(engine.folder) + suffix, { force: true });
  copyFileSync(copy, databaseFile(engine.folder));
  rmSync(copy);
  return openTestEngine({ folder: engine.folder });
}

test('what the database lost is taken in again from the log, and said', async () => {
  const engine = openTestEngine();
  const { id } = await add(engine, 'kept');
  using back = await losingDatabaseTail(engine, async () => {
    await add(engine, 'lost');
    await engine.call('credentials.update', { id, patch: { title: 'renamed' }, asOf: TODAY });
    await add(engine, 'undone');
    await engine.call('history.undo', {});
  });
  expect(await titles(back)).toEqual(['lost', 'renamed']);
  expect((await back.call('portfolio.info', {})).notices[0]).toContain('4 changes');
  expect(
    (await back.call('credentials.rows', { filter: { query: 'renam' }, asOf: TODAY })).columns.id,
  ).toEqual([id]);
  await back.call('history.redo', {});
  expect(await titles(back)).toEqual(['lost', 'renamed', 'undone']);
  expect(await back.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('a line that was cut short is left out; the rest is whole', async () => {
  const engine = openTestEngine();
  await add(engine, 'kept');
  const size = readFileSync(logFile(engine.folder)).length;
  using back = await losingDatabaseTail(engine, async () => {
    await add(engine, 'torn');
    truncateSync(logFile(engine.folder), size + 100);
  });
  expect(await titles(back)).toEqual(['kept']);
  expect(readFileSync(logFile(back.folder)).length).toBe(size);
  await add(back, 'next');
  expect(await back.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('a commit that fails is cancelled in the log and comes back neither now nor at a restart', async () => {
  const engine = openTestEngine();
  await add(engine, 'kept');
  // A trigger that a deferred reference makes fail at COMMIT, as a full disk would.
  const db = new BetterSqlite3(databaseFile(engine.folder));
  db.exec(`CREATE TABLE hindrance (id TEXT REFERENCES credential (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER hinder AFTER INSERT ON credential BEGIN INSERT INTO hindrance VALUES ('nobody'); END;`);
  await expect(add(engine, 'failed')).rejects.toThrow();
  expect(await titles(engine)).toEqual(['kept']);
  db.exec('DROP TRIGGER hinder');
  db.close();
  await add(engine, 'next');
  using back = engine.reopen();
  expect(await titles(back)).toEqual(['kept', 'next']);
  const log = readFileSync(logFile(back.folder), 'utf8');
  expect(log).toContain('"cancel":2');
  expect(await back.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('a log that was changed, shortened or removed is noticed; the record stays and goes on', async () => {
  for (const harm of ['change', 'shorten', 'remove'] as const) {
    const engine = openTestEngine();
    await add(engine, 'first');
    await add(engine, 'second');
    engine.close();
    const file = logFile(engine.folder);
    const text = readFileSync(file, 'utf8');
    if (harm === 'change') writeFileSync(file, text.replace('second', 'sEcond'));
    if (harm === 'shorten') truncateSync(file, 50);
    if (harm === 'remove') rmSync(file);
    using back = openTestEngine({ folder: engine.folder });
    await add(back, 'third');
    expect(await titles(back)).toEqual(['first', 'second', 'third']);
    const { findings } = await back.call('portfolio.doctor', {});
    const log = findings.find(({ check }) => check === 'operation-log');
    expect([harm, log?.state]).toEqual([harm, harm === 'remove' ? 'pass' : 'fail']);
    if (harm !== 'change')
      expect((await back.call('portfolio.info', {})).notices.length).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(true);
  }
});
