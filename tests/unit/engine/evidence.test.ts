import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { idSchema } from '#shared/domain/credential.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const file = (name: string, text: string) => ({
  name,
  mime: 'text/plain',
  bytes: new TextEncoder().encode(text),
});
const hold = async (engine: TestEngine) =>
  (await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY })).id;
const filesOf = async (engine: TestEngine, id: ReturnType<typeof idSchema.parse>) =>
  (await engine.call('credentials.get', { id, asOf: TODAY })).evidence;

test('files are kept with a credential under their digest, and undo and redo move them', async () => {
  using engine = openTestEngine();
  const id = await hold(engine);
  const { evidence } = await engine.call('evidence.attach', {
    id,
    files: [file('certificate.txt', 'passed'), file('../../score.txt', '92 of 100')],
  });
  expect(evidence).toMatchObject([
    { name: 'certificate.txt', bytes: 6, mime: 'text/plain' },
    { name: '../../score.txt', sha256: createHash('sha256').update('92 of 100').digest('hex') },
  ]);
  expect(await filesOf(engine, id)).toEqual(evidence);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });

  await engine.call('history.undo', {});
  expect(await filesOf(engine, id)).toEqual([]);
  await engine.call('history.redo', {});
  expect(await filesOf(engine, id)).toEqual(evidence);
});

test('one is taken off alone, and undo brings it back', async () => {
  using engine = openTestEngine();
  const id = await hold(engine);
  const { evidence } = await engine.call('evidence.attach', {
    id,
    files: [file('a.txt', 'a'), file('b.txt', 'b')],
  });
  const [a, b] = evidence;
  await engine.call('evidence.remove', { id: idSchema.parse(a?.id) });
  expect(await filesOf(engine, id)).toEqual([b]);
  await engine.call('history.undo', {});
  expect(await filesOf(engine, id)).toEqual(evidence);
});

test('what is not there, and a file over 100 MB, are refused, and nothing is kept', async () => {
  using engine = openTestEngine();
  const id = await hold(engine);
  const nobody = idSchema.parse('0199aaaa-0000-7000-8000-000000000000');
  await expect(
    engine.call('evidence.attach', { id: nobody, files: [file('a.txt', 'a')] }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await expect(engine.call('evidence.remove', { id: nobody })).rejects.toMatchObject({
    code: 'not_found',
  });
  const large = { name: 'large.bin', mime: '', bytes: new Uint8Array(100 * 1024 * 1024 + 1) };
  await expect(
    engine.call('evidence.attach', { id, files: [file('a.txt', 'a'), large] }),
  ).rejects.toMatchObject({ code: 'too_large', path: 'files' });
  expect(await filesOf(engine, id)).toEqual([]);
});

test('a credential that is removed for good takes its files along, and undo brings both back', async () => {
  using engine = openTestEngine();
  const id = await hold(engine);
  await engine.call('evidence.attach', { id, files: [file('a.txt', 'a')] });
  await engine.call('credentials.trash', { ids: [id] });
  await engine.call('credentials.purge', { ids: [id] });
  await engine.call('history.undo', {});
  expect(await filesOf(engine, id)).toHaveLength(1);
});
