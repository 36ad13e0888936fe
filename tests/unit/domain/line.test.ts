import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '#shared/domain/credential.ts';
import {
  lineText,
  monthYear,
  titleWithAbbreviation,
  toLine,
  toSections,
  type LineOptions,
} from '#shared/domain/line.ts';
import { outputWords, sectionNames } from '#shared/domain/outputWords.ts';
import { partialDateSchema, type PartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';

const asOf = plainDateSchema.parse('2026-11-23');
const options: LineOptions = {
  expiry: true,
  number: true,
  link: false,
  skills: false,
  locale: 'en',
  asOf,
};
const { words } = outputWords('en');
const date = (text: string): PartialDate => partialDateSchema.parse(text);
type Like = Parameters<typeof aStoredCredential>[0];
const text = (fields: Like, more: Partial<LineOptions> = {}) =>
  lineText(toLine(aStoredCredential(fields), { ...options, ...more }, words));

const pmp: Like = {
  title: 'Project Management Professional',
  abbreviation: 'PMP',
  issuer: 'Project Management Institute',
  issued: '2018-05-14',
  expires: '2027-05-13',
  number: '2098417',
  url: 'https://www.credly.com/badges/1/',
  skills: ['Scheduling', 'R&D'],
};

describe('a line', () => {
  test('holds title, abbreviation, issuer, month and year, expiry and number', () => {
    expect(text(pmp)).toBe(
      'Project Management Professional (PMP), Project Management Institute, May 2018 (expires May 2027), no. 2098417',
    );
  });

  test('leaves out what is not wanted', () => {
    expect(text(pmp, { expiry: false, number: false })).toBe(
      'Project Management Professional (PMP), Project Management Institute, May 2018',
    );
  });

  test('ends with the link and the skills when wanted', () => {
    expect(text(pmp, { number: false, expiry: false, link: true, skills: true })).toBe(
      'Project Management Professional (PMP), Project Management Institute, May 2018, www.credly.com/badges/1/; skills: Scheduling, R&D',
    );
  });

  test('a link that is not of the web is left out', () => {
    expect(text({ title: 'A', issuer: 'I', url: 'javascript:alert(1)' }, { link: true })).toBe(
      'A, I',
    );
  });

  test.each([
    ['Google', 'Coursera', 'A, Google on Coursera'],
    ['Udacity', 'udacity', 'A, Udacity'],
    [null, 'edX', 'A, edX'],
    ['MITx', null, 'A, MITx'],
    [null, null, 'A'],
  ])('issuer %s, platform %s', (issuer, platform, expected) => {
    expect(text({ title: 'A', issuer, platform })).toBe(expected);
  });

  test.each([
    ['2024', 'A, I, 2024'],
    ['2024-05', 'A, I, May 2024'],
    ['2024-01-01', 'A, I, Jan 2024'],
    ['2024-12-31', 'A, I, Dec 2024'],
  ])('issued %s', (issued, expected) => {
    expect(text({ title: 'A', issuer: 'I', issued })).toBe(expected);
  });

  test('of a year-only expiry shows the year alone', () => {
    expect(text({ title: 'A', issuer: 'I', issued: '2024', expires: '2027' })).toBe(
      'A, I, 2024 (expires 2027)',
    );
  });

  test.each([
    ['2027-06-30', 'A, I, Expected Jun 2027'],
    ['2027', 'A, I, Expected 2027'],
    ['2026-11', 'A, I, Expected Nov 2026'],
    ['2026-10', 'A, I, In progress'],
    [null, 'A, I, In progress'],
  ])('in progress with target %s', (target, expected) => {
    expect(text({ title: 'A', issuer: 'I', status: 'in-progress', target })).toBe(expected);
  });

  test.each([
    ['expired', 'A, I, May 2018 (expired May 2024)'],
    ['grace', 'A, I, May 2018 (expired May 2024)'],
    ['suspended', 'A, I, May 2018 (expired May 2024)'],
    ['revoked', 'A, I, May 2018 (revoked)'],
    ['scheduled', 'A, I, Expected May 2018'],
  ] as const)('what is %s says so even without expiry', (status, expected) => {
    const fields = { title: 'A', issuer: 'I', status, issued: '2018-05', expires: '2024-05' };
    expect(text(fields, { expiry: false })).toBe(expected);
  });

  test('stays one line whatever is in it', () => {
    expect(text({ title: 'A\nB\tC', issuer: 'I\r\nJ', number: '1\u20282' })).toBe(
      'A B C, I J, no. 1 2',
    );
    expect(text({ title: '\u0000\n', issuer: 'I' })).toBe('I');
  });

  test('keeps a title of 200 characters, accents and emoji as they are', () => {
    const title = 'É🎓 R&D C# '.padEnd(200, 'x');
    expect(text({ title, issuer: 'I' })).toBe(`${title}, I`);
  });
});

describe('titleWithAbbreviation', () => {
  test.each([
    ['Certified Public Accountant', 'CPA', 'Certified Public Accountant (CPA)'],
    ['CompTIA A+', 'A+', 'CompTIA A+'],
    ['Project Management Professional (PMP)®', 'PMP', 'Project Management Professional (PMP)®'],
    ['PMP', 'PMP', 'PMP'],
    ['Training of trainers', 'AI', 'Training of trainers (AI)'],
    ['C++ Developer', 'C', 'C++ Developer (C)'],
    ['SHRM Certified Professional', 'SHRM-CP', 'SHRM Certified Professional (SHRM-CP)'],
    ['A', null, 'A'],
  ])('%s and %s', (title, abbreviation, expected) => {
    expect(titleWithAbbreviation({ title, abbreviation })).toBe(expected);
  });
});

describe('monthYear', () => {
  test.each([
    ['en', 'Sep 2024'],
    ['en-GB', 'Sept 2024'],
    ['de', 'Sept. 2024'],
    ['fr', 'sept. 2024'],
    ['es', 'sept 2024'],
    ['ja', '2024年9月'],
    ['th', 'ก.ย. 2024'],
  ])('in %s', (locale, expected) => {
    expect(monthYear(date('2024-09-30'), locale).replace('\u00a0', ' ')).toBe(expected);
  });

  test('never shows another month or year than the one recorded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month) => {
          const iso = `${year}-${String(month).padStart(2, '0')}`;
          const shown = new Date(`${monthYear(date(iso), 'en')} 15 UTC`);
          expect([shown.getUTCFullYear(), shown.getUTCMonth() + 1]).toEqual([year, month]);
          expect(monthYear(date(String(year)), 'en')).toBe(String(year));
        },
      ),
    );
  });
});

