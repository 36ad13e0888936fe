import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { PlanParts } from './importPlan.ts';
import type { PolicyService } from './policyService.ts';

const MOST_PROPOSALS = 3;

/** Proposes for each row, the best first; the catalogue is indexed once for all of them. */
export function createRowProposer(policies: PolicyService): PlanParts['propose'] {
  const propose = policies.proposer();
  return ({ title = '', abbreviation = null, issuer = null, issued = null, policyId }) => {
    const fitting = propose({ title, abbreviation, issuer }, issued, MOST_PROPOSALS);
    // What the file names comes first, whether it fits or not.
    const named =
      fitting.find(({ policy: { id } }) => id === policyId) ?? namedBy(policyId, issued);
    const all = named ? [named, ...fitting.filter((one) => one !== named)] : fitting;
    return all.map(({ policy: { id, name, abbreviation: letters, ...policy }, end, reason }) => ({
      id,
      name,
      abbreviation: letters,
      issuer: policy.issuer,
      cycleMonths: policy.cycleMonths,
      asOf: policy.source.asOf,
      verified: policy.source.verified,
      expires: end,
      reason,
    }));
  };

  function namedBy(id: string | null | undefined, issued: PartialDate | null) {
    if (!id) return undefined;
    const { policy } = policies.get(id);
    const { expires, reason } = policies.expiry(id, issued);
    return { policy, end: expires, reason };
  }
}
