import type { CredentialPatch, Kind } from '#shared/domain/credential.ts';
import type { Scan, Segment } from '#shared/domain/quickAddScan.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

/** A credential that the catalogue knows. */
export type KnownCredential = Readonly<{
  /** Of its entry in the catalogue: a policy or a program. */
  id: string;
  name: string;
  abbreviation: string | null;
  issuer: string;
  policyId: string | null;
  /** What else a program says of itself. */
  kind?: Kind;
  platform?: string;
  /** Clock hours. */
  hours?: number;
}>;

export type KnownNames = Readonly<{
  credentials: readonly KnownCredential[];
  issuers: readonly string[];
  platforms: readonly string[];
  /** Names of one issuer each, its own first: ISC2, (ISC)², … */
  issuerAliases: readonly (readonly string[])[];
}>;

type Field = 'title' | 'abbreviation' | 'issuer' | 'platform' | 'number' | 'notes';
export type NameFound = Readonly<{ field: Field; value: string }>;
/** What the catalogue adds to a name that it knows. */
export type CompletedField = (typeof completable)[number];
const completable = ['abbreviation', 'issuer', 'platform', 'hours', 'kind', 'policyId'] as const;
type SetField = (field: keyof CredentialPatch, value: string | number) => boolean;

const WITH_ABBREVIATION = /^(.+?)\s*\(([\p{Lu}][\p{L}\p{N}+.-]{0,14})\)$/u;
const ON_PLATFORM = /^(.+?)\s+((?:on|via)\s+)(\S.*)$/i;
const BY_ISSUER = /^(.+?)\s+((?:by|from)\s+)(\S.*)$/i;
/** No issuer's name is longer; a pasted text need not be tried at every word. */
const MOST_WORDS = 12;
const LOOKS_LIKE_NUMBER = /^(?=.*\d)[\p{L}\d./_-]{4,40}$/u;

/**
 * Reads title, issuer, platform and number from what is left of a line: the title comes first, the
 * issuer second. Returns the fields that the catalogue added, which the line does not say.
 */
export function takeNames(
  scan: Pick<Scan<NameFound>, 'note' | 'segments'>,
  known: KnownNames,
  set: SetField,
): readonly CompletedField[] {
  const [name, ...others] = scan.segments();
  if (name === undefined) return [];
  const alone = others.length === 0;
  const note = (field: Field, value: string, at: Segment): void => {
    if (set(field, value)) scan.note({ field, value }, at.start, at.end);
  };

  const [withoutPlatform, platform] = splitPlatform(name, known, true);
  const [title, issuer] = alone ? splitIssuer(withoutPlatform, known) : [withoutPlatform, null];
  const abbreviated = WITH_ABBREVIATION.exec(title.text);
  const typedTitle = abbreviated?.[1] ?? title.text;
  const entry = findKnown(typedTitle, known) ?? findKnown(abbreviated?.[2] ?? '', known);
  note('title', entry?.name ?? typedTitle, title);
  if (abbreviated?.[2] !== undefined) set('abbreviation', abbreviated[2]);
  if (platform !== null) note('platform', canonical(platform.text, known.platforms), platform);
  if (issuer !== null) note('issuer', issuerNamed(issuer.text, known, entry), issuer);

  for (const segment of others) takeOther(segment);
  return entry === undefined ? [] : complete(entry, set);

  function takeOther(segment: Segment): void {
    const [who, where] = splitPlatform(segment, known, false);
    const issuer = issuerNamed(who.text, known, entry);
    const isPlatform = where === null && isNamed(segment.text, known.platforms);
    if (where !== null) note('platform', canonical(where.text, known.platforms), where);
    if (isPlatform && others.length > 1) {
      note('platform', canonical(segment.text, known.platforms), segment);
    } else if (set('issuer', issuer))
      scan.note({ field: 'issuer', value: issuer }, who.start, who.end);
    else if (isPlatform) note('platform', canonical(segment.text, known.platforms), segment);
    else if (LOOKS_LIKE_NUMBER.test(segment.text)) note('number', segment.text, segment);
  }
}

function complete(entry: KnownCredential, set: SetField): CompletedField[] {
  return completable.filter((field) => {
    const value = entry[field] ?? null;
    return value !== null && set(field, value);
  });
}

