import type { RowFields } from '#shared/domain/importRow.ts';
import { likeable, likeness, LIKELY, mayBeLike, type Likeable } from '#shared/domain/likeness.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';
import type { ImportRepository, StoredMatch } from '../repositories/importRepository.ts';

/**
 * How a row stands to a record: `exact` says the same; `same` is the same credential with other or
 * fewer facts; `alike` may be another one and is only suggested.
 */
export type MatchDegree = 'exact' | 'same' | 'alike';
export type RowMatch = Readonly<{ id: string; title: string; degree: MatchDegree }>;
export type Matched = Readonly<{
  match: RowMatch | null;
  /** Said already by another file of this import. */ repeated: boolean;
}>;

export type RowToMatch = Readonly<{ table: number; fields: RowFields }>;

/** Longer lists are not searched for similar titles: nobody would look through the suggestions. */
const MOST_ROWS_SIMILAR = 2000;
/** Issuers with more credentials than this are not searched for similar titles. */
const MOST_SIMILAR = 1000;
/** Comparisons of titles, sign by sign, in one import: half a second at most. */
const MOST_COMPARISONS = 100_000;
const SHORTEST_NUMBER = 4;

/**
 * Finds for each row the record that it is already (features.md, careful de-duplication). Exact ones
 * first: title, issuer by any of its names, issue date, number and link. Occurrences count: of three
 * equal rows against two such records, two are matched. Then, among records that no row has matched
 * yet, the same title of the same issuer, and titles that are nearly the same.
 */
export function matchRows(
  rows: readonly RowToMatch[],
  store: ImportRepository,
  findIssuer: (name: string) => string | undefined,
): Matched[] {
  const issuerIds = new Map<string, string | null>();
  const issuerOf = (name: string | null): string | null => {
    if (name === null) return null;
    const key = issuerKey(name);
    let id = issuerIds.get(key);
    if (id === undefined) {
      id = findIssuer(name) ?? `new ${key}`;
      issuerIds.set(key, id);
    }
    return id;
  };
  const keys = rows.map(({ fields }) => textKey(fields.title));
  const titles = store.byTitleKeys(new Set(keys));
  const ofTitle = (at: number): readonly StoredMatch[] => titles.get(keys[at] ?? '') ?? [];

  const used = new Set<string>();
  const matched = matchExactly(rows, keys, ofTitle, issuerOf, used);
  const similar = rows.length > MOST_ROWS_SIMILAR ? () => null : createSimilar(store);
  return matched.map((known, at) => {
    const row = rows[at];
    if (row === undefined || known.match !== null || known.repeated) return known;
    const issuer = issuerOf(row.fields.issuer);
    const match =
      bestOf(row.fields, issuer, ofTitle(at), used) ?? similar(row.fields, issuer, used);
    if (match !== null) used.add(match.id);
    return { match, repeated: false };
  });
}

function matchExactly(
  rows: readonly RowToMatch[],
  keys: readonly string[],
  ofTitle: (at: number) => readonly StoredMatch[],
  issuerOf: (name: string | null) => string | null,
  used: Set<string>,
): Matched[] {
  // Of each key: how often every file says it; the most of them is how often it is there.
  const counts = new Map<string, Map<number, number>>();
  return rows.map(({ table, fields }, at) => {
    const issuer = issuerOf(fields.issuer);
    const { issued = null, number = null, url = null } = fields;
    const key = JSON.stringify([
      keys[at],
      issuer,
      issued,
      number?.normalize('NFC'),
      url?.normalize('NFC'),
    ]);
    const byTable = counts.get(key) ?? new Map<number, number>();
    const time = byTable.get(table) ?? 0;
    const before = Math.max(
      0,
      ...[...byTable].filter(([other]) => other !== table).map(([, count]) => count),
    );
    counts.set(key, byTable.set(table, time + 1));

    const equals = ofTitle(at).filter(
      (stored) =>
        stored.issuer_id === issuer &&
        stored.issued === issued &&
        sameText(stored.number, number) &&
        sameText(stored.url, url),
    );
    const stored = equals[time];
    if (stored !== undefined) {
      used.add(stored.id);
      return { match: { id: stored.id, title: stored.title, degree: 'exact' }, repeated: false };
    }
    return { match: null, repeated: time < before };
  });
}

