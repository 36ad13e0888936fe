import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/database.ts';
import { migrate, readMigrations } from '../../electron/engine/migrate.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const CREDENTIAL = '01890000-0000-7000-8000-000000000001';

/** A database as it was before 0007, with a credential that holds a story, brought up to it. */
function migrated() {
  const folder = temporaryFolder();
  const db = openDatabase(folder.path);
  const all = readMigrations();
  const before = all.findIndex(({ name }) => name === '0007_sharing.sql');
  migrate(db, folder.path, 'test', all.slice(0, before));
  db.prepare(
    `INSERT INTO credential (id, title, title_key, kind, lifecycle, story, created_at, updated_at)
     VALUES (?, 'PMP', 'pmp', 'certification', 'earned', ?, '2026', '2026')`,
  ).run(CREDENTIAL, JSON.stringify({ situation: 's', task: 't', action: 'a', result: 'r' }));
  migrate(db, folder.path, 'test', all.slice(0, before + 1));
  return {
    db,
    [Symbol.dispose]: () => {
      db.close();
      folder[Symbol.dispose]();
    },
  };
}

test('the story in a credential stays where it is, and nothing is made up beside it', () => {
  using fresh = migrated();
  const { db } = fresh;
  expect(db.pragma('user_version', { simple: true })).toBe(7);
  expect(db.prepare('SELECT story FROM credential').pluck().all()).toEqual([
    '{"situation":"s","task":"t","action":"a","result":"r"}',
  ]);
  for (const table of ['postnominal', 'story', 'story_link', 'sent_copy', 'dismissed_finding'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

test('every new table is strict', () => {
  using fresh = migrated();
  const { db } = fresh;
  const loose = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0
        AND name IN ('postnominal', 'story', 'story_link', 'sent_copy', 'dismissed_finding')`,
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test.each([
  ['a rank that is none', `INSERT INTO postnominal (id, rank) VALUES ('${CREDENTIAL}', 'boss')`],
  [
    'letters of a credential that is not there',
    `INSERT INTO postnominal (id, shown) VALUES ('x', 1)`,
  ],
  ['a place below 1', `INSERT INTO postnominal (id, place) VALUES ('${CREDENTIAL}', 0)`],
  [
    'a story of which one part is null',
    `INSERT INTO story (id, situation, task, action, created_at, updated_at) VALUES ('s', '', '', '', '', '')`,
  ],
  [
    'a link to a story that is not there',
    `INSERT INTO story_link (id, story_id, credential_id) VALUES ('l', 'x', '${CREDENTIAL}')`,
  ],
  [
    'a copy of a day that is none',
    `INSERT INTO sent_copy (id, output, format, place, how, locale, facts, state, as_of, sent_at, updated_at)
     VALUES ('c', 'post', 'txt', 'LinkedIn', 'copied', 'en', '[]', 'out', '2026-02-30', '', '')`,
  ],
  [
    'a copy in a state that is none',
    `INSERT INTO sent_copy (id, output, format, place, how, locale, facts, state, as_of, sent_at, updated_at)
     VALUES ('c', 'post', 'txt', 'LinkedIn', 'copied', 'en', '[]', 'lost', '2026-02-03', '', '')`,
  ],
])('%s is refused by the table itself', (_name, sql) => {
  using fresh = migrated();
  expect(() => fresh.db.exec(sql)).toThrow(/constraint failed/);
});

test('the stories of a credential and the copies that are out are found by their indexes', () => {
  using fresh = migrated();
  const plan = (sql: string) => JSON.stringify(fresh.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
  expect(plan(`SELECT story_id FROM story_link l WHERE l.credential_id = 'x'`)).toContain(
    'INDEX story_link_by_credential',
  );
  const copies = plan(
    `SELECT id FROM sent_copy WHERE state = 'out' ORDER BY sent_at DESC, id DESC LIMIT 5`,
  );
  expect(copies).toContain('INDEX sent_copy_by_time');
});
