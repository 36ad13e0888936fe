import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentialFieldsSchema } from '#shared/domain/credential.ts';
import { sourceFields, type SourceCells } from '#shared/domain/importColumns.ts';
import {
  readImportRow,
  shownFields,
  type RowContext,
  type RowSource,
} from '#shared/domain/importRow.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { propertyRuns } from '../../support/property.ts';

const context: RowContext = {
  order: 'month-first',
  asOf: plainDateSchema.parse('2026-11-23'),
  knownIssuers: () => ['Salesforce', 'Tableau'],
};
const certification = (cells: SourceCells, more: Partial<RowContext> = {}) =>
  readImportRow(
    'certification',
    { title: 'Certified Tester', issuer: 'Test Board', ...cells },
    { ...context, ...more },
  );
const education = (cells: SourceCells) =>
  readImportRow('education', { issuer: 'MIT', title: 'BSc', ...cells }, context);

describe('texts', () => {
  test('outer blanks go, everything else stays as it is', () => {
    const { fields, problem } = certification({ title: '  R&D in "C#", É 🎓 ', number: ' 00 12 ' });

    expect(fields).toMatchObject({ title: 'R&D in "C#", É 🎓', number: '00 12' });
    expect(problem).toBeNull();
  });

  test('what is empty is unknown, never an empty text', () => {
    expect(certification({ number: ' ', url: '', expires: '' }).fields).toMatchObject({
      number: null,
      url: null,
      expires: null,
    });
  });

  test('a missing link, date or number keeps no row out', () => {
    expect(certification({}).problem).toBeNull();
  });

  test('a row without a title or an issuer waits for one, with known issuers offered', () => {
    expect(certification({ title: '' }).problem).toMatchObject({
      field: 'title',
      code: 'missing_title',
    });
    expect(certification({ title: 'Salesforce Administrator', issuer: '' }).problem).toMatchObject({
      field: 'issuer',
      code: 'missing_issuer',
      fixes: [{ label: 'Use Salesforce', field: 'issuer', value: 'Salesforce' }],
    });
    expect(readImportRow('course', { title: 'Algebra' }, context).problem).toBeNull();
    expect(readImportRow('skill', { title: 'C++' }, context).problem).toBeNull();
  });

  test('texts beyond what a record holds are said, not cut', () => {
    expect(certification({ title: 'x'.repeat(1001) }).problem).toMatchObject({
      field: 'title',
      code: 'too_long',
    });
    expect(certification({ title: 'x'.repeat(1000) }).problem).toBeNull();
  });

  test('names that mislead the eye carry a warning', () => {
    expect(certification({ issuer: 'Gооgle' }).warnings.join()).toContain('two scripts');
    expect(certification({ title: 'Safe\u202eelif' }).warnings.join()).toContain('direction');
  });
});

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'ftp://a.b/c',
    'not a link',
  ])('%s needs a fix, and leaving it out is one', (url) => {
    expect(certification({ url }).problem).toMatchObject({
      field: 'url',
      code: 'invalid_url',
      fixes: [{ label: 'Leave the link out', field: 'url', value: '' }],
    });
  });

  test('https:// is added where only that is missing, and said', () => {
    const { fields, problem, warnings } = certification({ url: 'www.credly.com/badges/1' });

    expect(fields.url).toBe('https://www.credly.com/badges/1');
    expect(problem).toBeNull();
    expect(warnings).toHaveLength(1);
  });
});

describe('dates', () => {
  test.each([
    ['Nov 2020', '2020-11'],
    ['2019', '2019'],
    ['2023-01-15', '2023-01-15'],
    ['', null],
  ])('%j is %j', (issued, read) => expect(certification({ issued }).fields.issued).toBe(read));

  test('a day that the month has not needs a fix, and what may be meant is offered', () => {
    expect(certification({ issued: '31 Feb 2024' }).problem).toMatchObject({
      field: 'issued',
      code: 'invalid_date',
      message: 'February 2024 has 29 days.',
      fixes: [
        { label: 'Use Feb 2024', value: '2024-02' },
        { label: 'Use 29 Feb 2024', value: '2024-02-29' },
        { label: 'Leave the date out', value: '' },
      ],
    });
  });

  test('the order decides what numbers mean, and what could be read otherwise is counted', () => {
    expect(certification({ issued: '03/02/2024' })).toMatchObject({
      fields: { issued: '2024-03-02' },
      ambiguous: 1,
    });
    expect(certification({ issued: '03/02/2024' }, { order: 'day-first' })).toMatchObject({
      fields: { issued: '2024-02-03' },
      ambiguous: 1,
    });
    expect(certification({ issued: '05/14/2018' }).ambiguous).toBe(0);
  });

  test('an end before the beginning needs a fix', () => {
    expect(certification({ issued: '2024-05', expires: '2023' }).problem).toMatchObject({
      field: 'expires',
      code: 'invalid_date',
    });
    expect(certification({ issued: '2024-05', expires: '2024' }).problem).toBeNull();
  });

  test('words for no expiry are no dates that failed', () => {
    expect(certification({ expires: 'Never' })).toMatchObject({
      problem: null,
      fields: { expires: null, neverExpires: true },
    });
  });
});

