import BetterSqlite3 from 'better-sqlite3';
import type { Id } from '#shared/domain/credential.ts';
import type { StackNode } from '#shared/domain/stackTree.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { databaseFile } from '../../electron/engine/database.ts';
import { openTestEngine, TODAY, type TestEngine } from '../support/engine.ts';
import { interleaved, median, ms, quantile, timed, type Figure } from './measure.ts';
import { benchCredential } from './store.ts';

const STACKS = 200;
const LEAVES = 20;
const ROUNDS = 30;

/** Puts 200 stacks of 20 leaves in, half of them by id and half by title. */
async function fillStacks(engine: TestEngine, rows: number): Promise<void> {
  const { columns } = await engine.call('credentials.rows', { asOf: TODAY, limit: 1000 });
  for (let stack = 0; stack < STACKS; stack += 1) {
    const leaves = Array.from({ length: LEAVES }, (_, at): StackNode => {
      const place = (stack * 131 + at * 17) % rows;
      return at % 2 === 0
        ? // Ids that the engine itself gave out.
          { credentialId: columns.id[place % 1000] as Id }
        : { match: { title: benchCredential(place).title } };
    });
    const root: StackNode = {
      rule: 'all',
      children: [
        { rule: 'all', children: leaves.slice(0, 10) },
        { rule: 'atLeast', n: 3, children: leaves.slice(10, 15) },
        { rule: 'any', children: leaves.slice(15) },
      ],
    };
    await engine.call('stacks.create', { file: { title: `Stack ${stack}`, root }, asOf: TODAY });
  }
}

/** The same leaves by SQL alone: how many of each stack are held, and the hours of those that are not. */
const RAW = `
  WITH leaf AS MATERIALIZED (
    SELECT s.id AS stack, t.value ->> 'credentialId' AS id, key_of(t.value ->> '$.match.title') AS title
      FROM stack s, json_tree(s.body) t
     WHERE t.type = 'object' AND (t.value ->> 'credentialId' IS NOT NULL OR t.value ->> 'match' IS NOT NULL)
  ), found AS (
    SELECT leaf.stack, c.seq FROM leaf JOIN credential c ON c.id = leaf.id
    UNION ALL
    SELECT leaf.stack, c.seq FROM leaf JOIN credential c ON c.title_key = leaf.title AND c.trashed_at IS NULL
  )
  SELECT stack, sum(c.lifecycle = 'earned' AND (c.expires IS NULL OR c.expires_last >= :asOf)) AS held,
         sum(coalesce(c.hours, 0)) AS hours
    FROM found JOIN credential c ON c.seq = found.seq
   GROUP BY stack`;

/** S1: the report of every stack, with forecast, risks and next steps, against the bare joins. */
export async function benchStacks(folder: string, rows: number): Promise<Figure> {
  const engine = openTestEngine({ folder });
  await fillStacks(engine, rows);
  const db = new BetterSqlite3(databaseFile(folder), { readonly: true });
  db.function('key_of', { deterministic: true }, (text) =>
    typeof text === 'string' ? textKey(text) : null,
  );
  const raw = db.prepare<{ asOf: string }, { held: number }>(RAW);
  const held = raw.all({ asOf: TODAY });
  if (held.length !== STACKS) throw new Error(`The bare joins found ${held.length} stacks`);
  const { ours, other } = await interleaved(
    ROUNDS,
    () => timed(() => engine.call('stacks.list', { asOf: TODAY })),
    () => timed(() => raw.all({ asOf: TODAY })),
  );
  db.close();
  engine.close();
  const ratio = median(ours) / median(other);
  return {
    id: 'S1',
    what: `report of ${STACKS} stacks with ${LEAVES} leaves, p50 (p95)`,
    rows,
    ours: `${ms(median(ours))} (${ms(quantile(ours, 0.95))})`,
    other: ms(median(other)),
    otherName: 'the bare joins in SQL',
    ratio,
    bar: '≤ 3',
    met: ratio <= 3,
  };
}
