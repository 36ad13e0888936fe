import BetterSqlite3 from 'better-sqlite3';
import { findPolicy } from '#shared/catalog/catalog.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, plainDateSchema } from '#shared/domain/plainDate.ts';
import { databaseFile } from '../../electron/engine/database.ts';
import { openTestEngine, TODAY } from '../support/engine.ts';
import { interleaved, median, ms, timed, type Figure } from './measure.ts';
import { fill } from './store.ts';

export const LEDGER_CREDENTIALS = 500;
const ACTIVITIES = 20_000;
const PAIRS = 15;

/** Policies of every sort: nested, yearly, capped, on clocks of their own, with fees and suites. */
const POLICIES = [
  'pmi-pmp',
  'isc2-cissp',
  'isaca-cisa',
  'comptia-securityplus',
  'hrci-phr',
  'peoplecert-itil',
  'acfe-cfe',
  'cisco-ccnp',
  'sa-advanced',
  'eccouncil-ceh',
] as const;

/** Every allocation within its credential's dates, summed by credential and category. */
const RAW_SUMS = `
  SELECT l.credential_id, l.category, sum(l.units) AS units, count(*) AS n
    FROM allocation l
    JOIN activity a ON a.id = l.activity_id
    JOIN credential c ON c.id = l.credential_id
   WHERE a.happened_on BETWEEN c.issued_first AND c.expires_last
   GROUP BY l.credential_id, l.category`;

/** Fills a portfolio with credentials under policies and activities of two years for one or two. */
export function fillLedger(folder: string): void {
  fill(folder, (tx, credentials) => {
    const held = Array.from({ length: LEDGER_CREDENTIALS }, (_, index) => {
      const policyId = POLICIES[index % POLICIES.length] ?? 'pmi-pmp';
      const issued = addDays(TODAY, -30 - ((index * 17) % 700));
      const id = credentials.insert(tx, {
        title: `${findPolicy(policyId)?.name ?? policyId} ${index}`,
        kind: 'certification',
        issuer: findPolicy(policyId)?.issuer ?? null,
        policyId,
        issued: partialDateSchema.parse(issued),
        // Where a policy sets no end of its own, the body's.
        expires: partialDateSchema.parse(addMonthsToDay(issued, 36)),
      });
      const names = findPolicy(policyId)?.requirements[0]?.categories.map(({ name }) => name) ?? [];
      return { id, names: [...names, null] };
    });
    for (let index = 0; index < ACTIVITIES; index += 1) {
      const id = tx.newId();
      tx.put('activity', {
        id,
        happened_on: plainDateSchema.parse(addDays(TODAY, -((index * 7919) % 730))),
        title: `Webinar ${index}`,
        provider: `Provider ${index % 50}`,
        hours: 100 + (index % 8) * 25,
        notes: null,
        created_at: tx.at,
        updated_at: tx.at,
      });
      for (let count = 0; count <= index % 2; count += 1) {
        const { id: credentialId, names } = held[(index * 31 + count * 7) % held.length] ?? {};
        tx.put('allocation', {
          id: tx.newId(),
          activity_id: id,
          credential_id: credentialId ?? '',
          unit: null,
          category: names?.[index % names.length] ?? null,
          units: 25 * (1 + (index % 8)),
        });
      }
    }
  });
}

/** R1 to R4: ledgers, plan, allocation and load of the whole portfolio against raw sums. */
export async function benchLedger(folder: string): Promise<Figure[]> {
  const engine = openTestEngine({ folder });
  const db = new BetterSqlite3(databaseFile(folder), { readonly: true });
  const raw = db.prepare(RAW_SUMS);
  const until = addMonthsToDay(TODAY, 36);
  const arms = [
    [
      'R1',
      'ledgers of all, as the screen asks',
      5,
      () => engine.call('ledger.overview', { asOf: TODAY }),
    ],
    ['R2', 'the plan of all', 5, () => engine.call('planner.plan', { asOf: TODAY, until })],
    ['R3', 'the load of twelve months', 5, () => engine.call('renewals.load', { asOf: TODAY })],
    ['R4', 'the best allocation', 8, () => engine.call('planner.allocate', { asOf: TODAY })],
  ] as const;
  const figures: Figure[] = [];
  for (const [id, what, bar, call] of arms) {
    await call();
    const { ours, other } = await interleaved(
      PAIRS,
      () => timed(call),
      () => timed(() => raw.all()),
    );
    const ratio = median(ours) / median(other);
    figures.push({
      id,
      what,
      rows: LEDGER_CREDENTIALS,
      ours: ms(median(ours)),
      other: ms(median(other)),
      otherName: 'raw SQL sums',
      ratio,
      bar: `≤ ${bar}`,
      met: ratio <= bar,
    });
  }
  db.close();
  engine.close();
  return figures;
}
