import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/database.ts';
import { migrate, readMigrations } from '../../electron/engine/migrate.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

function migrated() {
  const folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test', readMigrations().slice(0, 6));
  return {
    db,
    [Symbol.dispose]: () => {
      db.close();
      folder[Symbol.dispose]();
    },
  };
}

test('a profile and a template are taken', () => {
  using fresh = migrated();
  fresh.db.exec("INSERT INTO resume_profile VALUES ('a', 'Northwind', '{}')");
  fresh.db.exec("INSERT INTO resume_template VALUES ('a', 'Mine', 'md', '')");
  expect(fresh.db.pragma('user_version', { simple: true })).toBe(6);
});

test.each([
  ['a profile without a name', "INSERT INTO resume_profile VALUES ('a', '', '{}')"],
  ['a profile that is no JSON', "INSERT INTO resume_profile VALUES ('a', 'N', '{')"],
  ['a template for Word', "INSERT INTO resume_template VALUES ('a', 'N', 'docx', '')"],
  [
    'a template beyond its size',
    "INSERT INTO resume_template VALUES ('a', 'N', 'md', printf('%100001s', ''))",
  ],
])('%s is refused by the table itself', (_name, sql) => {
  using fresh = migrated();
  expect(() => fresh.db.exec(sql)).toThrow(/constraint failed/);
});