describe('studies', () => {
  test('an end behind us is the day of the degree, one ahead is the target', () => {
    expect(education({ started: '2009', issued: '2013' }).fields).toMatchObject({
      kind: 'degree',
      lifecycle: 'earned',
      started: '2009',
      issued: '2013',
    });
    expect(education({ started: '2025', issued: '2028' }).fields).toMatchObject({
      lifecycle: 'in-progress',
      target: '2028',
      issued: null,
    });
  });

  test('a year that is running, or no end at all, is said to be a guess', () => {
    expect(education({ issued: '2026' })).toMatchObject({
      fields: { lifecycle: 'earned', issued: '2026' },
      warnings: [expect.stringContaining('not over')],
    });
    expect(education({ started: '2024' })).toMatchObject({
      fields: { lifecycle: 'in-progress' },
      warnings: [expect.stringContaining('no end')],
    });
  });

  test('without a degree it is named after the school, and is not called one', () => {
    expect(education({ title: '' })).toMatchObject({
      fields: { title: 'Studies at MIT', kind: 'other' },
      problem: null,
    });
  });
});

describe('kinds and platforms', () => {
  test.each([
    ['MITx MicroMasters in Statistics', 'MITx', null, 'micromasters', null],
    [
      'Google Data Analytics Professional Certificate',
      'Google',
      'https://www.coursera.org/verify/professional-cert/X',
      'professional-certificate',
      'Coursera',
    ],
    ['Deep Learning Specialization', 'DeepLearning.AI', null, 'specialization', null],
    ['Intro to SQL', 'Coursera', null, 'course-certificate', null],
    ['CompTIA A+', 'CompTIA', 'https://www.credly.com/badges/1', 'certification', null],
    [
      'Google Data Analytics',
      'Google',
      'https://www.coursera.org/verify/professional-cert/XS22KQX0NZXG',
      'professional-certificate',
      'Coursera',
    ],
    ['Registered Nurse License', 'California', null, 'license', null],
    [
      'Excel',
      'LinkedIn',
      'https://www.linkedin.com/learning/certificates/ab',
      'course-certificate',
      'LinkedIn Learning',
    ],
    ['Award', 'Someone', 'https://www.linkedin.com/in/someone', 'certification', null],
  ])('%s by %s is a %s', (title, issuer, url, kind, platform) => {
    const { fields } = certification({ title, issuer, ...(url === null ? {} : { url }) });

    expect(fields.kind).toBe(kind);
    expect(fields.platform ?? null).toBe(platform);
  });

  test('a kind that the file names counts, one that nobody knows is asked', () => {
    expect(certification({ kind: 'Professional Certificate' }).fields.kind).toBe(
      'professional-certificate',
    );
    expect(certification({ kind: 'Webinar' }).problem).toMatchObject({
      field: 'kind',
      code: 'invalid_kind',
    });
  });
});

test('what further columns hold and cannot be read is kept in the notes, never lost', () => {
  const { fields, problem } = readImportRow(
    'table',
    {
      title: 'T',
      issuer: 'I',
      hours: 'about forty',
      skills: 'SQL; Python',
      cost: '199.00',
      currency: 'USD',
      progress: '30%',
      lifecycle: 'In progress',
      notes: 'Mine',
    },
    context,
  );

  expect(problem).toBeNull();
  expect(fields).toMatchObject({
    skills: ['SQL', 'Python'],
    cost: { amount: 19900, currency: 'USD' },
    progress: 30,
    lifecycle: 'in-progress',
    notes: 'Mine\nhours: about forty',
  });
});

test('any texts give a result, and without a problem one that a record can hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '2024',
      '31/12/2020',
      'Nov 2020',
      'javascript:x',
      'x'.repeat(40_000),
      '1e9',
      '__proto__',
      '-1',
      '99:USD',
      '5 ECTS',
    ),
  );
  const cells = fc.dictionary(fc.constantFrom(...sourceFields), text);
  const source = fc.constantFrom<RowSource>(
    'certification',
    'education',
    'course',
    'skill',
    'table',
  );
  fc.assert(
    fc.property(source, cells, (kind, given) => {
      const row = readImportRow(kind, given, context);

      expect(Object.keys(row.cells)).toEqual([...shownFields]);
      if (row.problem !== null) return;
      credentialFieldsSchema.partial().parse(row.fields);
      const { issued, expires, neverExpires } = row.fields;
      if (issued && expires) expect(last(expires) >= first(issued)).toBe(true);
      expect(neverExpires === true && Boolean(expires)).toBe(false);
    }),
    propertyRuns(5000),
  );
});
