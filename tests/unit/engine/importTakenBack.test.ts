import { expect, test } from 'vitest';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const CSV = 'Title,Issuer,Issued,Kind\nAlpha,Ia,2025-01-31,badge\nBeta,Ib,2025-01-31,badge\n';

async function imported(engine: TestEngine): Promise<Readonly<{ batch: Id; ids: Id[] }>> {
  const files = [{ name: 'in.csv', bytes: new TextEncoder().encode(CSV) }];
  const { batch, items } = await engine.call('imports.commit', { files, asOf: TODAY });
  return {
    batch: idSchema.parse(batch),
    ids: items.flatMap(({ id }) => (id === null ? [] : [id])),
  };
}

test('an import that was taken back and done again keeps what was typed since', async () => {
  using engine = openTestEngine();
  const {
    batch,
    ids: [alpha, beta],
  } = await imported(engine);
  if (alpha === undefined || beta === undefined) throw new Error('Two rows were to come in.');
  await engine.call('credentials.update', {
    id: beta,
    patch: { notes: 'typed since' },
    asOf: TODAY,
  });
  await engine.call('costs.add', {
    asOf: TODAY,
    fields: {
      credentialId: alpha,
      kind: 'exam',
      money: { amount: 5, currency: 'JPY' },
      paidOn: TODAY,
    },
  });
  const read = async () => ({
    credentials: (await engine.call('credentials.list', { asOf: TODAY })).items,
    costs: (await engine.call('costs.list', { asOf: TODAY })).items,
  });
  const before = await read();

  await engine.call('imports.undo', { batch });
  expect((await read()).credentials).toEqual([]);
  await engine.call('history.redo', {});

  const after = await read();
  expect(after.costs).toEqual(before.costs);
  expect(after.credentials.map(({ title, notes }) => ({ title, notes }))).toEqual(
    before.credentials.map(({ title, notes }) => ({ title, notes })),
  );
  expect(after.credentials.map(({ notes }) => notes)).toContain('typed since');
});
