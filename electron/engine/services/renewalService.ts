import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import type { Cycle } from '#shared/domain/cycle.ts';
import { last, type PartialDate } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import type { RouteKind } from '#shared/domain/policyParts.ts';
import { renew, routesOn, type Renewal } from '#shared/domain/renewal.ts';
import { proposeRenewals, type Held, type RenewalProposal } from '#shared/domain/renewalGraph.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { EarnedCredential, HeldCredential, HeldService } from './heldService.ts';
import type { PolicyService } from './policyService.ts';

type Parts = Readonly<{ writer: Writer; held: HeldService; policies: PolicyService }>;
type Request = Readonly<{
  id: Id;
  on: PlainDate;
  method: RouteKind | null;
  expires: PartialDate | null;
}>;
type Proposal = ProcedureOutput<'renewals.simulate'>['proposals'][number];
type Accepted = Readonly<{
  credentialId: Id;
  start: PartialDate;
  end: PartialDate | null;
  on: PlainDate;
  reason: string;
}>;

export type RenewalService = ReturnType<typeof createRenewalService>;

/** Renewals: the next cycle, what else it renews, and what it would do if it were done. */
export function createRenewalService({ writer, held, policies }: Parts) {
  const heldOf = (id: Id): HeldCredential => {
    const found = held.find(id);
    if (found) return found;
    throw new AppError(
      'refused',
      'It is under no renewal policy, is not earned, or has no issue date. Give the new expiry that the issuer stated instead.',
    );
  };

  const plan = ({
    id,
    on,
    method,
    expires,
  }: Request): Readonly<{ item: HeldCredential; renewal: Renewal; proposals: Proposal[] }> => {
    const item = heldOf(id);
    const renewal = renew({
      policy: item.policy,
      cycle: latestCycle(item),
      on,
      route: method,
      person: policies.person(),
      ...(expires === null ? {} : { expires }),
    });
    const all = held.all();
    const proposals = proposeRenewals(
      {
        credentialId: id,
        title: item.credential.title,
        policy: item.policy,
        by: method ?? item.policy.routes[0]?.kind ?? 'fee',
        on,
        newStart: renewal.cycle.start,
        newEnd: renewal.cycle.end,
      },
      all.map(toHeld),
      policies.person(),
    );
    return { item, renewal, proposals: proposals.map((proposal) => toProposal(proposal, all)) };
  };

  /** Adds a cycle; the ones before it stay as they were. */
  const addCycle = (
    tx: WritableDb,
    item: EarnedCredential,
    cycle: Cycle,
    computed: PartialDate | null,
    reason: string,
  ): void => {
    let ordinal = item.recorded.length;
    const put = (
      one: Cycle,
      more: Readonly<{ computed: PartialDate | null; reason: string | null }>,
    ) => {
      ordinal += 1;
      tx.put('cycle', {
        id: tx.newId(),
        credential_id: item.credential.id,
        starts: one.start,
        ends: one.end,
        ends_computed: more.computed,
        renewed_on: one.renewedOn,
        method: one.method,
        reason: more.reason,
        ordinal,
      });
    };
    if (item.recorded.length === 0)
      for (const one of item.cycles) put(one, { computed: one.end, reason: null });
    put(cycle, { computed, reason });
    const row = tx.get('credential', item.credential.id);
    if (!row) throw new AppError('not_found', 'It is no longer there.');
    tx.put('credential', {
      ...row,
      expires: cycle.end,
      expires_computed: computed,
      updated_at: tx.at,
    });
  };

  const acceptAll = (tx: WritableDb, accepted: readonly Accepted[], by: string): number => {
    for (const { credentialId, start, end, on, reason } of accepted) {
      addCycle(tx, heldOf(credentialId), { start, end, renewedOn: on, method: by }, end, reason);
    }
    return accepted.length;
  };

  /** A renewal that the holder states, where no policy says how it is worked out. */
  const renewAsStated = (id: Id, on: PlainDate, expires: PartialDate) => {
    const item = held.earned(id);
    if (!item) throw new AppError('refused', 'Only an earned credential can be renewed.');
    const oldEnd = item.cycles.at(-1)?.end ?? null;
    const start = oldEnd === null ? on : addDays(last(oldEnd), 1);
    if (last(expires) < start) {
      throw new AppError(
        'invalid_date',
        `The new end ${expires} does not come after the old one.`,
        { path: 'expires' },
      );
    }
    const reason = 'The end that you stated; it is under no policy.';
    writer.run(`Renewed ${item.credential.title}`, (tx) =>
      addCycle(tx, item, { start, end: expires, renewedOn: on, method: null }, null, reason),
    );
    return { reason, warnings: [], proposals: [], accepted: 0 };
  };

  return {
    /**
     * Renews; with `cascade` also everything that the graph proposes, all as one change.
     * @throws AppError refused, invalid_input as renew of shared/domain/renewal.ts
     */
    renew: (request: Request & Readonly<{ cascade: boolean; accept: readonly Id[] }>) => {
      if (request.expires !== null && !held.find(request.id))
        return renewAsStated(request.id, request.on, request.expires);
      const { item, renewal, proposals } = plan(request);
      const accepted = writer.run(`Renewed ${item.credential.title}`, (tx) => {
        addCycle(tx, item, renewal.cycle, renewal.endComputed, renewal.reason);
        const chosen = proposals.filter(
          ({ credentialId }) => request.cascade || request.accept.includes(credentialId),
        );
        return acceptAll(
          tx,
          chosen.map((proposal) => ({ ...proposal, on: request.on })),
          item.credential.title,
        );
      });
      return { reason: renewal.reason, warnings: [...renewal.warnings], proposals, accepted };
    },

    accept: (accepted: readonly Accepted[]): number =>
      writer.run(`Renewed ${accepted.length} more`, (tx) =>
        acceptAll(tx, accepted, 'renewed with another'),
      ),

    /** What renew would do; writes nothing. */
    simulate: (request: Request): ProcedureOutput<'renewals.simulate'> => {
      try {
        const { item, renewal, proposals } = plan(request);
        const route =
          item.policy.routes.find(({ kind }) => kind === request.method) ?? item.policy.routes[0];
        return {
          refusal: null,
          start: renewal.cycle.start,
          end: renewal.cycle.end,
          reason: renewal.reason,
          warnings: [...renewal.warnings],
          cost: route?.cost ?? cycleFee(item),
          hours: route?.hours ?? null,
          proposals,
        };
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'internal') throw error;
        return {
          refusal: error.message,
          start: null,
          end: null,
          reason: null,
          warnings: [],
          cost: null,
          hours: null,
          proposals: [],
        };
      }
    },

    routes: (id: Id, on: PlainDate): ProcedureOutput<'renewals.routes'> => {
      const item = heldOf(id);
      return routesOn(item.policy, latestCycle(item), on, policies.person()).map(
        ({ route, window, refusal, newEnd }) => ({
          kind: route.kind,
          method: route.method,
          title: route.title,
          opens: window.opens,
          closes: window.closes,
          refusal,
          newEnd,
          cost: route.cost ?? (route.withFee ? cycleFee(item) : null),
          hours: route.hours,
        }),
      );
    },
  };
}

