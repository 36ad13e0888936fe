import { describe, expect, test } from 'vitest';
import { lineText, toLine, type LineContext, type LineOptions } from '#shared/domain/line.ts';
import { outputLocales, outputWords } from '#shared/domain/outputWords.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';

const asOf = plainDateSchema.parse('2026-11-23');
type Like = Parameters<typeof aStoredCredential>[0];

function lineOf(fields: Like, more: Partial<LineOptions> = {}) {
  const options = { expiry: true, number: true, link: false, skills: false, locale: 'en', asOf };
  const { locale, ...asked } = { ...options, ...more };
  return toLine(aStoredCredential(fields), { ...asked, locale }, outputWords(locale).words);
}
const text = (fields: Like, more: Partial<LineOptions> = {}) => lineText(lineOf(fields, more));

const old: Like = {
  title: 'Scrum Master',
  issuer: 'Scrum Alliance',
  issued: '2020-03',
  expires: '2024-03',
  status: 'expired',
};
const coming: Like = {
  title: 'Charter',
  abbreviation: 'CFA',
  issuer: 'CFA Institute',
  lifecycle: 'in-progress',
  status: 'in-progress',
  target: '2027-06',
};

describe('what is no longer held', () => {
  test('by label it says that it has expired', () => {
    expect(text(old)).toBe('Scrum Master, Scrum Alliance, Mar 2020 (expired Mar 2024)');
  });
  test.each([
    ['en', 'Formerly Scrum Master, Scrum Alliance, Mar 2020 (until Mar 2024)'],
    ['de', 'Ehemals Scrum Master, Scrum Alliance, März 2020 (bis März 2024)'],
    ['es', 'Anteriormente Scrum Master, Scrum Alliance, mar 2020 (hasta mar 2024)'],
    ['fr', 'Anciennement Scrum Master, Scrum Alliance, mars 2020 (jusqu’en mars 2024)'],
  ])('as "formerly" in %s', (locale, line) => {
    expect(text(old, { locale, expiredAs: 'formerly' })).toBe(line);
  });
  test.each(['grace', 'suspended'] as const)('"formerly" also for one in %s', (status) => {
    expect(text({ ...old, status }, { expiredAs: 'formerly' })).toContain('Formerly Scrum Master');
  });
  test('"formerly" without a known end, and never of what is held', () => {
    const formerly = { expiredAs: 'formerly' } as const;
    expect(text({ ...old, expires: null }, formerly)).toBe(
      'Formerly Scrum Master, Scrum Alliance, Mar 2020',
    );
    expect(text({ ...old, status: 'active', expires: '2027-03' }, formerly)).toBe(
      'Scrum Master, Scrum Alliance, Mar 2020 (expires Mar 2027)',
    );
  });
});

describe('what is under way', () => {
  const forbidden: LineContext = { mayExpect: ({ abbreviation }) => abbreviation !== 'CFA' };
  test('the month goes out where the body allows it, and only that it is under way where not', () => {
    expect(text(coming)).toBe('Charter (CFA), CFA Institute, Expected Jun 2027');
    expect(text(coming, { context: forbidden })).toBe('Charter (CFA), CFA Institute, In progress');
    expect(text({ ...coming, abbreviation: 'PMP' }, { context: forbidden })).toContain(
      'Expected Jun 2027',
    );
    const scheduled: Like = { ...coming, status: 'scheduled', issued: '2027-01', target: null };
    expect(text(scheduled)).toContain('Expected Jan 2027');
    expect(text(scheduled, { context: forbidden })).toContain('In progress');
  });
  test.each([
    ['de', 'Erwartet Juni 2027'],
    ['es', 'Previsto para jun 2027'],
    ['fr', 'Prévu pour juin 2027'],
    ['en-US', 'Expected Jun 2027'],
  ])('in %s', (locale, words) => {
    expect(text(coming, { locale })).toBe(`Charter (CFA), CFA Institute, ${words}`);
  });
});

