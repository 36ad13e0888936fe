import type { Policy, PolicyCatalog } from '#shared/domain/policy.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

export type PolicyQuery = Readonly<{
  title: string;
  abbreviation?: string | null;
  issuer?: string | null;
}>;

/** A policy that may fit, with what speaks for it. Proposed, never applied unasked. */
export type PolicyMatch = Readonly<{
  policy: Policy;
  /** 0 to 100; higher fits better. */
  score: number;
  matched: readonly ('title' | 'abbreviation' | 'issuer')[];
}>;

const POINTS = { abbreviation: 50, name: 50, words: 40, inTitle: 35, issuer: 40 } as const;

type Catalogue = Pick<PolicyCatalog, 'policies' | 'issuerAliases'>;

/** A policy with its names as keys, worked out once for any number of queries. */
type Known = Readonly<{
  policy: Policy;
  name: string;
  words: readonly string[];
  abbreviation: string | null;
  issuers: ReadonlySet<string>;
}>;

/**
 * Policies that a credential may be under, best first; none when nothing but the issuer fits. Case,
 * accents and punctuation are ignored, and an issuer's other names count as its name.
 */
export function matchPolicies(catalogue: Catalogue, query: PolicyQuery): PolicyMatch[] {
  return createPolicyMatcher(catalogue)(query);
}

/** The same for many queries of one catalogue, such as the rows of an import. */
export function createPolicyMatcher(catalogue: Catalogue): (query: PolicyQuery) => PolicyMatch[] {
  const issuersOf = issuerIndex(catalogue);
  const known = catalogue.policies.map((policy): Known => {
    return {
      policy,
      name: textKey(policy.name),
      words: policy.titleWords.map(textKey),
      abbreviation: policy.abbreviation === null ? null : textKey(policy.abbreviation),
      issuers: issuersOf(policy),
    };
  });
  // Whatever fits a title has a name whose first word is a word of it.
  const byFirstWord = Map.groupBy(
    known.flatMap((one) =>
      [...new Set([one.name, ...one.words, one.abbreviation ?? one.name].map(firstWord))].map(
        (word) => ({ word, one }),
      ),
    ),
    ({ word }) => word,
  );

  return (query) => {
    const title = textKey(query.title);
    const abbreviation = query.abbreviation ? textKey(query.abbreviation) : null;
    const issuer = query.issuer ? issuerKey(query.issuer) : null;
    const words = [...title.split(' '), ...(abbreviation === null ? [] : abbreviation.split(' '))];
    const candidates = new Set(
      words.flatMap((word) => byFirstWord.get(word) ?? []).map(({ one }) => one),
    );
    return [...candidates]
      .flatMap((one): PolicyMatch[] => {
        const byTitle = titlePoints(one, title);
        const byAbbreviation = abbreviationPoints(one, title, abbreviation);
        const named = Math.max(byTitle, byAbbreviation);
        const isIssuer = issuer !== null && one.issuers.has(issuer);
        // Short letters such as SAP or CC mean many things: another issuer rules them out.
        if (named === 0 || (!isIssuer && issuer !== null && byTitle < POINTS.words)) return [];
        const isBoth = byTitle > 0 && byAbbreviation > 0;
        const score = named + (isBoth ? 10 : 0) + (isIssuer ? POINTS.issuer : 0);
        const matched = [
          ...(byTitle > 0 ? (['title'] as const) : []),
          ...(byAbbreviation > 0 ? (['abbreviation'] as const) : []),
          ...(isIssuer ? (['issuer'] as const) : []),
        ];
        return [{ policy: one.policy, score, matched }];
      })
      .toSorted((a, b) => b.score - a.score || (a.policy.id < b.policy.id ? -1 : 1));
  };
}

function titlePoints({ name, words }: Known, title: string): number {
  if (title === name || words.includes(title)) return POINTS.name;
  return [name, ...words].some((one) => hasWords(title, one)) ? POINTS.words : 0;
}

function abbreviationPoints(
  { abbreviation: own }: Known,
  title: string,
  abbreviation: string | null,
): number {
  if (own === null) return 0;
  if (abbreviation === own || title === own) return POINTS.abbreviation;
  return abbreviation === null && hasWords(title, own) ? POINTS.inTitle : 0;
}

function issuerIndex({ issuerAliases }: Catalogue): (policy: Policy) => ReadonlySet<string> {
  const aliases = Map.groupBy(issuerAliases, ([name]) => issuerKey(name ?? ''));
  return ({ issuer }) => {
    const own = issuerKey(issuer);
    return new Set([own, ...(aliases.get(own) ?? []).flat().map(issuerKey)]);
  };
}

const firstWord = (key: string): string => key.split(' ', 1)[0] ?? key;

/** Whether the words stand in the text as whole words, in their order. */
function hasWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}
