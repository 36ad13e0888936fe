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

/**
 * Policies that a credential may be under, best first; none when nothing but the issuer fits. Case,
 * accents and punctuation are ignored, and an issuer's other names count as its name.
 */
export function matchPolicies(
  catalogue: Pick<PolicyCatalog, 'policies' | 'issuerAliases'>,
  query: PolicyQuery,
): PolicyMatch[] {
  const title = textKey(query.title);
  const abbreviation = query.abbreviation ? textKey(query.abbreviation) : null;
  const issuer = query.issuer ? issuerKey(query.issuer) : null;

  return catalogue.policies
    .flatMap((policy): PolicyMatch[] => {
      const byTitle = titlePoints(policy, title);
      const byAbbreviation = abbreviationPoints(policy, title, abbreviation);
      const named = Math.max(byTitle, byAbbreviation);
      const isIssuer = issuer !== null && issuerKeys(catalogue, policy).has(issuer);
      // Short letters such as SAP or CC mean many things: another issuer rules them out.
      if (named === 0 || (!isIssuer && issuer !== null && byTitle < POINTS.words)) return [];
      const isBoth = byTitle > 0 && byAbbreviation > 0;
      const score = named + (isBoth ? 10 : 0) + (isIssuer ? POINTS.issuer : 0);
      const matched = [
        ...(byTitle > 0 ? (['title'] as const) : []),
        ...(byAbbreviation > 0 ? (['abbreviation'] as const) : []),
        ...(isIssuer ? (['issuer'] as const) : []),
      ];
      return [{ policy, score, matched }];
    })
    .toSorted((a, b) => b.score - a.score || (a.policy.id < b.policy.id ? -1 : 1));
}

function titlePoints(policy: Policy, title: string): number {
  if (title === textKey(policy.name)) return POINTS.name;
  const words = policy.titleWords.map(textKey);
  if (words.includes(title)) return POINTS.name;
  if (hasWords(title, textKey(policy.name))) return POINTS.words;
  return words.some((word) => hasWords(title, word)) ? POINTS.words : 0;
}

function abbreviationPoints(policy: Policy, title: string, abbreviation: string | null): number {
  if (policy.abbreviation === null) return 0;
  const own = textKey(policy.abbreviation);
  if (abbreviation === own || title === own) return POINTS.abbreviation;
  return abbreviation === null && hasWords(title, own) ? POINTS.inTitle : 0;
}

function issuerKeys(
  { issuerAliases }: Pick<PolicyCatalog, 'issuerAliases'>,
  policy: Policy,
): ReadonlySet<string> {
  const own = issuerKey(policy.issuer);
  const aliases = issuerAliases.filter(([name]) => name !== undefined && issuerKey(name) === own);
  return new Set([own, ...aliases.flat().map(issuerKey)]);
}

/** Whether the words stand in the text as whole words, in their order. */
function hasWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}
