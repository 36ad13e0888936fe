import { z } from 'zod';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { AppError } from '#shared/appError.ts';
import { computeExpiry, ladderOf, leadDaysOf } from '#shared/domain/cycle.ts';
import type { Person } from '#shared/domain/validityBasis.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { policySchema, type Policy } from '#shared/domain/policy.ts';
import { matchPolicies, type PolicyQuery } from '#shared/domain/policyMatch.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { PolicyRepository, StoredPolicy } from '../repositories/policyRepository.ts';
import type { Row } from '../rowStore.ts';

type Summary = ProcedureOutput<'policies.list'>[number];
type Parts = Readonly<{ writer: Writer; policies: PolicyRepository; settings: () => Settings }>;

const BEST_MATCHES = 5;

export type PolicyService = ReturnType<typeof createPolicyService>;

/** Policies: the catalogue, the holder's own, and what they mean for a credential's dates. */
export function createPolicyService({ writer, policies, settings }: Parts) {
  const person = (): Person => {
    const { birthMonth, birthYear } = settings();
    return {
      ...(birthMonth === null ? {} : { birthMonth }),
      ...(birthYear === null ? {} : { birthYear }),
    };
  };

  /** @throws AppError not_found */
  const get = (id: string): StoredPolicy => {
    const found = policies.find(id);
    if (!found)
      throw new AppError(
        'not_found',
        `There is no policy "${id}". "laurel policy list" names them.`,
        { path: 'policyId' },
      );
    return found;
  };

  const expiryOf = (
    policy: Policy,
    issued: PartialDate | null,
  ): Readonly<{ end: PartialDate | null; reason: string }> => {
    if (issued === null)
      return { end: null, reason: 'It counts from the issue date, which is not known.' };
    try {
      return computeExpiry(policy, issued, person());
    } catch (error) {
      if (error instanceof AppError) return { end: null, reason: error.message };
      throw error;
    }
  };

  return {
    person,
    get,
    /** The expiry that it computes for an issue date, or the reason why none. */
    expiry: (id: string, issued: PartialDate | null): ProcedureOutput<'policies.expiry'> => {
      const { end, reason } = expiryOf(get(id).policy, issued);
      return { expires: end, reason };
    },
    find: (id: string) => policies.find(id),

    list: (): Summary[] => {
      const uses = policies.uses();
      return policies.all().map((stored) => summaryOf(stored, uses.get(stored.policy.id) ?? 0));
    },

    /** @throws AppError invalid_input when it is not a policy */
    put: (raw: unknown): Summary => {
      const policy = policySchema.safeParse(raw);
      if (!policy.success)
        throw new AppError(
          'invalid_input',
          `That is not a policy. ${z.prettifyError(policy.error)}`,
          { path: 'policy' },
        );
      const { id, name } = policy.data;
      writer.run(`Changed policy ${name}`, (tx) =>
        tx.put('policy', { id, body: JSON.stringify(policy.data) }),
      );
      return summaryOf(get(id), policies.uses().get(id) ?? 0);
    },

    /** @throws AppError refused while credentials are under it and nothing would take its place */
    remove: (id: string): boolean => {
      const { policy, origin } = get(id);
      if (origin === 'catalogue')
        throw new AppError(
          'refused',
          `${policy.name} is from the catalogue and cannot be removed.`,
        );
      const used = policies.uses().get(id) ?? 0;
      if (origin === 'own' && used > 0)
        throw new AppError(
          'refused',
          `${used} credentials are under ${policy.name}. Change them first.`,
        );
      writer.run(`Removed policy ${policy.name}`, (tx) => tx.remove('policy', id));
      return true;
    },

    /** What fits a title, abbreviation or issuer, with the expiry that it would compute. */
    match: (query: PolicyQuery, issued: PartialDate | null): ProcedureOutput<'policies.match'> => {
      const { issuerAliases } = policyCatalog();
      const stored = policies.all();
      const origins = new Map(stored.map((item) => [item.policy.id, item]));
      const uses = policies.uses();
      return matchPolicies({ policies: stored.map(({ policy }) => policy), issuerAliases }, query)
        .slice(0, BEST_MATCHES)
        .flatMap(({ policy, score }) => {
          const item = origins.get(policy.id);
          const { end, reason } = expiryOf(policy, issued);
          return item
            ? [{ policy: summaryOf(item, uses.get(policy.id) ?? 0), score, expires: end, reason }]
            : [];
        });
    },

    /**
     * Cells of a credential's row that its policy decides: computed expiry, lead time and ladder.
     * An expiry that was entered stays; one that was computed before follows.
     * @throws AppError not_found for an unknown policy
     * @throws AppError invalid_input when neither an expiry nor what it hangs on is known
     */
    cellsFor: (row: Row, before: Row | undefined): Row => {
      const id = row['policy_id'];
      if (typeof id !== 'string')
        return { expires_computed: null, policy_lead_days: null, grace_days: 0, suspended_days: 0 };
      const { policy } = get(id);
      // Issued and expires come from the same row, which only partial dates enter.
      const issued = (row['issued'] ?? null) as PartialDate | null;
      const entered = (row['expires'] ?? null) as PartialDate | null;
      const computed =
        row['lifecycle'] === 'earned' && issued !== null ? expiryOf(policy, issued).end : null;
      const follows =
        entered === null ||
        (before !== undefined &&
          entered === before['expires'] &&
          entered === before['expires_computed']);
      const expires = follows && row['never_expires'] !== 1 ? (computed ?? entered) : entered;
      const ladder = ladderOf(policy);
      return {
        expires,
        expires_computed: computed,
        policy_lead_days: expires === null ? null : leadDaysOf(policy, expires),
        grace_days: ladder.graceDays,
        suspended_days: ladder.suspendedDays,
      };
    },
  };
}

function summaryOf({ policy, origin }: StoredPolicy, used: number): Summary {
  return {
    id: policy.id,
    name: policy.name,
    abbreviation: policy.abbreviation,
    issuer: policy.issuer,
    cycleMonths: policy.cycleMonths,
    units: policy.requirements.map(({ unit, total }) => ({ unit, total })),
    asOf: policy.source.asOf,
    verified: policy.source.verified,
    origin,
    used,
  };
}
