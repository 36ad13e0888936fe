import type { CostLine, Payer } from '#shared/domain/cost.ts';
import type { Money } from '#shared/domain/money.ts';
import { sumMoney } from '#shared/domain/moneySums.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Lifecycle } from '#shared/domain/status.ts';
import type { TrackMode } from '#shared/domain/trackMode.ts';

/** A credential as far as its money goes. */
export type CostedCredential = Readonly<{
  id: string;
  title: string;
  lifecycle: Lifecycle;
  /** The first day that its issue date can mean; null: not known. */
  issuedOn: PlainDate | null;
  /** Its one figure, the price as a whole, as planned. */
  figure: Money | null;
  /** Who the record says pays the figure; null: nothing is said. */
  paidBy: string | null;
  mode: TrackMode | null;
}>;

/** A credential's part of a recorded subscription, after aid. */
export type SubscriptionShare = Readonly<{
  subscriptionId: string;
  currency: string;
  burnt: number;
  toCome: number;
  payer: Payer;
}>;

/** How the one figure counts beside recorded payments. */
export type FigureCounts = 'as-spent' | 'as-open' | 'no';

export type CredentialCost = Readonly<{
  figureCounts: FigureCounts;
  /** What of the figure is still open, or was spent by it; null where it does not count. */
  ofFigure: Money | null;
  /** Recorded payments to come, and shares of subscriptions to come, of the holder's own. */
  ofPayments: readonly Money[];
  ofSubscriptions: readonly Money[];
  /** Everything still to be paid, whoever pays the figure. */
  toFinish: readonly Money[];
  /** Who pays the figure. */
  payer: 'self' | 'employer' | 'aid';
}>;

/**
 * How a credential's one figure, its cost lines and its shares of subscriptions add up without
 * anything counting twice (domain.md section 6):
 * - earned or revoked: lines and shares are what it cost; the figure counts as spent only where
 *   there is none of either;
 * - planned or in progress: the figure is the plan for the whole; what lines (paid or not) and
 *   shares (burnt or to come) of its currency do not cover is still open;
 * - abandoned: what was paid was paid, and nothing is open.
 * A line that states a share of a recorded subscription is that share, not a payment beside it.
 */
export function costOf(
  credential: CostedCredential,
  lines: readonly CostLine[],
  shares: readonly SubscriptionShare[],
  asOf: PlainDate,
): CredentialCost {
  const payments = lines.filter(({ subscriptionId }) => subscriptionId === null);
  const toCome = payments.filter((line) => !isPaid(line, asOf) && line.payer === 'self');
  const ofPayments = sumMoney(toCome.map(({ money }) => money));
  const ofSubscriptions = sumMoney(
    shares
      .filter(({ payer }) => payer === 'self')
      .map(({ currency, toCome: amount }) => ({ amount, currency })),
  );
  const isUnderWay = credential.lifecycle === 'planned' || credential.lifecycle === 'in-progress';
  const covered = sumMoney([
    ...payments.map(({ money }) => money),
    ...shares.map(({ currency, burnt, toCome: ahead }) => ({ amount: burnt + ahead, currency })),
  ]);
  const figureCounts = figureCountsOf(credential, covered);
  const ofFigure = figureCounts === 'no' ? null : openFigure(credential.figure, covered);
  const isOpen = figureCounts === 'as-open' && ofFigure !== null;
  return {
    figureCounts,
    ofFigure,
    ofPayments,
    ofSubscriptions: isUnderWay ? ofSubscriptions : [],
    toFinish: isUnderWay
      ? sumMoney([...ofPayments, ...ofSubscriptions, ...(isOpen ? [ofFigure] : [])])
      : ofPayments,
    payer: figurePayer(credential),
  };
}

/**
 * What is still to be paid for one under way, in the currency of its figure: what payments made leave
 * of the figure, and never less than the payments that are to come.
 */
export function openCost(
  figure: Money | null,
  paid: readonly Money[],
  toCome: readonly Money[],
): Money | null {
  const currency = figure?.currency ?? toCome[0]?.currency;
  if (currency === undefined) return null;
  const sumOf = (amounts: readonly Money[]) =>
    amounts.reduce((sum, money) => sum + (money.currency === currency ? money.amount : 0), 0);
  return { amount: Math.max((figure?.amount ?? 0) - sumOf(paid), sumOf(toCome)), currency };
}

/** Whether a line was paid by the end of a day. */
export function isPaid({ paidOn }: Pick<CostLine, 'paidOn'>, asOf: PlainDate): boolean {
  return paidOn !== null && paidOn <= asOf;
}

function figureCountsOf(
  { figure, lifecycle }: CostedCredential,
  covered: readonly Money[],
): FigureCounts {
  if (figure === null) return 'no';
  switch (lifecycle) {
    case 'planned':
    case 'in-progress':
      return 'as-open';
    case 'earned':
    case 'revoked':
      return covered.length === 0 ? 'as-spent' : 'no';
    case 'abandoned':
      return 'no';
  }
}

function openFigure(figure: Money | null, covered: readonly Money[]): Money | null {
  if (figure === null) return null;
  const paid = covered.find(({ currency }) => currency === figure.currency)?.amount ?? 0;
  return { ...figure, amount: Math.max(0, figure.amount - paid) };
}

/** Words by which people say that they pay themselves. */
const SELF = /^(me|myself|self|i|own|private(ly)?)$/i;

function figurePayer({ mode, paidBy }: CostedCredential): CredentialCost['payer'] {
  if (mode === 'aid') return 'aid';
  if (mode === 'employer-paid') return 'employer';
  return paidBy === null || SELF.test(paidBy.trim()) ? 'self' : 'employer';
}
