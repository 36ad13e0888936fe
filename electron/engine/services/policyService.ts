import { policyCatalog } from '#shared/catalog/catalog.ts';
import { AppError } from '#shared/appError.ts';
import { computeExpiry, ladderOf, leadDaysOf, type ComputedEnd } from '#shared/domain/cycle.ts';
import { currentEnd } from '#shared/domain/impliedCycles.ts';
import type { Person } from '#shared/domain/validityBasis.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { policyFor } from '#shared/domain/policyChoices.ts';
import { createPolicyMatcher, type PolicyQuery } from '#shared/domain/policyMatch.ts';
import { readPolicy } from '#shared/domain/policyProblems.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { WritableDb, Writer } from '../changes.ts';
import { parseChoices } from '../repositories/policedQueries.ts';
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

  const orReason = (compute: () => ComputedEnd): ComputedEnd => {
    try {
      return compute();
    } catch (error) {
      if (error instanceof AppError) return { end: null, reason: error.message };
      throw error;
    }
  };

  const expiryOf = (policy: Policy, issued: PartialDate | null): ComputedEnd =>
    issued === null
      ? { end: null, reason: 'It counts from the issue date, which is not known.' }
      : orReason(() => computeExpiry(policy, issued, person()));

  /** What fits, best first, with the end that it would compute; the policies are indexed once. */
  const proposer = () => {
    const stored = policies.all();
    const origins = new Map(stored.map(({ policy, origin }) => [policy.id, origin]));
    const matcher = createPolicyMatcher({
      policies: stored.map(({ policy }) => policy),
      issuerAliases: policyCatalog().issuerAliases,
    });
    return (query: PolicyQuery, issued: PartialDate | null, most: number) =>
      matcher(query)
        .slice(0, most)
        .map(({ policy, score }) => ({
          policy,
          origin: origins.get(policy.id) ?? 'own',
          score,
          ...expiryOf(policy, issued),
        }));
  };

  return {
    person,
    get,
    /** The expiry that it computes for an issue date, or the reason why none. */
    expiry: (id: string, issued: PartialDate | null): ProcedureOutput<'policies.expiry'> => {
      const { end, reason } = expiryOf(get(id).policy, issued);
      return { expires: end, reason };
    },
    expiryOf,
    find: (id: string) => policies.find(id),

    list: (): Summary[] => {
      const uses = policies.uses();
      return policies.all().map((stored) => summaryOf(stored, uses.get(stored.policy.id) ?? 0));
    },

    /**
     * Adds or changes a policy.
     * @param follow brings what hangs on policies up to date, in the same change
     * @throws AppError invalid_input when it is not a policy
     */
    put: (raw: unknown, follow: (tx: WritableDb) => void): Summary => {
      const { policy, problems } = readPolicy(raw);
      if (policy === null)
        throw new AppError(
          'invalid_input',
          `That is not a policy. ${problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ')}`,
          { path: ['policy', problems[0]?.path].filter(Boolean).join('.'), details: [...problems] },
        );
      const { id, name } = policy;
      const isNew = policies.find(id) === undefined;
      writer.run(`${isNew ? 'Added' : 'Changed'} policy ${name}`, (tx) => {
        tx.put('policy', { id, body: JSON.stringify(policy) });
        follow(tx);
      });
      return summaryOf(get(id), policies.uses().get(id) ?? 0);
    },

    /**
     * Takes a policy of the holder's own away; of a changed one the shipped one is left.
     * @param follow brings what hangs on policies up to date, in the same change
     * @throws AppError refused while credentials are under it and nothing would take its place
     */
    remove: (id: string, follow: (tx: WritableDb) => void): boolean => {
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
          used === 1
            ? `A credential is under ${policy.name}. Choose another policy for it first.`
            : `${used} credentials are under ${policy.name}. Choose another policy for them first.`,
        );
      writer.run(`Removed policy ${policy.name}`, (tx) => {
        tx.remove('policy', id);
        follow(tx);
      });
      return true;
    },

    /** What fits a title, abbreviation or issuer, with the expiry that it would compute. */
    match: (query: PolicyQuery, issued: PartialDate | null): ProcedureOutput<'policies.match'> => {
      const uses = policies.uses();
      return proposer()(query, issued, BEST_MATCHES).map(
        ({ policy, origin, score, end, reason }) => ({
          policy: summaryOf({ policy, origin }, uses.get(policy.id) ?? 0),
          score,
          expires: end,
          reason,
        }),
      );
    },

    /** Proposes as `match` does, for any number of credentials of one moment. */
    proposer,

    /**
     * Cells of a credential's row that its policy decides: computed expiry, lead time and ladder.
     * An expiry that was entered stays; one that was computed before follows. Of a credential that
     * was renewed the cycles tell both.
     * @throws AppError not_found for an unknown policy
     * @throws AppError invalid_input when neither an expiry nor what it hangs on is known
     */
    cellsFor: (row: Row, before: Row | undefined, isRenewed = false): Row => {
      const id = row['policy_id'];
      if (typeof id !== 'string')
        return { expires_computed: null, policy_lead_days: null, grace_days: 0, suspended_days: 0 };
      const policy = policyFor(get(id).policy, parseChoices(row['ledger_choices'] ?? null));
      const ladder = ladderOf(policy);
      const cells = { grace_days: ladder.graceDays, suspended_days: ladder.suspendedDays };
      const leadOf = (end: PartialDate | null) => (end === null ? null : leadDaysOf(policy, end));
      // Issued and expires come from the same row, which only partial dates enter.
      const issued = (row['issued'] ?? null) as PartialDate | null;
      const entered = (row['expires'] ?? null) as PartialDate | null;
      if (isRenewed) return { ...cells, policy_lead_days: leadOf(entered) };
      const computed =
        row['lifecycle'] === 'earned' && issued !== null
          ? orReason(() => currentEnd(policy, issued, entered, person())).end
          : null;
      const follows =
        entered === null ||
        (before !== undefined &&
          entered === before['expires'] &&
          entered === before['expires_computed']);
      const expires = follows && row['never_expires'] !== 1 ? (computed ?? entered) : entered;
      return {
        ...cells,
        expires,
        expires_computed: computed,
        policy_lead_days: leadOf(expires),
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
