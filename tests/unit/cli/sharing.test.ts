import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { twoCredentials } from '../../support/twoCredentials.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('post, headline, signature as cli.md has them, and the ledger of what was saved', async () => {
  using folder = temporaryFolder();
  const run = await twoCredentials(folder.path);
  const file = (name: string) => join(folder.path, name);

  const post = await run(
    'export',
    'post',
    'PMP',
    '--learned',
    'scheduling',
    '--thanks',
    'Ana',
    '--thanks',
    'Bo',
    '--locale',
    'de',
  );
  expect(post.stdout).toBe(
    'Ich habe Project Management Professional (PMP) von PMI erworben.\n\nWas ich gelernt habe: scheduling.\n\nDanke, Ana und Bo.\n\nZertifikat: https://example.org/1\n#Risk #CSharp\n',
  );
  const asJson = (await run('export', 'post', 'PMP', '--json')).json<Record<string, unknown>>();
  expect(asJson).toMatchObject({
    format: 'txt',
    mime: 'text/plain',
    warnings: [],
    limit: 3000,
    findings: [],
  });
  expect(asJson['bytes']).toBe(Buffer.byteLength(String(asJson['text'])));

  const headline = await run('export', 'headline', '--role', 'Operations lead', '--word', 'Risk');
  expect(headline.stdout.split('\n')[0]).toBe('Operations lead | CPA, PMP');

  const kept = await run(
    'export',
    'signature',
    '--name',
    'Elena Marchetti',
    '--role',
    'Operations lead',
    '--keep',
    '-o',
    file('mail.txt'),
  );
  expect(kept.status).toBe(0);
  expect(readFileSync(file('mail.txt'), 'utf8')).toBe(
    'Elena Marchetti, CPA, PMP\nOperations lead\n',
  );
  expect((await run('export', 'signature', '--format', 'name')).stdout).toBe(
    'Elena Marchetti, CPA, PMP\n',
  );
  expect((await run('export', 'signature', '--format', 'html')).stdout).toContain(
    '<strong>Elena Marchetti</strong>, CPA, PMP',
  );
  await run('export', 'signature', '-o', file('silent.txt'), '--no-record');

  const list = (await run('copies', 'list', '--json')).json<{ items: object[] }>();
  expect(list.items).toMatchObject([
    { output: 'signature', place: 'mail.txt', how: 'saved', lies: 0 },
  ]);

  expect((await run('copies', 'stale')).stdout).toBe('Every copy is still true.\n');
  const stale = (await run('copies', 'stale', '--json', '--as-of', '2027-07-01')).json<{
    items: Array<{ copy: { id: string } }>;
  }>();
  expect(stale.items).toMatchObject([
    {
      copy: { place: 'mail.txt', file: file('mail.txt') },
      lies: [{ reason: 'PMP has expired.', since: '2027-06-01' }],
      corrected: 'Elena Marchetti, CPA\nOperations lead\n',
    },
  ]);
  const resolved = await run(
    'copies',
    'resolve',
    stale.items[0]?.copy.id ?? '',
    '--as-of',
    '2027-07-01',
  );
  expect(resolved.status).toBe(0);
  expect((await run('copies', 'stale', '--as-of', '2027-07-01')).stdout).toBe(
    'Every copy is still true.\n',
  );
  expect((await run('undo')).stdout).toContain('mail.txt');
});

test('what is not true is refused with status 1, and nothing is written', async () => {
  using folder = temporaryFolder();
  const run = await twoCredentials(folder.path);
  const refused = await run(
    'export',
    'post',
    'PMP',
    '--as-of',
    '2028-01-01',
    '-o',
    join(folder.path, 'p.txt'),
    '--json',
  );
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'refused' } });
  expect((await run('copies', '--json')).json<{ items: object[] }>().items).toEqual([]);
  expect((await run('export', 'post', 'PMP', '--tone', 'loud')).status).toBe(2);
  expect((await run('export', 'raise', '--since', 'spring')).status).toBe(1);
});

