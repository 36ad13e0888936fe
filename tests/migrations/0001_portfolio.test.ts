import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/database.ts';
import { migrate, readMigrations } from '../../electron/engine/migrate.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

function freshDatabase() {
  const folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test', readMigrations().slice(0, 1));
  const insert = (columns: Record<string, unknown>) => {
    const row = {
      id: 'a',
      title: 'T',
      title_key: 't',
      kind: 'badge',
      lifecycle: 'earned',
      created_at: '',
      updated_at: '',
      ...columns,
    };
    const names = Object.keys(row);
    db.prepare(
      `INSERT INTO credential (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
    ).run(row);
  };
  return {
    db,
    insert,
    [Symbol.dispose]: () => {
      db.close();
      folder[Symbol.dispose]();
    },
  };
}

test('every table is strict, and the file is marked as ours', () => {
  using fresh = freshDatabase();
  const loose = fresh.db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
  expect(fresh.db.pragma('application_id', { simple: true })).toBe(0x4c415552);
  expect(fresh.db.pragma('user_version', { simple: true })).toBe(1);
});

test.each([
  ['an unknown lifecycle', { lifecycle: 'wished' }],
  ['a progress over 100', { progress: 101 }],
  ['a date of another length', { issued: '2024-5' }],
  ['no title', { title: '' }],
  ['an issuer that is not there', { issuer_id: 'nobody' }],
  ['tags that are no list', { tags: 'a, b' }],
])('%s is refused by the table itself', (_name, columns) => {
  using fresh = freshDatabase();
  expect(() => fresh.insert(columns)).toThrow(/constraint failed/);
});

test('first and last days and sort keys of all precisions', () => {
  using fresh = freshDatabase();
  fresh.insert({ id: 'y', issued: '2024', expires: '2024' });
  fresh.insert({ id: 'm', issued: '2024-02', expires: '2024-02' });
  fresh.insert({ id: 'd', issued: '2024-02-03', expires: '2024-02-03' });
  fresh.insert({ id: 'n' });
  expect(
    fresh.db
      .prepare(
        'SELECT id, issued_first, expires_last, expires_key FROM credential ORDER BY expires_key',
      )
      .raw()
      .all(),
  ).toEqual([
    ['y', '2024-01-01', '2024-12-31', '2024-01-01c'],
    ['m', '2024-02-01', '2024-02-29', '2024-02-01b'],
    ['d', '2024-02-03', '2024-02-03', '2024-02-03a'],
    ['n', null, null, '~'],
  ]);
});

test('skills and tags are kept in step for filters', () => {
  using fresh = freshDatabase();
  fresh.insert({ skills: '["A","B"]', tags: '["x"]' });
  const words = () =>
    fresh.db
      .prepare('SELECT skill FROM credential_skill UNION ALL SELECT tag FROM credential_tag')
      .pluck()
      .all();
  expect(words()).toEqual(['A', 'B', 'x']);
  fresh.db.exec(`UPDATE credential SET skills = '["B","C"]', tags = '[]'`);
  expect(words()).toEqual(['B', 'C']);
  fresh.db.exec('DELETE FROM credential');
  expect(words()).toEqual([]);
});