/** The record of the same title and issuer that agrees best with the row. */
function bestOf(
  fields: RowFields,
  issuer: string | null,
  candidates: readonly StoredMatch[],
  used: ReadonlySet<string>,
): RowMatch | null {
  let best: RowMatch | null = null;
  let most = -1;
  for (const stored of candidates) {
    const sameIssuer = stored.issuer_id === issuer || stored.issuer_id === null || issuer === null;
    if (used.has(stored.id) || !sameIssuer) continue;
    const date = agreement(stored.issued, fields.issued ?? null);
    const number = agreement(stored.number, fields.number ?? null);
    const score = date + number + 2 * Number(stored.issuer_id === issuer);
    if (score <= most) continue;
    most = score;
    // Another date without the same number: earned again, perhaps, so only suggested.
    const sameNumber = stored.number !== null && number === 2;
    const degree = date === 0 && !sameNumber ? 'alike' : 'same';
    best = { id: stored.id, title: stored.title, degree };
  }
  return best;
}

/** Looks among the other credentials of the issuer for the same number or a nearly equal title. */
function createSimilar(store: ImportRepository) {
  const prepared = new Map<string, Prepared>();
  let comparisons = 0;
  return (fields: RowFields, issuer: string | null, used: ReadonlySet<string>): RowMatch | null => {
    if (issuer === null || issuer.startsWith('new ')) return null;
    let known = prepared.get(issuer);
    if (known === undefined) {
      known = prepare(store.byIssuer(issuer, MOST_SIMILAR + 1));
      prepared.set(issuer, known);
    }
    const { number = null, issued = null } = fields;
    const numbered =
      number === null || number.length < SHORTEST_NUMBER
        ? undefined
        : known.byNumber.get(number.normalize('NFC'));
    if (numbered !== undefined && !used.has(numbered.id))
      return { id: numbered.id, title: numbered.title, degree: 'same' };

    const like = likeable(fields.title);
    let best: RowMatch | null = null;
    let most = LIKELY;
    for (const { stored, like: other } of known.titles) {
      if (!mayBeLike(like, other) || used.has(stored.id) || comparisons > MOST_COMPARISONS)
        continue;
      comparisons += 1;
      if (agreement(stored.issued, issued) === 0) continue;
      const how = likeness(like, other);
      if (how < most) continue;
      most = how;
      best = { id: stored.id, title: stored.title, degree: 'alike' };
    }
    return best;
  };
}

type Prepared = Readonly<{
  titles: ReadonlyArray<Readonly<{ stored: StoredMatch; like: Likeable }>>;
  byNumber: ReadonlyMap<string, StoredMatch>;
}>;

function prepare(found: readonly StoredMatch[]): Prepared {
  if (found.length > MOST_SIMILAR) return { titles: [], byNumber: new Map() };
  return {
    titles: found.map((stored) => ({ stored, like: likeable(stored.title) })),
    byNumber: new Map(
      found.flatMap((stored) =>
        stored.number === null ? [] : [[stored.number.normalize('NFC'), stored] as const],
      ),
    ),
  };
}

/** 2 for the same, 1 where one is unknown or only coarser than the other, 0 for a contradiction. */
function agreement(stored: string | null, given: string | null): 0 | 1 | 2 {
  if (stored === null || given === null) return stored === given ? 2 : 1;
  if (sameText(stored, given)) return 2;
  return stored.startsWith(`${given}-`) || given.startsWith(`${stored}-`) ? 1 : 0;
}

const sameText = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && a.normalize('NFC') === b.normalize('NFC'));
