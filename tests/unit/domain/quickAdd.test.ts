import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownCredentials } from '#shared/catalog/knownCredentials.ts';
import { credentialPatchSchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { parseQuickAdd, type QuickAddKnown } from '#shared/domain/quickAdd.ts';

const known: QuickAddKnown = {
  ...knownCredentials(),
  asOf: plainDateSchema.parse('2026-11-23'),
  dateOrder: 'month-first',
  issuers: ['Google', 'MITx'],
  platforms: ['edX', 'Coursera'],
};
const nothingKnown: QuickAddKnown = {
  ...known,
  credentials: [],
  issuers: [],
  platforms: [],
  issuerAliases: [],
};

const fieldsOf = (line: string, names = known) => parseQuickAdd(line, names).fields;

describe('lines as people type them', () => {
  test('a certification that the catalogue knows brings its name, issuer and policy', () => {
    const { fields, completed } = parseQuickAdd(
      'PMP, PMI, issued May 2024, expires in 3 years, #123456',
      known,
    );
    expect(fields).toEqual({
      title: 'Project Management Professional',
      abbreviation: 'PMP',
      issuer: 'Project Management Institute',
      kind: 'certification',
      issued: '2024-05',
      expires: '2027-05',
      number: '123456',
      policyId: 'pmi-pmp',
    });
    expect(completed).toEqual(['abbreviation', 'policyId']);
  });

  test('a program that the catalogue knows brings its kind, issuer and platform', () => {
    const { fields, completed } = parseQuickAdd(
      'MITx MicroMasters in Supply Chain Management, in progress',
      known,
    );
    expect(fields).toMatchObject({
      title: 'MITx MicroMasters in Supply Chain Management',
      kind: 'micromasters',
      issuer: 'MITx',
      platform: 'edX',
      lifecycle: 'in-progress',
    });
    expect(completed).toEqual(['issuer', 'platform', 'kind', 'policyId']);
  });

  test('without a catalogue the words stay as they were typed', () => {
    expect(fieldsOf('PMP, PMI, May 2024, 3 years', nothingKnown)).toEqual({
      title: 'PMP',
      issuer: 'PMI',
      kind: 'certification',
      issued: '2024-05',
      expires: '2027-05',
    });
  });

  test('an issuer on a platform', () => {
    expect(fieldsOf('Google Data Analytics, Google on Coursera, Aug 2023')).toEqual({
      title: 'Google Data Analytics',
      issuer: 'Google',
      platform: 'Coursera',
      kind: 'professional-certificate',
      hours: 187,
      policyId: 'google-career-cert',
      issued: '2023-08',
    });
  });

  test('no commas at all, an issuer by another of its names, and a range of days', () => {
    expect(fieldsOf('CISSP (ISC)2 2022-02-09 to 2025-02-08')).toMatchObject({
      title: 'Certified Information Systems Security Professional',
      abbreviation: 'CISSP',
      issuer: 'ISC2',
      issued: '2022-02-09',
      expires: '2025-02-08',
    });
  });

  test('what is under way: the share done, and a date ahead is its target', () => {
    expect(
      fieldsOf('MITx Supply Chain MicroMasters, MITx on edX, in progress 45%, Aug 2027'),
    ).toEqual({
      title: 'MITx Supply Chain MicroMasters',
      issuer: 'MITx',
      platform: 'edX',
      kind: 'micromasters',
      lifecycle: 'in-progress',
      progress: 45,
      target: '2027-08',
    });
    expect(fieldsOf('in progress 45%')).toEqual({ lifecycle: 'in-progress', progress: 45 });
  });

  test.each([
    ['X, Y, issued 14 May 2024', { issued: '2024-05-14' }],
    ['X, Y, May 14, 2024', { issued: '2024-05-14' }],
    ['X, Y, 05/14/2024', { issued: '2024-05-14' }],
    ['X, Y, 2019', { issued: '2019' }],
    ['X, Y, exp. 2027', { expires: '2027' }],
    ['X, Y, valid until Mar 2027', { expires: '2027-03' }],
    ['X, Y, today, for two years', { issued: '2026-11-23', expires: '2028-11-23' }],
    ['X, Y, 2020-01 – 2023-01', { issued: '2020-01', expires: '2023-01' }],
    ['X, Y, never expires', { neverExpires: true }],
    ['X, Y, https://example.org/v/1?a=b', { url: 'https://example.org/v/1?a=b' }],
    ['X, Y, 12.5 hours', { hours: 12.5 }],
    ['X, Y, credential id ABC-9', { number: 'ABC-9' }],
    ['X, Y, by Jun 2027', { lifecycle: 'in-progress', target: '2027-06' }],
  ])('%s', (line, expected) => {
    expect(fieldsOf(line)).toEqual({
      title: 'X',
      issuer: 'Y',
      kind: expect.any(String),
      ...expected,
    });
  });

  test('a name with C# or a year in it stays whole', () => {
    expect(fieldsOf('Advanced C#, Microsoft').title).toBe('Advanced C#');
    expect(fieldsOf('Windows Server 2019 Basics, Microsoft').title).toBe(
      'Windows Server 2019 Basics',
    );
  });

  test('letters in brackets after a name are its abbreviation', () => {
    expect(fieldsOf('Certified Widget Maker (CWM), Widget Board')).toMatchObject({
      title: 'Certified Widget Maker',
      abbreviation: 'CWM',
    });
  });

  test('a day that no calendar has is said to be unclear, and no date is made up', () => {
    const { fields, parts } = parseQuickAdd('X, Y, issued 31 Feb 2024', known);
    expect(fields.issued).toBeUndefined();
    expect(parts).toContainEqual(
      expect.objectContaining({ field: 'unclear', value: '31 Feb 2024' }),
    );
  });

  test('what is not understood becomes the notes', () => {
    expect(fieldsOf('X, Y, with distinction, hard exam').notes).toBe('with distinction, hard exam');
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    'PMP',
    '(ISC)2',
    'issued',
    'expires in',
    'to',
    '2024',
    '2024-02-31',
    'May 2024',
    '31 Feb 2024',
    '999 years',
    '#1',
    '#',
    '101%',
    '45%',
    'in progress',
    'planned',
    'on',
    'Coursera',
    'by',
    ',',
    ';',
    'https://',
    'https://a',
    '12 h',
    'no. 7',
    'valid until',
    'today',
    '–',
    '\n',
    '__proto__',
    'never expires',
  ),
);
const anyLine = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));

describe('whatever is typed', () => {
  test('nothing throws, and every field is one that the record accepts', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { fields } = parseQuickAdd(line, known);
        expect(credentialPatchSchema.safeParse(fields).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is said to be understood stands in the text, in its order', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { parts } = parseQuickAdd(line, known);
        for (const { text, start, end } of parts) expect(line.slice(start, end)).toBe(text);
        expect(parts.map(({ start }) => start)).toEqual(
          parts.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('every field is said in the text or named as completed; the kind is a guess', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { fields, parts, completed } = parseQuickAdd(line, known);
        const said = new Set<string>([...parts.map(({ field }) => field), ...completed]);
        const unsaid = Object.keys(fields).filter((field) => !said.has(field));
        // An abbreviation in brackets stands within the title; under way follows from its share or target.
        expect(
          unsaid.filter((field) => !['kind', 'abbreviation', 'lifecycle'].includes(field)),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('no word is lost: letters and digits are within some part', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { parts } = parseQuickAdd(line, known);
        const left = parts.reduce(
          (text, { start, end }) =>
            text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
          line,
        );
        expect(left).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('a very long line is read, as far as it is read at all', () => {
    for (const line of ['1 '.repeat(50_000), 'a on '.repeat(20_000), 'May '.repeat(20_000)]) {
      const ends = parseQuickAdd(line, known).parts.map(({ end }) => end);
      expect(Math.max(...ends)).toBeGreaterThan(1900);
      expect(Math.max(...ends)).toBeLessThanOrEqual(2000);
    }
  });
});
