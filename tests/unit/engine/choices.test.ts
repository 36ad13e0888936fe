import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });
const get = (engine: TestEngine, id: Awaited<ReturnType<typeof add>>['id']) =>
  engine.call('credentials.get', { id, asOf: TODAY });

test('CPA: choosing Texas changes the end, the totals and the categories; undo takes it back', async () => {
  using engine = openTestEngine();
  await engine.call('settings.set', { birthMonth: 6 });
  const { id } = await add(engine, {
    title: 'CPA',
    kind: 'license',
    policyId: 'cpa-generic',
    issued: date('2025-03-05'),
  });
  // The general pattern names no day: the board sets it.
  expect((await get(engine, id)).expires).toBeNull();
  const offered = await engine.call('ledger.choices', { id });
  expect(offered).toMatchObject({ canChoose: true, chosen: {}, extras: null, perHeld: null });
  expect(offered.states.find(({ state }) => state === 'TX')).toEqual({
    state: 'TX',
    applied: [
      '36 months, through the end of the next birth month',
      '120 CPE',
      'at least 20 a year',
      '4 of ethics every 24 months',
      'over a rolling 36 months',
    ],
    words: [],
    ownPolicyId: 'cpa-tx',
  });
  expect(offered.states.find(({ state }) => state === 'GA')?.words).toEqual([
    'Ends: odd-year 12-31',
    '16 accounting & auditing; carry-over 15, not usable for yearly minimum or A&A',
  ]);
  expect(offered.source.url).not.toBe('');

  const texas = await engine.call('ledger.setChoices', { id, choices: { state: 'TX' } });
  expect(texas.chosen).toEqual({ state: 'TX' });
  expect(await get(engine, id)).toMatchObject({
    expires: '2028-06-30',
    expiresComputed: '2028-06-30',
  });
  const ledger = await engine.call('ledger.get', { id, asOf: TODAY });
  expect(ledger.requirements).toMatchObject([
    { unit: 'CPE', total: 120, categories: [{ name: 'Ethics', min: 4 }] },
  ]);
  expect(ledger.requirements[0]?.years[0]?.min).toBe(20);

  await engine.call('history.undo', {});
  expect((await engine.call('ledger.choices', { id })).chosen).toEqual({});
  expect((await get(engine, id)).expires).toBeNull();
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('an entered end stays when a state is chosen, and the computed one stands beside it', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, {
    title: 'CPA',
    kind: 'license',
    policyId: 'cpa-generic',
    issued: date('2025-10-05'),
    expires: date('2026-12-31'),
  });
  await engine.call('ledger.setChoices', { id, choices: { state: 'AL' } });
  expect(await get(engine, id)).toMatchObject({
    expires: '2026-12-31',
    expiresComputed: '2027-09-30',
  });
});

test('Texas teachers: the total hangs on the role; Scrum Alliance and Massachusetts on further ones', async () => {
  using engine = openTestEngine();
  const totalOf = async (fields: Partial<NewCredential>, choices: object) => {
    const { id } = await add(engine, { kind: 'license', ...fields });
    await engine.call('ledger.setChoices', { id, choices });
    return (await engine.call('ledger.get', { id, asOf: TODAY })).requirements[0];
  };
  const texas = {
    title: 'Teacher',
    policyId: 'teacher-tx',
    issued: date('2024-01-01'),
    expires: date('2028-12-31'),
  };
  expect(
    await totalOf(texas, { totalWhen: 'counselor/librarian/principal/superintendent' }),
  ).toMatchObject({ total: 200 });
  expect(
    await totalOf(
      { title: 'A-CSM', policyId: 'sa-advanced', issued: date('2025-06-01') },
      { extraTracks: 1 },
    ),
  ).toMatchObject({ total: 45 });
  // 30 more content points for each extra licence.
  const massachusetts = await totalOf(
    { ...texas, policyId: 'teacher-ma', title: 'Teacher (MA)' },
    { extraTracks: 1 },
  );
  expect(massachusetts).toMatchObject({ total: 180 });
  expect(massachusetts?.categories.map(({ name, min }) => [name, min])).toEqual([
    ['Content', 45],
    ['Pedagogy', 15],
    ['SEI or ESL', 15],
    ['Students with disabilities', 15],
  ]);
});

test('another way is chosen and taken back; what is not offered is refused and nothing is kept', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, {
    title: 'CCNP',
    policyId: 'cisco-ccnp',
    issued: date('2025-06-01'),
  });
  const choose = (choices: object) => engine.call('ledger.setChoices', { id, choices });
  const total = async () =>
    (await engine.call('ledger.get', { id, asOf: TODAY })).requirements[0]?.total;
  const { alternatives } = await engine.call('ledger.choices', { id });
  expect(alternatives.map(({ canChoose, besides }) => [canChoose, besides])).toEqual([
    [true, ['1 × professional-level exam']],
    [false, ['1 × technology core exam']],
    [false, ['2 × concentration exam']],
  ]);
  await choose({ alternative: '40 CE credits + one professional-level exam' });
  expect(await total()).toBe(40);
  for (const choices of [
    { alternative: 'two concentration exams (memory)' },
    { state: 'TX' },
    { totalWhen: 'classroom teacher' },
    { extraTracks: 1 },
    { held: 2 },
  ]) {
    await expect(choose(choices)).rejects.toMatchObject({ code: 'invalid_input' });
  }
  expect((await choose({ alternative: null })).chosen).toEqual({});
  expect(await total()).toBe(80);
  const degree = await add(engine, { title: 'Degree', kind: 'degree' });
  await expect(engine.call('ledger.choices', { id: degree.id })).rejects.toMatchObject({
    code: 'refused',
  });
});

test('choosing for a renewed credential changes its rules and leaves its cycles alone', async () => {
  using engine = openTestEngine();
  await engine.call('settings.set', { birthMonth: 6 });
  const { id } = await add(engine, {
    title: 'CPA',
    kind: 'license',
    policyId: 'cpa-generic',
    issued: date('2024-01-05'),
  });
  await engine.call('ledger.setChoices', { id, choices: { state: 'GA' } });
  expect((await get(engine, id)).expires).toBe('2027-12-31');
  await engine.call('renewals.renew', { id, on: TODAY, asOf: TODAY });
  const renewed = await get(engine, id);
  expect(renewed.expires).toBe('2029-12-31');
  await engine.call('ledger.setChoices', { id, choices: { state: 'AL' } });
  expect(await get(engine, id)).toMatchObject({
    expires: '2029-12-31',
    cycles: renewed.cycles,
  });
  expect(
    (await engine.call('ledger.get', { id, asOf: day('2028-06-01') })).requirements[0]?.total,
  ).toBe(40);
});
