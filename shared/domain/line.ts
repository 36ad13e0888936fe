import type { Credential, Id, Kind } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import {
  outputWords,
  sectionNames,
  type OutputWords,
  type SectionName,
} from '#shared/domain/outputWords.ts';
import { last, type PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { textKey } from '#shared/domain/textKey.ts';

/** Which facts a line shows beside title, issuer and date, and how it is worded. */
export type LineOptions = Readonly<{
  expiry: boolean;
  number: boolean;
  link: boolean;
  skills: boolean;
  /** Language and region of month names and of Laurel's own words, as a BCP 47 tag. */
  locale: string;
  asOf: PlainDate;
}>;

export type LineFact = 'title' | 'issuer' | 'date' | 'expiry' | 'number' | 'link' | 'skills';

/**
 * One fact of a line: plain text, to be escaped by each format for its target. `before` and
 * `after` are Laurel's own punctuation. `href` is set where the text stands for a web address.
 */
export type LinePart = Readonly<{
  fact: LineFact;
  before: string;
  text: string;
  after: string;
  href: string | null;
}>;

/** What goes out of one credential, ready for any format. */
export type Line = Readonly<{ id: Id; parts: readonly LinePart[] }>;

export type Section = Readonly<{ name: SectionName; heading: string; lines: readonly Line[] }>;

const sectionOfKind: Readonly<Record<Kind, SectionName>> = {
  degree: 'education',
  'university-certificate': 'education',
  micromasters: 'programs',
  microbachelors: 'programs',
  xseries: 'programs',
  'professional-certificate': 'programs',
  specialization: 'programs',
  mastertrack: 'programs',
  nanodegree: 'programs',
  'course-certificate': 'courses',
  'learning-path': 'programs',
  bootcamp: 'programs',
  certification: 'certifications',
  license: 'certifications',
  badge: 'badges',
  assessment: 'badges',
  membership: 'memberships',
  other: 'other',
};

/**
 * Sections of lines, each credential exactly once, in the order given within its section.
 * Sections come in the order of sectionNames; one without a line is not there.
 */
export function toSections(credentials: readonly Credential[], options: LineOptions): Section[] {
  const { words } = outputWords(options.locale);
  const bySection = Map.groupBy(credentials, ({ kind }) => sectionOfKind[kind]);
  return sectionNames.flatMap((name) => {
    const members = bySection.get(name);
    if (members === undefined) return [];
    const lines = members.map((credential) => toLine(credential, options, words));
    return [{ name, heading: words.sections[name], lines }];
  });
}

/**
 * The line of one credential (domain.md section 7): title (abbreviation), issuer, month and year,
 * expiry, number, link, skills.
 */
export function toLine(credential: Credential, options: LineOptions, words: OutputWords): Line {
  const link = options.link ? webLink(credential.url) : null;
  const parts: LinePart[] = [
    part('title', '', titleWithAbbreviation(credential)),
    part('issuer', ', ', issuerWithPlatform(credential, words)),
    part('date', ', ', dateText(credential, options, words)),
    part('expiry', ' (', expiryText(credential, options, words), ')'),
    part('number', ', ', options.number ? numberText(credential.number, words) : ''),
    { ...part('link', ', ', link === null ? '' : shownAddress(link)), href: link },
    part('skills', '; ', options.skills ? skillsText(credential.skills, words) : ''),
  ];
  const shown = parts.filter(({ text }) => text !== '');
  return {
    id: credential.id,
    // A title of control characters alone leaves nothing to show; then the next fact leads.
    parts: shown.map((each, index) => (index === 0 ? { ...each, before: '', after: '' } : each)),
  };
}

/** A line as running text, nothing escaped. Links appear as shown, without their address. */
export function lineText(line: Line): string {
  return line.parts.map(({ before, text, after }) => before + text + after).join('');
}

/** "Project Management Professional (PMP)"; the title alone when it says the letters already. */
export function titleWithAbbreviation({
  title,
  abbreviation,
}: Pick<Credential, 'title' | 'abbreviation'>): string {
  const name = oneLine(title);
  const letters = oneLine(abbreviation ?? '');
  const said = ` ${textKey(name)} `.includes(` ${textKey(letters)} `);
  return letters === '' || said ? name : `${name} (${letters})`;
}

/**
 * Month and year of a partial date in words of a locale, Gregorian: "May 2018"; a date that is a
 * year is that year alone. The day is never shown, and none is made up.
 */
export function monthYear(
  date: PartialDate,
  locale: string,
  month: 'short' | 'long' = 'short',
): string {
  const [year = NaN, monthNumber] = date.split('-').map(Number);
  // A UTC day value formatted as UTC: the machine's zone has no say in it.
  const day = new Date(Date.UTC(year, (monthNumber ?? 1) - 1, 1));
  const fields: Intl.DateTimeFormatOptions = { timeZone: 'UTC', calendar: 'gregory' };
  return new Intl.DateTimeFormat(
    locale,
    monthNumber === undefined
      ? { ...fields, year: 'numeric' }
      : { ...fields, year: 'numeric', month },
  ).format(day);
}

function part(fact: LineFact, before: string, text: string, after = ''): LinePart {
  return { fact, before, text, after, href: null };
}

/** Sites that show badges of others; that one lies there says nothing of where it was earned. */
const badgeHosts: ReadonlySet<string> = new Set(['credly', 'accredible', 'badgr', 'youracclaim']);

/** "Google on Coursera"; one name when awarder and platform are the same or only one is known. */
function issuerWithPlatform(credential: Credential, words: OutputWords): string {
  const issuer = oneLine(credential.issuer?.name ?? '');
  const platform = oneLine(credential.platform ?? '');
  if (issuer === '' || platform === '') return issuer || platform;
  const says = textKey(issuer) !== textKey(platform) && !badgeHosts.has(textKey(platform));
  return says ? words.onPlatform(issuer, platform) : issuer;
}

function dateText(credential: Credential, options: LineOptions, words: OutputWords): string {
  const { status, issued, target } = credential;
  const when = (date: PartialDate) => monthYear(date, options.locale);
  if (status === 'planned') return words.planned;
  if (status === 'in-progress') {
    // A target that has passed is no longer what anyone expects.
    const open = target !== null && last(target) >= options.asOf;
    return open ? words.expected(when(target)) : words.inProgress;
  }
  if (issued === null) return '';
  return status === 'scheduled' ? words.expected(when(issued)) : when(issued);
}

/** What is no longer held always says so, also where expiry is not asked for. */
function expiryText(credential: Credential, options: LineOptions, words: OutputWords): string {
  const { status, expires } = credential;
  const when = expires === null ? null : monthYear(expires, options.locale);
  switch (status) {
    case 'planned':
    case 'in-progress':
      return '';
    case 'revoked':
      return words.revoked;
    case 'abandoned':
      return words.abandoned;
    case 'expired':
    case 'grace':
    case 'suspended':
      return when === null ? words.lapsed : words.expired(when);
    case 'scheduled':
    case 'active':
    case 'expiring':
      return options.expiry && when !== null ? words.expires(when) : '';
  }
}

function numberText(number: string | null, words: OutputWords): string {
  const text = oneLine(number ?? '');
  return text === '' ? '' : words.number(text);
}

function skillsText(skills: readonly string[], words: OutputWords): string {
  const names = skills.map(oneLine).filter((name) => name !== '');
  return names.length === 0 ? '' : words.skills(names);
}

/** An address as print shows it: without `https://` and without the slash of an empty path. */
function shownAddress(link: string): string {
  return link.replace(/^https:\/\//i, '').replace(/^([^/?#]+)\/$/, '$1');
}
