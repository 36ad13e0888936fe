import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifecycleSchema, statusOn } from '#shared/domain/status.ts';
import { last, partialDateSchema } from '#shared/domain/partialDate.ts';
import { fromEpochDay, toEpochDay, daysBetween } from '#shared/domain/plainDate.ts';
import { openDatabase } from '../../../electron/engine/database.ts';
import { migrate } from '../../../electron/engine/migrate.ts';
import { DAYS_LEFT, STATUS } from '../../../electron/engine/repositories/credentialSql.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const day = fc.integer({ min: -20_000, max: 60_000 }).map(fromEpochDay);
const partial = fc.oneof(
  day,
  day.map((text) => partialDateSchema.parse(text.slice(0, 7))),
  day.map((text) => partialDateSchema.parse(text.slice(0, 4))),
);

test('status and days left in SQL are those of the domain, on any day', () => {
  using folder = temporaryFolder();
  const db = openDatabase(folder.path);
  migrate(db, folder.path, 'test');
  db.exec('BEGIN');
  const insert = db.prepare(
    `INSERT OR REPLACE INTO credential (seq, id, title, title_key, kind, lifecycle, issued, expires,
       lead_days, policy_lead_days, grace_days, suspended_days, created_at, updated_at)
     VALUES (1, 'x', 't', 't', 'other', :lifecycle, :issued, :expires, :lead, :policyLead, :grace, :suspended, '', '')`,
  );
  const ask = db.prepare<
    { asOf: string; leadDays: number },
    { status: string; left: number | null }
  >(`SELECT ${STATUS} AS status, ${DAYS_LEFT} AS left FROM credential c`);
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
  fc.assert(
    fc.property(
      fc.record({
        lifecycle: fc.constantFrom(...lifecycleSchema.options, 'earned' as const),
        issued: optional(partial),
        expires: optional(partial),
        lead: optional(fc.nat(400)),
        policyLead: optional(fc.nat(400)),
        grace: fc.nat(400),
        suspended: fc.nat(400),
        // Days near the edges, where the rules change.
        near: fc.integer({ min: -900, max: 500 }),
        free: day,
      }),
      ({ near, free, ...row }) => {
        const asOf =
          row.expires === null ? free : fromEpochDay(toEpochDay(last(row.expires)) + near);
        insert.run(row);
        const { status, daysLeft } = statusOn(
          {
            lifecycle: row.lifecycle,
            issued: row.issued,
            expires: row.expires,
            leadDays: row.lead ?? row.policyLead ?? 90,
            ladder: { graceDays: row.grace, suspendedDays: row.suspended },
          },
          asOf,
        );
        const left =
          row.expires !== null && row.lifecycle === 'earned'
            ? daysBetween(asOf, last(row.expires))
            : null;
        expect(ask.get({ asOf, leadDays: 90 })).toEqual({ status, left });
        expect(daysLeft).toBe(left);
      },
    ),
    { numRuns: 20_000 },
  );
  db.close();
}, 60_000);
