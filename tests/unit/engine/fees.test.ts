import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });

const pmp = { policyId: 'pmi-pmp', issued: date('2024-05-14') } as const;
const security = {
  title: 'Security+',
  policyId: 'comptia-securityplus',
  issued: date('2024-12-20'),
} as const;
const usd = (amount: number) => ({ amount, currency: 'USD' });

test('the fees of a cycle by day; a payment settles its day and is taken back', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, security);
  const listed = await engine.call('fees.list', { id, asOf: TODAY });
  expect(listed.fees.map(({ due, per, price, state }) => [due, per, price, state])).toEqual([
    ['2025-12-20', 'year', usd(5000), 'overdue'],
    ['2026-12-20', 'year', usd(5000), 'due'],
    ['2027-12-20', 'year', usd(5000), 'due'],
  ]);
  const due = day('2026-12-20');
  const paid = await engine.call('fees.pay', {
    id,
    due,
    on: TODAY,
    amount: usd(4500),
    asOf: TODAY,
  });
  expect(paid.fees[1]).toMatchObject({ state: 'paid', paid: { on: TODAY, amount: usd(4500) } });
  await expect(engine.call('fees.pay', { id, due, on: TODAY, asOf: TODAY })).rejects.toMatchObject({
    code: 'refused',
    path: 'due',
  });
  const back = await engine.call('fees.unpay', { id, due, asOf: TODAY });
  expect(back).toEqual(listed);
  await expect(engine.call('fees.unpay', { id, due, asOf: TODAY })).rejects.toMatchObject({
    code: 'not_found',
  });
  // Undo takes the taking back back, and then the payment.
  await engine.call('history.undo', {});
  expect(await engine.call('fees.list', { id, asOf: TODAY })).toEqual(paid);
  await engine.call('history.undo', {});
  expect(await engine.call('fees.list', { id, asOf: TODAY })).toEqual(listed);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('a paid fee leaves the reminders, the load of the year and the overview says so', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, security);
  const asOf = day('2026-12-01');
  const reminders = async () =>
    (await engine.call('reminders.due', { asOf })).reminders.filter(
      ({ kind }) => kind === 'fee-due',
    );
  const december = async () =>
    (await engine.call('renewals.load', { asOf })).months.find(({ month }) => month === '2026-12');
  const overview = async () => (await engine.call('ledger.overview', { asOf })).items[0];
  expect(await reminders()).toHaveLength(1);
  expect((await december())?.money).toEqual([usd(5000)]);
  expect((await overview())?.yearFee).toEqual({ price: usd(5000), on: '2026-12-20', paid: null });

  await engine.call('fees.pay', { id, due: day('2026-12-20'), on: asOf, asOf });
  expect(await reminders()).toEqual([]);
  expect((await december())?.money).toEqual([]);
  expect((await overview())?.yearFee).toEqual({
    price: usd(5000),
    on: '2026-12-20',
    paid: { on: asOf, amount: null },
  });
});

test('a cycle that was renewed early keeps its yearly fee, and asks for no renewal fee any more', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, security);
  await add(engine, { ...pmp, issued: date('2023-12-14') });
  for (const { id: each } of (await engine.call('ledger.overview', { asOf: TODAY })).items)
    await engine.call('renewals.renew', { id: each, on: TODAY, asOf: TODAY });
  const due = (await engine.call('reminders.preview', { asOf: TODAY, months: 12 }))
    .flatMap(({ reminders }) => reminders)
    .filter(({ kind }) => kind === 'fee-due');
  expect(due.map(({ subjectId, key }) => [subjectId, key.split(':').slice(-2).join(' ')])).toEqual([
    [id, '30 2026-12-20'],
    [id, '7 2026-12-20'],
    [id, '30 2027-12-20'],
  ]);
  const { months } = await engine.call('renewals.load', { asOf: TODAY });
  expect(months.flatMap(({ month, money }) => money.map((sum) => [month, sum]))).toEqual([
    ['2026-12', usd(5000)],
  ]);
});

test('a renewal fee is due with the end of the cycle, and of what was paid the amount is kept', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, pmp);
  const overview = async () => (await engine.call('ledger.overview', { asOf: TODAY })).items[0];
  expect(await overview()).toMatchObject({ fee: usd(15_000), feePaid: null });
  const { fees } = await engine.call('fees.pay', {
    id,
    due: day('2027-05-14'),
    on: TODAY,
    amount: usd(6000),
    asOf: TODAY,
  });
  expect(fees).toMatchObject([
    { due: '2027-05-14', per: 'cycle', price: usd(15_000), member: usd(6000), state: 'paid' },
  ]);
  expect(await overview()).toMatchObject({ feePaid: { on: TODAY, amount: usd(6000) } });
  // The next cycle has a fee of its own; the old one stays paid.
  await engine.call('renewals.renew', { id, on: TODAY, asOf: TODAY });
  expect((await engine.call('fees.list', { id, asOf: TODAY })).fees).toMatchObject([
    { due: '2027-05-14', state: 'paid' },
    { due: '2030-05-14', state: 'due' },
  ]);
});

test('a day on which nothing falls due is refused, unless it is said to be another fee', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, pmp);
  const degree = await add(engine, { title: 'Degree', kind: 'degree' });
  const pay = (of: typeof id, due: string, other = false) =>
    engine.call('fees.pay', { id: of, due: day(due), on: TODAY, other, asOf: TODAY });
  await expect(pay(id, '2027-05-15')).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('2027-05-14'),
  });
  await expect(pay(degree.id, '2027-05-15')).rejects.toMatchObject({ code: 'invalid_input' });
  expect((await pay(degree.id, '2027-05-15', true)).fees).toMatchObject([
    { due: '2027-05-15', per: 'other', price: null, state: 'paid' },
  ]);
  // A credential that is gone for good takes its payments with it, and undo brings both back.
  await engine.call('credentials.trash', { ids: [degree.id] });
  await engine.call('credentials.purge', { ids: [degree.id] });
  await expect(engine.call('fees.list', { id: degree.id, asOf: TODAY })).rejects.toMatchObject({
    code: 'not_found',
  });
  await engine.call('history.undo', {});
  expect((await engine.call('fees.list', { id: degree.id, asOf: TODAY })).fees).toHaveLength(1);
});

test('a late fee falls due only once the cycle is over and may still be mended', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, {
    title: 'PHR',
    policyId: 'hrci-phr',
    issued: date('2023-10-01'),
  });
  const kinds = async (asOf: string) =>
    (await engine.call('fees.list', { id, asOf: day(asOf) })).fees.map(({ per }) => per);
  expect(await kinds('2026-09-01')).toEqual(['cycle']);
  expect(await kinds('2026-11-01')).toEqual(['cycle', 'late']);
});
