import { AppError } from '#shared/appError.ts';
import type { Money } from '#shared/domain/money.ts';
import { addDays, addMonthsToDay, LAST_YEAR, type PlainDate } from '#shared/domain/plainDate.ts';
import type { SubscriptionFields } from '#shared/domain/subscriptionFields.ts';

/** What payments hang on. */
export type Billing = Pick<
  SubscriptionFields,
  'price' | 'from' | 'until' | 'trialEnds' | 'pauses' | 'priceChanges' | 'aidPercent'
>;

/** One month's payment, in minor units of the subscription's currency. */
export type Payment = Readonly<{
  on: PlainDate;
  /** The last day of the month that it pays for. */
  through: PlainDate;
  /** What is left to pay after aid. */
  amount: number;
  /** What aid takes over. */
  aid: number;
}>;

export type SubscriptionState = 'upcoming' | 'trial' | 'active' | 'paused' | 'ended';

export type Projection = Readonly<{
  through: PlainDate;
  basis: 'end' | 'courses' | 'year';
  payments: readonly Payment[];
}>;

/** What being done by a day saves: payments by price, as in "2 × 49", and their sum. */
export type Saving = Readonly<{
  finishBy: PlainDate;
  payments: readonly Readonly<{ times: number; amount: number }>[];
  saved: number;
}>;

/** More savings than a reader takes in at once. */
const SAVINGS_SHOWN = 6;
/** How far ahead a subscription counts of which neither an end nor a course is known. */
const AHEAD_MONTHS = 12;

/**
 * Refuses dates that contradict each other.
 * @throws AppError invalid_date with the field as its path
 */
export function assertBilling(billing: Billing): void {
  const { from, until, trialEnds, pauses } = billing;
  if (until !== null && until < from)
    throw contradiction('until', `It would end (${until}) before it begins (${from}).`);
  if (trialEnds !== null && trialEnds < from)
    throw contradiction(
      'trialEnds',
      `Its trial would end (${trialEnds}) before it begins (${from}).`,
    );
  firstPaymentOn(billing);
  for (const pause of pauses) {
    if (pause.to !== null && pause.to < pause.from)
      throw contradiction(
        'pauses',
        `A pause would end (${pause.to}) before it begins (${pause.from}).`,
      );
  }
}

/**
 * The first day that is paid for: it fixes the day of the month. Its free trial comes before it.
 * @throws AppError invalid_date where the trial ends on the last day that can be recorded
 */
export function firstPaymentOn({
  from,
  trialEnds,
}: Pick<Billing, 'from' | 'trialEnds'>): PlainDate {
  return trialEnds === null ? from : addDays(trialEnds, 1);
}

/**
 * Payments through a day, in order (domain.md section 6). The day of the month is that of the first
 * payment, clamped in short months and back after them: 31 January, 28 February, 31 March. No
 * payment falls on a day after the end or within a pause; a pause does not move the day of the
 * month. The price is the latest that had begun by the day.
 */
export function paymentsThrough(billing: Billing, through: PlainDate): Payment[] {
  const { until } = billing;
  const lastDay = until !== null && until < through ? until : through;
  const payments: Payment[] = [];
  for (const payment of allPayments(billing)) {
    if (payment.on > lastDay) break;
    payments.push(payment);
  }
  return payments;
}

/** The first payment after a day; null when there is none. */
export function nextPayment(billing: Billing, asOf: PlainDate): Payment | null {
  for (const payment of allPayments(billing)) {
    if (billing.until !== null && payment.on > billing.until) return null;
    if (payment.on > asOf) return payment;
  }
  return null;
}

/** What the subscription is on a day. */
export function subscriptionState(billing: Billing, asOf: PlainDate): SubscriptionState {
  if (asOf < billing.from) return 'upcoming';
  if (billing.until !== null && asOf > billing.until) return 'ended';
  if (isPaused(billing, asOf)) return 'paused';
  return billing.trialEnds !== null && asOf <= billing.trialEnds ? 'trial' : 'active';
}

/** What a month costs on a day, after aid. */
export function priceOn(billing: Billing, day: PlainDate): Money {
  const { amount } = amountsOn(billing, day);
  return { amount, currency: billing.price.currency };
}

/**
 * What it will have cost if nothing is changed: through its own end, else until the courses under
 * way are done, else for a year.
 * @param doneOn when the last course on it is done at the present pace; null: not known
 */
export function projectSubscription(
  billing: Billing,
  asOf: PlainDate,
  doneOn: PlainDate | null,
): Projection {
  const { until } = billing;
  const basis = until !== null ? 'end' : doneOn !== null ? 'courses' : 'year';
  const through = until ?? doneOn ?? monthsAhead(asOf, AHEAD_MONTHS);
  return { through, basis, payments: paymentsThrough(billing, through) };
}

/** What is saved by being done, and cancelling, by a day: the projection's payments after it. */
export function savingBy({ payments }: Projection, finishBy: PlainDate): Saving | null {
  const spared = payments.filter(({ on }) => on > finishBy);
  if (spared.length === 0) return null;
  const byPrice: { times: number; amount: number }[] = [];
  for (const { amount } of spared) {
    const same = byPrice.find((entry) => entry.amount === amount);
    if (same) same.times += 1;
    else byPrice.push({ times: 1, amount });
  }
  return {
    finishBy,
    payments: byPrice,
    saved: spared.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** The next days by which being done saves something: the day before each payment to come. */
export function savingsAhead(projection: Projection, asOf: PlainDate): Saving[] {
  return projection.payments
    .filter(({ on }) => on > asOf)
    .slice(0, SAVINGS_SHOWN)
    .flatMap(({ on }) => savingBy(projection, addDays(on, -1)) ?? []);
}

function* allPayments(billing: Billing): Generator<Payment> {
  const anchor = firstPaymentOn(billing);
  const months = monthsUntilLastYear(anchor);
  for (let month = 0; month <= months; month += 1) {
    const on = addMonthsToDay(anchor, month);
    // A pause without an end stops payments for good.
    if (billing.pauses.some(({ from, to }) => to === null && from <= on)) return;
    if (isPaused(billing, on)) continue;
    const next = month === months ? null : addMonthsToDay(anchor, month + 1);
    const through = next === null ? on : addDays(next, -1);
    const { until } = billing;
    yield {
      on,
      through: until !== null && until < through ? until : through,
      ...amountsOn(billing, on),
    };
  }
}

function amountsOn({ price, priceChanges, aidPercent }: Billing, day: PlainDate) {
  let gross = price.amount;
  let since = '';
  for (const change of priceChanges) {
    if (change.from > day || change.from < since) continue;
    [gross, since] = [change.amount, change.from];
  }
  const aid = Math.floor((gross * aidPercent + 50) / 100);
  return { amount: gross - aid, aid };
}

function isPaused({ pauses }: Billing, day: PlainDate): boolean {
  return pauses.some(({ from, to }) => from <= day && (to === null || day <= to));
}

/** Whole months from a day to December of the last year that can be recorded. */
function monthsUntilLastYear(day: PlainDate): number {
  return (LAST_YEAR - Number(day.slice(0, 4))) * 12 + 12 - Number(day.slice(5, 7));
}

/** The day so many months later, clamped to the last that can be recorded. */
function monthsAhead(day: PlainDate, months: number): PlainDate {
  return addMonthsToDay(day, Math.min(months, monthsUntilLastYear(day)));
}

function contradiction(path: string, message: string): AppError {
  return new AppError('invalid_date', `${message} Check the two dates.`, { path });
}
