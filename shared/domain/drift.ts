import type { Credential, Id } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { LIKELY, likeable, likeness } from '#shared/domain/likeness.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import { compareOutgoing, validStatuses } from '#shared/domain/order.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

/** One certification of LinkedIn's own export. Dates are as precise as LinkedIn keeps them. */
export type ProfileRow = Readonly<{
  row: number;
  file: string;
  name: string;
  issuer: string;
  issued: PartialDate | null;
  expires: PartialDate | null;
  number: string;
  url: string | null;
}>;

export type ProfileField = 'name' | 'issuer' | 'issued' | 'expires' | 'number' | 'url';
export type Difference = Readonly<{ field: ProfileField; there: string; here: string }>;

export type Outdated = Readonly<{
  credential: Credential;
  row: ProfileRow;
  differences: Difference[];
  /** It should stand there no longer: what was never held, or was taken away. */
  lapsed: boolean;
}>;

export type Drift = Readonly<{
  same: number;
  missing: Credential[];
  outdated: Outdated[];
  onlyThere: ProfileRow[];
}>;

/**
 * LinkedIn's list against the portfolio (features.md I6): valid ones that are missing there, rows
 * that say something else than the record, and rows of which the record knows nothing. Degrees are
 * left aside, since LinkedIn keeps them under Education. Dates are compared by month, as LinkedIn
 * has no days; what the record does not know is no difference, except that it never expires.
 * @param isIssuer whether a name is one of the credential's issuer, its other names included
 */
export function compareProfile(
  rows: readonly ProfileRow[],
  credentials: readonly Credential[],
  isIssuer: (credential: Credential, name: string) => boolean,
): Drift {
  const own = credentials.filter(({ trashedAt }) => trashedAt === null).toSorted(compareOutgoing);
  const pairs = pair(rows, own, isIssuer);
  const outdated: Outdated[] = [];
  let same = 0;
  for (const [row, credential] of pairs) {
    const differences = differencesOf(row, credential, isIssuer);
    const lapsed = ['revoked', 'abandoned', 'planned', 'in-progress', 'scheduled'].includes(
      credential.status,
    );
    if (differences.length === 0 && !lapsed) same += 1;
    else outdated.push({ credential, row, differences, lapsed });
  }
  const there = new Set([...pairs.values()].map(({ id }) => id));
  return {
    same,
    missing: own.filter(
      ({ id, kind, status }) => !there.has(id) && kind !== 'degree' && validStatuses.has(status),
    ),
    outdated,
    onlyThere: rows.filter((row) => !pairs.has(row)),
  };
}

type Test = (row: ProfileRow, credential: Credential) => boolean;

/** Each row with its credential, the surest sign first; a credential is taken once. */
function pair(
  rows: readonly ProfileRow[],
  credentials: readonly Credential[],
  isIssuer: (credential: Credential, name: string) => boolean,
): Map<ProfileRow, Credential> {
  const names = new Map(credentials.map((credential) => [credential.id, namesOf(credential)]));
  const sameName: Test = (row, { id }) => names.get(id)?.has(textKey(row.name)) ?? false;
  const tests: readonly Test[] = [
    (row, { number, url }) =>
      (row.number !== '' && row.number === number) ||
      (row.url !== null && addressKey(row.url) === addressKey(url)),
    (row, credential) =>
      sameName(row, credential) &&
      isIssuer(credential, row.issuer) &&
      sameMonth(row.issued, credential.issued),
    (row, credential) => sameName(row, credential) && isIssuer(credential, row.issuer),
    sameName,
    (row, credential) =>
      isIssuer(credential, row.issuer) &&
      likeness(likeable(row.name), likeable(titleWithAbbreviation(credential))) >= LIKELY,
  ];
  const pairs = new Map<ProfileRow, Credential>();
  const taken = new Set<Id>();
  for (const test of tests) {
    for (const row of rows) {
      if (pairs.has(row)) continue;
      const found = credentials.find(
        (credential) => !taken.has(credential.id) && test(row, credential),
      );
      if (found === undefined) continue;
      pairs.set(row, found);
      taken.add(found.id);
    }
  }
  return pairs;
}

function namesOf(credential: Credential): ReadonlySet<string> {
  const { title, abbreviation } = credential;
  return new Set(
    [titleWithAbbreviation(credential), title, abbreviation ?? title].map((name) => textKey(name)),
  );
}

function differencesOf(
  row: ProfileRow,
  credential: Credential,
  isIssuer: (credential: Credential, name: string) => boolean,
): Difference[] {
  const issuer = oneLine(credential.issuer?.name ?? credential.platform ?? '');
  const link = webLink(credential.url) ?? '';
  const differences: Array<Difference | null> = [
    namesOf(credential).has(textKey(row.name))
      ? null
      : { field: 'name', there: row.name, here: titleWithAbbreviation(credential) },
    issuer === '' || isIssuer(credential, row.issuer)
      ? null
      : { field: 'issuer', there: row.issuer, here: issuer },
    credential.issued === null || agrees(row.issued, credential.issued)
      ? null
      : { field: 'issued', there: row.issued ?? '', here: monthOf(credential.issued) },
    expiryAgrees(row.expires, credential)
      ? null
      : {
          field: 'expires',
          there: row.expires ?? '',
          here: credential.expires === null ? '' : monthOf(credential.expires),
        },
    credential.number === null || row.number === oneLine(credential.number)
      ? null
      : { field: 'number', there: row.number, here: oneLine(credential.number) },
    link === '' || addressKey(row.url) === addressKey(link)
      ? null
      : { field: 'url', there: row.url ?? '', here: link },
  ];
  return differences.filter((difference) => difference !== null);
}

/** A record without an expiry says "none" only where it says that it never expires or is valid. */
function expiryAgrees(there: PartialDate | null, { expires, neverExpires }: Credential): boolean {
  if (expires === null) return there === null || !neverExpires;
  return agrees(there, expires);
}

/** A coarser record is no contradiction; LinkedIn not knowing the month that the record knows is. */
function agrees(there: PartialDate | null, here: PartialDate): boolean {
  if (there === null) return false;
  return here.length === 4 ? there.slice(0, 4) === here : there.slice(0, 7) === monthOf(here);
}

const sameMonth = (a: PartialDate | null, b: PartialDate | null): boolean =>
  a !== null && b !== null && monthOf(a) === monthOf(b);

const monthOf = (date: PartialDate): string => date.slice(0, 7);

/** Addresses that lead to the same page: scheme, `www.` and a slash at the end do not tell apart. */
function addressKey(address: string | null): string | null {
  const link = webLink(address);
  return link === null ? null : link.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/u, '');
}

/** Whether two names of an issuer are the same by spelling alone. */
export function isSpelledAlike(a: string, b: string): boolean {
  return issuerKey(a) === issuerKey(b);
}
