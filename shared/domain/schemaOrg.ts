import type { Credential, Kind } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import { validStatuses } from '#shared/domain/order.ts';
import type { SharingDetails } from '#shared/domain/sharingDetails.ts';

/** schema.org credentialCategory: a word for the kind. */
const categoryOf: Readonly<Record<Kind, string>> = {
  degree: 'degree',
  'university-certificate': 'certificate',
  micromasters: 'certificate',
  microbachelors: 'certificate',
  xseries: 'certificate',
  'professional-certificate': 'certificate',
  specialization: 'certificate',
  mastertrack: 'certificate',
  nanodegree: 'certificate',
  'course-certificate': 'certificate',
  'learning-path': 'certificate',
  bootcamp: 'certificate',
  certification: 'certification',
  license: 'license',
  badge: 'badge',
  assessment: 'assessment',
  membership: 'membership',
  other: 'credential',
};

type Json = string | Readonly<{ [key: string]: Json | undefined }> | readonly Json[];

/**
 * The page in schema.org's words: a Person with EducationalOccupationalCredentials. Only what is
 * valid is stated; dates keep their precision; what is unknown is left out.
 */
export function toSchemaOrg(
  credentials: readonly Credential[],
  details: SharingDetails,
  shown: Readonly<{ numbers: boolean; skills: boolean; links: boolean; contact: boolean }>,
): Json {
  const held = credentials.filter(({ status }) => validStatuses.has(status));
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    ...given('name', details.name),
    ...given('jobTitle', details.role),
    ...(oneLine(details.organization) === ''
      ? {}
      : { worksFor: { '@type': 'Organization', name: oneLine(details.organization) } }),
    ...(shown.contact
      ? { ...given('email', details.email), ...given('telephone', details.phone) }
      : {}),
    hasCredential: held.map((credential) => {
      const issuer = oneLine(credential.issuer?.name ?? '');
      const link = webLink(credential.url);
      return {
        '@type': 'EducationalOccupationalCredential',
        name: titleWithAbbreviation(credential) || 'Credential',
        ...given('alternateName', credential.abbreviation ?? ''),
        credentialCategory: categoryOf[credential.kind],
        ...(issuer === '' ? {} : { recognizedBy: { '@type': 'Organization', name: issuer } }),
        ...(credential.issued === null ? {} : { dateCreated: credential.issued }),
        ...(credential.expires === null ? {} : { expires: credential.expires }),
        ...(shown.numbers ? given('identifier', credential.number ?? '') : {}),
        ...(shown.links && link !== null ? { url: link } : {}),
        ...(shown.skills && credential.skills.length > 0
          ? { competencyRequired: credential.skills.map(oneLine) }
          : {}),
      };
    }),
  };
}

/**
 * JSON for a `<script type="application/ld+json">`: no sign in it can end the element or begin a
 * comment (HTML Standard 4.12.1.3), and the JSON means the same.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const given = (name: string, text: string): Record<string, string> => {
  const line = oneLine(text);
  return line === '' ? {} : { [name]: line };
};
