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
  expired: (when: string) => string;
  lapsed: string;
  revoked: string;
  abandoned: string;
  number: (number: string) => string;
  skills: (names: readonly string[]) => string;
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
  expired: (when) => `expired ${when}`,
  lapsed: 'expired',
  revoked: 'revoked',
  abandoned: 'not finished',
  number: (number) => `no. ${number}`,
  skills: (names) => `skills: ${names.join(', ')}`,
};

const americanEnglish: OutputWords = {
  ...english,
  sections: { ...english.sections, certifications: 'Licenses and certifications' },
};

const wordsByLanguage: Readonly<Record<string, OutputWords>> = {
  en: english,
  'en-US': americanEnglish,
};

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
