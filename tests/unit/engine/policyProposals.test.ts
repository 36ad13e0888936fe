import { expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { createPolicyMatcher } from '#shared/domain/policyMatch.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

type Input = ProcedureInput<'imports.commit'>;

const CSV = [
  'Title,Issuer,Issued,Expires',
  'Project Management Professional (PMP),Project Management Institute,2024-05-14,2027-06-01',
  'CISSP,ISC2,2025-02-09,',
  'Machine Learning,Stanford University,2023-01-01,',
].join('\n');
const inputOf = (csv: string, more: Partial<Input> = {}): Input => ({
  files: [{ name: 'list.csv', bytes: new TextEncoder().encode(csv) }],
  asOf: TODAY,
  ...more,
});
const stored = async (engine: TestEngine) =>
  (await engine.call('credentials.list', { asOf: TODAY, sort: 'title' })).items;
const rowsOf = async (engine: TestEngine, input: Input) =>
  (await engine.call('imports.preview', input)).rows;

test('an import proposes a policy for each new row that fits one, and takes none unasked', async () => {
  using engine = openTestEngine();
  const rows = await rowsOf(engine, inputOf(CSV));

  expect(rows.map(({ proposals, policyId }) => [proposals[0]?.id, policyId])).toEqual([
    ['pmi-pmp', null],
    ['isc2-cissp', null],
    [undefined, null],
  ]);
  expect(rows[0]?.proposals[0]).toMatchObject({ expires: '2027-05-14', cycleMonths: 36 });

  await engine.call('imports.commit', inputOf(CSV));
  expect((await stored(engine)).map(({ policyId }) => policyId)).toEqual([null, null, null]);
});

test('accepted proposals go in with the rows: the entered end stays, a missing one is computed', async () => {
  using engine = openTestEngine();
  const [pmp, cissp] = await rowsOf(engine, inputOf(CSV));
  const policies = { [String(pmp?.key)]: 'pmi-pmp', [String(cissp?.key)]: 'isc2-cissp' };
  const again = await rowsOf(engine, inputOf(CSV, { policies }));
  expect(again.map(({ policyId }) => policyId)).toEqual(['pmi-pmp', 'isc2-cissp', null]);

  const { batch } = await engine.call('imports.commit', inputOf(CSV, { policies }));
  expect(await stored(engine)).toMatchObject([
    {
      title: 'CISSP',
      policyId: 'isc2-cissp',
      expires: '2028-02-09',
      expiresComputed: '2028-02-09',
    },
    { policyId: null },
    { policyId: 'pmi-pmp', expires: '2027-06-01', expiresComputed: '2027-05-14' },
  ]);
  await engine.call('imports.undo', { batch: String(batch) });
  expect(await stored(engine)).toEqual([]);
});

test('a choice of none counts over the file, and what is here already gets no proposal', async () => {
  using engine = openTestEngine();
  await engine.call('credentials.create', {
    fields: aCredential({ title: 'CISSP', issuer: 'ISC2' }),
    asOf: TODAY,
  });
  const csv = 'Title,Issuer,Policy\nPMP,PMI,pmi-pmp\nCISSP,ISC2,\n';
  const input = inputOf(csv, { map: { Policy: 'policyId' } });
  const [pmp, cissp] = await rowsOf(engine, input);
  expect([pmp?.policyId, cissp?.action, cissp?.proposals]).toEqual(['pmi-pmp', 'skip', []]);
  const other = inputOf('Title,Issuer,Policy\nPMP,PMI,isc2-cissp\n', {
    map: { Policy: 'policyId' },
  });
  expect((await rowsOf(engine, other))[0]?.proposals.map(({ id }) => id).slice(0, 2)).toEqual([
    'isc2-cissp',
    'pmi-pmp',
  ]);

  await engine.call('imports.commit', { ...input, policies: { [String(pmp?.key)]: null } });
  expect((await stored(engine)).map(({ policyId }) => policyId)).toEqual([null, null]);
});

test('a policy that is not there is refused, and nothing is written', async () => {
  using engine = openTestEngine();
  const [pmp] = await rowsOf(engine, inputOf(CSV));
  const policies = { [String(pmp?.key)]: 'no-such-policy' };
  await expect(engine.call('imports.commit', inputOf(CSV, { policies }))).rejects.toMatchObject({
    code: 'invalid_input',
    path: 'policies',
  });
  expect(await stored(engine)).toEqual([]);
});

test('the index leaves out nothing that the words of a title name', () => {
  const catalogue = policyCatalog();
  const match = createPolicyMatcher(catalogue);
  const titles = catalogue.policies.flatMap(({ name, abbreviation, titleWords }) => [
    name,
    `Certificate: ${name}`,
    `${abbreviation ?? name} exam`,
    ...titleWords.map((word) => `Advanced ${word} (renewed)`),
  ]);
  for (const title of titles) {
    const named = catalogue.policies.filter(({ name, abbreviation, titleWords }) =>
      [name, abbreviation ?? name, ...titleWords].some((words) =>
        ` ${textKey(title)} `.includes(` ${textKey(words)} `),
      ),
    );
    expect(new Set(match({ title }).map(({ policy }) => policy.id))).toEqual(
      new Set(named.map(({ id }) => id)),
    );
  }
});

test('a changed policy moves the ends that it computed, its removal moves them back, one undo each', async () => {
  using engine = openTestEngine();
  const issued = partialDateSchema.parse('2024-05-14');
  const { id } = await engine.call('credentials.create', {
    fields: aCredential({ title: 'PMP', issued, policyId: 'pmi-pmp' }),
    asOf: TODAY,
  });
  const end = async () => (await engine.call('credentials.get', { id, asOf: TODAY })).expires;
  const { policy } = await engine.call('policies.get', { id: 'pmi-pmp' });
  await engine.call('policies.put', { policy: { ...policy, cycleMonths: 24 } });
  expect(await end()).toBe('2026-05-14');
  await engine.call('history.undo', {});
  expect(await end()).toBe('2027-05-14');
  await engine.call('history.redo', {});
  await engine.call('policies.remove', { id: 'pmi-pmp' });
  expect(await end()).toBe('2027-05-14');
});
