import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseFile } from '../../../electron/engine/database.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

/** Changes the database behind Laurel’s back, as damage or another program would. */
function meddle(engine: TestEngine, sql: string): void {
  const db = new BetterSqlite3(databaseFile(engine.folder));
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

const stateOf = async (engine: TestEngine, check: string, repair = false) =>
  (await engine.call('portfolio.doctor', { repair })).findings.find(
    (finding) => finding.check === check,
  )?.state;

test.each([
  [
    'a changed title',
    "UPDATE credential SET title = 'Project Management Professionak'",
    'content',
    'repaired',
  ],
  ['a lost row', 'DELETE FROM credential', 'content', 'repaired'],
  ['a row from nowhere', "INSERT INTO skill VALUES ('s', 'Stray', 'stray')", 'content', 'fail'],
  [
    'a forged change log',
    "UPDATE change SET after = replace(after, 'Professional', 'Amateur')",
    'content',
    'fail',
  ],
  ['a lost search index', 'DELETE FROM credential_fts', 'search-index', 'repaired'],
] as const)(
  '%s is found, and mended where the log knows better',
  async (_name, sql, check, repaired) => {
    using engine = openTestEngine();
    const made = await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
    expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
    meddle(engine, sql);
    expect(await stateOf(engine, check)).toBe('fail');
    expect(await stateOf(engine, check, true)).toBe(repaired);
    if (repaired !== 'repaired') return;
    expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
    expect(await engine.call('credentials.get', { id: made.id, asOf: TODAY })).toEqual(made);
    expect(
      (await engine.call('credentials.rows', { filter: { query: 'management' }, asOf: TODAY }))
        .columns.id,
    ).toEqual([made.id]);
  },
);
