import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Id } from '#shared/domain/credential.ts';
import { databaseFile } from '../../electron/engine/database.ts';
import { listSql } from '../../electron/engine/repositories/credentialSql.ts';
import { openTestEngine, TODAY } from '../support/engine.ts';
import { interleaved, median, ms, quantile, timed, type Figure } from './measure.ts';

const EDITS = 200;
const CALLS = 300;
const SEARCHES = [
  's',
  'su',
  'sup',
  'suppl',
  'data an',
  'cloud exp',
  'secur',
  'lead',
  'issuer 7',
  'a',
  'fund',
  'skill 2',
];

/** P3: one acknowledged edit against an append and fdatasync of the same size. */
export async function benchEdit(folder: string, rows: number): Promise<Figure> {
  const engine = openTestEngine({ folder });
  const { columns } = await engine.call('credentials.rows', { asOf: TODAY, limit: 200 });
  const file = openSync(join(folder, 'append.bin'), 'a');
  const line = Buffer.alloc(1500, 'x');
  const { ours, other } = await interleaved(
    EDITS,
    (round) =>
      timed(() =>
        engine.call('credentials.update', {
          id: columns.id[round % 200] as Id,
          patch: { number: `E-${round}` },
          asOf: TODAY,
        }),
      ),
    () =>
      timed(() => {
        writeSync(file, line);
        fdatasyncSync(file);
      }),
  );
  closeSync(file);
  engine.close();
  const ratio = median(ours) / median(other);
  const p99 = quantile(ours, 0.99);
  return {
    id: 'P3',
    what: 'one acknowledged edit, p50 (p99)',
    rows,
    ours: `${ms(median(ours))} (${ms(p99)})`,
    other: ms(median(other)),
    otherName: 'append + fdatasync',
    ratio,
    bar: '≤ 3; p99 ≤ 30 ms',
    met: ratio <= 3 && p99 <= 30,
  };
}

/** P4: the first 200 by expiry against the raw query. */
export async function benchFirstPage(folder: string, rows: number): Promise<Figure> {
  const engine = openTestEngine({ folder });
  const db = new BetterSqlite3(databaseFile(folder), { readonly: true });
  const { sql, params } = listSql(
    'c.id, c.title, c.abbreviation, c.kind, i.name, p.name, c.issued, c.expires, c.progress',
    {
      filter: {},
      sort: 'expires',
      descending: false,
      asOf: TODAY,
      leadDays: 90,
      limit: 200,
      offset: 0,
      after: null,
      newestHits: false,
    },
  );
  const raw = db.prepare(sql);
  const { ours, other } = await interleaved(
    CALLS,
    () => timed(() => engine.call('credentials.rows', { asOf: TODAY, limit: 200 })),
    () => timed(() => raw.all(params)),
  );
  db.close();
  engine.close();
  const ratio = median(ours) / median(other);
  const p95 = quantile(ours, 0.95);
  return {
    id: 'P4',
    what: 'first 200 by expiry, engine call p50 (p95)',
    rows,
    ours: `${ms(median(ours))} (${ms(p95)})`,
    other: ms(median(other)),
    otherName: 'raw query',
    ratio,
    bar: '≤ 2; p95 ≤ 5 ms',
    met: ratio <= 2 && p95 <= 5,
  };
}

/** P5: search as typed against bm25-ranked FTS over the same index. */
export async function benchSearch(folder: string, rows: number): Promise<Figure> {
  const engine = openTestEngine({ folder });
  const db = new BetterSqlite3(databaseFile(folder), { readonly: true });
  const ranked = db.prepare(
    `SELECT c.* FROM credential_fts f JOIN credential c ON c.seq = f.rowid
      WHERE credential_fts MATCH ? ORDER BY bm25(credential_fts) LIMIT 200`,
  );
  const words = (round: number) => SEARCHES[round % SEARCHES.length] ?? '';
  const { ours, other } = await interleaved(
    120,
    (round) =>
      timed(() =>
        engine.call('credentials.rows', { filter: { query: words(round) }, asOf: TODAY }),
      ),
    (round) =>
      timed(() =>
        ranked.all(
          words(round)
            .split(' ')
            .map((word) => `"${word}"*`)
            .join(' '),
        ),
      ),
  );
  db.close();
  engine.close();
  const ratio = quantile(ours, 0.95) / quantile(other, 0.95);
  return {
    id: 'P5',
    what: 'search as typed, engine p95',
    rows,
    ours: ms(quantile(ours, 0.95)),
    other: ms(quantile(other, 0.95)),
    otherName: 'bm25-ranked FTS',
    ratio,
    bar: '≤ 0.15 at 100,000',
    met: rows < 100_000 || ratio <= 0.15,
  };
}

/** P7: opening an existing portfolio to its first list against a bare open and query. */
export async function benchOpen(folder: string, rows: number): Promise<Figure> {
  const { ours, other } = await interleaved(
    15,
    () =>
      timed(async () => {
        const engine = openTestEngine({ folder });
        await engine.call('credentials.rows', { asOf: TODAY, limit: 200 });
        engine.close();
      }),
    () =>
      timed(() => {
        const db = new BetterSqlite3(databaseFile(folder));
        db.pragma('journal_mode = WAL');
        db.prepare(
          'SELECT * FROM credential WHERE trashed_at IS NULL ORDER BY expires_key, title_key, seq LIMIT 200',
        ).all();
        db.close();
      }),
  );
  const ratio = median(ours) / median(other);
  return {
    id: 'P7',
    what: 'open to the first list',
    rows,
    ours: ms(median(ours)),
    other: ms(median(other)),
    otherName: 'bare open + query',
    ratio,
    bar: '≤ 3',
    met: ratio <= 3,
  };
}
