import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInCv } from '#shared/domain/cvFacts.ts';
import type { LineFact } from '#shared/domain/line.ts';
import { compareLines, readingKey, type ExpectedLine } from '#shared/domain/readBack.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { propertyRuns } from '../../support/property.ts';

const { id } = aStoredCredential({});
const expected = (whole: string, ...facts: readonly [LineFact, string][]): ExpectedLine => ({
  id,
  title: whole,
  whole,
  facts: facts.map(([fact, text]) => ({ fact, text })),
});
const pmp = expected(
  'PMP, PMI, May 2018',
  ['title', 'PMP'],
  ['issuer', 'PMI'],
  ['date', 'May 2018'],
);
const cpa = expected(
  'CPA, Texas, Oct 2015',
  ['title', 'CPA'],
  ['issuer', 'Texas'],
  ['date', 'Oct 2015'],
);

describe('comparing a text with what it should say', () => {
  test.each([
    ['as it is', 'PMP, PMI, May 2018\nCPA, Texas, Oct 2015'],
    ['wrapped anywhere', 'P\nMP, PMI, May\n\n2018 • CPA,  Tex\u00adas, Oct 2015'],
    ['with ligatures and wide forms', 'ＰＭＰ, PMI, May 2018\u200b CPA, Texas, Oct 2015'],
  ])('%s', (_name, text) => {
    expect(compareLines(text, [pmp, cpa])).toEqual({ matched: 2, lines: 2, missing: [] });
  });

  test('a fact that is another is missing, and only that', () => {
    const { matched, missing } = compareLines('PMP, PMI, May 2019\nCPA, Texas, Oct 2015', [
      pmp,
      cpa,
    ]);
    expect(matched).toBe(1);
    expect(missing).toEqual([
      {
        id,
        title: pmp.title,
        found: ['title', 'issuer'],
        missing: [{ fact: 'date', text: 'May 2018' }],
      },
    ]);
  });

  test('facts that are all there but parted or out of order do not match', () => {
    expect(compareLines('PMP, PMI, x May 2018', [pmp]).missing[0]?.missing).toEqual([
      { fact: 'title', text: 'PMP' },
    ]);
    expect(compareLines('CPA, Texas, Oct 2015 PMP, PMI, May 2018', [pmp, cpa]).matched).toBe(1);
  });

  test('any lines match the text that is made of them, and one that is left out does not', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, fc.nat(), (texts, at) => {
        const lines = texts.map((text, n) =>
          expected(`${n}) ${text} (${n}`, ['title', `${n}) ${text}`]),
        );
        const text = lines.map(({ whole }) => `• ${whole}\n`);
        expect(compareLines(text.join(''), lines).missing).toEqual([]);
        const gone = at % lines.length;
        const without = text.filter((_, index) => index !== gone).join('');
        const [first, ...others] = compareLines(without, lines).missing;
        expect(first?.title).toBe(lines[gone]?.title);
        expect(others).toEqual([]);
        expect(readingKey(text.join(''))).not.toMatch(/\s/);
      }),
      propertyRuns(1_000),
    );
  });
});

describe('finding facts in someone’s own CV', () => {
  const credential = aStoredCredential({
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    issuer: 'Project Management Institute',
    issued: '2018-05-14',
    expires: '2027-05',
    number: '7KQ2-R81M',
  });
  const find = (text: string) => findInCv(text)(credential);

  test.each([
    [
      'in full',
      'Project Management Professional, Project Management Institute, May 2018 – May 2027, 7KQ2-R81M',
    ],
    [
      'by its letters, in numbers',
      'PMP® (Project Management Institute) 05/2018 to 5/2027 #7KQ2-R81M',
    ],
    [
      'in another language',
      'PMP, Project Management Institute, mai 2018 bis Mai 2027, Nr. 7KQ2-R81M',
    ],
    [
      'in a table',
      '2018-05\nProject  Management\nProfessional\n2027-05\nPROJECT MANAGEMENT INSTITUTE\n7kq2 r81m',
    ],
  ])('%s', (_name, text) => {
    expect(find(text)).toMatchObject({
      found: ['title', 'issuer', 'date', 'expiry', 'number'],
      missing: [],
    });
  });

  test('what is not there is told as it would be written', () => {
    expect(find('I hold the PMP of the Project Management Institute.')).toMatchObject({
      found: ['title', 'issuer'],
      missing: [
        { fact: 'date', text: 'May 2018' },
        { fact: 'expiry', text: 'May 2027' },
        { fact: 'number', text: '7KQ2-R81M' },
      ],
    });
  });

  test('facts far from the title are those of something else', () => {
    expect(find(`PMP ${'word '.repeat(200)} May 2018`)?.missing.map(({ fact }) => fact)).toContain(
      'date',
    );
  });

  test('letters inside of words and other letters are not it', () => {
    expect(find('shpmpx, PMPs, pmp')).toBeNull();
    expect(find('')).toBeNull();
  });

  test('a year alone is found as a year', () => {
    const old = aStoredCredential({ title: 'BSc', issued: '2011', issuer: null });
    expect(findInCv('BSc 2011')(old)).toMatchObject({ found: ['title', 'date'], missing: [] });
  });
});
