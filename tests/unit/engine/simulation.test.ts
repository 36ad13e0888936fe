import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });

test('if I pass Security+: until when, what it costs to keep, and what it renews; nothing is written', async () => {
  using engine = openTestEngine();
  const aPlus = await add(engine, {
    title: 'CompTIA A+',
    policyId: 'comptia-aplus',
    issued: date('2024-06-01'),
  });
  const before = await engine.call('history.list', {});
  const simulated = await engine.call('renewals.simulateNew', {
    policyId: 'comptia-securityplus',
    on: TODAY,
  });
  expect(simulated).toMatchObject({
    refusal: null,
    name: 'Security+',
    start: TODAY,
    end: '2029-11-23',
    cost: [{ amount: 15_000, currency: 'USD' }],
    units: [{ unit: 'CEU', total: 50, hours: 50 }],
    hours: 50,
    proposals: [
      {
        credentialId: aPlus.id,
        start: TODAY,
        end: '2029-11-23',
        oldEnd: '2027-06-01',
        verified: 'memory',
      },
    ],
  });
  expect(simulated.fees.map(({ due }) => due)).toEqual(['2027-11-23', '2028-11-23', '2029-11-23']);
  expect(await engine.call('history.list', {})).toEqual(before);
  expect(await engine.call('credentials.get', { id: aPlus.id, asOf: TODAY })).toEqual(aPlus);
});

test('AWS: another exam renews the lower one from the day of the pass', async () => {
  using engine = openTestEngine();
  await add(engine, { title: 'SAA', policyId: 'aws-saa', issued: date('2024-06-01') });
  const simulated = await engine.call('renewals.simulateNew', {
    policyId: 'aws-sap',
    on: TODAY,
  });
  expect(simulated.proposals).toMatchObject([{ end: '2029-11-23', oldEnd: '2027-06-01' }]);
  // The price on record is that of a renewal by voucher, not of a first exam.
  expect(simulated.cost).toEqual([]);
});

test('what is held already is not passed anew; what has expired is', async () => {
  using engine = openTestEngine();
  await add(engine, { policyId: 'pmi-pmp', issued: date('2024-05-14') });
  const simulate = (policyId: string, on = TODAY) =>
    engine.call('renewals.simulateNew', { policyId, on });
  expect((await simulate('pmi-pmp')).refusal).toContain('2027-05-14');
  const later = partialDateSchema.parse('2027-05-15') as typeof TODAY;
  expect(await simulate('pmi-pmp', later)).toMatchObject({ refusal: null, end: '2030-05-15' });
  await expect(simulate('nothing')).rejects.toMatchObject({ code: 'not_found' });
});

test('a state’s row, a birth month that is missing, and what never ends', async () => {
  using engine = openTestEngine();
  const simulate = (policyId: string, state: string | null = null) =>
    engine.call('renewals.simulateNew', { policyId, on: TODAY, state });
  expect(await simulate('cpa-generic', 'AL')).toMatchObject({
    end: '2028-09-30',
    units: [{ unit: 'CPE', total: 40 }],
  });
  expect((await simulate('cpa-generic', 'ZZ')).refusal).toContain('ZZ');
  expect(await simulate('shrm-cp')).toMatchObject({
    refusal: null,
    end: null,
    reason: expect.stringContaining('month of birth'),
    units: [{ total: 60 }],
  });
  expect(await simulate('ms-fundamentals')).toMatchObject({
    end: null,
    fees: [],
    hours: 0,
    refusal: null,
  });
});
