import type { Credential } from '#shared/domain/credential.ts';
import { textKey } from '#shared/domain/textKey.ts';

/** What each thing that a job description names is worth. Names weigh more than single words. */
const WEIGHT = { abbreviation: 6, title: 6, skill: 4, issuer: 1, word: 1 } as const;

/** Words that stand in every job description and every title, and say nothing about either. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by for from in into is it of on or our that the this to we with you your ' +
    'certificate certificates certification certifications certified course courses professional ' +
    'program programme specialization fundamentals introduction advanced associate practitioner ' +
    'der die das des dem den ein eine und oder mit für von im zu ' +
    'de del la las los el en y o con para por un una ' +
    'le les du et ou avec pour par dans au aux'
  ).split(' '),
);

/**
 * How much a credential has to do with a job description: a skill, a title or its letters that the
 * text names as a whole, and single words of the title. Case, accents and punctuation do not
 * matter, letters of C, C++ and C# do.
 * @param job the text of the description; '' is a job that nothing has to do with
 * @returns a function from a credential to its score, 0 when they share nothing
 */
export function relevanceTo(
  job: string,
): (credential: Pick<Credential, 'title' | 'abbreviation' | 'issuer' | 'skills'>) => number {
  const text = ` ${job.trim() === '' ? '' : textKey(job)} `;
  const jobWords = new Set(text.split(' ').filter((word) => word !== ''));
  const names = (phrase: string | null | undefined): boolean => {
    const key = textKey(phrase ?? '');
    return key !== '' && text.includes(` ${key} `);
  };
  return ({ title, abbreviation, issuer, skills }) => {
    const words = new Set(textKey(title).split(' '));
    const shared = [...words].filter((word) => jobWords.has(word) && !EMPTY_WORDS.has(word)).length;
    const skillKeys = new Map(skills.map((skill) => [textKey(skill), skill]));
    return (
      (names(abbreviation) ? WEIGHT.abbreviation : 0) +
      (names(title) ? WEIGHT.title : 0) +
      (names(issuer?.name) ? WEIGHT.issuer : 0) +
      WEIGHT.skill * [...skillKeys.values()].filter(names).length +
      WEIGHT.word * shared
    );
  };
}
