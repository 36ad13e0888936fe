import {
  outlaysOf,
  reimbursementsOf,
  type BudgetRequest,
  type BudgetSubscription,
  type CostedBy,
  type Outlay,
  type Reimbursement,
} from '#shared/domain/budgetOutlays.ts';
import type { CostKind } from '#shared/domain/cost.ts';
import { costOf, type SubscriptionShare } from '#shared/domain/credentialCost.ts';
import type { Money } from '#shared/domain/money.ts';
import { sumMoney } from '#shared/domain/moneySums.ts';
import { addMonthsToDay, type PlainDate } from '#shared/domain/plainDate.ts';

export type BudgetTotals = Readonly<{
  currency: string;
  spent: number;
  reimbursed: number;
  net: number;
  aid: number;
  byOthers: number;
  committed: number;
  open: number;
  toCome: number;
}>;

export type Budget = Readonly<{
  totals: readonly BudgetTotals[];
  months: readonly Readonly<{
    month: string;
    spent: readonly Money[];
    reimbursed: readonly Money[];
    committed: readonly Money[];
  }>[];
  undated: Readonly<{ spent: readonly Money[]; committed: readonly Money[] }>;
  byKind: readonly Readonly<{ kind: CostKind | 'whole'; spent: readonly Money[] }>[];
  /** The holder's own, soonest first, those without a day last. */
  committed: readonly Outlay[];
  toFinish: readonly CostedBy[];
}>;

/** Months shown before the one of `asOf`, at most. */
const MONTHS_BACK = 12;

/**
 * Money per currency, never converted (domain.md section 6): spent, reimbursed, paid by aid and by
 * others through `asOf`; committed through `until` (payments of subscriptions until they end, fees
 * that fall due, recorded payments to come); and what the planned figures of credentials planned or
 * in progress leave open beyond that. Nothing is counted twice: `costOf` says how.
 */
export function budgetOf(request: BudgetRequest): Budget {
  const { asOf, until } = request;
  const costs = costsOf(request);
  const outlays = outlaysOf(request, costs);
  const reimbursements = reimbursementsOf(request.lines, asOf);
  const own = outlays.filter(({ payer }) => payer === 'self');
  const made = own.filter((outlay) => outlay.made);
  const committed = own.filter((outlay) => !outlay.made).toSorted(bySoonest);
  const open = costs.flatMap(({ figureCounts, payer, ofFigure }) =>
    figureCounts === 'as-open' && payer === 'self' && ofFigure !== null ? [ofFigure] : [],
  );
  const moneyOf = (list: readonly Readonly<{ money: Money }>[]) =>
    sumMoney(list.map(({ money }) => money));
  const madeByOthers = outlays.filter((outlay) => outlay.made && outlay.payer !== 'self');

  return {
    totals: totalsOf({
      spent: moneyOf(made),
      reimbursed: moneyOf(reimbursements),
      aid: moneyOf(madeByOthers.filter(({ payer }) => payer === 'aid')),
      byOthers: moneyOf(madeByOthers.filter(({ payer }) => payer !== 'aid')),
      committed: moneyOf(committed),
      open: sumMoney(open),
    }),
    months: monthsOf(made, committed, reimbursements, asOf, until),
    undated: {
      spent: moneyOf(made.filter(({ on }) => on === null)),
      committed: moneyOf(committed.filter(({ on }) => on === null)),
    },
    byKind: [...Map.groupBy(made, ({ kind }) => kind)].map(([kind, list]) => ({
      kind,
      spent: moneyOf(list),
    })),
    committed,
    toFinish: costs.filter(
      ({ credential, toFinish }) =>
        toFinish.length > 0 &&
        (credential.lifecycle === 'planned' || credential.lifecycle === 'in-progress'),
    ),
  };
}

export type Spending = Readonly<{
  spent: readonly Money[];
  reimbursed: readonly Money[];
  /** By year; what has no day is in none. */
  byYear: ReadonlyMap<string, readonly Money[]>;
}>;

