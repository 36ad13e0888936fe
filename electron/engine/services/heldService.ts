import type { Id } from '#shared/domain/credential.ts';
import type { Cycle } from '#shared/domain/cycle.ts';
import { addMonths, first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import type { PolicedCredential } from '../repositories/policedQueries.ts';
import type { CycleRepository, StoredCycle } from '../repositories/cycleRepository.ts';
import type { PolicyService } from './policyService.ts';

/** A credential under a policy with its periods of validity, oldest first; at least one. */
export type HeldCredential = Readonly<{
  credential: PolicedCredential;
  policy: Policy;
  cycles: readonly Cycle[];
  /** Which of the cycles are recorded; the others follow from the credential's dates. */
  recorded: readonly StoredCycle[];
}>;

/** A first cycle longer than the policy's by more than this was renewed before it was recorded. */
const SLACK_MONTHS = 13;

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
      const policy = policyOf(credential.policyId);
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

/**
 * The cycles that a credential's two dates tell: one from issue to expiry. Where that is longer than
 * the policy's cycle, it was renewed before Laurel knew it, and the latest cycle is the policy's
 * length before the expiry.
 */
export function impliedCycles(
  policy: Policy | null,
  issued: PartialDate | null,
  expires: PartialDate | null,
): Cycle[] {
  if (issued === null) return [];
  const whole: Cycle = { start: issued, end: expires, renewedOn: null, method: null };
  const months = policy?.cycleMonths ?? null;
  if (months === null || expires === null) return [whole];
  if (last(expires) <= last(addMonths(issued, months + SLACK_MONTHS))) return [whole];
  const start = addDays(addMonthsToDay(last(expires), -months), 1);
  return first(issued) >= start
    ? [whole]
    : [
        { ...whole, end: addDays(start, -1) },
        { ...whole, start },
      ];
}
