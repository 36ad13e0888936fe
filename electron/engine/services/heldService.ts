import type { Id } from '#shared/domain/credential.ts';
import type { Cycle } from '#shared/domain/cycle.ts';
import { impliedCycles } from '#shared/domain/impliedCycles.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { policyFor } from '#shared/domain/policyChoices.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import type { PolicedCredential } from '../repositories/policedQueries.ts';
import type { CycleRepository, StoredCycle } from '../repositories/cycleRepository.ts';
import type { PolicyService } from './policyService.ts';

/** A credential under a policy with its periods of validity, oldest first; at least one. */
export type HeldCredential = Readonly<{
  credential: PolicedCredential;
  /** With what the holder chose of it in place. */
  policy: Policy;
  cycles: readonly Cycle[];
  /** Which of the cycles are recorded; the others follow from the credential's dates. */
  recorded: readonly StoredCycle[];
}>;

type Parts = Readonly<{
  credentials: CredentialRepository;
  cycles: CycleRepository;
  policies: PolicyService;
}>;

/** The same without the policy: enough to record a renewal that the holder states. */
export type EarnedCredential = Omit<HeldCredential, 'policy'>;

export type HeldService = ReturnType<typeof createHeldService>;

/** Credentials that are earned and under a policy, joined with what that means for their cycles. */
export function createHeldService({ credentials, cycles, policies }: Parts) {
  const join = (rows: readonly PolicedCredential[]): HeldCredential[] => {
    const recorded = cycles.ofMany(rows.map(({ id }) => id));
    const known = new Map<string, Policy | null>();
    const policyOf = (id: string | null): Policy | null => {
      if (id === null) return null;
      const found = known.get(id);
      if (found !== undefined) return found;
      const policy = policies.find(id)?.policy ?? null;
      known.set(id, policy);
      return policy;
    };
    return rows.flatMap((credential) => {
      const stated = policyOf(credential.policyId);
      const policy = stated && policyFor(stated, credential.choices);
      const own = recorded.get(credential.id) ?? [];
      const list =
        own.length > 0 ? own : impliedCycles(policy, credential.issued, credential.expires);
      return policy === null || list.length === 0
        ? []
        : [{ credential, policy, cycles: list, recorded: own }];
    });
  };

  /** An earned credential with its cycles, under a policy or not. */
  const earned = (id: Id): EarnedCredential | undefined => {
    const [credential] = credentials.policed(id);
    if (!credential) return undefined;
    const recorded = cycles.ofMany([id]).get(id) ?? [];
    return {
      credential,
      recorded,
      cycles:
        recorded.length > 0 ? recorded : impliedCycles(null, credential.issued, credential.expires),
    };
  };

  return {
    earned,
    all: (): HeldCredential[] => join(credentials.policed(null)),
    /** Undefined when it is not earned, has no issue date or is under no policy. */
    find: (id: Id): HeldCredential | undefined => join(credentials.policed(id))[0],
  };
}
