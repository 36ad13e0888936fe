import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });
const get = (engine: TestEngine, { id }: Pick<Awaited<ReturnType<typeof add>>, 'id'>) =>
  engine.call('credentials.get', { id, asOf: TODAY });

test('a policy computes the expiry; an entered one stays, and both are kept', async () => {
  using engine = openTestEngine();
  expect(await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') })).toMatchObject({
    expires: '2027-05-14',
    expiresComputed: '2027-05-14',
    policyId: 'pmi-pmp',
  });
  const entered = await add(engine, {
    policyId: 'pmi-pmp',
    issued: date('2024-05-14'),
    expires: date('2027-06'),
  });
  expect(entered).toMatchObject({ expires: '2027-06', expiresComputed: '2027-05-14' });
  const moved = await engine.call('credentials.update', {
    id: entered.id,
    patch: { issued: date('2024-06-01') },
    asOf: TODAY,
  });
  expect(moved).toMatchObject({ expires: '2027-06', expiresComputed: '2027-06-01' });
  await expect(add(engine, { policyId: 'no-such-policy' })).rejects.toMatchObject({
    code: 'not_found',
    path: 'policyId',
  });
});

test('a policy set later computes, and follows the issue date until an expiry is entered', async () => {
  using engine = openTestEngine();
  const made = await add(engine, { issued: date('2024-05-14') });
  const change = (patch: object) =>
    engine.call('credentials.update', { id: made.id, patch, asOf: TODAY });
  expect(await change({ policyId: 'pmi-pmp' })).toMatchObject({ expires: '2027-05-14' });
  expect(await change({ issued: date('2024-07-01') })).toMatchObject({ expires: '2027-07-01' });
  expect(await change({ expires: date('2028-01-01') })).toMatchObject({
    expires: '2028-01-01',
    expiresComputed: '2027-07-01',
  });
  expect(await change({ policyId: null })).toMatchObject({
    expires: '2028-01-01',
    expiresComputed: null,
  });
});

test('grace and suspension come from the policy’s ladder', async () => {
  using engine = openTestEngine();
  const made = await add(engine, { policyId: 'pmi-pmp', issued: date('2023-10-01') });
  const statusOn = async (asOf: string) =>
    (await engine.call('credentials.get', { id: made.id, asOf: day(asOf) })).status;
  expect(await statusOn('2026-10-01')).toBe('expiring');
  expect(await statusOn('2026-10-02')).toBe('suspended');
  expect(await statusOn('2027-10-01')).toBe('suspended');
  expect(await statusOn('2027-10-03')).toBe('expired');
});

test('a policy is proposed by title, abbreviation or issuer, with the expiry that it would give', async () => {
  using engine = openTestEngine();
  const [best] = await engine.call('policies.match', {
    title: 'CISSP',
    issuer: '(ISC)²',
    issued: date('2025-02-09'),
  });
  expect(best).toMatchObject({
    policy: { id: 'isc2-cissp', origin: 'catalogue' },
    expires: '2028-02-09',
  });
  expect(await engine.call('policies.match', { title: 'Baking for beginners' })).toEqual([]);
});

