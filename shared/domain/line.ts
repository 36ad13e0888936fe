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
import type { ExpiredWording } from '#shared/domain/profile.ts';
import type { Status } from '#shared/domain/status.ts';
import { textKey } from '#shared/domain/textKey.ts';

/** Which facts a line shows beside title, issuer and date, and how it is worded. */
export type LineOptions = Readonly<{
  expiry: boolean;
  number: boolean;
  link: boolean;
  skills: boolean;
  /** The last renewal beside the expiry; left out when not given. */
  renewed?: boolean;
  /** How one past its end is worded: its title as ever and "expired", or "formerly" and "until". */
  expiredAs?: ExpiredWording;
  /** Language and region of month names and of Laurel's own words, as a BCP 47 tag. */
  locale: string;
  asOf: PlainDate;
  /** What is known beyond the credential itself. */
  context?: LineContext;
}>;

/** Credit that an institution has accepted, as against credit that is merely offered. */
export type AcceptedCredit = Readonly<{
  amount: number;
  system: NonNullable<Credential['credits']>['system'];
  institution: string;
}>;

/** What stacks and the bodies' own rules say of a credential; nothing is known where it is absent. */
export type LineContext = Readonly<{
  /** The courses that a program was made of, in order; printed as one line beneath it. */
  courses?: ReadonlyMap<Id, readonly Pick<Credential, 'title' | 'abbreviation'>[]>;
  credit?: ReadonlyMap<Id, AcceptedCredit>;
  /** Whether the body lets a candidate write the month in which the title is expected. */
  mayExpect?: (credential: Credential) => boolean;
}>;

export const lineFacts = [
  'title',
  'issuer',
  'date',
  'expiry',
  'number',
  'link',
  'skills',
  'credit',
  'courses',
] as const;
export type LineFact = (typeof lineFacts)[number];

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

/**
 * What goes out of one credential, ready for any format. `beneath` is a second line under the
 * first, for what belongs to the credential without being said of it; null when there is none.
 */
export type Line = Readonly<{ id: Id; parts: readonly LinePart[]; beneath: LinePart | null }>;

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
 * expiry, number, link, accepted credit, skills; its courses beneath.
 */
export function toLine(credential: Credential, options: LineOptions, words: OutputWords): Line {
  const link = options.link ? webLink(credential.url) : null;
  const former = options.expiredAs === 'formerly' && isLapsed(credential);
  const parts: LinePart[] = [
    part('title', former ? words.formerly : '', titleWithAbbreviation(credential)),
    part('issuer', ', ', issuerWithPlatform(credential, words)),
    part('date', ', ', dateText(credential, options, words)),
    part('expiry', ' (', expiryText(credential, options, words), ')'),
    part('number', ', ', options.number ? numberText(credential.number, words) : ''),
    { ...part('link', ', ', link === null ? '' : shownAddress(link)), href: link },
    part('credit', ', ', creditText(credential, options, words)),
    part('skills', '; ', options.skills ? skillsText(credential.skills, words) : ''),
  ];
  const [lead, ...rest] = parts.filter(({ text }) => text !== '');
  const names = options.context?.courses?.get(credential.id)?.map(titleWithAbbreviation) ?? [];
  const said = names.filter((name) => name !== '');
  return {
    id: credential.id,
    parts: lead === undefined ? [] : [leading(lead), ...rest],
    beneath: said.length === 0 ? null : part('courses', '', words.courses(said)),
  };
}

/** A title of control characters alone leaves nothing to show; then the next fact leads. */
function leading(lead: LinePart): LinePart {
  return lead.fact === 'title' ? lead : { ...lead, before: '', after: '' };
}

/**
 * A line as running text, nothing escaped, without what stands beneath it. Links appear as shown,
 * without their address.
 */
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
  return formatOf(locale, monthNumber === undefined ? null : month).format(day);
}

// Making one costs more than all the rest of a line.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, month: 'short' | 'long' | null): Intl.DateTimeFormat {
  const key = `${locale} ${month}`;
  const known =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      year: 'numeric',
      ...(month === null ? {} : { month }),
    });
  formats.set(key, known);
  return known;
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
  const expected = (date: PartialDate) =>
    (options.context?.mayExpect?.(credential) ?? true)
      ? words.expected(when(date))
      : words.inProgress;
  if (status === 'planned') return words.planned;
  if (status === 'in-progress') {
    // A target that has passed is no longer what anyone expects.
    const open = target !== null && last(target) >= options.asOf;
    return open ? expected(target) : words.inProgress;
  }
  if (issued === null) return '';
  return status === 'scheduled' ? expected(issued) : when(issued);
}

const lapsedStatuses: ReadonlySet<Status> = new Set(['expired', 'grace', 'suspended']);

const isLapsed = ({ status }: Credential): boolean => lapsedStatuses.has(status);

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
      // "Formerly" before the title says already that it is no longer held.
      if (options.expiredAs === 'formerly') return when === null ? '' : words.until(when);
      return when === null ? words.lapsed : words.expired(when);
    case 'scheduled':
    case 'active':
    case 'expiring': {
      const renewed = options.renewed === true ? lastRenewal(credential) : null;
      return [
        ...(renewed === null ? [] : [words.renewed(monthYear(renewed, options.locale))]),
        ...(options.expiry && when !== null ? [words.expires(when)] : []),
      ].join(', ');
    }
  }
}

function lastRenewal({ cycles }: Credential): PartialDate | null {
  return cycles.findLast(({ renewedOn }) => renewedOn !== null)?.renewedOn ?? null;
}

/** Only what was accepted: an offer of credit is not said of anyone (domain.md section 4). */
function creditText({ id }: Credential, options: LineOptions, words: OutputWords): string {
  const credit = options.context?.credit?.get(id);
  const institution = oneLine(credit?.institution ?? '');
  if (credit === undefined || institution === '') return '';
  const amount = new Intl.NumberFormat(options.locale, { numberingSystem: 'latn' }).format(
    credit.amount,
  );
  return words.credit(amount, credit.system === 'ects' ? 'ects' : 'other', institution);
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
