import { textKey } from '#shared/domain/textKey.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';

export type PolicySummary = ProcedureOutput<'policies.list'>[number];

export const origins = ['all', 'used', 'changed', 'own', 'catalogue'] as const;
export const verifications = ['all', 'yes', 'partly', 'memory'] as const;

/** Which policies are shown; all parts must hold. */
export type PolicyFilter = Readonly<{
  /** Words, each the beginning of one in the name, the letters, the issuer or the units. */
  words: string;
  origin: (typeof origins)[number];
  verified: (typeof verifications)[number];
}>;

export const anyPolicy: PolicyFilter = { words: '', origin: 'all', verified: 'all' };

export function fits(policy: PolicySummary, { words, origin, verified }: PolicyFilter): boolean {
  if (verified !== 'all' && policy.verified !== verified) return false;
  if (origin === 'used' && policy.used === 0) return false;
  if (origin !== 'all' && origin !== 'used' && policy.origin !== origin) return false;
  const { id, name, abbreviation, issuer, units } = policy;
  const text = textKey(
    [id, name, abbreviation, issuer, ...units.map(({ unit }) => unit)].join(' '),
  );
  return (
    words.trim() === '' ||
    textKey(words)
      .split(' ')
      .every((word) => ` ${text}`.includes(` ${word}`))
  );
}
