import { expect, test } from 'vitest';
import { aCredentialRow, databaseAt, insertRow, rowsOf } from '../support/schemaFixtures.ts';

test('rows of schema 2 are as they were, and the index finds them by status', () => {
  using at = databaseAt(2);
  const lifecycles = ['planned', 'in-progress', 'earned', 'revoked', 'abandoned'] as const;
  for (const [seq, lifecycle] of lifecycles.entries()) {
    insertRow(
      at.db,
      'credential',
      aCredentialRow({ id: lifecycle, lifecycle, expires: `20${30 - seq}` }),
    );
  }
  insertRow(
    at.db,
    'credential',
    aCredentialRow({ id: 'gone', trashed_at: '2026-01-01T00:00:00.000Z' }),
  );
  insertRow(at.db, 'cycle', { id: 'c', credential_id: 'earned', starts: '2024', ordinal: 1 });
  const before = rowsOf(at.db);
  expect(at.to(3)).toBe(3);
  expect(rowsOf(at.db)).toEqual(before);
  expect(at.db.pragma('integrity_check', { simple: true })).toBe('ok');

  const query =
    "SELECT lifecycle, count(*) AS n FROM credential WHERE trashed_at IS NULL AND lifecycle = 'earned' GROUP BY lifecycle";
  const plan = JSON.stringify(at.db.prepare(`EXPLAIN QUERY PLAN ${query}`).all());
  expect(plan).toContain('USING INDEX credential_by_status');
  // The trashed one is earned too, and not in the index.
  expect(at.db.prepare(query).all()).toEqual([{ lifecycle: 'earned', n: 1 }]);
});

test('the index follows what is written after it', () => {
  using at = databaseAt(3);
  insertRow(at.db, 'credential', aCredentialRow({ expires: '2027-05' }));
  const ends = at.db
    .prepare(
      'SELECT expires_last FROM credential INDEXED BY credential_by_status WHERE trashed_at IS NULL ORDER BY lifecycle',
    )
    .pluck();
  expect(ends.all()).toEqual(['2027-05-31']);
  at.db.exec("UPDATE credential SET expires = '2028'");
  expect(ends.all()).toEqual(['2028-12-31']);
  expect(at.db.pragma('integrity_check', { simple: true })).toBe('ok');
});
