import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Credential } from '#shared/domain/credential.ts';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const PMP = [
  'add',
  '--title',
  'Project Management Professional',
  '--kind',
  'certification',
  '--issuer',
  'PMI',
] as const;
const FIELDS_OF_CREDENTIAL = [
  'id',
  'title',
  'abbreviation',
  'kind',
  'issuer',
  'platform',
  'lifecycle',
  'status',
  'progress',
  'started',
  'target',
  'issued',
  'expires',
  'expiresComputed',
  'daysLeft',
  'number',
  'url',
  'skills',
  'tags',
  'hours',
  'credits',
  'cost',
  'policyId',
  'cycles',
  'evidence',
  'verification',
  'source',
  'createdAt',
  'updatedAt',
];

test('add, list, show, edit, trash, restore, undo and history as cli.md has them', async () => {
  using folder = temporaryFolder();
  const run = (...args: string[]) => laurel(folder.path, ...args, '--json');
  const added = await run(
    ...PMP,
    '--abbr',
    'PMP',
    '--issued',
    '2024-05-14',
    '--expires',
    '2027-05',
    '--cost',
    '405.00:USD',
    '--credits',
    '3:ECTS',
    '--skills',
    'Risk, Agile',
    '--tag',
    'a',
    '--tag',
    'b',
    '--hours',
    '35.5',
    '--number',
    '7',
    '--url',
    'https://pmi.org/x',
    '--as-of',
    '2026-11-23',
  );
  expect(added).toMatchObject({ status: 0, stderr: '' });
  const credential = added.json<Credential>();
  expect(Object.keys(credential)).toEqual(expect.arrayContaining(FIELDS_OF_CREDENTIAL));
  expect(credential).toMatchObject({
    abbreviation: 'PMP',
    issuer: { name: 'PMI' },
    issued: '2024-05-14',
    expires: '2027-05',
    status: 'active',
    daysLeft: 189,
    cost: { amount: 40500, currency: 'USD' },
    credits: { amount: 3, system: 'ects' },
    skills: ['Risk', 'Agile'],
    tags: ['a', 'b'],
    hours: 35.5,
    number: '7',
    platform: null,
    policyId: null,
    source: null,
    evidence: [],
    cycles: [{ start: '2024-05-14', end: '2027-05', renewedOn: null, method: null }],
    verification: { state: 'not-checked', checkedAt: null, reasons: [] },
  });

  const shown = await run('show', credential.id.slice(0, 30), '--as-of', '2026-11-23');
  expect(shown.json()).toEqual(credential);
  const listed = await run(
    'list',
    '--status',
    'active,expiring',
    '--query',
    'manag',
    '--as-of',
    '2026-11-23',
  );
  expect(listed.json()).toEqual({ asOf: '2026-11-23', total: 1, items: [credential] });
  expect(
    (await run('list', '--as-of', '2027-06-01')).json<{ items: Credential[] }>().items[0],
  ).toMatchObject({ status: 'expired', daysLeft: -1 });

  const edited = await run(
    'edit',
    'PMP',
    '--set',
    'title=Renamed',
    '--set',
    'expires=',
    '--set',
    'neverExpires=yes',
  );
  expect(edited.json()).toMatchObject({ title: 'Renamed', expires: null, neverExpires: true });
  expect((await run('undo')).json()).toMatchObject({ operation: { undone: true }, changed: 1 });
  expect((await run('show', 'PMP')).json()).toMatchObject({
    title: 'Project Management Professional',
  });
  expect((await run('trash', 'PMP')).json()).toEqual({ changed: 1, ids: [credential.id] });
  expect((await run('show', 'PMP')).status).toBe(1);
  expect((await run('restore', 'PMP')).status).toBe(0);
  const { items } = (await run('history', 'PMP')).json<{
    items: Array<{ operation: { origin: string; kind: string } }>;
  }>();
  expect(items.map(({ operation }) => `${operation.origin} ${operation.kind}`)).toEqual([
    'cli do',
    'cli do',
    'cli undo',
    'cli do',
    'cli do',
  ]);
});

