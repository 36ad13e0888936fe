import { germanWords, frenchWords, spanishWords } from '#shared/domain/outputWordsOf.ts';

/** Sections of a resume, in the order in which they come. */
export const sectionNames = [
  'certifications',
  'programs',
  'education',
  'courses',
  'badges',
  'memberships',
  'other',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** The words that Laurel itself adds to what goes out, in one language. */
export type OutputWords = Readonly<{
  sections: Readonly<Record<SectionName, string>>;
  /** Who awarded it and where it was taken, as in "Google on Coursera". */
  onPlatform: (issuer: string, platform: string) => string;
  expected: (when: string) => string;
  inProgress: string;
  planned: string;
  expires: (when: string) => string;
  renewed: (when: string) => string;
  expired: (when: string) => string;
  lapsed: string;
  /** Stands before the title of one that was held once, with the blank that follows it. */
  formerly: string;
  /** The end of one that was held once. */
  until: (when: string) => string;
  revoked: string;
  abandoned: string;
  number: (number: string) => string;
  skills: (names: readonly string[]) => string;
  courses: (names: readonly string[]) => string;
  /** Credit that an institution has accepted, `amount` written for the locale. */
  credit: (amount: string, system: 'ects' | 'other', institution: string) => string;
}>;

const english: OutputWords = {
  sections: {
    certifications: 'Licences and certifications',
    programs: 'Programs',
    education: 'Education',
    courses: 'Courses',
    badges: 'Badges and assessments',
    memberships: 'Memberships',
    other: 'Other credentials',
  },
  onPlatform: (issuer, platform) => `${issuer} on ${platform}`,
  expected: (when) => `Expected ${when}`,
  inProgress: 'In progress',
  planned: 'Planned',
  expires: (when) => `expires ${when}`,
  renewed: (when) => `renewed ${when}`,
  expired: (when) => `expired ${when}`,
  lapsed: 'expired',
  formerly: 'Formerly ',
  until: (when) => `until ${when}`,
  revoked: 'revoked',
  abandoned: 'not finished',
  number: (number) => `no. ${number}`,
  skills: (names) => `skills: ${names.join(', ')}`,
  courses: (names) => `Courses: ${names.join(', ')}`,
  credit: (amount, system, institution) =>
    `${amount} ${system === 'ects' ? 'ECTS credits' : 'credits'} accepted by ${institution}`,
};

const americanEnglish: OutputWords = {
  ...english,
  sections: { ...english.sections, certifications: 'Licenses and certifications' },
};

const wordsByLanguage: Readonly<Record<string, OutputWords>> = {
  en: english,
  'en-US': americanEnglish,
  de: germanWords,
  es: spanishWords,
  fr: frenchWords,
};

/** Languages in which Laurel has words of its own, in the order in which they are offered. */
export const outputLocales: readonly string[] = Object.keys(wordsByLanguage);

/**
 * Words for an output locale: those of the locale itself, else of its language, else English.
 * @param locale a BCP 47 tag
 * @returns `known` is false when English stands in for another language
 */
export function outputWords(locale: string): Readonly<{ words: OutputWords; known: boolean }> {
  const language = locale.split('-', 1)[0] ?? locale;
  const words = own(locale) ?? own(language);
  return { words: words ?? english, known: words !== undefined };
}

function own(tag: string): OutputWords | undefined {
  return Object.hasOwn(wordsByLanguage, tag) ? wordsByLanguage[tag] : undefined;
}
