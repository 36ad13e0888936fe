import type { Credential } from '#shared/domain/credential.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import { useProcedure } from '../../query.ts';

/** The activities of a credential, and for how many months after a cycle its proofs are kept. */
export type KeptProofs = Readonly<{ activities: readonly Activity[]; months: number }>;

/** Null while they are not known, and for a credential without a policy, which asks for none. */
export function useProofs({ id, policyId }: Credential): KeptProofs | null {
  const { data: found } = useProcedure(
    'policies.get',
    { id: policyId ?? '' },
    { enabled: policyId !== null },
  );
  const { data: list } = useProcedure(
    'activities.list',
    { credentialId: id },
    { enabled: policyId !== null },
  );
  return policyId === null || found === undefined || list === undefined
    ? null
    : { activities: list.items, months: found.policy.proofMonths };
}
