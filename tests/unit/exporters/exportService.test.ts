import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/appError.ts';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { openTestEngine, TODAY as asOf, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);

async function fill(engine: TestEngine, ...all: readonly NewCredential[]) {
  const made = [];
  for (const fields of all) made.push(await engine.call('credentials.create', { fields, asOf }));
  return made;
}

const pmp: NewCredential = {
  title: 'Project Management Professional',
  abbreviation: 'PMP',
  kind: 'certification',
  issuer: 'PMI',
  issued: date('2018-05-14'),
  expires: date('2027-05-13'),
  tags: ['resume'],
};
const ads: NewCredential = {
  title: 'Google Ads Search',
  kind: 'certification',
  issuer: 'Google',
  issued: date('2023-03'),
  expires: date('2024-03'),
};
const course: NewCredential = {
  title: 'Supply Chain Design',
  kind: 'course-certificate',
  issuer: 'MITx',
  platform: 'edX',
  lifecycle: 'in-progress',
  target: date('2026-01'),
};

describe('exports.resume', () => {
  test('answers for the day asked for, and says what it left out', async () => {
    using engine = openTestEngine();
    const [, google] = await fill(engine, pmp, ads);

    const now = await engine.call('exports.resume', { format: 'txt', asOf });
    expect(now).toMatchObject({
      mime: 'text/plain',
      text: 'Licences and certifications\n\n- Project Management Professional (PMP), PMI, May 2018 (expires May 2027)\n',
      lines: 1,
      leftOut: [{ id: google?.id, title: 'Google Ads Search', status: 'expired' }],
    });

    const then = await engine.call('exports.resume', { format: 'txt', asOf: '2024-01-15' });
    expect(then.text).toContain('- Google Ads Search, Google, Mar 2023 (expires Mar 2024)\n');
    expect(then.leftOut).toEqual([]);
  });

  test('HTML comes as a document, with a fragment and plain text to copy', async () => {
    using engine = openTestEngine();
    await fill(engine, { ...pmp, title: 'R&D <script>', abbreviation: null });
    const { text, copy } = await engine.call('exports.resume', { format: 'html', asOf });
    expect(text).toContain('<!doctype html>');
    expect(text).toContain(copy.html);
    expect(copy.html).toContain('<li>R&amp;D &lt;script&gt;, PMI');
    expect(copy.plain).toContain('- R&D <script>, PMI');
  });

  test('a tag, and ids, choose; an id that is in the trash is left out without a word', async () => {
    using engine = openTestEngine();
    const [first, second] = await fill(engine, pmp, course);
    if (!first || !second) throw new Error('two were made');
    const options = { tag: ['resume'] };
    expect((await engine.call('exports.resume', { format: 'md', options, asOf })).lines).toBe(1);
    await engine.call('credentials.trash', { ids: [first.id] });
    const chosen = { ids: [first.id, second.id] };
    const { lines, warnings } = await engine.call('exports.resume', {
      format: 'md',
      options: chosen,
      asOf,
    });
    expect(lines).toBe(1);
    expect(warnings).toEqual([
      'Supply Chain Design: its target date (2026-01) has passed; the line says "In progress".',
    ]);
  });

  test('a locale without words of its own is told; one that is none is refused', async () => {
    using engine = openTestEngine();
    await fill(engine, { ...pmp, title: 'A \u202e B' });
    const { text, warnings } = await engine.call('exports.resume', {
      format: 'txt',
      options: { locale: 'it' },
      asOf,
    });
    expect(text).toContain('mag 2018');
    expect(warnings).toHaveLength(2);
    await expect(
      engine.call('exports.resume', { format: 'txt', options: { locale: 'not a tag' }, asOf }),
    ).rejects.toMatchObject({ code: 'invalid_input', path: 'options.locale' });
  });
});

describe('exports.linkedin', () => {
  test('without ids gives what is valid; with an id gives it, valid or not, with a warning', async () => {
    using engine = openTestEngine();
    const [, google] = await fill(engine, pmp, ads, course);
    if (!google) throw new Error('three were made');
    const all = await engine.call('exports.linkedin', { asOf });
    expect(all.map(({ title }) => title)).toEqual(['Project Management Professional']);
    expect(all[0]?.link).toContain(
      '&issueYear=2018&issueMonth=5&expirationYear=2027&expirationMonth=5',
    );
    const [one] = await engine.call('exports.linkedin', { ids: [google.id], asOf });
    expect(one?.warnings.join()).toContain('(expired)');
  });

  test('an id that is not there is refused', async () => {
    using engine = openTestEngine();
    const ids = ['01890000-0000-7000-8000-000000000001'];
    await expect(engine.call('exports.linkedin', { ids, asOf })).rejects.toThrow(AppError);
  });
});

test('exports.csv holds everything outside the trash', async () => {
  using engine = openTestEngine();
  const [first] = await fill(engine, pmp, ads, { ...course, title: '=1+1' });
  if (!first) throw new Error('three were made');
  await engine.call('credentials.trash', { ids: [first.id] });
  const { text, mime } = await engine.call('exports.csv', { asOf });
  expect(mime).toBe('text/csv');
  expect(text.startsWith('id,title,')).toBe(true);
  expect(text).toContain(",'=1+1,");
  expect(text).toContain('Google Ads Search');
  expect(text).not.toContain('Project Management');
});