/** As the renewal graph takes it. */
export function toHeld(item: HeldCredential): Held {
  const { id, title } = item.credential;
  return { credentialId: id, title, policy: item.policy, cycle: latestCycle(item) };
}

/** The latest cycle of a held credential. */
export function latestCycle({ cycles }: HeldCredential): Cycle {
  const cycle = cycles.at(-1);
  if (!cycle) throw new AppError('internal', 'A held credential has at least one cycle');
  return cycle;
}

/** What keeping it costs a cycle, where the policy states a price that is not an exam's. */
export function cycleFee({
  policy,
}: HeldCredential): Readonly<{ amount: number; currency: string }> | null {
  return policy.fees.find((fee) => fee.per === 'cycle' && !fee.isExamPrice)?.price ?? null;
}

/** A proposal with what a reader needs to judge it. */
export function toProposal(proposal: RenewalProposal, all: readonly HeldCredential[]): Proposal {
  const item = all.find(({ credential }) => credential.id === proposal.credentialId);
  if (!item) throw new AppError('internal', 'A proposal names a credential that is not held');
  return {
    credentialId: item.credential.id,
    title: item.credential.title,
    start: proposal.cycle.start,
    end: proposal.cycle.end,
    oldEnd: latestCycle(item).end,
    reason: proposal.reason,
    verified: proposal.verified,
  };
}
