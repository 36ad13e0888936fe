import { expect, test } from 'vitest';
import { aCredentialRow, databaseAt, insertRow, rowsOf } from '../support/schemaFixtures.ts';

const DAY = '2026-03-04';

/** A database of schema 2 with a credential and an activity. */
function withActivity() {
  const at = databaseAt(2);
  insertRow(at.db, 'credential', aCredentialRow({ policy_id: 'pmi-pmp' }));
  insertRow(at.db, 'activity', {
    id: 'x',
    happened_on: DAY,
    title: 'Webinar',
    created_at: '',
    updated_at: '',
  });
  return at;
}

const allocation = { id: 'l', activity_id: 'x', credential_id: 'a', units: 150 };
const cycle = { id: 'c', credential_id: 'a', starts: '2024-05-14', ends: '2027', ordinal: 1 };
const payment = { id: 'f', credential_id: 'a', due_on: DAY, paid_on: DAY };
const proof = {
  id: 'p',
  activity_id: 'x',
  name: 'proof.pdf',
  mime: 'application/pdf',
  bytes: 1,
  sha256: '0'.repeat(64),
  added_at: '',
};

test('rows of schema 1 are as they were; choices are empty', () => {
  using at = databaseAt(1);
  insertRow(at.db, 'issuer', { id: 'i', name: 'PMI', name_key: 'pmi' });
  insertRow(
    at.db,
    'credential',
    aCredentialRow({
      issuer_id: 'i',
      issued: '2024-05-14',
      expires: '2027-05',
      skills: '["Risk"]',
    }),
  );
  insertRow(at.db, 'evidence', {
    id: 'e',
    credential_id: 'a',
    name: 'pmp.pdf',
    mime: 'application/pdf',
    bytes: 3,
    sha256: 'f'.repeat(64),
    added_at: '',
  });
  const before = rowsOf(at.db);
  expect(at.to(2)).toBe(2);
  const after = rowsOf(at.db);
  for (const [table, rows] of before) {
    const own =
      table === 'credential' ? rows.map((row) => ({ ...row, ledger_choices: null })) : rows;
    expect([table, after.get(table)]).toEqual([table, own]);
  }
  const added = [...after.keys()].filter((table) => !before.has(table));
  expect(added).toEqual([
    'activity',
    'activity_proof',
    'allocation',
    'calendar_entry',
    'cycle',
    'fee_payment',
    'policy',
    'reminder_mark',
  ]);
  expect(added.flatMap((table) => after.get(table))).toEqual([]);
  expect(at.db.pragma('integrity_check', { simple: true })).toBe('ok');
});

test('every new table is strict', () => {
  using at = databaseAt(2);
  expect(
    at.db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all(),
  ).toEqual([]);
});

test('what the ledger, the cycles and the fees are made of is taken', () => {
  using at = withActivity();
  insertRow(at.db, 'allocation', allocation);
  insertRow(at.db, 'allocation', { ...allocation, id: 'm', category: 'Power Skills' });
  insertRow(at.db, 'cycle', cycle);
  insertRow(at.db, 'fee_payment', { ...payment, amount_minor: 15_000, currency: 'USD' });
  insertRow(at.db, 'activity_proof', proof);
  insertRow(at.db, 'reminder_mark', { id: 'k', state: 'snoozed', until: DAY, marked_at: '' });
  expect(rowsOf(at.db).get('allocation')).toHaveLength(2);
});

test.each([
  [
    'an activity on a day that is none',
    'activity',
    { id: 'y', happened_on: '2026-02-30', title: 'x', created_at: '', updated_at: '' },
  ],
  [
    'negative clock hours',
    'activity',
    { id: 'y', happened_on: DAY, title: 'x', hours: -1, created_at: '', updated_at: '' },
  ],
  [
    'units of an activity that is not there',
    'allocation',
    { ...allocation, activity_id: 'nobody' },
  ],
  [
    'units of a credential that is not there',
    'allocation',
    { ...allocation, credential_id: 'nobody' },
  ],
  ['fewer than no units', 'allocation', { ...allocation, units: -1 }],
  ['over 100,000 units', 'allocation', { ...allocation, units: 10_000_001 }],
  ['half a hundredth', 'allocation', { ...allocation, units: 1.5 }],
  ['a cycle that starts on a date of another length', 'cycle', { ...cycle, starts: '2024-5' }],
  ['a cycle before the first', 'cycle', { ...cycle, ordinal: 0 }],
  ['a payment that was due on no day', 'fee_payment', { ...payment, due_on: '2026-03' }],
  ['a payment in a currency of two letters', 'fee_payment', { ...payment, currency: 'US' }],
  ['a proof whose hash is too short', 'activity_proof', { ...proof, sha256: 'abc' }],
  ['a mark of an unknown state', 'reminder_mark', { id: 'k', state: 'lost', marked_at: '' }],
  ['a policy that is no JSON', 'policy', { id: 'own', body: '{' }],
  ['choices that are no JSON', 'credential', aCredentialRow({ id: 'b', ledger_choices: '{' })],
])('%s is refused by the table itself', (_name, table, row) => {
  using at = withActivity();
  expect(() => insertRow(at.db, table, row)).toThrow(/constraint failed|cannot store/);
});

test('an activity counts once for a credential in a category; a cycle has one place', () => {
  using at = withActivity();
  const named = { ...allocation, unit: 'PDU', category: 'Power Skills' };
  insertRow(at.db, 'allocation', named);
  expect(() => insertRow(at.db, 'allocation', { ...named, id: 'm' })).toThrow(/UNIQUE/);
  insertRow(at.db, 'cycle', cycle);
  expect(() => insertRow(at.db, 'cycle', { ...cycle, id: 'd' })).toThrow(/UNIQUE/);
});