test('stories: told, covered, exported; the one in the credential by its name', async () => {
  using folder = temporaryFolder();
  const run = await twoCredentials(folder.path);
  const made = await run(
    'story',
    'edit',
    'PMP',
    '--situation',
    'Nine days.',
    '--task',
    'I was to halve it.',
    '--action',
    'I measured.',
    '--result',
    'Four days.',
    '--question-id',
    'process',
    '--json',
  );
  expect(made.json()).toMatchObject({
    own: true,
    questionId: 'process',
    lints: [{ code: 'no-evidence' }],
  });
  await run(
    'story',
    'add',
    '--for',
    'CPA',
    '--for',
    'PMP',
    '--question',
    'Why you?',
    '--result',
    'We won, and our team was better.',
  );
  const { items } = (await run('story', 'list', 'PMP', '--json')).json<{
    items: Array<{ id: string }>;
  }>();
  expect(items).toHaveLength(2);
  expect((await run('story', 'coverage', '--json')).json()).toMatchObject({
    cells: [{ questionId: 'process' }],
  });
  const text = await run('export', 'story', 'PMP', '--format', 'txt', '--locale', 'fr');
  expect(text.stdout).toContain('Décrivez un processus');
  expect(text.stdout).toContain('Résultat: Four days.');
  expect((await run('export', 'story', items[1]?.id ?? '', '--format', 'md')).stdout).toContain(
    'Why you?',
  );
  expect((await run('export', 'rehearsal')).stdout).toContain('<!doctype html>');
  await run('story', 'remove', 'PMP');
  expect((await run('show', 'PMP', '--json')).json<{ story?: unknown }>().story ?? null).toBeNull();
});

test('lint, letters, drift, raise and the portfolio page', async () => {
  using folder = temporaryFolder();
  const run = await twoCredentials(folder.path);
  const cv = join(folder.path, 'cv.txt');
  writeFileSync(cv, 'Elena Marchetti, PMP\nCFA, expected 2028\n');
  const found = (await run('lint', cv, '--json', '--as-of', '2028-01-01')).json<{
    findings: Array<{ key: string; rule: string }>;
  }>();
  expect(found.findings.map(({ rule }) => rule)).toEqual(['lapsed-title', 'cfa-expected-date']);
  const left = (await run('lint', cv, '--dismiss', found.findings[1]?.key ?? '', '--json')).json<
    typeof found
  >();
  expect(left.findings).toEqual([]);
  expect((await run('lint', join(folder.path, 'missing'))).status).toBe(1);

  expect((await run('letters', 'set', 'PMP', '--hide')).status).toBe(0);
  expect((await run('export', 'signature', '--format', 'name', '--name', 'E')).stdout).toBe(
    'E, CPA\n',
  );
  expect((await run('letters')).stdout).toContain(
    'You said that they do not stand after your name.',
  );

  const csv = join(folder.path, 'Certifications.csv');
  writeFileSync(
    csv,
    'Name,Url,Authority,Started On,Finished On,License Number\nPMP,https://example.org/1,PMI,May 2018,May 2024,\n',
  );
  expect((await run('drift', csv, '--json')).json()).toMatchObject({
    rows: 1,
    missing: [{ title: 'Certified Public Accountant (CPA)' }],
    outdated: [{ differences: [{ field: 'expires', there: '2024-05', here: '2027-05' }] }],
    onlyThere: [],
  });

  const raise = await run(
    'export',
    'raise',
    '--since',
    '2026-01-01',
    '--ask',
    'More.',
    '--format',
    'txt',
  );
  expect(raise.stdout).toContain('120 hours of study');
  const page = join(folder.path, 'me.html');
  const saved = await run('export', 'portfolio', '-o', page, '--place', 'Website', '--json');
  expect(saved.json()).toMatchObject({
    format: 'html',
    mime: 'text/html',
    file: page,
    credentials: 2,
  });
  expect(readFileSync(page, 'utf8')).toContain('"@type": "EducationalOccupationalCredential"');
  expect((await run('copies', 'list')).stdout).toContain('Website');
});