describe('toSections', () => {
  test('sections come in their order, lines in the order given, empty sections not at all', () => {
    const sections = toSections(
      [
        aStoredCredential({ n: 1, title: 'Course', kind: 'course-certificate', issuer: null }),
        aStoredCredential({ n: 2, title: 'Z', kind: 'certification', issuer: null }),
        aStoredCredential({ n: 3, title: 'A', kind: 'license', issuer: null }),
        aStoredCredential({ n: 4, title: 'BSc', kind: 'degree', issuer: null }),
      ],
      options,
    );
    expect(sections.map(({ heading, lines }) => [heading, lines.map(lineText)])).toEqual([
      ['Licences and certifications', ['Z', 'A']],
      ['Education', ['BSc']],
      ['Courses', ['Course']],
    ]);
  });

  test('American English spells its heading', () => {
    expect(toSections([aStoredCredential({})], { ...options, locale: 'en-US' })[0]?.heading).toBe(
      'Licenses and certifications',
    );
    expect(outputWords('en-GB').known).toBe(true);
    expect(outputWords('tlh').known).toBe(false);
    expect(outputWords('constructor').known).toBe(false);
  });

  test('every credential has exactly one line, whatever its kind and status', () => {
    const any = fc.record({
      kind: fc.constantFrom(...kinds),
      status: fc.constantFrom(...statusSchema.options),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (all) => {
        const credentials = all.map((fields, index) =>
          aStoredCredential({ n: index + 1, ...fields }),
        );
        const sections = toSections(credentials, options);
        const ids = sections.flatMap(({ lines }) => lines.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(credentials.map(({ id }) => id).toSorted());
        const places = sections.map(({ name }) => sectionNames.indexOf(name));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});
