import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/database.ts';
import { migrate, readMigrations } from '../../electron/engine/migrate.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** A portfolio as 0004 left it, with a credential that has a cost, brought to 0005. */
function migratedDatabase() {
  const folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test', readMigrations().slice(0, 4));
  db.exec(`
    INSERT INTO platform (id, name, name_key) VALUES ('p', 'Coursera', 'coursera');
    INSERT INTO credential (id, title, title_key, kind, lifecycle, cost_minor, cost_currency,
        cost_aid, cost_paid_by, verified_track, created_at, updated_at)
      VALUES ('c', 'T', 't', 'badge', 'in-progress', 19900, 'USD', 'Grant', 'Acme', 1, '', '');`);
  migrate(db, folder.path, 'test', readMigrations().slice(0, 5));
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    db.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
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

const stamps = { created_at: '', updated_at: '' };
const subscription = {
  id: 's',
  platform_id: 'p',
  price_minor: 4900,
  currency: 'USD',
  starts: '2026-01-31',
  payer: 'self',
  ...stamps,
};
const line = {
  id: 'l',
  credential_id: 'c',
  kind: 'exam',
  amount_minor: 100,
  currency: 'USD',
  payer: 'self',
  ...stamps,
};
const track = { id: 'c', mode: 'audit', updated_at: '' };

test('the one figure of a credential stays as it was, and the new tables begin empty', () => {
  using migrated = migratedDatabase();
  expect(
    migrated.db
      .prepare(
        'SELECT cost_minor, cost_currency, cost_aid, cost_paid_by, verified_track FROM credential',
      )
      .raw()
      .all(),
  ).toEqual([[19900, 'USD', 'Grant', 'Acme', 1]]);
  for (const table of ['subscription', 'cost_line', 'track'])
    expect(migrated.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

test('what the rules ask for is taken as it is', () => {
  using migrated = migratedDatabase();
  migrated.insert('subscription', subscription);
  migrated.insert('cost_line', { ...line, kind: 'subscription', subscription_id: 's' });
  migrated.insert('track', track);
  expect(migrated.db.pragma('foreign_key_check')).toEqual([]);
  expect(() => migrated.db.exec('DELETE FROM subscription')).toThrow(/FOREIGN KEY/);
  expect(() => migrated.db.exec('DELETE FROM credential')).toThrow(/FOREIGN KEY/);
});

test.each([
  ['subscription', subscription, { starts: '2026-02-30' }],
  ['subscription', subscription, { ends: '2026-01-30' }],
  ['subscription', subscription, { trial_ends: '2026-01-30' }],
  ['subscription', subscription, { aid_percent: 101 }],
  ['subscription', subscription, { payer: 'aid' }],
  ['subscription', subscription, { pauses: 'none' }],
  ['subscription', subscription, { platform_id: 'nowhere' }],
  ['cost_line', line, { kind: 'tea' }],
  ['cost_line', line, { amount_minor: -1 }],
  ['cost_line', line, { reimbursed_minor: 101 }],
  ['cost_line', line, { paid_on: '2026-11' }],
  ['cost_line', line, { credential_id: 'nobody' }],
  ['cost_line', line, { subscription_id: 'none' }],
  ['track', track, { mode: 'free' }],
  ['track', track, { upgrade_by: '2026' }],
  ['track', track, { id: 'nobody' }],
])('%s: %o with %o is refused by the table itself', (table, row, columns) => {
  using migrated = migratedDatabase();
  expect(() => migrated.insert(table, { ...row, ...columns })).toThrow(/constraint failed/);
});

test('a share of a subscription is a line of that kind only', () => {
  using migrated = migratedDatabase();
  migrated.insert('subscription', subscription);
  expect(() => migrated.insert('cost_line', { ...line, subscription_id: 's' })).toThrow(
    /CHECK constraint failed/,
  );
});