/** An entry whose name or abbreviation is the text; none when several are. */
function findKnown(text: string, { credentials }: KnownNames): KnownCredential | undefined {
  const entries = entriesByKey.get(credentials) ?? indexEntries(credentials);
  return entries.get(textKey(text)) ?? undefined;
}

/** A line is read at every keystroke, so the catalogue's keys are made once. */
const entriesByKey = new WeakMap<
  readonly KnownCredential[],
  ReadonlyMap<string, KnownCredential | null>
>();

function indexEntries(credentials: readonly KnownCredential[]) {
  const entries = new Map<string, KnownCredential | null>();
  for (const entry of credentials) {
    for (const key of new Set([entry.name, entry.abbreviation ?? entry.name].map(textKey))) {
      entries.set(key, entries.has(key) ? null : entry);
    }
  }
  entriesByKey.set(credentials, entries);
  return entries;
}

/** "Google on Coursera" is an issuer and a platform; in a title only a known platform counts. */
function splitPlatform(
  segment: Segment,
  known: KnownNames,
  onlyKnown: boolean,
): readonly [Segment, Segment | null] {
  const halves = splitAt(segment, ON_PLATFORM);
  if (halves === null || (onlyKnown && !isNamed(halves[1].text, known.platforms)))
    return [segment, null];
  return halves;
}

/** A title and its issuer in one piece: "CISSP (ISC)2", "Scrum Master by Scrum.org". */
function splitIssuer(segment: Segment, known: KnownNames): readonly [Segment, Segment | null] {
  const { text } = segment;
  const halves = splitAt(segment, BY_ISSUER);
  if (halves !== null && isIssuer(halves[1].text, known)) return halves;
  if (findKnown(text, known) !== undefined) return [segment, null];
  for (const { index } of [...text.matchAll(/\s+/g)].slice(-MOST_WORDS)) {
    const after = text.slice(index).trimStart();
    // Whole titles often end in a maker's name; only what the record or the catalogue knows counts.
    if (!isIssuer(after, known, text.slice(0, index))) continue;
    return [partOf(segment, 0, index), partOf(segment, text.length - after.length)];
  }
  return [segment, null];
}

function isIssuer(text: string, known: KnownNames, title = ''): boolean {
  const entry = findKnown(title, known);
  if (entry !== undefined && issuerNamed(text, known, entry) === entry.issuer) return true;
  return isNamed(text, known.issuers) || aliasOf(text, known) !== undefined;
}

/** The name in full when the text is it, or its initials: PMI is the Project Management Institute. */
function issuerNamed(text: string, known: KnownNames, entry: KnownCredential | undefined): string {
  if (entry !== undefined && isIssuerOf(text, entry)) return entry.issuer;
  return namedIn(text, known.issuers) ?? aliasOf(text, known) ?? text;
}

function aliasOf(text: string, { issuerAliases }: KnownNames): string | undefined {
  return issuerAliases.find((names) => isNamed(text, names))?.[0];
}

function isIssuerOf(text: string, { issuer }: KnownCredential): boolean {
  const initials = issuer
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /^[\p{Lu}\p{N}]/u.test(word))
    .map((word) => word[0])
    .join('');
  return issuerKey(text) === issuerKey(issuer) || text.toUpperCase() === initials;
}

const namedIn = (text: string, names: readonly string[]): string | undefined => {
  const key = issuerKey(text);
  return names.find((name) => issuerKey(name) === key);
};

const isNamed = (text: string, names: readonly string[]): boolean =>
  namedIn(text, names) !== undefined;

const canonical = (text: string, names: readonly string[]): string => namedIn(text, names) ?? text;

/** Two names around a joining word; the word belongs to the place of the second. */
function splitAt(segment: Segment, pattern: RegExp): readonly [Segment, Segment] | null {
  const [, before, joint, after] = pattern.exec(segment.text) ?? [];
  if (before === undefined || joint === undefined || after === undefined) return null;
  const start = segment.end - after.length - joint.length;
  return [partOf(segment, 0, before.length), { text: after, start, end: segment.end }];
}

function partOf({ text, start }: Segment, from: number, to = text.length): Segment {
  const piece = text.slice(from, to);
  return { text: piece, start: start + from, end: start + to };
}
