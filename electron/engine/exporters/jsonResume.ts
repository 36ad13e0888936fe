import type { Credential } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { textKey } from '#shared/domain/textKey.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/** Academic awards have a section of their own in JSON Resume. */
const isEducation = ({ kind }: Credential): boolean =>
  kind === 'degree' || kind === 'university-certificate';

/** What JSON Resume has no field for goes under names that begin with `x-` (standards.md 4.1). */
type Shown = Readonly<{ expiry: boolean; number: boolean; link: boolean; skills: boolean }>;

/**
 * The credentials as a JSON Resume document (schema 1.0.0): certificates, education, and the skills
 * of both. What is unknown is left out, dates are as precise as they are known.
 * @param shown which facts go out; the skills section follows the same choice as the lines
 */
export function toJsonResume(
  credentials: readonly Credential[],
  options: Readonly<{ shown: Shown; holder: string }>,
): string {
  const { shown, holder } = options;
  const document = known({
    $schema: SCHEMA,
    basics: known({ name: text(holder) }),
    education: credentials.filter(isEducation).map((each) => toEducation(each, shown)),
    certificates: credentials
      .filter((each) => !isEducation(each))
      .map((each) => toCertificate(each, shown)),
    skills: shown.skills ? toSkills(credentials) : undefined,
    meta: { version: 'v1.0.0' },
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toCertificate(credential: Credential, shown: Shown): Json {
  return known({
    name: titleWithAbbreviation(credential),
    date: credential.issued ?? undefined,
    issuer: text(credential.issuer?.name ?? credential.platform),
    url: link(credential, shown),
    ...extensions(credential, shown),
  });
}

function toEducation(credential: Credential, shown: Shown): Json {
  return known({
    institution: text(credential.issuer?.name ?? credential.platform),
    area: titleWithAbbreviation(credential),
    studyType: credential.kind === 'degree' ? 'Degree' : 'Certificate',
    startDate: credential.started ?? undefined,
    endDate: credential.issued ?? undefined,
    score: text(credential.grade),
    url: link(credential, shown),
    ...extensions(credential, shown),
  });
}

function extensions(credential: Credential, shown: Shown): Record<string, Json | undefined> {
  const { issued, target, expires, number, platform, issuer, status, kind } = credential;
  const isPlatformSaid = issuer === null;
  return {
    'x-kind': kind,
    'x-status': status,
    'x-platform': isPlatformSaid ? undefined : text(platform),
    'x-expected': issued === null ? date(target) : undefined,
    'x-expires': shown.expiry ? date(expires) : undefined,
    'x-number': shown.number ? text(number) : undefined,
  };
}

/** Each skill once, in the order in which the credentials bring them. */
function toSkills(credentials: readonly Credential[]): Json {
  const names = new Map<string, string>();
  for (const name of credentials.flatMap(({ skills }) => skills)) {
    const key = textKey(name);
    if (!names.has(key)) names.set(key, oneLine(name));
  }
  return [...names.values()].map((name) => ({ name }));
}

function link({ url }: Credential, shown: Shown): string | undefined {
  return shown.link ? (webLink(url) ?? undefined) : undefined;
}

const date = (value: PartialDate | null): string | undefined => value ?? undefined;

function text(value: string | null | undefined): string | undefined {
  return oneLine(value ?? '') || undefined;
}

/** Without what is unknown: null is no value of JSON Resume. */
function known(entries: Readonly<Record<string, Json | undefined>>): Json {
  return Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}
