import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relevanceTo } from '#shared/domain/relevance.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { propertyRuns } from '../../support/property.ts';

const job = `Operations lead. You hold a PMP or a CPA licence, write SQL and some C++, and know
  Supply-Chain design. Résumé in English.`;

const scoreOf = (fields: Parameters<typeof aStoredCredential>[0], text = job) =>
  relevanceTo(text)(aStoredCredential({ title: 'Zzz', issuer: null, ...fields }));

describe('relevance to a job description', () => {
  test.each([
    ['nothing shared', { title: 'Yoga Teacher' }, 0],
    ['the letters', { abbreviation: 'PMP' }, 6],
    ['letters that are only a part of a word', { abbreviation: 'OP' }, 0],
    ['one skill', { skills: ['sql'] }, 4],
    ['a skill named twice counts once', { skills: ['SQL', 'sql'] }, 4],
    ['C is not C++', { skills: ['C'] }, 0],
    ['C++ is', { skills: ['C++'] }, 4],
    ['accents and punctuation do not matter', { skills: ['Supply Chain'] }, 4],
    ['words of the title, without those that say nothing', { title: 'The Design of a Course' }, 1],
    ['the whole title and its words', { title: 'Operations Lead' }, 8],
    ['the issuer', { issuer: 'English' }, 1],
  ])('%s', (_name, fields, score) => {
    expect(scoreOf(fields)).toBe(score);
  });

  test('a job without text is a job that nothing has to do with', () => {
    expect(scoreOf({ title: 'Operations Lead', skills: ['SQL'] }, ' \n')).toBe(0);
  });

  test('a text that names all of a credential gives at least as much as any other', () => {
    const skillList = fc.array(
      fc.string().filter((skill) => skill.trim() !== ''),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.string(), skillList, fc.string(), (title, skills, text) => {
        const credential = aStoredCredential({ title, skills, issuer: null });
        const whole = relevanceTo([title, ...skills, text].join(' \n '))(credential);
        const part = relevanceTo(text)(credential);
        expect(whole).toBeGreaterThanOrEqual(part);
        const words = [title, ...skills].flatMap((each) => textKey(each).split(' '));
        const shared = textKey(text)
          .split(' ')
          .some((word) => word !== '' && words.includes(word));
        if (!shared) expect(part).toBe(0);
      }),
      propertyRuns(2_000),
    );
  });
});
