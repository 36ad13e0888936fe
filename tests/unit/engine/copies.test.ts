import { expect, test } from 'vitest';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const LATER = plainDateSchema.parse('2028-01-01');
const add = (
  engine: TestEngine,
  fields: Partial<ProcedureInput<'credentials.create'>['fields']> = {},
) => engine.call('credentials.create', { fields: { ...aCredential(), ...fields }, asOf: TODAY });

/** PMP until May 2027 and a CPA without end, and a signature that was copied. */
async function signed(engine: TestEngine) {
  const pmp = await add(engine, { abbreviation: 'PMP', issued: '2018-05', expires: '2027-05' });
  const cpa = await add(engine, {
    title: 'CPA',
    abbreviation: 'CPA',
    kind: 'license',
    issued: '2015',
  });
  await engine.call('sharing.setDetails', { name: 'Elena Marchetti', role: 'Operations lead' });
  const made = await engine.call('sharing.signature', { asOf: TODAY });
  const copy = await engine.call('copies.record', {
    output: 'signature',
    format: 'txt',
    place: 'E-mail signature',
    how: 'copied',
    text: made.text,
    facts: made.facts,
    recipe: { procedure: 'sharing.signature', input: '{}' },
    asOf: TODAY,
  });
  return { pmp, cpa, copy, made };
}

test('a copy is true until its credential expires, and then says so with the corrected text', async () => {
  using engine = openTestEngine();
  const { pmp, copy, made } = await signed(engine);
  expect(made.text).toBe('Elena Marchetti, CPA, PMP\nOperations lead\n');
  expect(await engine.call('copies.stale', { asOf: TODAY })).toEqual({ items: [] });
  expect(await engine.call('copies.staleCount', { asOf: TODAY })).toEqual({ copies: 0, facts: 0 });
  // The whole of May holds.
  expect(
    (await engine.call('copies.staleCount', { asOf: plainDateSchema.parse('2027-05-31') })).copies,
  ).toBe(0);

  const { items } = await engine.call('copies.stale', { asOf: LATER });
  expect(items).toMatchObject([
    {
      copy: { id: copy.id, place: 'E-mail signature' },
      lies: [
        { credentialId: pmp.id, fact: 'held', since: '2027-06-01', reason: 'PMP has expired.' },
      ],
      corrected: 'Elena Marchetti, CPA\nOperations lead\n',
      correctedBy: 'made-again',
    },
  ]);
  expect(await engine.call('copies.staleCount', { asOf: LATER })).toEqual({ copies: 1, facts: 1 });
});

