import { describe, expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { defaultResumeOptions } from '#shared/domain/profile.ts';
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
  tags: ['resume'],
  skills: ['Scheduling'],
};
const cpa: NewCredential = {
  title: 'Public Accountant',
  kind: 'license',
  issuer: 'Texas',
  issued: date('2015-10'),
  tags: ['Resume'],
};
const sql: NewCredential = {
  title: 'Databases',
  kind: 'certification',
  issuer: 'Oracle',
  issued: date('2020-01'),
  skills: ['SQL'],
};

describe('versions of the resume section', () => {
  test('one is made, changed where it is named, kept over a restart, and removed', async () => {
    const engine = openTestEngine();
    const made = await engine.call('profiles.save', {
      profile: { name: 'Northwind', format: 'pdf', options: { tag: ['resume'], number: true } },
    });
    expect(made).toMatchObject({ format: 'pdf', template: null, design: 'list' });
    expect(made.options).toEqual({ ...defaultResumeOptions, tag: ['resume'], number: true });
    const changed = await engine.call('profiles.save', {
      id: made.id,
      profile: { design: 'entries', options: { locale: 'EN-us' } },
    });
    expect(changed).toEqual({
      ...made,
      design: 'entries',
      options: { ...made.options, locale: 'en-US' },
    });

    using again = engine.reopen();
    expect(await again.call('profiles.list', {})).toEqual([changed]);
    await again.call('profiles.remove', { id: made.id });
    expect(await again.call('profiles.list', {})).toEqual([]);
    await again.call('history.undo', {});
    expect(await again.call('profiles.list', {})).toEqual([changed]);
  });

  test('a name that is taken, none, a locale that is none and an id that is not there are refused', async () => {
    using engine = openTestEngine();
    const { id } = await engine.call('profiles.save', { profile: { name: 'Ünited' } });
    const save = (input: Parameters<typeof engine.call<'profiles.save'>>[1]) =>
      engine.call('profiles.save', input);
    await expect(save({ profile: { name: 'united' } })).rejects.toMatchObject({ code: 'conflict' });
    await expect(save({ profile: {} })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(save({ id, profile: { options: { locale: 'not a tag' } } })).rejects.toMatchObject(
      { code: 'invalid_input', path: 'options.locale' },
    );
    await engine.call('profiles.remove', { id });
    await expect(save({ id, profile: {} })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('it chooses, orders, hides and words, and the record stays as it is', async () => {
    using engine = openTestEngine();
    const [first, second, third] = await fill(engine, pmp, cpa, sql);
    if (!first || !second || !third) throw new Error('three were made');
    const before = await engine.call('credentials.list', { asOf, limit: 10 });
    const { id: profile } = await engine.call('profiles.save', {
      profile: {
        name: 'Data',
        format: 'txt',
        options: { heading: false, order: 'relevance', job: 'We need SQL.', hidden: [second.id] },
      },
    });
    const made = await engine.call('exports.resume', { profile, asOf });
    expect(made).toMatchObject({ format: 'txt', lines: 2 });
    expect(made.kept.map(({ title }) => title)).toEqual([
      'Databases',
      'Project Management Professional',
    ]);
    expect(made.text).toBe(made.kept.map(({ line }) => `- ${line}\n`).join(''));

    const over = await engine.call('exports.resume', {
      profile,
      format: 'md',
      options: { hidden: [], order: 'licence-first', locale: 'de', heading: true },
      asOf,
    });
    expect(over.text).toMatch(/^## Lizenzen und Zertifizierungen\n\n- Public Accountant/);
    expect(await engine.call('credentials.list', { asOf, limit: 10 })).toEqual(before);
  });

  test('what has nothing to do with the job is left out when only the rest is asked for', async () => {
    using engine = openTestEngine();
    await fill(engine, { ...pmp, pinned: true }, cpa, sql);
    const { kept } = await engine.call('exports.resume', {
      format: 'txt',
      options: { job: 'SQL', relevantOnly: true, order: 'relevance' },
      asOf,
    });
    expect(kept.map(({ title }) => title)).toEqual([
      'Project Management Professional',
      'Databases',
    ]);
  });

  test('without a format and without a version nothing is made', async () => {
    using engine = openTestEngine();
    await expect(engine.call('exports.resume', { asOf })).rejects.toMatchObject({
      code: 'invalid_input',
      path: 'format',
    });
  });
});

describe('stacks and bodies have their say', () => {
  const program: NewCredential = {
    title: 'Supply Chain Management',
    kind: 'micromasters',
    issuer: 'MITx',
    issued: date('2026-05'),
  };
  const course = (title: string, more: Partial<NewCredential> = {}): NewCredential => ({
    title,
    kind: 'course-certificate',
    issuer: 'MITx',
    issued: date('2025-05'),
    ...more,
  });

  async function withStack(engine: TestEngine) {
    const [head, one, two, open] = await fill(
      engine,
      program,
      course('SC0x'),
      course('SC1x'),
      course('SC2x', { issued: null, lifecycle: 'in-progress', target: date('2027-06') }),
      course('Pottery'),
    );
    if (!head || !one || !two || !open) throw new Error('they were made');
    const stack = await engine.call('stacks.create', {
      file: {
        title: 'supply chain management',
        kind: 'program',
        root: { rule: 'all', children: [one, two, open].map(({ id }) => ({ credentialId: id })) },
      },
      asOf,
    });
    return { head, one, stack };
  }

  test('a program prints its held courses beneath, and they are not said twice', async () => {
    using engine = openTestEngine();
    const { one } = await withStack(engine);
    const txt = { format: 'txt', options: { heading: false }, asOf } as const;
    const { text, kept } = await engine.call('exports.resume', txt);
    expect(text).toBe(
      '- Supply Chain Management, MITx, May 2026\n  Courses: SC0x, SC1x\n\n' +
        '- Pottery, MITx, May 2025\n- SC2x, MITx, Expected Jun 2027\n',
    );
    expect(kept).toHaveLength(3);
    const hidden = await engine.call('exports.resume', {
      ...txt,
      options: { heading: false, hidden: [one.id] },
    });
    expect(hidden.text).toContain('  Courses: SC1x\n');
    const apart = await engine.call('exports.resume', {
      ...txt,
      options: { heading: false, courses: false },
    });
    expect(apart.text).not.toContain('Courses');
    expect(apart.kept).toHaveLength(5);
  });

  test('a stack chooses its members; one that is not there is told', async () => {
    using engine = openTestEngine();
    const { head, stack } = await withStack(engine);
    const { kept } = await engine.call('exports.resume', {
      format: 'txt',
      options: { stack: [stack.id] },
      asOf,
    });
    expect(kept.map(({ title }) => title)).toEqual(['SC0x', 'SC1x', 'SC2x']);
    await expect(
      engine.call('exports.resume', { format: 'txt', options: { stack: [head.id] }, asOf }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a body that forbids an expected date gets none', async () => {
    using engine = openTestEngine();
    const coming = (title: string, abbreviation: string): NewCredential => ({
      title,
      abbreviation,
      kind: 'certification',
      issuer: title,
      lifecycle: 'in-progress',
      target: date('2027-06'),
    });
    await fill(engine, coming('Chartered Financial Analyst', 'CFA'), coming('Projects', 'PMP'));
    const { text } = await engine.call('exports.resume', {
      format: 'txt',
      options: { heading: false },
      asOf,
    });
    expect(text).toContain(
      'Chartered Financial Analyst (CFA), Chartered Financial Analyst, In progress',
    );
    expect(text).toContain('Projects (PMP), Projects, Expected Jun 2027');
  });
});

describe('exports.check', () => {
  test('says of a PDF what a parser reads and which facts it finds', async () => {
    using engine = openTestEngine();
    const [first, second] = await fill(engine, pmp, cpa);
    if (!first || !second) throw new Error('two were made');
    const cv = await engine.call('exports.resume', {
      format: 'pdf',
      options: { ids: [first.id], heading: false },
      asOf,
    });
    const seen = await engine.call('exports.check', { bytes: cv.file ?? new Uint8Array(), asOf });
    expect(seen).toMatchObject({
      mime: 'application/pdf',
      pages: 1,
      credentials: [{ id: first.id, found: ['title', 'issuer', 'date'], missing: [] }],
      absent: [{ id: second.id, title: 'Public Accountant', status: 'active' }],
      warnings: [],
    });
    expect(seen.text).toContain('Project Management Professional (PMP)');
  });

  test('a CV that is a picture, and one that is something else, are told', async () => {
    using engine = openTestEngine();
    const bytes = (text: string) => new TextEncoder().encode(text);
    const check = (content: Uint8Array<ArrayBuffer>) =>
      engine.call('exports.check', { bytes: content, asOf });
    expect((await check(bytes('12 34'))).warnings.join()).toContain('No text was found');
    expect((await check(bytes('A \ue001 B'))).warnings.join()).toContain('1 characters');
    await expect(check(bytes('%PDF-1.7 nonsense'))).rejects.toMatchObject({
      code: 'unsupported_format',
    });
    await expect(check(bytes('PK\u0003\u0004nonsense'))).rejects.toMatchObject({
      code: 'unsupported_format',
    });
    await expect(check(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toMatchObject({
      code: 'unsupported_format',
    });
    const html = await check(
      bytes('<!doctype html><title>x</title><p>A<b>B</b><script>C</script>'),
    );
    expect(html).toMatchObject({ mime: 'text/html', text: 'AB\n' });
  });
});

describe('exports.preview', () => {
  test('gives pages for a PDF, the file read back for Word, and nothing for text', async () => {
    using engine = openTestEngine();
    await fill(engine, { ...pmp, title: 'R&D <b>' });
    const preview = (format: 'pdf' | 'docx' | 'txt') =>
      engine.call('exports.preview', { format, asOf });
    const pdf = await preview('pdf');
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]).toMatch(/^<svg /);
    const docx = await preview('docx');
    expect(docx.html).toContain('R&amp;D &lt;b&gt; (PMP), PMI, May 2018');
    expect(docx.pages).toEqual([]);
    expect(await preview('txt')).toEqual({ pages: [], html: null });
  });
});