/** The holder's own payments through `asOf`, over all the years, by the rules of the budget. */
export function spendingOf(request: BudgetRequest): Spending {
  const made = outlaysOf(request, costsOf(request)).filter(
    (outlay) => outlay.made && outlay.payer === 'self',
  );
  const years = Map.groupBy(
    made.filter(({ on }) => on !== null),
    ({ on }) => on?.slice(0, 4) ?? '',
  );
  return {
    spent: sumMoney(made.map(({ money }) => money)),
    reimbursed: sumMoney(reimbursementsOf(request.lines, request.asOf).map(({ money }) => money)),
    byYear: new Map(
      [...years].map(([year, list]) => [year, sumMoney(list.map(({ money }) => money))]),
    ),
  };
}

function costsOf({ credentials, lines, subscriptions, asOf }: BudgetRequest): CostedBy[] {
  const linesById = Map.groupBy(lines, ({ credentialId }): string => credentialId);
  return credentials.map((credential) => ({
    credential,
    ...costOf(
      credential,
      linesById.get(credential.id) ?? [],
      sharesOf(credential.id, subscriptions),
      asOf,
    ),
  }));
}

/** A credential's shares of every subscription. */
export function sharesOf(
  credentialId: string,
  subscriptions: readonly BudgetSubscription[],
): SubscriptionShare[] {
  return subscriptions.flatMap(({ id, currency, payer, sharesByCredential }) => {
    const share = sharesByCredential.get(credentialId);
    return share === undefined ? [] : [{ subscriptionId: id, currency, payer, ...share }];
  });
}

type Columns = Omit<BudgetTotals, 'currency' | 'net' | 'toCome'>;

function totalsOf(columns: Readonly<Record<keyof Columns, readonly Money[]>>): BudgetTotals[] {
  const currencies = sumMoney(
    Object.values(columns)
      .flat()
      .map(({ currency }) => ({ amount: 1, currency })),
  );
  return currencies.map(({ currency }) => {
    const of = (list: readonly Money[]) =>
      list.find((money) => money.currency === currency)?.amount ?? 0;
    const [spent, reimbursed] = [of(columns.spent), of(columns.reimbursed)];
    const [committed, open] = [of(columns.committed), of(columns.open)];
    return {
      currency,
      spent,
      reimbursed,
      net: spent - reimbursed,
      aid: of(columns.aid),
      byOthers: of(columns.byOthers),
      committed,
      open,
      toCome: committed + open,
    };
  });
}

function monthsOf(
  made: readonly Outlay[],
  committed: readonly Outlay[],
  reimbursements: readonly Reimbursement[],
  asOf: PlainDate,
  until: PlainDate,
): Budget['months'] {
  const monthOf = ({ on }: Readonly<{ on: PlainDate | null }>) => on?.slice(0, 7) ?? '';
  const byMonth = (list: readonly Reimbursement[]) => Map.groupBy(list, monthOf);
  const [spent, back, ahead] = [byMonth(made), byMonth(reimbursements), byMonth(committed)];
  const earliest = addMonthsToDay(asOf, -MONTHS_BACK).slice(0, 7);
  const firstPaid = [...spent.keys(), ...back.keys()]
    .filter((month) => month >= earliest)
    .reduce((first, month) => (month < first ? month : first), asOf.slice(0, 7));
  const months: Budget['months'][number][] = [];
  const sums = (groups: typeof spent, month: string) =>
    sumMoney((groups.get(month) ?? []).map(({ money }) => money));
  for (let month = firstPaid; month <= until.slice(0, 7); month = nextMonth(month)) {
    months.push({
      month,
      spent: sums(spent, month),
      reimbursed: sums(back, month),
      committed: sums(ahead, month),
    });
  }
  return months;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function bySoonest(a: Outlay, b: Outlay): number {
  return (a.on ?? '~') < (b.on ?? '~') ? -1 : Number((a.on ?? '~') > (b.on ?? '~'));
}
