import type { Id } from '#shared/domain/credential.ts';
import type { Money } from '#shared/domain/money.ts';
import { last, type PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Match } from '#shared/domain/stackTree.ts';
import { statusOn, type Ladder, type Lifecycle, type StatusOnDay } from '#shared/domain/status.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

/** What stacks need to know of a credential that is not in the trash. */
export type StackCredential = Readonly<{
  id: Id;
  title: string;
  /** `textKey` of the title. */
  titleKey: string;
  abbreviation: string | null;
  kind: string;
  issuer: string | null;
  /** The same for every name of an issuer. */
  issuerKey: string | null;
  policyId: string | null;
  tags: readonly string[];
  skills: readonly string[];
  lifecycle: Lifecycle;
  /** Percent. */
  progress: number | null;
  started: PartialDate | null;
  target: PartialDate | null;
  issued: PartialDate | null;
  expires: PartialDate | null;
  leadDays: number;
  ladder: Ladder | null;
  hours: number | null;
  credits: Readonly<{ amount: number; system: string }> | null;
  grade: string | null;
  cost: Money | null;
  /** Of one that is planned or under way and has payments recorded: what is still to be paid. */
  openCost?: Money | null;
  /** Recorded payments through the day. */
  paid?: readonly Money[];
  /** True: on the audit track. False: verified, or nothing says. */
  audit: boolean;
  verifiedTrack: boolean | null;
}>;

/** Credentials by what rules look for; made once for any number of stacks. */
export type StackIndex = Readonly<{
  byId: ReadonlyMap<string, StackCredential>;
  /** Credentials that a rule finds, in the order in which they were recorded. */
  find: (match: Match) => readonly StackCredential[];
  statusOf: (credential: StackCredential) => StatusOnDay;
}>;

type KeyOf = (credential: StackCredential) => readonly string[];

/**
 * An index of credentials as they stand on a day.
 * @param issuerKeyOf the key of an issuer's own name for any of its names
 */
export function createStackIndex(
  credentials: readonly StackCredential[],
  asOf: PlainDate,
  issuerKeyOf: (name: string) => string = issuerKey,
): StackIndex {
  const statuses = new Map<string, StatusOnDay>();
  // By the rule itself, which a stored tree keeps: writing it out costs more than finding it.
  const found = new Map<Match, readonly StackCredential[]>();
  const keysOfTags = memo(textKey);
  const lookup = (keysOf: KeyOf) => lazyGroups(credentials, keysOf);
  const by = {
    policy: lookup(({ policyId }) => (policyId === null ? [] : [policyId])),
    abbreviation: lookup(({ abbreviation }) =>
      abbreviation === null ? [] : [keysOfTags(abbreviation)],
    ),
    title: lookup(({ titleKey }) => [titleKey]),
    tag: lookup(({ tags }) => tags.map(keysOfTags)),
    issuer: lookup((credential) => (credential.issuerKey === null ? [] : [credential.issuerKey])),
    kind: lookup(({ kind }) => [kind]),
  };

  const find = (match: Match): readonly StackCredential[] => {
    // The most telling part first: the others are looked at in what it leaves.
    const [first, ...others] = wantedKeys(match, issuerKeyOf);
    if (first === undefined) return [];
    return others.reduce<readonly StackCredential[]>(
      (left, [field, key]) => {
        const fitting = new Set(by[field]().get(key));
        return left.filter((credential) => fitting.has(credential));
      },
      by[first[0]]().get(first[1]) ?? [],
    );
  };

  return {
    byId: new Map(credentials.map((credential) => [credential.id, credential])),
    find: (match) => {
      const known = found.get(match) ?? find(match);
      found.set(match, known);
      return known;
    },
    statusOf: (credential) => {
      const known = statuses.get(credential.id) ?? statusOn(credential, asOf);
      statuses.set(credential.id, known);
      return known;
    },
  };
}

/** The parts of a rule as keys, the one that finds fewest first. */
export function wantedKeys(
  match: Match,
  issuerKeyOf: (name: string) => string,
): Array<
  readonly [field: 'policy' | 'abbreviation' | 'title' | 'tag' | 'issuer' | 'kind', key: string]
> {
  const { policy, abbreviation, title, tag, issuer, kind } = match;
  return [
    ...(policy === undefined ? [] : [['policy', policy] as const]),
    ...(title === undefined ? [] : [['title', textKey(title)] as const]),
    ...(abbreviation === undefined ? [] : [['abbreviation', textKey(abbreviation)] as const]),
    ...(tag === undefined ? [] : [['tag', textKey(tag)] as const]),
    ...(issuer === undefined ? [] : [['issuer', issuerKeyOf(issuer)] as const]),
    ...(kind === undefined ? [] : [['kind', kind] as const]),
  ];
}

/** Of two credentials with the same standing, the one that holds longer, then the newer one. */
export function compareLasting(a: StackCredential, b: StackCredential): number {
  return (
    compareDesc(endOf(a), endOf(b)) ||
    compareDesc(a.issued ?? '', b.issued ?? '') ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

const NEVER = '9999';
const endOf = ({ expires }: StackCredential): string => (expires === null ? NEVER : last(expires));
const compareDesc = (a: string, b: string): number => (a > b ? -1 : Number(a < b));

function lazyGroups(credentials: readonly StackCredential[], keysOf: KeyOf) {
  let groups: Map<string, StackCredential[]> | undefined;
  return (): ReadonlyMap<string, readonly StackCredential[]> => {
    if (groups) return groups;
    groups = new Map();
    for (const credential of credentials) {
      for (const key of keysOf(credential)) {
        const group = groups.get(key);
        if (group) group.push(credential);
        else groups.set(key, [credential]);
      }
    }
    return groups;
  };
}

function memo(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const value = known.get(text) ?? work(text);
    known.set(text, value);
    return value;
  };
}
