import { writeSync } from 'node:fs';
import { v7 as newUuid } from 'uuid';
import type { Id } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { createEngine } from '../../electron/engine/engine.ts';

// A process that changes a portfolio as fast as it can and says what was acknowledged, until it is
// killed: `<credential id> <n>` once change n of it is done.
const asOf = plainDateSchema.parse('2026-11-23');
const [folder = '', seed = '1'] = process.argv.slice(2);
let state = Number(seed) >>> 0;
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

const engine = createEngine({
  folder,
  origin: 'test',
  version: '0.0.0-test',
  now: () => new Date().toISOString(),
  today: () => asOf,
  newId: () => newUuid(),
});
const { items } = await engine.call('credentials.list', { asOf, limit: 50 });
const held: Array<{ id: Id; n: number }> = items.map(({ id, number }) => ({
  id,
  n: Number(number ?? 0),
}));
const say = (text: string) => writeSync(1, `${text}\n`);
say('ready');

for (;;) {
  const one = held[random(held.length + 1)];
  if (one === undefined) {
    const fields = {
      title: `Title ${random(1e6)}`,
      kind: 'badge',
      issuer: `Issuer ${random(20)}`,
      number: '0',
    } as const;
    const { id } = await engine.call('credentials.create', { fields, asOf });
    held.push({ id, n: 0 });
    say(`${id} 0`);
  } else if (random(10) === 0) {
    const ids = held.slice(0, 40).map(({ id }) => id);
    await engine.call('credentials.bulkUpdate', {
      ids,
      addTags: [`tag ${random(1e6)}`],
      removeTags: items.flatMap(({ tags }) => tags),
    });
  } else {
    one.n += 1;
    await engine.call('credentials.update', {
      id: one.id,
      patch: { number: String(one.n), notes: 'x'.repeat(random(4000)) },
      asOf,
    });
    say(`${one.id} ${one.n}`);
  }
}
