import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, plainDateSchema } from '#shared/domain/plainDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';
import { HEADERS } from '../../support/linkedinFixtures.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const usd = (amount: number) => ({ amount, currency: 'USD' });
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });

const course = {
  title: 'Google Project Management',
  issuer: 'Google',
  kind: 'professional-certificate',
  platform: 'Coursera',
  lifecycle: 'in-progress',
  started: date('2026-09'),
  hours: 100,
  progress: 40,
} as const;

type Fields = ProcedureInput<'subscriptions.add'>['fields'];
const subscribe = (engine: TestEngine, fields: Partial<Fields> = {}) =>
  engine.call('subscriptions.add', {
    fields: {
      platform: 'Coursera',
      plan: 'Coursera Plus',
      price: usd(49_00),
      from: day('2026-09-15'),
      ...fields,
    },
    asOf: TODAY,
  });

test('a track, its deadlines as reminders and in the calendar', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { ...course, verifiedTrack: true });
  const set = (track: ProcedureInput<'tracks.set'>['track']) =>
    engine.call('tracks.set', { credentialId: id, track, asOf: TODAY });
  expect(await set({ mode: 'audit', upgradeBy: day('2026-11-30') })).toMatchObject({
    effective: 'audit',
    countsAsVerified: false,
    deadlines: [{ deadline: 'verified-upgrade', on: '2026-11-30', daysLeft: 7 }],
  });
  expect(await engine.call('credentials.get', { id, asOf: TODAY })).toMatchObject({
    verifiedTrack: false,
  });
  const due = await engine.call('reminders.due', { asOf: TODAY });
  expect(due.reminders).toMatchObject([
    { kind: 'deadline', subjectId: id, title: expect.stringContaining('ends in 7 days') },
  ]);
  const { text } = await engine.call('exports.ics', { asOf: TODAY });
  expect(text).toContain('Google Project Management: last day to upgrade');
  // Once upgraded there is nothing to be told, and the day stays on record.
  expect(await set({ mode: 'verified' })).toMatchObject({
    upgradeBy: '2026-11-30',
    deadlines: [],
    countsAsVerified: true,
  });
  expect((await engine.call('reminders.due', { asOf: TODAY })).reminders).toEqual([]);
  expect((await engine.call('tracks.deadlines', { asOf: TODAY })).items).toEqual([]);
  await engine.call('history.undo', {});
  expect(await engine.call('tracks.get', { credentialId: id, asOf: TODAY })).toMatchObject({
    mode: 'audit',
  });
  expect(await engine.call('credentials.get', { id, asOf: TODAY })).toMatchObject({
    verifiedTrack: false,
  });
});

test('a subscription is told three days before it renews, its trial a week and a day before its end', async () => {
  using engine = openTestEngine();
  await subscribe(engine, { from: TODAY, trialEnds: addDays(TODAY, 7) });
  const titles = async (asOf: string) =>
    (await engine.call('reminders.due', { asOf: day(asOf) })).reminders.map(({ title }) => title);
  expect(await titles('2026-11-23')).toEqual(['Your free trial of Coursera Plus ends in 7 days']);
  expect(await titles('2026-12-29')).toContain('Coursera Plus renews in 3 days');
  const { text } = await engine.call('exports.ics', { asOf: TODAY });
  expect(text).toContain('Coursera Plus: free trial ends');
  expect(text).toContain('Coursera Plus: renews');
});

test('what belongs to a credential goes with it for good, and comes back with an undo', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, course);
  await engine.call('costs.add', {
    fields: { credentialId: id, kind: 'exam', money: usd(50_00) },
    asOf: TODAY,
  });
  await engine.call('tracks.set', { credentialId: id, track: { mode: 'audit' }, asOf: TODAY });
  await engine.call('credentials.trash', { ids: [id] });
  await engine.call('credentials.purge', { ids: [id] });
  expect((await engine.call('costs.list', { asOf: TODAY })).items).toEqual([]);
  await engine.call('history.undo', {});
  await engine.call('credentials.restore', { ids: [id] });
  expect((await engine.call('costs.list', { asOf: TODAY })).items).toHaveLength(1);
  expect(await engine.call('tracks.get', { credentialId: id, asOf: TODAY })).toMatchObject({
    mode: 'audit',
  });
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('money and tracks survive a restart', async () => {
  const first = openTestEngine();
  const { id } = await add(first, course);
  await subscribe(first);
  await first.call('costs.add', {
    fields: { credentialId: id, kind: 'books', money: usd(5_00) },
    asOf: TODAY,
  });
  const before = await first.call('budget.get', { asOf: TODAY });
  using reopened = first.reopen();
  expect(await reopened.call('budget.get', { asOf: TODAY })).toEqual(before);
  expect(await reopened.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('taking back an import leaves a credential that has a payment by now, in the trash', async () => {
  using engine = openTestEngine();
  const csv = [HEADERS.certifications, 'CISSP,,ISC2,Feb 2022,Feb 2028,731204'].join('\n');
  const { batch } = await engine.call('imports.commit', {
    files: [{ name: 'Certifications.csv', bytes: new TextEncoder().encode(csv) }],
    asOf: TODAY,
  });
  const { id } = await engine.call('credentials.resolve', { ref: 'CISSP' });
  await engine.call('costs.add', {
    fields: { credentialId: id, kind: 'exam', money: usd(749_00) },
    asOf: TODAY,
  });
  await engine.call('imports.undo', { batch: String(batch) });
  await expect(engine.call('credentials.resolve', { ref: 'CISSP' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await engine.call('credentials.restore', { ids: [id] });
  expect((await engine.call('costs.list', { asOf: TODAY })).items).toHaveLength(1);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('the sample has subscriptions, payments, tracks and a study plan that fits', async () => {
  using engine = openTestEngine();
  await engine.call('portfolio.demo', {});
  const { items } = await engine.call('subscriptions.list', { asOf: TODAY });
  expect(items.map(({ plan, platform, state }) => [plan ?? platform, state])).toEqual([
    ['Coursera Plus', 'active'],
    ['LinkedIn Learning', 'ended'],
  ]);
  expect(items[0]?.shares).toMatchObject([{ title: 'Google Project Management' }]);
  expect(items[1]?.shares).toMatchObject([{ title: 'Become a Business Analyst' }]);
  expect((await engine.call('costs.list', { asOf: TODAY })).items).toHaveLength(9);
  expect((await engine.call('tracks.deadlines', { asOf: TODAY })).items).toMatchObject([
    { title: 'SC3x Supply Chain Dynamics', countsAsVerified: false },
  ]);
  expect(await engine.call('study.get', { asOf: TODAY })).toMatchObject({ fits: true });
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});
