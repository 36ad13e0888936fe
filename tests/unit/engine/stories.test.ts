import { expect, test } from 'vitest';
import { storyFieldsSchema } from '#shared/domain/story.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const star = {
  situation: 'Nine days of planning.',
  task: 'I was to halve it.',
  action: 'I measured and I moved stock.',
  result: 'Four days.',
};
const add = (
  engine: TestEngine,
  fields: Partial<ProcedureInput<'credentials.create'>['fields']> = {},
) => engine.call('credentials.create', { fields: { ...aCredential(), ...fields }, asOf: TODAY });
const list = async (engine: TestEngine, credentialId: string | null = null) =>
  (await engine.callByName('stories.list', { credentialId, asOf: TODAY })) as Awaited<
    ReturnType<typeof engine.call<'stories.list'>>
  >;

test('the story that stands in a credential is its first one, under its own id', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { story: star });
  const { items } = await list(engine);
  expect(items).toMatchObject([{ id, own: true, ...star, credentialIds: [id], seconds: 7 }]);
});

test('what is said beside it is kept, and the four parts stay in the credential', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { story: star });
  const changed = await engine.call('stories.update', {
    id,
    fields: {
      result: 'Three days.',
      metric: 'nine to three',
      questionId: 'process',
      tools: ['Excel'],
    },
    asOf: TODAY,
  });
  expect(changed).toMatchObject({
    own: true,
    result: 'Three days.',
    metric: 'nine to three',
    tools: ['Excel'],
  });
  const credential = await engine.call('credentials.get', { id, asOf: TODAY });
  expect(credential.story).toEqual({ ...star, result: 'Three days.' });

  // A change in the credential itself, as the Story tab makes it, is the same story.
  await engine.call('credentials.update', {
    id,
    patch: { story: { ...star, action: 'I asked.' } },
    asOf: TODAY,
  });
  expect(await engine.call('stories.get', { id, asOf: TODAY })).toMatchObject({
    action: 'I asked.',
    metric: 'nine to three',
    questionId: 'process',
  });

  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  const back = await engine.call('stories.get', { id, asOf: TODAY });
  expect(back).toMatchObject({ ...star, metric: '', questionId: null });
});

test('a credential has many stories, and a story many credentials', async () => {
  using engine = openTestEngine();
  const pmp = await add(engine, { story: star });
  const cpa = await add(engine, { title: 'CPA' });
  const made = await engine.call('stories.create', {
    fields: { ...star, questionId: 'risk', credentialIds: [cpa.id, pmp.id] },
    asOf: TODAY,
  });
  expect(made.credentials.map(({ title }) => title)).toEqual([
    'CPA',
    'Project Management Professional',
  ]);
  expect((await list(engine, pmp.id)).items.map(({ id }) => id)).toEqual([pmp.id, made.id]);
  expect((await list(engine, cpa.id)).items.map(({ id }) => id)).toEqual([made.id]);

  await engine.call('stories.update', {
    id: made.id,
    fields: { credentialIds: [cpa.id] },
    asOf: TODAY,
  });
  expect((await list(engine, pmp.id)).items.map(({ id }) => id)).toEqual([pmp.id]);

  await engine.call('stories.remove', { id: made.id, asOf: TODAY });
  await expect(engine.call('stories.get', { id: made.id, asOf: TODAY })).rejects.toMatchObject({
    code: 'not_found',
  });
  await engine.call('history.undo', {});
  expect(await engine.call('stories.get', { id: made.id, asOf: TODAY })).toMatchObject({
    credentialIds: [cpa.id],
  });
});

test('a removed own story leaves the credential without one; undo brings it back', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { story: star });
  await engine.call('stories.update', { id, fields: { metric: 'x' }, asOf: TODAY });
  await engine.call('stories.remove', { id, asOf: TODAY });
  expect((await list(engine)).items).toEqual([]);
  expect((await engine.call('credentials.get', { id, asOf: TODAY })).story).toBeNull();
  await engine.call('history.undo', {});
  expect((await list(engine)).items).toMatchObject([{ id, metric: 'x', ...star }]);
});

test('a credential that goes for good takes its own story along and leaves the others', async () => {
  using engine = openTestEngine();
  const pmp = await add(engine, { story: star });
  await engine.call('stories.update', { id: pmp.id, fields: { metric: 'x' }, asOf: TODAY });
  await engine.call('postnominals.set', { id: pmp.id, letters: 'PMP', asOf: TODAY });
  const other = await engine.call('stories.create', {
    fields: { ...star, credentialIds: [pmp.id] },
    asOf: TODAY,
  });
  await engine.call('credentials.trash', { ids: [pmp.id] });
  expect((await list(engine)).items.map(({ id }) => id)).toEqual([other.id]);
  await engine.call('credentials.purge', { ids: [pmp.id] });
  expect((await list(engine)).items).toMatchObject([{ id: other.id, credentialIds: [] }]);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });

  await engine.call('history.undo', {});
  await engine.call('credentials.restore', { ids: [pmp.id] });
  expect((await list(engine)).items.map(({ id, metric }) => [id, metric])).toEqual([
    [pmp.id, 'x'],
    [other.id, ''],
  ]);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('questions against credentials: what is told, and what nobody has asked yet', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine);
  const made = await engine.call('stories.create', {
    fields: { ...star, questionId: 'risk', credentialIds: [id] },
    asOf: TODAY,
  });
  await engine.call('stories.create', {
    fields: { questionId: 'lead', situation: 'begun' },
    asOf: TODAY,
  });
  const coverage = await engine.call('stories.coverage', { locale: 'de', asOf: TODAY });
  expect(coverage.cells).toEqual([{ questionId: 'risk', credentialId: id, storyIds: [made.id] }]);
  expect(coverage.uncovered).toContain('lead');
  expect(coverage.uncovered).not.toContain('risk');
  expect(coverage.questions.find((question) => question.id === 'risk')?.text).toMatch(/Risiko/);
});

test('what does not exist is refused, and nothing is written', async () => {
  using engine = openTestEngine();
  const missing = '01890000-0000-7000-8000-000000000001';
  const refused = [
    { ...star, questionId: 'nonsense' },
    { ...star, credentialIds: [missing] },
  ];
  for (const fields of refused)
    await expect(
      engine.callByName('stories.create', { fields: storyFieldsSchema.parse(fields), asOf: TODAY }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/invalid_input|not_found/) });
  expect((await list(engine)).items).toEqual([]);
});
