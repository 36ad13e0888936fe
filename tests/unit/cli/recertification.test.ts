import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Credential } from '#shared/domain/credential.ts';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('policy, activity, ledger and renew as cli.md has them', async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) =>
    laurel(folder.path, ...args, '--json', '--as-of', '2026-11-23');
  const added = await run(
    'add',
    '--title',
    'Project Management Professional',
    '--abbr',
    'PMP',
    '--kind',
    'certification',
    '--issuer',
    'PMI',
    '--issued',
    '2024-05-14',
    '--policy',
    'pmi-pmp',
  );
  expect(added.json()).toMatchObject({
    expires: '2027-05-14',
    expiresComputed: '2027-05-14',
    policyId: 'pmi-pmp',
  });

  const logged = await run(
    'activity',
    'add',
    '--date',
    '2026-11-19',
    '--title',
    'Scenario planning',
    '--provider',
    'PMI Austin',
    '--for',
    'PMP:1.5:Business Acumen',
  );
  expect(logged.json()).toMatchObject({
    title: 'Scenario planning',
    allocations: [{ units: 1.5, category: 'Business Acumen', flag: 'counted' }],
  });
  const ledger = (await run('ledger', 'PMP')).json<Record<string, unknown>>();
  expect(Object.keys(ledger)).toEqual(['credentialId', 'cycle', 'requirements']);
  expect(ledger).toMatchObject({
    cycle: { start: '2024-05-14', end: '2027-05-14' },
    requirements: [
      {
        unit: 'PDU',
        total: 60,
        counted: 1.5,
        carriedIn: 0,
        met: false,
        carryOut: 0,
        pace: { onTrack: false },
      },
    ],
  });

  const plan = await run('plan', '--until', '2027-06-01');
  expect(plan.json()).toMatchObject({
    until: '2027-06-01',
    hours: 58.5,
    perCredential: [{ title: 'Project Management Professional', by: '2027-05-14' }],
  });

  const tried = await run('renew', 'PMP', '--dry-run');
  expect(tried.json()).toMatchObject({ refusal: null, end: '2030-05-14' });
  expect((await run('show', 'PMP')).json<Credential>().cycles).toHaveLength(1);
  const renewed = await run('renew', 'PMP', '--on', '2027-05-01');
  expect(renewed.json()).toMatchObject({
    abbreviation: 'PMP',
    expires: '2030-05-14',
    cycles: [
      { end: '2027-05-14' },
      { start: '2027-05-15', end: '2030-05-14', renewedOn: '2027-05-01' },
    ],
  });
  expect((await run('undo')).status).toBe(0);
  expect((await run('show', 'PMP')).json()).toMatchObject({ expires: '2027-05-14' });
  expect((await run('activity', 'list', '--for', 'PMP')).json()).toMatchObject({
    items: [{ title: 'Scenario planning' }],
  });
});

test('policies are listed with their source, shown, added from a file and taken away', async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) => laurel(folder.path, ...args);
  const { items } = (await run('policy', 'list', '--json')).json<{
    items: Array<{ id: string; asOf: string; verified: string }>;
  }>();
  expect(items).toHaveLength(145);
  expect(items.every(({ asOf }) => /^\d{4}-\d{2}$/.test(asOf))).toBe(true);
  const shown = await run('policy', 'show', 'pmi-pmp');
  const file = join(folder.path, 'policy.json');
  writeFileSync(file, shown.stdout.replace('"cycleMonths": 36', '"cycleMonths": 24'));
  expect((await run('policy', 'add', file, '--json')).json()).toMatchObject({
    id: 'pmi-pmp',
    origin: 'changed',
    cycleMonths: 24,
  });
  expect((await run('policy', 'remove', 'pmi-pmp')).status).toBe(0);
  expect((await run('policy', 'show', 'pmi-pmp')).stdout).toBe(shown.stdout);
  writeFileSync(file, '{"id": "half"');
  expect(await run('policy', 'add', file)).toMatchObject({ status: 1, stdout: '' });
});

test('bad input is refused in one line, and nothing is written', async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) => laurel(folder.path, ...args);
  await run(
    'add',
    '--title',
    'PMP',
    '--kind',
    'certification',
    '--issuer',
    'PMI',
    '--issued',
    '2024-05-14',
    '--policy',
    'pmi-pmp',
  );
  for (const args of [
    ['activity', 'add', '--date', '2026-02-30', '--title', 'x', '--for', 'PMP:1'],
    ['activity', 'add', '--date', '2026-02-03', '--title', 'x', '--for', 'PMP'],
    ['activity', 'add', '--date', '2026-02-03', '--title', 'x', '--for', 'PMP:1:Cookery'],
    ['activity', 'add', '--date', '2026-02-03', '--title', 'x', '--for', 'nobody:1'],
    ['renew', 'PMP', '--on', 'tomorrow'],
    ['renew', 'PMP', '--method', 'assessment'],
    ['ledger', 'nobody'],
    ['policy', 'show', 'nothing'],
    ['audit', 'PMP', '-o', '/nowhere/x.zip'],
    ['settings', '--set', 'birthMonth=13'],
  ]) {
    const result = await run(...args);
    expect([args, result.status, result.stdout]).toEqual([args, 1, '']);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect((await run('renew', 'PMP', '--method', 'magic')).status).toBe(2);
  expect((await run('activity', 'list', '--json')).json()).toEqual({ items: [] });
}, 60_000);

test('an audit packet is written and what it lacks is named', async () => {
  using folder = temporaryFolder();
  await laurel(
    folder.path,
    'add',
    '--title',
    'PMP',
    '--kind',
    'certification',
    '--issuer',
    'PMI',
    '--issued',
    '2024-05-14',
    '--policy',
    'pmi-pmp',
  );
  const file = join(folder.path, 'audit.zip');
  const { status, json } = await laurel(
    folder.path,
    'audit',
    'PMP',
    '-o',
    file,
    '--json',
    '--as-of',
    '2026-11-23',
  );
  expect([status, json()]).toMatchObject([
    0,
    { format: 'audit', file, warnings: ['0 of 60 PDU count so far.'] },
  ]);
  expect(readFileSync(file).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
});
