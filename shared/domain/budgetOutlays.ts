import type { CostKind, CostLine, Payer } from '#shared/domain/cost.ts';
import {
  isPaid,
  type CostedCredential,
  type CredentialCost,
} from '#shared/domain/credentialCost.ts';
import type { Money } from '#shared/domain/money.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Payment } from '#shared/domain/subscription.ts';

export type BudgetSubscription = Readonly<{
  id: string;
  title: string;
  currency: string;
  payer: Payer;
  /** Through `until` at least. */
  payments: readonly Payment[];
  sharesByCredential: ReadonlyMap<string, Readonly<{ burnt: number; toCome: number }>>;
}>;

/** A renewal fee: paid on a day, or due on one. */
export type BudgetFee = Readonly<{
  credentialId: string;
  title: string;
  on: PlainDate;
  money: Money;
  paid: boolean;
}>;

export type BudgetRequest = Readonly<{
  asOf: PlainDate;
  until: PlainDate;
  credentials: readonly CostedCredential[];
  lines: readonly CostLine[];
  subscriptions: readonly BudgetSubscription[];
  fees: readonly BudgetFee[];
}>;

/** One payment, made or bound to come, whoever makes it. */
export type Outlay = Readonly<{
  on: PlainDate | null;
  money: Money;
  payer: Payer;
  what: 'subscription' | 'fee' | 'cost';
  kind: CostKind | 'whole';
  title: string;
  credentialId: string | null;
  subscriptionId: string | null;
  made: boolean;
}>;

export type Reimbursement = Readonly<{ on: PlainDate | null; money: Money }>;

/** A credential with how its parts add up. */
export type CostedBy = CredentialCost & Readonly<{ credential: CostedCredential }>;

/** Every payment through `until`, made or bound to come, and those without a day. */
export function outlaysOf(request: BudgetRequest, costs: readonly CostedBy[]): Outlay[] {
  return [
    ...costs.flatMap(spentByFigure),
    ...lineOutlays(request),
    ...request.subscriptions.flatMap((subscription) =>
      subscriptionOutlays(subscription, request.asOf),
    ),
    ...request.fees.map(feeOutlay),
  ].filter(({ on }) => on === null || on <= request.until);
}

function spentByFigure({ credential, figureCounts, ofFigure, payer }: CostedBy): Outlay[] {
  if (figureCounts !== 'as-spent' || ofFigure === null) return [];
  return [
    {
      on: credential.issuedOn,
      money: ofFigure,
      payer,
      what: 'cost',
      kind: 'whole',
      title: credential.title,
      credentialId: credential.id,
      subscriptionId: null,
      made: true,
    },
  ];
}

function lineOutlays({ lines, credentials, asOf }: BudgetRequest): Outlay[] {
  const titles = new Map(credentials.map(({ id, title }) => [id, title]));
  return lines.flatMap((line): Outlay[] => {
    const title = titles.get(line.credentialId);
    if (title === undefined || line.subscriptionId !== null) return [];
    const { paidOn: on, money, payer, kind, credentialId } = line;
    const made = isPaid(line, asOf);
    return [
      { on, money, payer, what: 'cost', kind, title, credentialId, subscriptionId: null, made },
    ];
  });
}

function subscriptionOutlays(
  { id, title, currency, payer, payments }: BudgetSubscription,
  asOf: PlainDate,
): Outlay[] {
  return payments.flatMap(({ on, amount, aid }) => {
    const part = (value: number, by: Payer): Outlay => ({
      on,
      money: { amount: value, currency },
      payer: by,
      what: 'subscription',
      kind: 'subscription',
      title,
      credentialId: null,
      subscriptionId: id,
      made: on <= asOf,
    });
    return [part(amount, payer), part(aid, 'aid')].filter(({ money }) => money.amount > 0);
  });
}

function feeOutlay({ credentialId, title, on, money, paid }: BudgetFee): Outlay {
  return {
    on,
    money,
    payer: 'self',
    what: 'fee',
    kind: 'fee',
    title,
    credentialId,
    subscriptionId: null,
    made: paid,
  };
}

/** What came back of the holder's own payments by the end of a day. */
export function reimbursementsOf(lines: readonly CostLine[], asOf: PlainDate): Reimbursement[] {
  return lines.flatMap((line): Reimbursement[] => {
    const on = line.reimbursedOn ?? line.paidOn;
    if (line.reimbursed === 0 || line.payer !== 'self' || line.subscriptionId !== null) return [];
    if (!isPaid(line, asOf) || (on !== null && on > asOf)) return [];
    return [{ on, money: { ...line.money, amount: line.reimbursed } }];
  });
}
