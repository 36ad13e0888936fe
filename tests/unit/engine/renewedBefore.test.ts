import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });

test('renewed before it was recorded: the end by the policy is the current cycle’s, or not said', async () => {
  using engine = openTestEngine();
  // Certified in 2015: the end of the first cycle, 2018, would stand beside 2027 as a difference.
  expect(
    await add(engine, {
      policyId: 'pmi-pmp',
      issued: date('2015-05-14'),
      expires: date('2027-05-14'),
    }),
  ).toMatchObject({ expires: '2027-05-14', expiresComputed: '2027-05-14' });
  expect(
    await add(engine, {
      title: 'A+',
      policyId: 'comptia-aplus',
      issued: date('2015-05-14'),
      expires: date('2027-05-14'),
    }),
  ).toMatchObject({ expires: '2027-05-14', expiresComputed: null });
  // One cycle with another end is a difference that is worth showing.
  expect(
    await add(engine, {
      title: 'A+',
      policyId: 'comptia-aplus',
      issued: date('2024-05-14'),
      expires: date('2027-08-01'),
    }),
  ).toMatchObject({ expires: '2027-08-01', expiresComputed: '2027-05-14' });
});

test('an edit of a renewed credential keeps its end; a corrected date corrects the cycle that it is of', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, { policyId: 'pmi-pmp', issued: date('2023-12-14') });
  await engine.call('renewals.renew', { id, on: TODAY, asOf: TODAY });
  const change = (patch: object) => engine.call('credentials.update', { id, patch, asOf: TODAY });
  expect(await change({ lifecycle: 'earned', issued: date('2023-12-10') })).toMatchObject({
    expires: '2029-12-14',
    expiresComputed: '2029-12-14',
    cycles: [
      { start: '2023-12-10', end: '2026-12-14' },
      { start: '2026-12-15', end: '2029-12-14' },
    ],
  });
  expect(await change({ expires: date('2029-12-31') })).toMatchObject({
    expires: '2029-12-31',
    expiresComputed: '2029-12-14',
    cycles: [{ end: '2026-12-14' }, { start: '2026-12-15', end: '2029-12-31' }],
  });
  expect((await engine.call('ledger.get', { id, asOf: day('2028-01-01') })).cycle).toEqual({
    start: '2026-12-15',
    end: '2029-12-31',
  });
  await engine.call('history.undo', {});
  expect(await engine.call('credentials.get', { id, asOf: TODAY })).toMatchObject({
    expires: '2029-12-14',
    cycles: [{}, { end: '2029-12-14' }],
  });
});

test('renewed with another: units until the shared cycle begins count in the old one', async () => {
  using engine = openTestEngine();
  const aPlus = await add(engine, {
    title: 'A+',
    policyId: 'comptia-aplus',
    issued: date('2025-05-01'),
  });
  const security = await add(engine, {
    title: 'Security+',
    policyId: 'comptia-securityplus',
    issued: date('2024-01-18'),
  });
  await engine.call('renewals.renew', { id: security.id, on: TODAY, cascade: true, asOf: TODAY });
  expect(
    (await engine.call('credentials.get', { id: aPlus.id, asOf: TODAY })).cycles,
  ).toMatchObject([
    { start: '2025-05-01', end: '2028-05-01' },
    { start: '2027-01-19', end: '2030-01-18' },
  ]);
  const log = async (on: string) =>
    (
      await engine.call('activities.create', {
        on: day(on),
        title: on,
        allocations: [{ credentialId: aPlus.id, units: 1 }],
      })
    ).allocations[0]?.flag;
  expect([await log('2026-12-24'), await log('2027-01-18'), await log('2027-01-19')]).toEqual([
    'counted',
    'counted',
    'counted',
  ]);
  const counted = async (asOf: string) => {
    const ledger = await engine.call('ledger.get', { id: aPlus.id, asOf: day(asOf) });
    return [ledger.cycle.start, ledger.requirements[0]?.counted];
  };
  expect([await counted('2026-12-31'), await counted('2027-02-01')]).toEqual([
    ['2025-05-01', 2],
    ['2027-01-19', 1],
  ]);
});