test('resolved speaks of the new day, removed is told no more, and each can be undone', async () => {
  using engine = openTestEngine();
  const { pmp, copy } = await signed(engine);
  const resolved = await engine.call('copies.mark', { id: copy.id, as: 'resolved', asOf: LATER });
  expect(resolved).toMatchObject({ text: 'Elena Marchetti, CPA\nOperations lead\n', asOf: LATER });
  expect(resolved.facts.map(({ credentialId }) => credentialId)).not.toContain(pmp.id);
  expect((await engine.call('copies.stale', { asOf: LATER })).items).toEqual([]);

  await engine.call('history.undo', {});
  expect((await engine.call('copies.stale', { asOf: LATER })).items).toHaveLength(1);

  await engine.call('copies.mark', { id: copy.id, as: 'removed', asOf: LATER });
  expect((await engine.call('copies.stale', { asOf: LATER })).items).toEqual([]);
  expect((await engine.call('copies.list', { asOf: LATER })).items).toEqual([]);
  expect((await engine.call('copies.list', { asOf: LATER, removed: true })).items).toMatchObject([
    { state: 'removed', lies: 0 },
  ]);
  await engine.call('copies.mark', { id: copy.id, as: 'out', asOf: LATER });
  expect((await engine.call('copies.list', { asOf: LATER })).items).toMatchObject([{ lies: 1 }]);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('exactly the places that hold the changed fact are listed', async () => {
  using engine = openTestEngine();
  const { cpa, copy } = await signed(engine);
  const resume = await engine.call('copies.record', {
    output: 'resume',
    format: 'txt',
    place: 'Resume, Northwind',
    how: 'saved',
    file: '/tmp/resume.txt',
    text: '- Project Management Professional (PMP), PMI, May 2018 (expires May 2027)\n- CPA, PMI, 2015\n',
    ids: [copy.facts[1]?.credentialId ?? cpa.id, cpa.id],
    asOf: TODAY,
  });
  const pmpId = copy.facts.find(({ value }) => value === 'PMP')?.credentialId ?? cpa.id;
  await engine.call('credentials.update', {
    id: pmpId,
    patch: { expires: '2030-05' },
    asOf: TODAY,
  });
  const { items } = await engine.call('copies.stale', { asOf: TODAY });
  // The signature shows letters only, which are as true as before.
  expect(items.map(({ copy: { id } }) => id)).toEqual([resume.id]);
  expect(items[0]).toMatchObject({
    lies: [{ fact: 'expiry', shown: 'May 2027', now: 'May 2030' }],
    corrected:
      '- Project Management Professional (PMP), PMI, May 2018 (expires May 2030)\n- CPA, PMI, 2015\n',
    correctedBy: 'replaced',
  });
});

test('a text that the user edited is put right word by word, not made again over the edits', async () => {
  using engine = openTestEngine();
  const { made } = await signed(engine);
  await engine.call('copies.record', {
    output: 'signature',
    format: 'txt',
    place: 'Edited',
    how: 'copied',
    text: `Kind regards\n${made.text}Call me.`,
    facts: made.facts,
    recipe: { procedure: 'sharing.signature', input: '{}' },
    asOf: TODAY,
  });
  const { items } = await engine.call('copies.stale', { asOf: LATER });
  expect(items.find(({ copy }) => copy.place === 'Edited')).toMatchObject({
    corrected: 'Kind regards\nElena Marchetti, CPA\nOperations lead\nCall me.',
    correctedBy: 'replaced',
  });
});

test('trashed and purged credentials make their copies untrue; the copies stay', async () => {
  using engine = openTestEngine();
  const { pmp } = await signed(engine);
  await engine.call('credentials.trash', { ids: [pmp.id] });
  expect((await engine.call('copies.stale', { asOf: TODAY })).items[0]?.lies).toMatchObject([
    {
      credentialId: pmp.id,
      reason: 'Project Management Professional (PMP) is no longer in the record.',
    },
  ]);
  await engine.call('credentials.purge', { ids: [pmp.id] });
  expect((await engine.call('copies.stale', { asOf: TODAY })).items).toHaveLength(1);
});

test('a post that can no longer be made falls back to its lines', async () => {
  using engine = openTestEngine();
  const { pmp } = await signed(engine);
  const made = await engine.call('sharing.post', { id: pmp.id, learned: 'a lot', asOf: TODAY });
  await engine.call('copies.record', {
    output: 'post',
    format: 'txt',
    place: 'LinkedIn',
    how: 'copied',
    text: made.text,
    facts: made.facts,
    recipe: { procedure: 'sharing.post', input: JSON.stringify({ id: pmp.id, learned: 'a lot' }) },
    asOf: TODAY,
  });
  const { items } = await engine.call('copies.stale', { asOf: LATER });
  const post = items.find(({ copy }) => copy.place === 'LinkedIn');
  expect(post).toMatchObject({ correctedBy: 'replaced' });
  expect(post?.corrected).not.toContain('Project Management Professional');
});

test('only what makes a text is made again: a recipe cannot write', async () => {
  using engine = openTestEngine();
  const { pmp, made } = await signed(engine);
  const recipe = (procedure: string, input: object) => ({
    procedure,
    input: JSON.stringify(input),
  });
  for (const [name, call] of [
    ['trash', recipe('credentials.trash', { ids: [pmp.id] })],
    ['settings', recipe('settings.set', { leadDays: 1 })],
    ['broken', { procedure: 'sharing.signature', input: '{"' }],
    ['unknown', recipe('__proto__', {})],
  ] as const)
    await engine.call('copies.record', {
      output: 'x',
      format: 'txt',
      place: name,
      how: 'copied',
      text: made.text,
      facts: made.facts,
      recipe: call,
      asOf: TODAY,
    });
  const { items } = await engine.call('copies.stale', { asOf: LATER });
  expect(
    items
      .filter(({ copy }) => copy.place !== 'E-mail signature')
      .map(({ correctedBy }) => correctedBy),
  ).toEqual(['replaced', 'replaced', 'replaced', 'replaced']);
  expect((await engine.call('credentials.get', { id: pmp.id, asOf: TODAY })).trashedAt).toBeNull();
  expect((await engine.call('settings.get', {})).leadDays).toBe(90);
});

test('a fact of a credential that is not there is refused', async () => {
  using engine = openTestEngine();
  const { copy } = await signed(engine);
  const facts = [{ credentialId: copy.id, fact: 'title' as const, value: 'x' }];
  await expect(
    engine.call('copies.record', {
      output: 'x',
      format: 'txt',
      place: 'y',
      how: 'copied',
      facts,
      asOf: TODAY,
    }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('remembering a copy is no change to take back: undo and redo stay as they were', async () => {
  using engine = openTestEngine();
  const { id } = await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  await engine.call('credentials.update', { id, patch: { number: '1' }, asOf: TODAY });
  await engine.call('history.undo', {});
  const before = await engine.call('history.state', {});
  await engine.call('copies.record', {
    output: 'resume',
    format: 'txt',
    place: 'Resume',
    how: 'copied',
    ids: [id],
    text: 'Project Management Professional',
    asOf: TODAY,
  });
  expect(await engine.call('history.state', {})).toEqual(before);
  await engine.call('history.redo', {});
  expect((await engine.call('credentials.get', { id, asOf: TODAY })).number).toBe('1');
});
