import type { Id } from '#shared/domain/credential.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import {
  nextPayment,
  priceOn,
  projectSubscription,
  savingsAhead,
  subscriptionState,
  type Payment,
  type Projection,
  type Saving,
} from '#shared/domain/subscription.ts';
import {
  sharePayments,
  withStatedShares,
  type WorkedOn,
} from '#shared/domain/subscriptionShares.ts';
import type { SubscriptionView } from '#shared/procedures/money.ts';
import type {
  CoveredCredential,
  StoredSubscription,
} from '../repositories/subscriptionRepository.ts';

/** What a view of a subscription is made of beside the subscription itself. */
export type SubscriptionFacts = Readonly<{
  subscription: StoredSubscription;
  covered: readonly CoveredCredential[];
  /** When each course under way is done, by id. */
  forecasts: ReadonlyMap<string, PlainDate | null>;
  /** Shares that cost lines state, by credential. */
  stated: ReadonlyMap<Id, number>;
  titles: ReadonlyMap<Id, string>;
  asOf: PlainDate;
}>;

export type SubscriptionPicture = Readonly<{
  view: SubscriptionView;
  projection: Projection;
  sharesByCredential: ReadonlyMap<string, Readonly<{ burnt: number; toCome: number }>>;
}>;

/** A subscription as it stands on a day: burnt, projected, shared out (domain.md section 6). */
export function pictureOf(facts: SubscriptionFacts): SubscriptionPicture {
  const { subscription, covered, forecasts, stated, asOf } = facts;
  const { currency } = subscription.price;
  const money = (amount: number) => ({ amount, currency });
  const projection = projectSubscription(subscription, asOf, lastDone(covered, forecasts));
  // What was paid is paid, also where the projection ends before today.
  const made = projectSubscription(
    { ...subscription, until: endBy(subscription, asOf) },
    asOf,
    null,
  ).payments.filter(({ on }) => on <= asOf);
  const ahead = projection.payments.filter(({ on }) => on > asOf);
  const worked = covered.flatMap(
    (credential) => workedOn(credential, forecasts, projection.through, asOf) ?? [],
  );
  const burnt = withStatedShares(
    sharePayments(
      made,
      worked.filter(({ id }) => !stated.has(id as Id)), // the ids of `worked` are those of `covered`
    ),
    stated,
  );
  const toCome = sharePayments(ahead, worked);
  const titles = new Map<string, string>([
    ...facts.titles,
    ...covered.map(({ id, title }) => [id, title] as const),
  ]);
  const shares = [...new Set([...burnt.byId.keys(), ...toCome.byId.keys()])].map((id) => ({
    // Ids of credentials throughout.
    credentialId: id as Id,
    title: titles.get(id) ?? '',
    burnt: burnt.byId.get(id) ?? 0,
    toCome: toCome.byId.get(id) ?? 0,
    stated: stated.has(id as Id),
  }));
  const { id, platformId: _platform, knownSince: _since, ...fields } = subscription;
  const next = nextPayment(subscription, asOf);
  const burntAmount = sum(made, ({ amount }) => amount);
  const toComeAmount = sum(ahead, ({ amount }) => amount);
  return {
    projection,
    sharesByCredential: new Map(shares.map((share) => [share.credentialId, share])),
    view: {
      ...fields,
      pauses: [...fields.pauses],
      priceChanges: [...fields.priceChanges],
      credentialIds: fields.credentialIds === null ? null : [...fields.credentialIds],
      id,
      state: subscriptionState(subscription, asOf),
      priceNow: priceOn(subscription, asOf),
      nextPayment: next && { on: next.on, price: money(next.amount) },
      burnt: money(burntAmount),
      paymentsMade: made.length,
      burntByAid: sum(made, ({ aid }) => aid),
      burntByOthers: subscription.payer === 'self' ? 0 : burntAmount,
      projected: {
        through: projection.through,
        basis: projection.basis,
        total: money(burntAmount + toComeAmount),
        toCome: money(toComeAmount),
        payments: made.length + ahead.length,
      },
      savings: savingsAhead(projection, asOf).map((saving) => savingView(saving, currency)),
      shares: shares.toSorted((a, b) => b.burnt - a.burnt || b.toCome - a.toCome),
      unshared: burnt.unshared,
    },
  };
}

/** A saving with the currency of its amounts. */
export function savingView(
  { finishBy, payments, saved }: Saving,
  currency: string,
): SubscriptionView['savings'][number] {
  return {
    finishBy,
    payments: payments.map(({ times, amount }) => ({ times, price: { amount, currency } })),
    saved: { amount: saved, currency },
  };
}

function sum(payments: readonly Payment[], of: (payment: Payment) => number): number {
  return payments.reduce((total, payment) => total + of(payment), 0);
}

function endBy({ until }: StoredSubscription, asOf: PlainDate): PlainDate {
  return until !== null && until < asOf ? until : asOf;
}

/** When the last of the courses under way is done; null where none can be told. */
function lastDone(
  covered: readonly CoveredCredential[],
  forecasts: SubscriptionFacts['forecasts'],
): PlainDate | null {
  const days = covered.flatMap(({ id, lifecycle }) =>
    lifecycle === 'in-progress' ? (forecasts.get(id) ?? []) : [],
  );
  return days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest));
}

/**
 * From when to when a credential was worked on: from its start, else from when its issue date may
 * mean, to its issue; of one under way from its start, else today, to its forecast.
 */
function workedOn(
  { id, lifecycle, started, issued, hours }: CoveredCredential,
  forecasts: SubscriptionFacts['forecasts'],
  through: PlainDate,
  asOf: PlainDate,
): WorkedOn | null {
  if (lifecycle === 'in-progress') {
    const from = started === null ? asOf : first(started);
    const to = forecasts.get(id) ?? (through > asOf ? through : asOf);
    return from > to ? null : { id, from, to, hours };
  }
  if (issued === null) return null;
  const [from, to] = [first(started ?? issued), last(issued)];
  return from > to ? null : { id, from, to, hours };
}
