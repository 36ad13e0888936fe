import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/database.ts';
import { migrate, readMigrations } from '../../electron/engine/migrate.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

function migrated() {
  const folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test', readMigrations().slice(0, 3));
  db.exec(`INSERT INTO credential (id, title, title_key, kind, lifecycle, created_at, updated_at)
           VALUES ('a', 'T', 't', 'badge', 'earned', '', '')`);
  migrate(db, folder.path, 'test', readMigrations().slice(0, 4));
  const insert = (table: string, row: Record<string, unknown>) =>
    db
      .prepare(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')})
         VALUES (${Object.keys(row)
           .map((name) => `:${name}`)
           .join(', ')})`,
      )
      .run(row);
  return {
    db,
    stack: (columns: Record<string, unknown> = {}) =>
      insert('stack', {
        id: 's',
        title: 'T',
        title_key: 't',
        kind: 'program',
        body: '{"rule":"all","children":[{"credentialId":"a"}]}',
        created_at: '',
        updated_at: '',
        ...columns,
      }),
    offer: (columns: Record<string, unknown> = {}) =>
      insert('credit_offer', {
        id: 'o',
        title: 'T',
        institution: 'I',
        degree: 'D',
        system: 'ects',
        admission_required: 1,
        counts_once: 1,
        created_at: '',
        updated_at: '',
        ...columns,
      }),
    acceptance: (columns: Record<string, unknown> = {}) =>
      insert('credit_acceptance', {
        id: 'c',
        offer_id: 'o',
        credits: 3,
        accepted_on: '2026-11-23',
        created_at: '',
        ...columns,
      }),
    [Symbol.dispose]: () => {
      db.close();
      folder[Symbol.dispose]();
    },
  };
}

test('what was there stays, and the new tables are strict', () => {
  using fresh = migrated();
  expect(fresh.db.prepare('SELECT id, title FROM credential').all()).toEqual([
    { id: 'a', title: 'T' },
  ]);
  const strict = fresh.db
    .prepare(
      "SELECT name, strict FROM pragma_table_list WHERE name IN ('stack', 'credit_offer', 'credit_acceptance') ORDER BY name",
    )
    .raw()
    .all();
  expect(strict).toEqual([
    ['credit_acceptance', 1],
    ['credit_offer', 1],
    ['stack', 1],
  ]);
});

test.each([
  ['an unknown kind', { kind: 'goal' }],
  ['no title', { title: '' }],
  ['a body that is no JSON', { body: 'all' }],
  ['a target of another length', { target: '2026-1' }],
])('a stack with %s is refused by the table itself', (_name, columns) => {
  using fresh = migrated();
  expect(() => fresh.stack(columns)).toThrow(/constraint failed/);
});

test.each([
  ['credits of nothing', { credits: 0 }],
  ['a grade over 100', { min_grade: 101 }],
  ['a day that is none', { admitted_on: '2026-02-30' }],
  ['a stack that is not there', { stack_id: 'nothing' }],
  ['an unknown system', { system: 'points' }],
])('an offer with %s is refused by the table itself', (_name, columns) => {
  using fresh = migrated();
  expect(() => fresh.offer(columns)).toThrow(/constraint failed/);
});

test('accepted credit belongs to an offer, and an offer to a stack, which stay while they are named', () => {
  using fresh = migrated();
  fresh.stack();
  fresh.offer({ stack_id: 's' });
  fresh.acceptance();
  expect(() => fresh.acceptance({ id: 'd', offer_id: 'x' })).toThrow(/FOREIGN KEY/);
  expect(() => fresh.db.exec('DELETE FROM stack')).toThrow(/FOREIGN KEY/);
  expect(() => fresh.db.exec('DELETE FROM credit_offer')).toThrow(/FOREIGN KEY/);
});

test('a credential that a stack names can be removed for good', () => {
  using fresh = migrated();
  fresh.stack();
  fresh.db.exec('DELETE FROM credential');
  expect(fresh.db.prepare('SELECT count(*) FROM stack').pluck().get()).toBe(1);
});