test('a webinar logged once counts for several; the bars move, and undo takes it back', async () => {
  using engine = openTestEngine();
  const pmp = await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') });
  const cissp = await add(engine, {
    title: 'CISSP',
    policyId: 'isc2-cissp',
    issued: date('2025-02-09'),
  });
  const made = await engine.call('activities.create', {
    on: day('2026-11-19'),
    title: 'Scenario planning',
    hours: 1.5,
    allocations: [
      { credentialId: pmp.id, category: 'Business Acumen' },
      { credentialId: cissp.id, units: 1 },
    ],
    proofs: [
      {
        name: 'attendance.pdf',
        mime: 'application/pdf',
        bytes: new TextEncoder().encode('%PDF-1.7 proof'),
      },
    ],
  });
  expect(made.allocations.map(({ units, flag }) => `${units} ${flag}`).toSorted()).toEqual([
    '1 counted',
    '1.5 counted',
  ]);
  expect(made.proofs).toMatchObject([{ name: 'attendance.pdf', bytes: 14 }]);
  const counted = async (id: typeof pmp.id) =>
    (await engine.call('ledger.get', { id, asOf: TODAY })).requirements[0]?.counted;
  expect([await counted(pmp.id), await counted(cissp.id)]).toEqual([1.5, 1]);
  const ledger = await engine.call('ledger.get', { id: pmp.id, asOf: TODAY });
  expect(ledger.requirements[0]?.categories.find(({ name }) => name === 'Education')).toMatchObject(
    { raw: 1.5, counted: 1.5, min: 35, met: false },
  );

  await engine.call('activities.update', {
    id: made.id,
    fields: {
      on: day('2024-01-01'),
      title: 'Too early',
      allocations: [{ credentialId: pmp.id, units: 2 }],
    },
  });
  expect(
    (await engine.call('activities.list', { credentialId: pmp.id })).items[0]?.allocations,
  ).toMatchObject([{ flag: 'before-start' }]);
  expect(await counted(pmp.id)).toBe(0);
  await engine.call('history.undo', {});
  await engine.call('history.undo', {});
  expect(await counted(pmp.id)).toBe(0);
  expect((await engine.call('activities.list', {})).items).toEqual([]);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('units without hours, or for a category that is not there, are refused and nothing is kept', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') });
  const log = (allocation: object) =>
    engine.call('activities.create', {
      on: TODAY,
      title: 'x',
      allocations: [{ credentialId: id, ...allocation }],
    });
  await expect(log({})).rejects.toMatchObject({ code: 'invalid_input', path: 'allocations' });
  await expect(log({ units: 1, category: 'Cookery' })).rejects.toMatchObject({
    code: 'invalid_input',
    path: 'category',
  });
  await expect(log({ units: 1.005 })).rejects.toMatchObject({ code: 'invalid_input' });
  expect((await engine.call('activities.list', {})).items).toEqual([]);
});

test('renewing adds a cycle, keeps the one before, and undo takes it back', async () => {
  using engine = openTestEngine();
  const made = await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') });
  const simulated = await engine.call('renewals.simulate', { id: made.id, on: TODAY });
  expect(simulated).toMatchObject({
    refusal: null,
    start: '2027-05-15',
    end: '2030-05-14',
    cost: { amount: 15_000, currency: 'USD' },
  });
  expect(await get(engine, made)).toEqual(made);

  const { credential } = await engine.call('renewals.renew', {
    id: made.id,
    on: TODAY,
    asOf: TODAY,
  });
  expect(credential.expires).toBe('2030-05-14');
  expect(credential.cycles).toEqual([
    { start: '2024-05-14', end: '2027-05-14', renewedOn: null, method: null },
    { start: '2027-05-15', end: '2030-05-14', renewedOn: TODAY, method: 'credits' },
  ]);
  await engine.call('history.undo', {});
  expect(await get(engine, made)).toEqual(made);
});

test('Microsoft: the window opens six calendar months before, and a day earlier is refused', async () => {
  using engine = openTestEngine();
  const made = await add(engine, {
    title: 'Azure Administrator',
    policyId: 'ms-role-based',
    issued: date('2025-12-11'),
  });
  expect(made.expires).toBe('2026-12-11');
  const renewOn = (on: string) =>
    engine.call('renewals.renew', { id: made.id, on: day(on), asOf: TODAY });
  await expect(renewOn('2026-06-10')).rejects.toMatchObject({ code: 'refused' });
  expect((await renewOn('2026-06-11')).credential.expires).toBe('2027-12-11');
});

test('the renewal graph proposes with the reason, changes nothing unasked, and cascades as one change', async () => {
  using engine = openTestEngine();
  const aPlus = await add(engine, {
    title: 'CompTIA A+',
    policyId: 'comptia-aplus',
    issued: date('2024-01-18'),
  });
  const security = await add(engine, {
    title: 'Security+',
    policyId: 'comptia-securityplus',
    issued: date('2024-01-18'),
  });
  const request = { id: security.id, on: TODAY, asOf: TODAY };
  const { proposals } = await engine.call('renewals.renew', request);
  expect(proposals).toMatchObject([
    { credentialId: aPlus.id, end: '2030-01-18', oldEnd: '2027-01-18' },
  ]);
  expect(proposals[0]?.reason).not.toBe('');
  expect((await get(engine, aPlus)).expires).toBe('2027-01-18');

  await engine.call('history.undo', {});
  expect((await engine.call('renewals.renew', { ...request, cascade: true })).accepted).toBe(1);
  expect((await get(engine, aPlus)).cycles).toHaveLength(2);
  await engine.call('history.undo', {});
  expect([(await get(engine, aPlus)).expires, (await get(engine, security)).expires]).toEqual([
    '2027-01-18',
    '2027-01-18',
  ]);
});

test('SHRM asks for the birth month once and then works out what waited for it', async () => {
  using engine = openTestEngine();
  const made = await add(engine, {
    title: 'SHRM-CP',
    policyId: 'shrm-cp',
    issued: date('2024-02-01'),
  });
  expect(made.expires).toBeNull();
  expect(
    (await engine.call('policies.expiry', { id: 'shrm-cp', issued: made.issued })).reason,
  ).toContain('month of birth');
  await engine.call('settings.set', { birthMonth: 9 });
  expect((await get(engine, made)).expires).toBe('2027-09-30');
});

test('a renewal without a policy is taken as it is stated', async () => {
  using engine = openTestEngine();
  const made = await add(engine, { issued: date('2020-01-01'), expires: date('2023-01-01') });
  await expect(
    engine.call('renewals.renew', { id: made.id, on: TODAY, asOf: TODAY }),
  ).rejects.toMatchObject({ code: 'refused' });
  const { credential } = await engine.call('renewals.renew', {
    id: made.id,
    on: TODAY,
    expires: date('2029-01'),
    asOf: TODAY,
  });
  expect(credential.cycles.map(({ end }) => end)).toEqual(['2023-01-01', '2029-01']);
});

test('undoing an import does not take a credential that has a ledger by now', async () => {
  using engine = openTestEngine();
  const made = await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') });
  const { items } = await engine.call('history.list', { subjectId: made.id });
  await engine.call('activities.create', {
    on: TODAY,
    title: 'Course',
    allocations: [{ credentialId: made.id, units: 1 }],
  });
  await engine.call('credentials.trash', { ids: [made.id] });
  expect(items).toHaveLength(1);
  await expect(engine.call('credentials.purge', { ids: [made.id] })).resolves.toEqual({
    changed: 1,
  });
  expect((await engine.call('activities.list', {})).items[0]?.allocations).toEqual([]);
  await engine.call('history.undo', {});
  expect((await engine.call('activities.list', {})).items[0]?.allocations).toMatchObject([
    { units: 1 },
  ]);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});

test('a policy of the holder’s own is added, used, and falls back when it is taken away', async () => {
  using engine = openTestEngine();
  const { policy } = await engine.call('policies.get', { id: 'pmi-pmp' });
  await engine.call('policies.put', { policy: { ...policy, cycleMonths: 24, validityMonths: 24 } });
  expect(await engine.call('policies.get', { id: 'pmi-pmp' })).toMatchObject({
    origin: 'changed',
    policy: { cycleMonths: 24 },
  });
  expect((await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') })).expires).toBe(
    '2026-05-14',
  );
  await engine.call('policies.remove', { id: 'pmi-pmp' });
  expect(await engine.call('policies.get', { id: 'pmi-pmp' })).toMatchObject({
    origin: 'catalogue',
    policy: { cycleMonths: 36 },
  });
  await expect(engine.call('policies.remove', { id: 'pmi-pmp' })).rejects.toMatchObject({
    code: 'refused',
  });
  await expect(
    engine.call('policies.put', { policy: { id: 'x', name: 'half a policy' } }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
});
