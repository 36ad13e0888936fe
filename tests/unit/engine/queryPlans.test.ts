import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/database.ts';
import { migrate } from '../../../electron/engine/migrate.ts';
import { listSql } from '../../../electron/engine/repositories/credentialSql.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test.each([
  ['expires', 'credential_by_expires'],
  ['issued', 'credential_by_issued'],
  ['title', 'credential_by_title'],
] as const)('a page by %s walks its index and sorts nothing', (sort, index) => {
  using folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test');
  for (const after of [null, ['k', 't', 5] as const]) {
    const { sql, params } = listSql('c.id', {
      filter: {},
      sort,
      descending: false,
      asOf: '2026-11-23',
      leadDays: 90,
      limit: 200,
      offset: 0,
      after,
      newestHits: true,
    });
    const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params));
    expect(plan).toContain(`USING INDEX ${index}`);
    expect(plan).not.toContain('TEMP B-TREE');
  }
  db.close();
});

test('what is under way is found by its index', () => {
  using folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test');
  const { sql, params } = listSql('c.id', {
    filter: { status: ['in-progress'] },
    sort: 'title',
    descending: false,
    asOf: '2026-11-23',
    leadDays: 90,
    limit: 500,
    offset: 0,
    after: null,
    newestHits: false,
  });
  const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params));
  db.close();
  expect(plan).toContain('USING INDEX credential_by_status (lifecycle=?)');
});