describe('what was renewed', () => {
  const cycle = { start: '2020-03', end: '2023-03', renewedOn: null, method: null };
  const renewed: Like = {
    ...old,
    status: 'active',
    expires: '2029-03',
    cycles: [
      cycle,
      { ...cycle, renewedOn: '2023-02-11' },
      { ...cycle, renewedOn: '2026-01' },
      { ...cycle, renewedOn: null },
    ],
  };
  test('the last renewal stands before the end, when asked for', () => {
    expect(text(renewed)).toBe('Scrum Master, Scrum Alliance, Mar 2020 (expires Mar 2029)');
    expect(text(renewed, { renewed: true })).toBe(
      'Scrum Master, Scrum Alliance, Mar 2020 (renewed Jan 2026, expires Mar 2029)',
    );
    expect(text(renewed, { renewed: true, expiry: false })).toBe(
      'Scrum Master, Scrum Alliance, Mar 2020 (renewed Jan 2026)',
    );
    expect(text({ ...renewed, cycles: [] }, { renewed: true, expiry: false })).toBe(
      'Scrum Master, Scrum Alliance, Mar 2020',
    );
  });
});

describe('programs and credit', () => {
  const program: Like = {
    title: 'Supply Chain',
    kind: 'micromasters',
    issued: '2026-05',
    credits: { amount: 30, system: 'other' },
    creditsToward: 'a master’s, on admission',
  };
  const { id } = aStoredCredential(program);

  test('the courses stand beneath, as one line', () => {
    const courses = [
      { title: 'SC0x', abbreviation: null },
      { title: 'Design\n', abbreviation: 'SC2x' },
      { title: '\u0000', abbreviation: null },
    ];
    const line = lineOf(program, { context: { courses: new Map([[id, courses]]) } });
    expect(line.beneath).toMatchObject({ fact: 'courses', text: 'Courses: SC0x, Design (SC2x)' });
    expect(lineOf(program).beneath).toBeNull();
    expect(lineOf(program, { context: { courses: new Map([[id, []]]) } }).beneath).toBeNull();
  });

  test('credit that is offered is never said; credit that was accepted is, by whom', () => {
    expect(text(program)).toBe('Supply Chain, Acme Institute, May 2026');
    const accepted = (locale: string, system: 'ects' | 'usCredits', institution = 'MIT') =>
      text(program, {
        locale,
        context: { credit: new Map([[id, { amount: 7.5, system, institution }]]) },
      });
    expect(accepted('en', 'ects')).toBe(
      'Supply Chain, Acme Institute, May 2026, 7.5 ECTS credits accepted by MIT',
    );
    expect(accepted('en', 'usCredits')).toContain('7.5 credits accepted by MIT');
    expect(accepted('de', 'ects')).toContain('7,5 ECTS-Punkte, anerkannt von MIT');
    expect(accepted('fr', 'ects')).toContain('7,5 crédits ECTS reconnus par MIT');
    expect(accepted('es', 'ects')).toContain('7,5 créditos ECTS reconocidos por MIT');
    expect(accepted('en', 'ects', ' ')).not.toContain('credits');
  });
});

test.each(outputLocales)(
  '%s has a word for everything, and says the facts that it is given',
  (locale) => {
    const { words, known } = outputWords(locale);
    expect(known).toBe(true);
    const said = [
      words.expected('X'),
      words.expires('X'),
      words.renewed('X'),
      words.expired('X'),
      words.until('X'),
      words.number('X'),
      words.skills(['X']),
      words.courses(['X']),
      words.onPlatform('X', 'Y'),
      words.credit('3', 'ects', 'X'),
      words.credit('3', 'other', 'X'),
    ];
    for (const each of said) expect(each).toMatch(/X/);
    const fixed = [words.inProgress, words.planned, words.lapsed, words.revoked, words.abandoned];
    expect(new Set([...fixed, ...Object.values(words.sections)]).size).toBe(12);
    expect(words.formerly).toMatch(/^\p{Lu}.* $/u);
  },
);