test('a refusal is status 1 with its code on standard error, and nothing is changed', async () => {
  using folder = temporaryFolder();
  await laurel(folder.path, ...PMP);
  for (const [args, code, path] of [
    [['show', 'nobody'], 'not_found', undefined],
    [
      ['edit', 'Project Management Professional', '--set', 'issued=2024-02-30'],
      'invalid_date',
      'issued',
    ],
    [['edit', 'Project Management Professional', '--set', 'colour=red'], 'invalid_input', 'colour'],
    [['edit', 'Project Management Professional', '--set', 'nonsense'], 'invalid_input', undefined],
    [['add', '--title', 'x', '--kind', 'nothing', '--issuer', 'y'], 'invalid_input', 'kind'],
    [
      ['add', '--title', 'x', '--kind', 'badge', '--issuer', 'y', '--cost', '12'],
      'invalid_input',
      'cost',
    ],
    [
      ['add', '--title', 'x', '--kind', 'badge', '--issuer', 'y', '--url', 'javascript:1'],
      'invalid_input',
      'url',
    ],
    [['list', '--as-of', '2024-13-01'], 'invalid_date', 'asOf'],
    [['list', '--status', 'bogus'], 'invalid_input', undefined],
    [['import', join(folder.path, 'absent.csv')], 'not_found', 'file'],
    [['demo'], 'refused', undefined],
  ] as const) {
    const result = await laurel(folder.path, ...args, '--json');
    expect([args, result.status, result.stdout]).toEqual([args, 1, '']);
    const { error } = JSON.parse(result.stderr) as {
      error: { code: string; path?: string; message: string };
    };
    expect([args, error.code, error.path]).toEqual([args, code, path]);
    const plain = await laurel(folder.path, ...args);
    expect(plain.stderr.trim().split('\n')).toEqual([`laurel: ${error.message}`]);
  }
  expect((await laurel(folder.path, 'list', '--json')).json()).toMatchObject({ total: 1 });
}, 60_000);

test.each([
  [['frobnicate']],
  [['add', '--title', 'x']],
  [['list', '--sort', 'colour']],
  [['export']],
  [['--nonsense']],
])('wrong usage is status 2: %j', async (args) => {
  using folder = temporaryFolder();
  expect(await laurel(folder.path, ...args)).toMatchObject({ status: 2, stdout: '' });
});

test('data that is damaged is status 3', async () => {
  using folder = temporaryFolder();
  await laurel(folder.path, ...PMP);
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(join(folder.path, 'portfolio.sqlite'));
  db.exec("UPDATE credential SET title = 'Meddled with'");
  db.close();
  const result = await laurel(folder.path, 'doctor', '--json');
  expect(result.status).toBe(3);
  expect(result.json()).toMatchObject({ healthy: false });
  expect((await laurel(folder.path, 'doctor', '--repair')).status).toBe(0);
  expect((await laurel(folder.path, 'doctor')).status).toBe(0);
});

test('path names the folder, --data goes before LAUREL_DATA, and --quiet keeps still', async () => {
  using folder = temporaryFolder();
  expect((await laurel('/elsewhere', 'path', '--data', folder.path, '--json')).json()).toEqual({
    folder: folder.path,
    database: join(folder.path, 'portfolio.sqlite'),
  });
  expect(await laurel(folder.path, 'demo', '--quiet')).toMatchObject({
    status: 0,
    stdout: '',
    stderr: '',
  });
  expect(
    (await laurel(folder.path, 'due', '--within', '1y', '--json')).json<{ items: object[] }>().items
      .length,
  ).toBeGreaterThan(3);
  expect((await laurel(folder.path, '--version')).status).toBe(0);
  expect((await laurel(folder.path, '--help')).stdout).toContain('import');
});

test('titles cannot move the terminal’s cursor', async () => {
  using folder = temporaryFolder();
  await laurel(
    folder.path,
    'add',
    '--title',
    'a\u001b[31mred\u202e',
    '--kind',
    'badge',
    '--issuer',
    'x',
  );
  const { stdout } = await laurel(folder.path, 'list');
  expect(stdout).toContain('a [31mred');
  expect(stdout).not.toMatch(/[\u001b\u202e]/);
});

test('an export goes to a file or to standard output', async () => {
  using folder = temporaryFolder();
  await laurel(folder.path, ...PMP, '--issued', '2024-05');
  const file = join(folder.path, 'out.md');
  const told = await laurel(
    folder.path,
    'export',
    'resume',
    '--format',
    'md',
    '-o',
    file,
    '--json',
  );
  expect(told.json()).toMatchObject({ format: 'md', mime: 'text/markdown', file, warnings: [] });
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('Project Management Professional');
  expect((await laurel(folder.path, 'export', 'resume', '--format', 'md')).stdout.trim()).toBe(
    text.trim(),
  );
  expect(
    (await laurel(folder.path, 'export', 'resume', '--format', 'md', '-o', '/nowhere/x')).status,
  ).toBe(1);
});
