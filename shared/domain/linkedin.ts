import type { Credential } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { monthYear, titleWithAbbreviation } from '#shared/domain/line.ts';
import { validStatuses } from '#shared/domain/order.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';

/** Fields of LinkedIn's "Add license or certification" form, in the form's order. */
export const linkedInFieldNames = [
  'Name',
  'Issuing organization',
  'Issue date',
  'Expiration date',
  'Credential ID',
  'Credential URL',
  'Skills',
] as const;
export type LinkedInFieldName = (typeof linkedInFieldNames)[number];

/** One field of the form and what to put there; an empty value is a field to leave empty. */
export type LinkedInField = Readonly<{ name: LinkedInFieldName; value: string }>;

/**
 * Characters after which a field gets a word of caution. LinkedIn publishes no limits for these;
 * the figures are often quoted, so nothing is ever cut (standards.md 3.3).
 */
const SOFT_LIMIT_CHARACTERS = { name: 255, organization: 255, number: 80, url: 256, skill: 80 };

/** What the window will hand to the system's browser, in characters (reliability.md, Electron). */
const LINK_LIMIT_CHARACTERS = 2048;

/**
 * The link that opens LinkedIn's form filled in (standards.md 3.2). Facts that are unknown leave
 * their parameter out; of a date only what is known is sent, as it stands in the record.
 */
export function addToProfileLink(credential: Credential): string {
  const parameters: readonly (readonly [string, string | null])[] = [
    ['name', titleWithAbbreviation(credential)],
    ['organizationName', organization(credential)],
    ['issueYear', yearOf(credential.issued)],
    ['issueMonth', monthOf(credential.issued)],
    ['expirationYear', yearOf(credential.expires)],
    ['expirationMonth', monthOf(credential.expires)],
    ['certUrl', webLink(credential.url)],
    ['certId', oneLine(credential.number ?? '')],
  ];
  const filled = parameters.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`&${name}=${encodeURIComponent(value)}`],
  );
  return `https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME${filled.join('')}`;
}

/**
 * The form's fields one by one, in its order: LinkedIn is reported to ignore the link's values,
 * so each can be copied by itself. Dates as "May 2018", months written out as the form lists them.
 */
export function copySheet(credential: Credential): LinkedInField[] {
  const values: Readonly<Record<LinkedInFieldName, string>> = {
    Name: titleWithAbbreviation(credential),
    'Issuing organization': organization(credential),
    'Issue date': formDate(credential.issued),
    'Expiration date': formDate(credential.expires),
    'Credential ID': oneLine(credential.number ?? ''),
    'Credential URL': webLink(credential.url) ?? '',
    Skills: credential.skills.map(oneLine).join(', '),
  };
  return linkedInFieldNames.map((name) => ({ name, value: values[name] }));
}

/** What LinkedIn's form cannot carry of this credential, or would show wrongly; a sentence each. */
export function linkedInWarnings(credential: Credential): string[] {
  return [
    ...statusWarnings(credential),
    ...dayWarnings(credential),
    ...monthWarnings('issue', credential.issued),
    ...monthWarnings('expiration', credential.expires),
    ...factWarnings(credential),
    ...lengthWarnings(credential),
  ];
}

function statusWarnings({ status, kind }: Credential): string[] {
  const held = validStatuses.has(status)
    ? []
    : [`It is not valid on this day (${status}); LinkedIn would show it as held.`];
  return kind === 'degree'
    ? [...held, 'LinkedIn has a section of its own for degrees: Education.']
    : held;
}

function dayWarnings({ issued, expires }: Credential): string[] {
  const days = [issued, expires].filter((date) => date?.length === 10);
  return days.length === 0
    ? []
    : [`LinkedIn keeps month and year only; the day is left out (${days.join(', ')}).`];
}

function monthWarnings(which: 'issue' | 'expiration', date: PartialDate | null): string[] {
  if (date === null) {
    return which === 'issue' ? ['The issue date is unknown; LinkedIn will show none.'] : [];
  }
  return date.length === 4
    ? [`The month of the ${which} date is unknown: choose one in the form only if you know it.`]
    : [];
}

function factWarnings({ issuer, platform, url }: Credential): string[] {
  return [
    ...(issuer === null
      ? [
          platform === null
            ? 'The issuing organization is unknown, and LinkedIn asks for one.'
            : `The issuer is unknown; the platform (${platform}) stands as the organization.`,
        ]
      : []),
    ...(url !== null && webLink(url) === null
      ? ['The address is not a web link (https or http) and is left out.']
      : []),
  ];
}

function lengthWarnings(credential: Credential): string[] {
  const limits = SOFT_LIMIT_CHARACTERS;
  return [
    ...long('The name', titleWithAbbreviation(credential), limits.name),
    ...long('The organization', organization(credential), limits.organization),
    ...long('The credential ID', oneLine(credential.number ?? ''), limits.number),
    ...long('The URL', webLink(credential.url) ?? '', limits.url),
    ...credential.skills.flatMap((skill) => long(`The skill "${skill}"`, skill, limits.skill)),
    ...(addToProfileLink(credential).length > LINK_LIMIT_CHARACTERS
      ? [`The link is longer than ${LINK_LIMIT_CHARACTERS} characters: copy the fields instead.`]
      : []),
  ];
}

function long(what: string, value: string, limit: number): string[] {
  return value.length > limit
    ? [`${what} has ${value.length} characters; LinkedIn may stop at ${limit}. Nothing is cut.`]
    : [];
}

function formDate(date: PartialDate | null): string {
  return date === null ? '' : monthYear(date, 'en', 'long');
}

function organization({ issuer, platform }: Credential): string {
  return oneLine(issuer?.name ?? platform ?? '');
}

function yearOf(date: PartialDate | null): string | null {
  return date === null ? null : date.slice(0, 4);
}

/** The month as LinkedIn counts it, 1 to 12, without a leading zero; null when it is unknown. */
function monthOf(date: PartialDate | null): string | null {
  return date === null || date.length === 4 ? null : String(Number(date.slice(5, 7)));
}
