import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

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

test('a subscription: burnt, projected to the end of the course, shared, with what being done saves', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, course);
  const made = await subscribe(engine);
  // 60 hours at 6 a week are ten weeks: through 31 January 2027.
  expect(made).toMatchObject({
    state: 'active',
    burnt: usd(147_00),
    paymentsMade: 3,
    nextPayment: { on: '2026-12-15', price: usd(49_00) },
    projected: { through: '2027-01-31', basis: 'courses', total: usd(245_00), toCome: usd(98_00) },
    shares: [{ credentialId: id, burnt: 147_00, toCome: 98_00, stated: false }],
    unshared: 0,
  });
  expect(made.savings[0]).toEqual({
    finishBy: '2026-12-14',
    payments: [{ times: 2, price: usd(49_00) }],
    saved: usd(98_00),
  });
  const { payments, saving } = await engine.call('subscriptions.get', {
    id: made.id,
    asOf: TODAY,
    finishBy: day('2026-12-31'),
  });
  expect(payments.map(({ on, state }) => [on, state])).toEqual([
    ['2026-09-15', 'paid'],
    ['2026-10-15', 'paid'],
    ['2026-11-15', 'paid'],
    ['2026-12-15', 'to-come'],
    ['2027-01-15', 'to-come'],
  ]);
  expect(saving?.saved).toEqual(usd(49_00));
  // Looked at on an earlier day, it is what it was then.
  const then = await engine.call('subscriptions.list', { asOf: day('2026-10-01') });
  expect(then.items).toMatchObject([{ burnt: usd(49_00) }]);
});

test('pauses begin, clash, end; each is one change that can be undone', async () => {
  using engine = openTestEngine();
  const { id } = await subscribe(engine);
  const pause = (from: string | null, to: string | null) =>
    engine.call('subscriptions.pause', {
      id,
      from: from === null ? null : day(from),
      to: to === null ? null : day(to),
      asOf: TODAY,
    });
  await expect(pause(null, null)).rejects.toMatchObject({ code: 'refused' });
  expect(await pause('2026-11-01', null)).toMatchObject({ state: 'paused', nextPayment: null });
  await expect(pause('2026-12-01', null)).rejects.toMatchObject({ code: 'refused' });
  const again = await pause(null, null);
  expect(again).toMatchObject({
    state: 'active',
    burnt: usd(98_00),
    pauses: [{ from: '2026-11-01', to: '2026-11-22' }],
  });
  await engine.call('history.undo', {});
  const { items } = await engine.call('subscriptions.list', { asOf: TODAY });
  expect(items).toMatchObject([{ state: 'paused' }]);
});

test('fields are changed alone, and contradictions are refused', async () => {
  using engine = openTestEngine();
  const { id } = await subscribe(engine);
  const patch = (fields: ProcedureInput<'subscriptions.update'>['patch']) =>
    engine.call('subscriptions.update', { id, patch: fields, asOf: TODAY });
  expect(await patch({ priceChanges: [{ from: day('2026-11-01'), amount: 59_00 }] })).toMatchObject(
    {
      plan: 'Coursera Plus',
      price: usd(49_00),
      priceNow: usd(59_00),
      burnt: usd(157_00),
    },
  );
  expect(await patch({ until: day('2026-12-31'), plan: null })).toMatchObject({
    plan: null,
    projected: { basis: 'end', through: '2026-12-31' },
  });
  await expect(patch({ until: day('2026-01-01') })).rejects.toMatchObject({ code: 'invalid_date' });
  await expect(engine.call('subscriptions.resolve', { ref: 'Udemy' })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await engine.call('subscriptions.resolve', { ref: 'coursera' })).toEqual({ id });
  await subscribe(engine, { plan: null, from: day('2024-01-01'), until: day('2024-03-01') });
  await expect(engine.call('subscriptions.resolve', { ref: 'Coursera' })).rejects.toMatchObject({
    code: 'ambiguous',
  });
});

