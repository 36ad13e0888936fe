import { expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { NewCredential } from '#shared/domain/credential.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });

const pmp = { policyId: 'pmi-pmp', issued: date('2024-05-14') } as const;
const cissp = {
  title: 'CISSP',
  issuer: 'ISC2',
  policyId: 'isc2-cissp',
  issued: date('2024-05-14'),
} as const;

test('the plan of a portfolio: what to do by when, what it counts for, and which rule binds', async () => {
  using engine = openTestEngine();
  const first = await add(engine, pmp);
  const second = await add(engine, cissp);
  const plan = await engine.call('planner.plan', { until: day('2027-12-31'), asOf: TODAY });
  expect(plan.perCredential.map(({ credentialId }) => credentialId)).toEqual([first.id, second.id]);
  // 120 CPE are more than 60 PDU in the same days, so that PMP costs nothing more.
  expect(plan.hours).toBe(120);
  expect(plan.hoursApart).toBe(180);
  expect(plan.binding).toMatchObject([{ credentialId: second.id, hours: 120 }]);
  expect(plan.perCredential[0]?.need).toContainEqual({
    unit: 'PDU',
    category: 'Power Skills',
    units: 8,
  });
  const early = await engine.call('planner.plan', { until: day('2027-01-31'), asOf: TODAY });
  expect(early).toMatchObject({ hours: 0, items: [], perCredential: [], binding: [] });
});

test('logging what the plan says leaves nothing to plan', async () => {
  using engine = openTestEngine();
  await add(engine, pmp);
  await add(engine, cissp);
  const ask = () => engine.call('planner.plan', { until: day('2027-12-31'), asOf: TODAY });
  for (const item of (await ask()).items) {
    await engine.call('activities.create', {
      on: item.from,
      title: 'As planned',
      hours: item.hours,
      allocations: item.counts.map(({ credentialId, unit, category, units }) => ({
        credentialId,
        unit,
        category,
        units,
      })),
    });
  }
  expect(await ask()).toMatchObject({ hours: 0, perCredential: [] });
});

test('the allocator gives uncategorised units a category where that leaves less to do', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, pmp);
  const log = (title: string, units: number, category: string | null) =>
    engine.call('activities.create', {
      on: day('2025-03-01'),
      title,
      hours: units,
      allocations: [{ credentialId: id, units, category }],
    });
  await log('Volunteering', 25, 'Giving Back');
  await log('Course', 19, 'Ways of Working');
  await log('Leading', 8, null);
  const strategy = await log('Strategy', 8, null);
  const found = await engine.call('planner.allocate', { asOf: TODAY });
  expect(found).toMatchObject({ hoursBefore: 16, hoursAfter: 0, isProven: true });
  expect(new Set(found.changes.map(({ becomes }) => becomes.category))).toEqual(
    new Set(['Power Skills', 'Business Acumen']),
  );
  // Told that Strategy may only be Ways of Working, it cannot help.
  const told = await engine.call('planner.allocate', {
    asOf: TODAY,
    may: [{ activityId: strategy.id, credentialId: id, categories: ['Ways of Working'] }],
  });
  expect(told).toMatchObject({ hoursBefore: 16, hoursAfter: 8 });
});

test('the allocator finds what else an activity may count towards, when told that it may', async () => {
  using engine = openTestEngine();
  const first = await add(engine, pmp);
  const second = await add(engine, cissp);
  const activity = await engine.call('activities.create', {
    on: day('2025-03-01'),
    title: 'Webinar',
    hours: 2,
    allocations: [{ credentialId: first.id, category: 'Ways of Working' }],
  });
  const ask = (credentialId: typeof second.id, categories: (string | null)[]) =>
    engine.call('planner.allocate', {
      asOf: TODAY,
      may: [{ activityId: activity.id, credentialId, categories }],
    });
  const found = await ask(second.id, [null]);
  expect(found.hoursBefore - found.hoursAfter).toBe(2);
  expect(found.changes).toMatchObject([
    { activityId: activity.id, credentialId: second.id, was: null, becomes: { units: 2 } },
  ]);
  await expect(ask(second.id, ['No such'])).rejects.toMatchObject({ code: 'invalid_input' });
  const other = await add(engine, { title: 'Degree', kind: 'degree' });
  await expect(ask(other.id, [null])).rejects.toMatchObject({ code: 'refused' });
});

test('what the allocator proposes is applied as one change, which undo takes back', async () => {
  using engine = openTestEngine();
  const first = await add(engine, pmp);
  const second = await add(engine, cissp);
  const log = (title: string, units: number, category: string | null) =>
    engine.call('activities.create', {
      on: day('2025-03-01'),
      title,
      hours: units,
      allocations: [{ credentialId: first.id, units, category }],
    });
  await log('Volunteering', 25, 'Giving Back');
  await log('Course', 19, 'Ways of Working');
  await log('Leading', 8, null);
  const strategy = await log('Strategy', 8, null);
  const ask = () =>
    engine.call('planner.allocate', {
      asOf: TODAY,
      may: [{ activityId: strategy.id, credentialId: second.id, categories: [null] }],
    });
  const found = await ask();
  expect(found).toMatchObject({ hoursBefore: 136, hoursAfter: 112 });
  const changes = found.changes.map(({ activityId, credentialId, was, becomes }) => ({
    activityId,
    credentialId,
    was,
    becomes,
  }));
  expect(changes).toHaveLength(3);
  const before = await engine.call('activities.list', {});
  expect(await engine.call('planner.apply', { changes })).toEqual({ applied: 3 });
  expect(await ask()).toMatchObject({ hoursBefore: 112, hoursAfter: 112, changes: [] });
  // What they were based on is no longer so.
  await expect(engine.call('planner.apply', { changes })).rejects.toMatchObject({
    code: 'conflict',
  });
  await engine.call('history.undo', {});
  expect(await engine.call('activities.list', {})).toEqual(before);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('one change that no longer fits, and none of them is made', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, pmp);
  const made = await engine.call('activities.create', {
    on: day('2025-03-01'),
    title: 'Course',
    allocations: [{ credentialId: id, units: 8 }],
  });
  const was = { unit: null, category: null, units: 8 };
  const change = {
    activityId: made.id,
    credentialId: id,
    was,
    becomes: { ...was, category: 'Power Skills' },
  };
  const others = [
    { ...change, was: { ...was, units: 7 } },
    { ...change, becomes: { ...was, category: 'Cookery' } },
    { ...change, activityId: id },
  ];
  for (const other of others) {
    await expect(engine.call('planner.apply', { changes: [change, other] })).rejects.toMatchObject({
      code: expect.stringMatching(/conflict|invalid_input|not_found/),
    });
  }
  expect((await engine.call('activities.list', {})).items).toEqual([made]);
});

test('the load of twelve months: hours and fees by their days', async () => {
  using engine = openTestEngine();
  await add(engine, pmp);
  const { months } = await engine.call('renewals.load', { asOf: TODAY });
  expect(months).toHaveLength(12);
  expect(months.filter(({ hours }) => hours > 0)).toMatchObject([{ month: '2027-05', hours: 60 }]);
  expect(months.find(({ month }) => month === '2027-05')?.money).toMatchObject([
    { currency: 'USD' },
  ]);
});
