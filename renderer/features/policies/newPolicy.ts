import type { Policy } from '#shared/domain/policy.ts';
import { compactPolicy } from '#shared/domain/policyProblems.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { Json, JsonObject } from './json.ts';

/** A policy as the editor holds it: any JSON, which may not be a policy yet. */
export type PolicyDraft = JsonObject;

/** The policy in the short form in which people write it. */
export const draftOfPolicy = (policy: Policy): PolicyDraft =>
  // A policy was parsed from JSON, so it is JSON.
  compactPolicy(policy) as Record<string, Json>;

/** An empty one of the holder's own; `month` is that of which its figures will speak. */
export const blankPolicy = (month: string): PolicyDraft => ({
  id: '',
  name: '',
  issuer: '',
  credentialType: 'certification',
  cycleMonths: 36,
  basis: { kind: 'issue-date' },
  renewsFrom: 'expiry',
  renewsFromStated: true,
  requirements: [],
  source: { title: '', url: '', asOf: month, verified: 'partly' },
});

/** Small letters, digits and hyphens, as an id must be, from what it is called. */
export function idFrom(issuer: string, name: string): string {
  return textKey(`${issuer} ${name}`)
    .replaceAll('+', ' plus ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
}

/** An id that no policy has: as given, else with a number behind it. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted === '' ? 'policy' : wanted;
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