test('the cost ledger of a credential, and how figure, payments and shares add up', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { ...course, cost: usd(400_00) });
  const { id: subscriptionId } = await subscribe(engine);
  const cost = (fields: Partial<ProcedureInput<'costs.add'>['fields']>) =>
    engine.call('costs.add', {
      fields: { credentialId: id, kind: 'exam', money: usd(50_00), ...fields },
      asOf: TODAY,
    });
  const exam = await cost({ paidOn: day('2026-10-01'), reimbursed: 20_00 });
  await cost({ kind: 'books', money: usd(30_00) });
  expect(await engine.call('costs.of', { credentialId: id, asOf: TODAY })).toMatchObject({
    figure: usd(400_00),
    figureCounts: 'as-open',
    lines: [
      { kind: 'books', state: 'to-come' },
      { kind: 'exam', state: 'paid' },
    ],
    shares: [{ subscriptionId, burnt: usd(147_00), toCome: 98_00 }],
    // 400 − 50 − 30 − 147 − 98 = 75 open; with 30 and 98 to come.
    sums: [{ currency: 'USD', spent: 197_00, reimbursed: 20_00, toFinish: 203_00 }],
  });
  await expect(cost({ reimbursed: 60_00 })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(cost({ subscriptionId })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(
    cost({ kind: 'subscription', subscriptionId, money: { amount: 1, currency: 'EUR' } }),
  ).rejects.toMatchObject({ code: 'invalid_input' });

  const stated = await cost({ kind: 'subscription', subscriptionId, money: usd(100_00) });
  const { items } = await engine.call('subscriptions.list', { asOf: TODAY });
  expect(items).toMatchObject([{ shares: [{ burnt: 100_00, stated: true }], unshared: 47_00 }]);
  await expect(engine.call('subscriptions.remove', { id: subscriptionId })).rejects.toMatchObject({
    code: 'refused',
  });
  await engine.call('costs.remove', { id: stated.id });
  await engine.call('costs.update', {
    id: exam.id,
    fields: { credentialId: id, kind: 'exam', money: usd(55_00), paidOn: day('2026-10-01') },
    asOf: TODAY,
  });
  const after = await engine.call('costs.list', { credentialId: id, asOf: TODAY });
  expect(after.items.map(({ money, reimbursed }) => [money.amount, reimbursed])).toEqual([
    [30_00, 0],
    [55_00, 0],
  ]);
  expect(await engine.call('subscriptions.remove', { id: subscriptionId })).toEqual({
    removed: true,
  });
});

test('the budget: what is spent, committed until a day, and open', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { ...course, cost: usd(300_00) });
  await subscribe(engine);
  await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14'), cost: usd(405_00) });
  const budget = await engine.call('budget.get', { asOf: TODAY, until: day('2027-06-30') });
  // Payments on the 15th from December to June, and PMI's renewal fee on 14 May 2027.
  expect(budget.totals).toMatchObject([
    { currency: 'USD', spent: 147_00 + 405_00, committed: 7 * 49_00 + 150_00, open: 55_00 },
  ]);
  expect(budget.committed.filter(({ what }) => what === 'fee')).toMatchObject([
    { on: '2027-05-14', price: usd(150_00) },
  ]);
  expect(budget.toFinish).toMatchObject([
    {
      credentialId: id,
      forecast: '2027-01-31',
      money: [usd(153_00)],
      ofSubscriptions: [usd(98_00)],
      ofFigure: [usd(55_00)],
    },
  ]);
  await expect(
    engine.call('budget.get', { asOf: TODAY, until: day('2026-11-22') }),
  ).rejects.toMatchObject({ code: 'invalid_date' });
  // What is in the trash costs nothing.
  await engine.call('credentials.trash', { ids: [id] });
  expect((await engine.call('budget.get', { asOf: TODAY })).toFinish).toEqual([]);
});

test('a fee that was paid is spent, with its amount, and no longer committed', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') });
  const until = day('2027-06-30');
  const before = await engine.call('budget.get', { asOf: TODAY, until });
  expect(before.totals).toMatchObject([{ spent: 0, committed: 150_00 }]);
  await engine.call('fees.pay', {
    id,
    due: day('2027-05-14'),
    on: TODAY,
    amount: usd(60_00),
    asOf: TODAY,
  });
  const after = await engine.call('budget.get', { asOf: TODAY, until });
  expect(after.totals).toMatchObject([{ spent: 60_00, committed: 0 }]);
});

test('statistics: counts, hours, credits and money by year', async () => {
  using engine = openTestEngine();
  await add(engine, { ...course, cost: usd(300_00) });
  await add(engine, {
    title: 'Financial Markets',
    issuer: 'Yale',
    kind: 'course-certificate',
    platform: 'Coursera',
    issued: date('2025-03'),
    hours: 33.5,
    cost: usd(49_00),
    credits: { amount: 3, system: 'ects' },
  });
  const gone = await add(engine, { title: 'Gone', hours: 1000 });
  await engine.call('credentials.trash', { ids: [gone.id] });
  await engine.call('activities.create', {
    on: day('2026-02-01'),
    title: 'Webinar',
    hours: 1.5,
    allocations: [],
  });
  expect(await engine.call('stats.get', { asOf: TODAY })).toMatchObject({
    total: 2,
    byStatus: [
      { status: 'active', count: 1 },
      { status: 'in-progress', count: 1 },
    ],
    byPlatform: [{ platform: 'Coursera', count: 2, hours: 133.5 }],
    hours: { earned: 33.5, inProgress: 40, left: 60 },
    activityHours: 1.5,
    credits: [{ system: 'ects', amount: 3 }],
    money: { spent: [usd(49_00)], reimbursed: [], net: [usd(49_00)] },
    years: [
      { year: 2026, earned: 0, activityHours: 1.5, spent: [] },
      { year: 2025, earned: 1, hours: 33.5, spent: [usd(49_00)] },
    ],
  });
});
