import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('fees, choices, the simulator, the allocator and proofs from the command line', async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) =>
    laurel(folder.path, ...args, '--json', '--as-of', '2026-11-23');
  const add = (title: string, policy: string, issued: string) =>
    run(
      'add',
      '--title',
      title,
      '--kind',
      'license',
      '--issuer',
      'X',
      '--issued',
      issued,
      '--policy',
      policy,
    );
  await add('CISSP', 'isc2-cissp', '2025-02-09');
  const paid = await run('fee', 'pay', 'CISSP', '--due', '2027-02-09', '--amount', '135.00:USD');
  expect(paid.json()).toMatchObject({
    fees: [
      { due: '2026-02-09', state: 'overdue' },
      {
        due: '2027-02-09',
        paid: { on: '2026-11-23', amount: { amount: 13_500, currency: 'USD' } },
      },
      { due: '2028-02-09', state: 'due' },
    ],
  });
  expect(
    (await laurel(folder.path, 'fee', 'list', 'CISSP', '--as-of', '2026-11-23')).stdout,
  ).toContain('paid 2026-11-23, 135.00 USD');
  expect((await run('fee', 'unpay', 'CISSP', '--due', '2027-02-09')).status).toBe(0);
  expect((await run('fee', 'pay', 'CISSP', '--due', '2027-02-10')).status).toBe(1);
  expect((await run('fee', 'pay', 'CISSP', '--due', '2027-02-09', '--amount', '135')).status).toBe(
    1,
  );

  await add('CPA', 'cpa-generic', '2025-10-05');
  expect((await run('policy', 'choose', 'CPA', '--state', 'al')).json()).toMatchObject({
    chosen: { state: 'AL' },
  });
  expect((await run('show', 'CPA')).json()).toMatchObject({ expires: '2027-09-30' });
  const choices = await laurel(folder.path, 'policy', 'choices', 'CPA');
  expect(choices.stdout).toMatch(
    /^\* +--state AL +12 months, .*40 CPE, 2 of ethics; Ends: 09-30; 8 acc/m,
  );
  expect((await run('policy', 'choose', 'CPA', '--state', '')).json()).toMatchObject({
    chosen: {},
  });
  expect((await run('policy', 'choose', 'CPA', '--state', 'ZZ')).status).toBe(1);

  await add('CompTIA A+', 'comptia-aplus', '2024-06-01');
  expect((await run('policy', 'simulate', 'comptia-securityplus')).json()).toMatchObject({
    end: '2029-11-23',
    proposals: [{ title: 'CompTIA A+', end: '2029-11-23' }],
  });
  expect((await laurel(folder.path, 'policy', 'simulate', 'isc2-cissp')).stdout).toContain(
    'You hold CISSP',
  );

  await add('PMP', 'pmi-pmp', '2024-05-14');
  const file = join(folder.path, 'proof.pdf');
  writeFileSync(file, '%PDF-1.7 proof');
  const logged = await run(
    'activity',
    'add',
    '--date',
    '2026-03-01',
    '--title',
    'Strategy',
    '--for',
    'PMP:8',
    '--proof',
    file,
  );
  const activity = logged.json<{ id: string; proofs: Array<{ id: string; sha256: string }> }>();
  const [proof] = activity.proofs;
  const copy = join(folder.path, 'copy.pdf');
  expect(
    (await run('activity', 'save-proof', proof?.sha256 ?? '', '-o', copy)).json(),
  ).toMatchObject({
    name: 'proof.pdf',
    mime: 'application/pdf',
    bytes: 14,
  });
  expect(readFileSync(copy, 'utf8')).toBe('%PDF-1.7 proof');
  expect((await run('activity', 'unprove', activity.id, proof?.id ?? '')).json()).toMatchObject({
    proofs: [],
  });
  expect((await run('activity', 'save-proof', proof?.id ?? '')).status).toBe(1);
  expect((await run('activity', 'prove', activity.id, file)).json()).toMatchObject({
    proofs: [{ name: 'proof.pdf' }],
  });

  // 35 of the 60 are asked in Education, 25 of them at the most elsewhere.
  await run(
    'activity',
    'add',
    '--date',
    '2026-03-02',
    '--title',
    'Given back',
    '--for',
    'PMP:25:Giving Back',
  );
  await run(
    'activity',
    'add',
    '--date',
    '2026-03-03',
    '--title',
    'Course',
    '--for',
    'PMP:19:Ways of Working',
  );
  const found = await run('allocate');
  expect(found.json()).toMatchObject({ applied: 0, changes: [{ activity: 'Strategy' }] });
  expect((await run('allocate', '--apply')).json()).toMatchObject({ applied: 1 });
  expect((await run('allocate')).json()).toMatchObject({ changes: [] });
}, 120_000);
