import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readText } from '../../../electron/engine/exporters/readText.ts';
import { resumeFormats } from '#shared/domain/profile.ts';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const folder = temporaryFolder();
const data = join(folder.path, 'data');
const at = (name: string) => join(folder.path, name);
const run = (...args: readonly string[]) => laurel(data, '--as-of', '2026-11-23', ...args);

const toldSchema = z.strictObject({
  format: z.string(),
  mime: z.string(),
  bytes: z.int(),
  text: z.string().optional(),
  file: z.string().optional(),
  warnings: z.array(z.string()),
});

beforeAll(async () => {
  const pmp = ['--title', 'Project Management Professional', '--abbr', 'PMP', '--issuer', 'PMI'];
  await run(
    'add',
    ...pmp,
    '--kind',
    'certification',
    '--issued',
    '2018-05-14',
    '--expires',
    '2027-05-13',
    '--number',
    '2098417',
    '--tag',
    'Resume',
  );
  await run(
    'add',
    '--title',
    'R&D *in* C#',
    '--kind',
    'license',
    '--issuer',
    'Acme',
    '--issued',
    '2015-10',
    '--skills',
    'SQL',
  );
  await run(
    'add',
    '--title',
    'Google Ads',
    '--kind',
    'certification',
    '--issuer',
    'Google',
    '--issued',
    '2023-03',
    '--expires',
    '2024-03',
  );
  return () => folder[Symbol.dispose]();
});

