import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import {
  computeLedgers,
  ledgerToJson,
  type AllocationFlag,
  type Ledger,
} from '#shared/domain/ledger.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import { routeWindow } from '#shared/domain/renewal.ts';
import { statusOn } from '#shared/domain/status.ts';
import { ladderOf, versionFor } from '#shared/domain/cycle.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { ActivityRepository } from '../repositories/activityRepository.ts';
import type { FeeRepository, StoredPayment } from '../repositories/feeRepository.ts';
import type { HeldCredential, HeldService } from './heldService.ts';
import { cycleFee } from './renewalService.ts';

type Parts = Readonly<{
  held: HeldService;
  activities: ActivityRepository;
  fees: FeeRepository;
  leadDays: () => number;
}>;
type OverviewItem = ProcedureOutput<'ledger.overview'>['items'][number];

export type LedgerService = ReturnType<typeof createLedgerService>;

/** Ledgers of held credentials: what counts, what is missing, whether it is on pace. */
export function createLedgerService({ held, activities, fees, leadDays }: Parts) {
  /** Ledgers of every cycle that ends, oldest first. */
  const ledgersOf = (
    item: HeldCredential,
    allocations: Parameters<typeof computeLedgers>[0]['allocations'],
    asOf: PlainDate,
  ): Ledger[] =>
    computeLedgers({
      policy: item.policy,
      cycles: item.cycles.filter(({ end }) => end !== null),
      allocations,
      asOf,
      choices: item.credential.choices,
    });

  /** The cycle of a day: the latest that has begun, else the first. */
  const currentOf = (ledgers: readonly Ledger[], asOf: PlainDate): Ledger | undefined =>
    ledgers.findLast(({ cycle }) => cycle.start <= asOf) ?? ledgers[0];

  return {
    /** @throws AppError refused when there is no ledger to keep */
    get: (id: Id, asOf: PlainDate): ProcedureOutput<'ledger.get'> => {
      const item = held.find(id);
      if (!item)
        throw new AppError(
          'refused',
          'There is no ledger to keep: it is under no policy, or has no issue date. "laurel edit" sets policyId.',
        );
      const ledger = currentOf(ledgersOf(item, activities.allocationsOf(id), asOf), asOf);
      if (!ledger)
        throw new AppError(
          'refused',
          `${item.policy.name} has no cycle that ends, so there is no ledger to keep.`,
        );
      return toJson(id, ledger);
    },

    /** How each allocation of a credential fares over all its cycles; counted in one is counted. */
    flagsOf: (id: Id, asOf: PlainDate): ReadonlyMap<string, AllocationFlag> => {
      const item = held.find(id);
      const flags = new Map<string, AllocationFlag>();
      if (!item) return flags;
      for (const ledger of ledgersOf(item, activities.allocationsOf(id), asOf)) {
        for (const { id: allocation, flag } of ledger.allocations) {
          if (flags.get(allocation) !== 'counted') flags.set(allocation, flag);
        }
      }
      return flags;
    },

    /** Every credential whose cycle runs on the day or may still be mended, soonest end first. */
    overview: (asOf: PlainDate): OverviewItem[] => {
      const all = held.all().filter(({ cycles }) => cycles.some(({ end }) => end !== null));
      const dated = activities.allAllocations();
      const payments = fees.all();
      const renewsAlso = renewedBy(all);
      const lead = leadDays();
      return all
        .flatMap((item) => {
          const ledger = currentOf(
            ledgersOf(item, dated.get(item.credential.id) ?? [], asOf),
            asOf,
          );
          if (!ledger) return [];
          const paid = payments.get(item.credential.id) ?? [];
          return toItem(item, ledger, asOf, lead, renewsAlso(item), paid);
        })
        .toSorted((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
    },
  };
}

const toJson = (id: Id, ledger: Ledger): ProcedureOutput<'ledger.get'> => {
  const { cycle, requirements } = ledgerToJson(id, ledger);
  return { credentialId: id, cycle, requirements };
};

function toItem(
  item: HeldCredential,
  ledger: Ledger,
  asOf: PlainDate,
  leadDays: number,
  renewsAlso: OverviewItem['renewsAlso'],
  payments: readonly StoredPayment[],
): OverviewItem[] {
  const { credential, policy, cycles } = item;
  const cycle = cycles.find(
    ({ start, end }) =>
      first(start) === ledger.cycle.start && end !== null && last(end) === ledger.cycle.end,
  );
  const rules = versionFor(policy, ledger.cycle.start);
  const { status } = statusOn(
    {
      lifecycle: 'earned',
      issued: credential.issued,
      expires: cycle?.end ?? ledger.cycle.end,
      leadDays: credential.leadDays ?? leadDays,
      ladder: ladderOf(policy),
    },
    asOf,
  );
  if (status === 'expired') return [];
  return [
    {
      id: credential.id,
      title: credential.title,
      abbreviation: credential.abbreviation,
      issuer: credential.issuer,
      status,
      start: ledger.cycle.start,
      end: ledger.cycle.end,
      daysLeft: daysBetween(asOf, ledger.cycle.end),
      policyId: policy.id,
      met: ledger.met,
      ledger: toJson(credential.id, ledger),
      nesting: Object.fromEntries(
        rules.requirements.flatMap(({ categories }) =>
          categories.flatMap(({ name, within }) => (within === null ? [] : [[name, within]])),
        ),
      ),
      bounds: Object.fromEntries(
        rules.requirements.flatMap(({ categories }) =>
          categories.flatMap(({ name, perActivityMax, block }) =>
            perActivityMax === null && block === null ? [] : [[name, { perActivityMax, block }]],
          ),
        ),
      ),
      routes: rules.routes.map((route) => ({
        kind: route.kind,
        method: route.method,
        title: route.title,
        cost: route.cost ?? (route.withFee ? cycleFee(item) : null),
        hours: route.hours,
        ...routeWindow(rules, route, ledger.cycle.end),
      })),
      fee: cycleFee(item),
      feePaid: paymentOf(payments, ledger.cycle.end),
      yearFee: yearFeeAfter(item, ledger.cycle, asOf, payments),
      afterEnd: afterEndOf(item, ledger.cycle.end),
      next: cycleAfter(item, ledger.cycle.end),
      renewsAlso,
      source: policy.source,
    },
  ];
}

/** The fee of the next anniversary within the cycle (domain.md section 3, fees). */
function yearFeeAfter(
  { policy }: HeldCredential,
  { start, end }: Ledger['cycle'],
  asOf: PlainDate,
  payments: readonly StoredPayment[],
): OverviewItem['yearFee'] {
  const fee = policy.fees.find(({ per, due }) => per === 'year' && due === 'anniversary');
  if (!fee) return null;
  for (let years = 1; ; years += 1) {
    const on = addMonthsToDay(start, 12 * years);
    if (on > end) return null;
    if (on >= asOf) return { price: fee.price, on, paid: paymentOf(payments, on) };
  }
}

function paymentOf(payments: readonly StoredPayment[], due: PlainDate): OverviewItem['feePaid'] {
  const payment = payments.find((item) => item.due === due);
  return payment ? { on: payment.on, amount: payment.amount } : null;
}

/** Names of the others that each of these renews by the renewal graph (domain.md section 3). */
function renewedBy(
  all: readonly HeldCredential[],
): (item: HeldCredential) => OverviewItem['renewsAlso'] {
  const byPolicy = Map.groupBy(all, ({ policy }) => policy.id);
  const bySuite = Map.groupBy(all, ({ policy }) => policy.suite?.id ?? null);
  return (item) => {
    const { suite, renews } = item.policy;
    const named = new Set(renews.flatMap(({ policyId }) => byPolicy.get(policyId) ?? []));
    for (const other of suite === null ? [] : (bySuite.get(suite.id) ?? [])) {
      const level = other.policy.suite?.level ?? 0;
      if (suite?.rule === 'all' || level <= (suite?.level ?? 0)) named.add(other);
    }
    named.delete(item);
    return all
      .filter((other) => named.has(other))
      .map(({ credential }) => credential.abbreviation ?? credential.title);
  };
}

function afterEndOf({ policy }: HeldCredential, end: PlainDate): OverviewItem['afterEnd'] {
  const ladder = ladderOf(policy);
  if (!ladder.known) return null;
  return {
    mendThrough: addDays(end, ladder.graceDays + ladder.suspendedDays),
    earnThrough: addDays(end, ladder.earnDays),
  };
}

function cycleAfter({ cycles }: HeldCredential, end: PlainDate): OverviewItem['next'] {
  const next = cycles.at(-1);
  if (!next || (next.end !== null && last(next.end) <= end)) return null;
  return { start: first(next.start), end: next.end === null ? null : last(next.end) };
}
