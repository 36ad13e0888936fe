import { kinds, type Kind } from '#shared/domain/credential.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

/** Words in a title that say what kind of credential it is, most telling first. */
const kindWords: ReadonlyArray<readonly [RegExp, Kind]> = [
  [/\bmicro ?masters\b/, 'micromasters'],
  [/\bmicro ?bachelors\b/, 'microbachelors'],
  [/\bx ?series\b/, 'xseries'],
  [/\bmaster ?track\b/, 'mastertrack'],
  [/\bnano ?degree\b/, 'nanodegree'],
  [/\bprofessional certificate\b|\bcareer certificate\b/, 'professional-certificate'],
  [/\bspeciali[sz]ation\b/, 'specialization'],
  [/\blearning path\b/, 'learning-path'],
  [/\bboot ?camp\b/, 'bootcamp'],
  [/\blicen[cs]e\b|\blicensed\b|\blicensure\b/, 'license'],
  [/\bmembership\b|\bmember of\b|\bfellow of\b/, 'membership'],
  [/\bskill assessment\b|\bskill test\b/, 'assessment'],
  [/\bbadge\b/, 'badge'],
  [/\bcertified\b|\bcertification\b/, 'certification'],
];

/**
 * Sites where courses are taken: who awards there is another question. A site that only shows badges,
 * such as Credly, is none: nobody took PMP on Credly.
 */
const platforms: ReadonlyArray<readonly [RegExp, string, Kind | null]> = [
  [/^(?:[^/]+\.)?coursera\.org\/.*\bprofessional-cert\b/, 'Coursera', 'professional-certificate'],
  [/^(?:[^/]+\.)?coursera\.org\/.*\bspecialization\b/, 'Coursera', 'specialization'],
  [/^(?:[^/]+\.)?coursera\.org\//, 'Coursera', 'course-certificate'],
  [/^(?:[^/]+\.)?edx\.org\//, 'edX', 'course-certificate'],
  [/^(?:[^/]+\.)?(?:udemy\.com|ude\.my)\//, 'Udemy', 'course-certificate'],
  [/^(?:[^/]+\.)?udacity\.com\//, 'Udacity', 'nanodegree'],
  [/^(?:[^/]+\.)?linkedin\.com\/learning\//, 'LinkedIn Learning', 'course-certificate'],
  [/^(?:[^/]+\.)?futurelearn\.com\//, 'FutureLearn', 'course-certificate'],
  [/^(?:[^/]+\.)?datacamp\.com\//, 'DataCamp', 'course-certificate'],
];

/** Issuers that are platforms: what they award are course certificates unless the title says more. */
const courseIssuers: ReadonlySet<string> = new Set(
  [
    'Coursera',
    'edX',
    'Udemy',
    'LinkedIn',
    'LinkedIn Learning',
    'FutureLearn',
    'DataCamp',
    'Pluralsight',
    'Skillshare',
    'freeCodeCamp',
    'Khan Academy',
    'Codecademy',
  ].map(issuerKey),
);

/** Words at which the issuer is known although a file leaves it out. */
const issuerWords: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bsalesforce\b/, 'Salesforce'],
  [/\baws\b|\bamazon web services\b/, 'Amazon Web Services'],
  [/\bazure\b|\bmicrosoft\b/, 'Microsoft'],
  [/\bgoogle cloud\b/, 'Google Cloud'],
  [/\bgoogle\b/, 'Google'],
  [/\bcomptia\b/, 'CompTIA'],
  [/\bcisco\b|\bccna\b|\bccnp\b/, 'Cisco'],
  [/\bcissp\b|\bccsp\b|\bisc2\b/, 'ISC2'],
  [/\bcisa\b|\bcism\b|\bisaca\b/, 'ISACA'],
  [/\bpmp\b|\bcapm\b|\bproject management professional\b/, 'Project Management Institute'],
  [/\bshrm\b/, 'Society for Human Resource Management'],
  [/\bhubspot\b/, 'HubSpot Academy'],
  [/\btableau\b/, 'Tableau'],
  [/\boracle\b/, 'Oracle'],
  [/\bred hat\b|\brhcsa\b|\brhce\b/, 'Red Hat'],
  [/\bcertified scrum\w*\b|\bcsm\b/, 'Scrum Alliance'],
  [/\bprofessional scrum\b|\bpsm\b/, 'Scrum.org'],
  [/\bmeta\b/, 'Meta'],
  [/\bibm\b/, 'IBM'],
  [/\bsnowflake\b/, 'Snowflake'],
  [/\bdatabricks\b/, 'Databricks'],
];

const kindKeys: ReadonlyMap<string, Kind> = new Map([
  ...kinds.map((kind) => [textKey(kind), kind] as const),
  ['course', 'course-certificate'],
  ['certificate', 'course-certificate'],
  ['licence', 'license'],
  ['zertifikat', 'course-certificate'],
  ['zertifizierung', 'certification'],
  ['lizenz', 'license'],
  ['abschluss', 'degree'],
  ['kurs', 'course-certificate'],
  ['mitgliedschaft', 'membership'],
]);

/** The kind that a text names, whatever its case and hyphens; undefined when it names none. */
export function kindNamed(text: string): Kind | undefined {
  return kindKeys.get(textKey(text));
}

/** What kind a credential seems to be; one that says nothing of itself is a certification. */
export function guessKind(title: string, issuer: string, url: string | null): Kind {
  const key = textKey(title);
  const named = kindWords.find(([words]) => words.test(key))?.[1];
  if (named !== undefined) return named;
  return courseIssuers.has(issuerKey(issuer))
    ? 'course-certificate'
    : (platformOf(url)?.[2] ?? 'certification');
}

/** Where it was taken, by its link; null when the link does not tell. */
export function guessPlatform(url: string | null): string | null {
  return platformOf(url)?.[1] ?? null;
}

/**
 * Who may have issued it, likeliest first, three at most.
 * @param known issuers that the portfolio has already
 */
export function guessIssuers(
  title: string,
  url: string | null,
  known: readonly string[],
): string[] {
  const key = ` ${textKey(title)} `;
  const guesses = [
    ...known.filter((name) => textKey(name).length > 1 && key.includes(` ${textKey(name)} `)),
    ...issuerWords.filter(([words]) => words.test(key)).map(([, name]) => name),
    ...[platformOf(url)?.[1]].filter((name) => name !== undefined),
  ];
  return [...new Map(guesses.map((name) => [issuerKey(name), name])).values()].slice(0, 3);
}

function platformOf(url: string | null) {
  if (url === null) return undefined;
  const [, host = '', path = '/'] = /^https?:\/\/([^/?#:@]+)(?::\d+)?(\/[^?#]*)?/i.exec(url) ?? [];
  const place = `${host.toLowerCase()}${path}`;
  return platforms.find(([pattern]) => pattern.test(place));
}