describe('export resume', () => {
  test.each(resumeFormats)('--format %s -o writes the file and tells about it', async (format) => {
    const file = at(`resume.${format}`);
    const { status, json, stderr } = await run(
      'export',
      'resume',
      '--format',
      format,
      '-o',
      file,
      '--json',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const told = toldSchema.parse(json());
    const bytes = new Uint8Array(readFileSync(file));
    expect(told).toMatchObject({ format, file, bytes: bytes.byteLength });
    expect((await readText(bytes, told.mime)).text).toContain('R&D *in* C#');
  });

  test('text goes to standard output, as text or in the JSON', async () => {
    const plain = await run(
      'export',
      'resume',
      '--format',
      'txt',
      '--order',
      'licence-first',
      '--no-heading',
    );
    expect(plain.stdout).toBe(
      '- R&D *in* C#, Acme, Oct 2015\n- Project Management Professional (PMP), PMI, May 2018 (expires May 2027)\n',
    );
    const told = toldSchema.parse(
      (await run('export', 'resume', '--format', 'md', '--json')).json(),
    );
    expect(told.text).toContain('- R&D \\*in\\* C#, Acme');
    expect(told.file).toBeUndefined();
  });

  test('bytes go to a pipe as they are, and are refused where they would not fit', async () => {
    const piped = await run('export', 'resume', '--format', 'pdf');
    expect(piped.status).toBe(0);
    expect(piped.stdout.startsWith('%PDF-1.7')).toBe(true);
    const refused = await run('export', 'resume', '--format', 'pdf', '--json');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({
      error: { code: 'invalid_input', path: 'output' },
    });
  });

  test('every switch does what it says', async () => {
    writeFileSync(at('job.txt'), 'Wanted: SQL.');
    const text = async (...args: readonly string[]) =>
      (await run('export', 'resume', '--format', 'txt', '--no-heading', ...args)).stdout;
    expect(await text('--number', '--tag', 'resume')).toBe(
      '- Project Management Professional (PMP), PMI, May 2018 (expires May 2027), no. 2098417\n',
    );
    expect(await text('--job', at('job.txt'))).toMatch(/^- R&D/);
    expect(await text('--manual', 'PMP', '--locale', 'de')).toMatch(
      /^- Project.*, Mai 2018 \(gültig bis Mai 2027\)\n/,
    );
    expect(await text('--skill', 'sql', '--skills')).toBe(
      '- R&D *in* C#, Acme, Oct 2015; skills: SQL\n',
    );
    expect(await text('--formerly', '--only', 'Google Ads')).toBe(
      '- Formerly Google Ads, Google, Mar 2023 (until Mar 2024)\n',
    );
    expect(await text('--expired', '--hide', 'PMP', '--no-expiry')).toBe(
      '- R&D *in* C#, Acme, Oct 2015\n- Google Ads, Google, Mar 2023 (expired Mar 2024)\n',
    );
  });

  test('what is wrong is said, with the status of cli.md', async () => {
    expect((await run('export', 'resume', '--format', 'rtf')).status).toBe(2);
    const none = await run('export', 'resume', '--json');
    expect(none.status).toBe(1);
    expect(JSON.parse(none.stderr)).toMatchObject({
      error: { code: 'invalid_input', path: 'format' },
    });
    const stack = await run('export', 'resume', '--format', 'md', '--stack', 'none', '--json');
    expect(JSON.parse(stack.stderr)).toMatchObject({ error: { code: 'not_found' } });
  });
});

test('export json-resume carries what the record has, unless told otherwise', async () => {
  const { stdout, stderr } = await run('export', 'json-resume');
  expect(JSON.parse(stdout)).toMatchObject({
    certificates: [
      {
        name: 'Project Management Professional (PMP)',
        'x-number': '2098417',
        'x-expires': '2027-05-13',
      },
      { name: 'R&D *in* C#' },
    ],
    skills: [{ name: 'SQL' }],
  });
  expect(stderr).toContain('JSON Resume has no field for this');
  expect((await run('export', 'json-resume', '--no-number')).stdout).not.toContain('2098417');
});

test('export schema prints the published schema', async () => {
  const { stdout } = await run('export', 'schema');
  expect(stdout).toBe(
    readFileSync(
      new URL('../../fixtures/golden/templateData.schema.json', import.meta.url),
      'utf8',
    ),
  );
});

test('profile: saved, listed, used, changed, removed', async () => {
  expect((await run('profile', 'list')).stdout).toBe('No version is saved yet.\n');
  const saved = await run(
    'profile',
    'save',
    'Northwind',
    '--format',
    'txt',
    '--tag',
    'resume',
    '--no-heading',
    '--json',
  );
  expect(saved.json()).toMatchObject({
    name: 'Northwind',
    format: 'txt',
    options: { tag: ['resume'], heading: false },
  });
  expect((await run('export', 'resume', '--profile', 'north', '--no-expiry')).stdout).toBe(
    '- Project Management Professional (PMP), PMI, May 2018\n',
  );
  const copy = await run(
    'profile',
    'save',
    'Fabrikam',
    '--profile',
    'Northwind',
    '--locale',
    'fr',
    '--json',
  );
  expect(copy.json()).toMatchObject({
    format: 'txt',
    options: { tag: ['resume'], locale: 'fr', heading: false },
  });
  await run('profile', 'save', 'northwind', '--order', 'licence-first');
  expect((await run('profile', 'list', '--json')).json()).toMatchObject([
    { name: 'Fabrikam' },
    { name: 'northwind', options: { order: 'licence-first', tag: ['resume'] } },
  ]);
  expect((await run('profile', 'remove', 'Fabrikam')).stdout).toBe('Removed Fabrikam.\n');
  expect((await run('profile', 'show', 'Fabrikam')).status).toBe(1);
});

test('template: listed, shown, set, used, restored', async () => {
  const body = (await run('template', 'show', 'moderncv')).stdout;
  expect(body).toContain('\\cventry');
  writeFileSync(
    at('mine.liquid'),
    '{% for s in sections %}{% for l in s.lines %}<{{ l.title }}>{% endfor %}{% endfor %}',
  );
  const first = await run('template', 'set', 'Angles', at('mine.liquid'), '--json');
  expect(first.status).toBe(1);
  expect(
    (await run('template', 'set', 'Angles', at('mine.liquid'), '--target', 'html')).stdout,
  ).toMatch(/^Saved Angles/);
  expect(
    (await run('export', 'resume', '--format', 'html', '--template', 'angles', '--tag', 'resume'))
      .stdout,
  ).toBe('<Project Management Professional (PMP)>\n');
  writeFileSync(at('bad.liquid'), '\n{% for x %}');
  const bad = await run('template', 'set', 'Angles', at('bad.liquid'), '--json');
  expect(JSON.parse(bad.stderr)).toMatchObject({ error: { path: 'body', details: { line: 2 } } });
  await run('template', 'set', 'moderncv', at('mine.liquid'));
  expect((await run('template', 'restore', 'moderncv')).stdout).toBe(
    'Restored moderncv entries.\n',
  );
  expect((await run('template', 'show', 'moderncv')).stdout).toBe(body);
  expect((await run('template', 'restore', 'Angles')).stdout).toBe('Removed Angles.\n');
});

test('template variables lists what a template can print', async () => {
  const { stdout } = await run('template', 'variables');
  expect(stdout).toMatch(/^line\.link +string or null +Web address, http or https$/m);
});

test('export check says what a parser sees of a CV', async () => {
  await run('export', 'resume', '--format', 'docx', '--hide', 'PMP', '-o', at('cv.docx'));
  const { stdout } = await run('export', 'check', at('cv.docx'));
  expect(stdout).toMatch(/A parser reads \d+ characters\./);
  expect(stdout).toContain('R&D *in* C#  found');
  expect(stdout).toContain('Not found: Project Management Professional');
  expect((await run('export', 'check', at('none.pdf'))).status).toBe(1);
});
