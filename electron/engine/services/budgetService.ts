import { AppError } from '#shared/appError.ts';
import { budgetOf, spendingOf, type Spending } from '#shared/domain/budget.ts';
import type {
  BudgetFee,
  BudgetRequest,
  BudgetSubscription,
  Outlay,
} from '#shared/domain/budgetOutlays.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { versionFor } from '#shared/domain/cycle.ts';
import type { Money } from '#shared/domain/money.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import { addMonthsToDay, type PlainDate } from '#shared/domain/plainDate.ts';
import { feesDue } from '#shared/domain/renewalLoad.ts';
import { paymentsThrough } from '#shared/domain/subscription.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { CostRepository } from '../repositories/costRepository.ts';
import type { HeldService } from './heldService.ts';
import type { StudyService } from './studyService.ts';
import { titleOf, type SubscriptionService } from './subscriptionService.ts';
import type { SubscriptionPicture } from './subscriptionView.ts';

/** What an unfinished stack still costs, per currency. */
export type StackCost = Readonly<{ stackId: Id; title: string; money: readonly Money[] }>;

type Parts = Readonly<{
  costs: CostRepository;
  held: HeldService;
  study: StudyService;
  subscriptions: SubscriptionService;
  /** Asked of whoever keeps the stacks. */
  stackCosts: (asOf: PlainDate) => readonly StackCost[];
}>;

type BudgetView = ProcedureOutput<'budget.get'>;

/** More cost lines than a portfolio is made for (performance.md). */
const EVERY_LINE = 1_000_000;
const AHEAD_MONTHS = 12;

export type BudgetService = ReturnType<typeof createBudgetService>;

/** Money of the whole portfolio: behind, bound and open, per currency (domain.md section 6). */
export function createBudgetService({ costs, held, study, subscriptions, stackCosts }: Parts) {
  /** Fees that were paid with their amounts, and those due by a day that were not. */
  const feesThrough = (asOf: PlainDate, until: PlainDate): BudgetFee[] => {
    const payments = costs.feePayments();
    const settled = new Set(payments.map(({ credentialId, dueOn }) => `${credentialId} ${dueOn}`));
    const paid = payments.flatMap(({ credentialId, title, paidOn, money }) =>
      money === null || paidOn > asOf
        ? []
        : [{ credentialId, title, on: paidOn, money, paid: true }],
    );
    const due = held.all().flatMap(({ credential, policy, cycles }): BudgetFee[] => {
      const cycle = cycles.at(-1);
      if (!cycle || cycle.end === null) return [];
      const range = { start: first(cycle.start), end: last(cycle.end) };
      return feesDue(versionFor(policy, cycle.start), range, asOf)
        .filter(({ on }) => on <= until && !settled.has(`${credential.id} ${on}`))
        .map(({ on, price }) => ({
          credentialId: credential.id,
          title: credential.abbreviation ?? credential.title,
          on,
          money: price,
          paid: false,
        }));
    });
    return [...paid, ...due];
  };

  const requestOf = (asOf: PlainDate, until: PlainDate): BudgetRequest => {
    const list = subscriptions
      .pictures(asOf)
      .map((picture) => toBudgetSubscription(picture, until));
    return {
      asOf,
      until,
      credentials: costs.costed(
        list.flatMap(({ sharesByCredential }) => [...sharesByCredential.keys()]),
      ),
      lines: costs.lines(null, EVERY_LINE),
      subscriptions: list,
      fees: feesThrough(asOf, until),
    };
  };

  return {
    /** What the holder has paid through a day, by year. */
    spending: (asOf: PlainDate): Spending => spendingOf(requestOf(asOf, asOf)),

    /** @throws AppError invalid_date for a day before `asOf` */
    get: (asOf: PlainDate, given: PlainDate | null): BudgetView => {
      const until = given ?? addMonthsToDay(asOf, AHEAD_MONTHS);
      if (until < asOf)
        throw new AppError('invalid_date', `until: give a day from ${asOf} on.`, { path: 'until' });
      const forecasts = study.forecasts(asOf);
      const budget = budgetOf(requestOf(asOf, until));
      return {
        asOf,
        until,
        totals: [...budget.totals],
        months: budget.months.map(({ month, spent, reimbursed, committed }) => ({
          month,
          spent: [...spent],
          reimbursed: [...reimbursed],
          committed: [...committed],
        })),
        undated: {
          spent: [...budget.undated.spent],
          committed: [...budget.undated.committed],
        },
        byKind: budget.byKind.map(({ kind, spent }) => ({ kind, spent: [...spent] })),
        committed: budget.committed.map(toCommitted),
        toFinish: budget.toFinish.map((item) => ({
          credentialId: idSchema.parse(item.credential.id),
          title: item.credential.title,
          lifecycle: item.credential.lifecycle,
          forecast: forecasts.get(item.credential.id) ?? null,
          money: [...item.toFinish],
          ofPayments: [...item.ofPayments],
          ofSubscriptions: [...item.ofSubscriptions],
          ofFigure: item.ofFigure === null || item.ofFigure.amount === 0 ? [] : [item.ofFigure],
          payer: item.payer,
        })),
        stacks: stackCosts(asOf).map(({ stackId, title, money }) => ({
          stackId,
          title,
          money: [...money],
        })),
      };
    },
  };
}

/** A subscription as the budget takes it: its payments through a day. */
export function toBudgetSubscription(
  { view, sharesByCredential }: SubscriptionPicture,
  until: PlainDate,
): BudgetSubscription {
  return {
    id: view.id,
    title: titleOf(view),
    currency: view.price.currency,
    payer: view.payer,
    payments: paymentsThrough(view, until),
    sharesByCredential,
  };
}

function toCommitted({
  on,
  what,
  title,
  credentialId,
  subscriptionId,
  money,
}: Outlay): BudgetView['committed'][number] {
  return {
    on,
    what,
    title,
    credentialId: credentialId === null ? null : idSchema.parse(credentialId),
    subscriptionId: subscriptionId === null ? null : idSchema.parse(subscriptionId),
    price: money,
  };
}
