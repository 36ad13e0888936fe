import { AppError } from '#shared/appError.ts';
import { sharesOf } from '#shared/domain/budget.ts';
import { outlaysOf, reimbursementsOf } from '#shared/domain/budgetOutlays.ts';
import type { CostFields } from '#shared/domain/cost.ts';
import { costOf, isPaid } from '#shared/domain/credentialCost.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { sumMoney } from '#shared/domain/moneySums.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { ShownCost } from '#shared/procedures/money.ts';
import type { Writer } from '../changes.ts';
import type { CostRepository, TitledLine } from '../repositories/costRepository.ts';
import type { SubscriptionRepository } from '../repositories/subscriptionRepository.ts';
import { toBudgetSubscription } from './budgetService.ts';
import { titleOf, type SubscriptionService } from './subscriptionService.ts';

type Parts = Readonly<{
  writer: Writer;
  costs: CostRepository;
  subscriptions: SubscriptionRepository;
  subscriptionService: SubscriptionService;
}>;

/** Of one credential: more than anybody enters. */
const EVERY_LINE = 100_000;

export type CostService = ReturnType<typeof createCostService>;

/** The cost ledger of each credential (features.md B9). */
export function createCostService({ writer, costs, subscriptions, subscriptionService }: Parts) {
  /** @throws AppError not_found */
  const stored = (id: Id): TitledLine => {
    const found = costs.find(id);
    if (!found) throw new AppError('not_found', `There is no cost line ${id}.`);
    return found;
  };

  const assertFields = (fields: CostFields): void => {
    const { money, reimbursed, subscriptionId, kind } = fields;
    if (reimbursed > money.amount)
      throw new AppError('invalid_input', 'More came back than was paid. Check the two amounts.', {
        path: 'reimbursed',
      });
    if (subscriptionId === null) return;
    const subscription = subscriptions.find(subscriptionId);
    if (!subscription)
      throw new AppError('not_found', `There is no subscription ${subscriptionId}.`, {
        path: 'subscriptionId',
      });
    if (kind !== 'subscription')
      throw new AppError(
        'invalid_input',
        'Only a line of kind subscription can be the share of a subscription.',
        { path: 'kind' },
      );
    if (subscription.price.currency !== money.currency)
      throw new AppError(
        'invalid_input',
        `${titleOf(subscription)} is paid in ${subscription.price.currency}: state the share in it.`,
        { path: 'money' },
      );
  };

  /** Writes a line as one change; a new one gets its id. */
  const save = (verb: string, known: Id | null, fields: CostFields): Id => {
    assertFields(fields);
    const row = writer.rows.get('credential', fields.credentialId);
    if (row === undefined)
      throw new AppError('not_found', `There is no credential ${fields.credentialId}.`, {
        path: 'credentialId',
      });
    return writer.run(`${verb} a cost of ${String(row['title'])}`, (tx) => {
      const id = known ?? idSchema.parse(tx.newId());
      costs.put(tx, { ...fields, id });
      return id;
    });
  };

  return {
    list: (credentialId: Id | null, asOf: PlainDate, limit: number): ShownCost[] =>
      costs.lines(credentialId, limit).map((line) => shown(line, asOf)),

    add: (fields: CostFields, asOf: PlainDate): ShownCost =>
      shown(stored(save('Added', null, fields)), asOf),

    update: (id: Id, fields: CostFields, asOf: PlainDate): ShownCost => {
      stored(id);
      return shown(stored(save('Changed', id, fields)), asOf);
    },

    remove: (id: Id): boolean => {
      const { title } = stored(id);
      writer.run(`Removed a cost of ${title}`, (tx) => tx.remove('cost_line', id));
      return true;
    },

    /** What one credential has cost and will cost, and how its parts add up. */
    of: (id: Id, asOf: PlainDate): ProcedureOutput<'costs.of'> => {
      const credential = costs.costedOne(id);
      if (!credential) throw new AppError('not_found', `There is no credential ${id}.`);
      const lines = costs.lines(id, EVERY_LINE);
      const pictures = subscriptionService.pictures(asOf);
      const budgetSubscriptions = pictures.map((picture) => toBudgetSubscription(picture, asOf));
      const shares = sharesOf(id, budgetSubscriptions);
      const cost = costOf(credential, lines, shares, asOf);
      const outlays = outlaysOf(
        { asOf, until: asOf, credentials: [credential], lines, subscriptions: [], fees: [] },
        [{ credential, ...cost }],
      ).filter(({ made }) => made);
      const burnt = shares.map((share) => ({
        payer: share.payer,
        money: { amount: share.burnt, currency: share.currency },
      }));
      const paid = [...outlays, ...burnt];
      const by = (payers: readonly string[]) =>
        sumMoney(paid.filter(({ payer }) => payers.includes(payer)).map(({ money }) => money));
      const columns = {
        spent: by(['self']),
        reimbursed: sumMoney(reimbursementsOf(lines, asOf).map(({ money }) => money)),
        aid: by(['aid']),
        byOthers: by(['employer', 'other']),
        toFinish: cost.toFinish,
      };
      const currencies = new Set(
        Object.values(columns).flatMap((list) => list.map(({ currency }) => currency)),
      );
      return {
        credentialId: id,
        title: credential.title,
        figure: credential.figure,
        figureCounts: cost.figureCounts,
        lines: lines.map((line) => shown(line, asOf)),
        shares: pictures.flatMap(({ view, sharesByCredential }) => {
          const share = sharesByCredential.get(id);
          if (share === undefined) return [];
          return [
            {
              subscriptionId: view.id,
              title: titleOf(view),
              burnt: { amount: share.burnt, currency: view.price.currency },
              toCome: share.toCome,
              stated: view.shares.some((item) => item.credentialId === id && item.stated),
            },
          ];
        }),
        sums: [...currencies].toSorted().map((currency) => {
          const amountOf = (list: (typeof columns)['toFinish']) =>
            list.find((money) => money.currency === currency)?.amount ?? 0;
          return {
            currency,
            spent: amountOf(columns.spent),
            reimbursed: amountOf(columns.reimbursed),
            aid: amountOf(columns.aid),
            byOthers: amountOf(columns.byOthers),
            toFinish: amountOf(columns.toFinish),
          };
        }),
      };
    },
  };
}

function shown(line: TitledLine, asOf: PlainDate): ShownCost {
  return { ...line, state: isPaid(line, asOf) ? 'paid' : 'to-come' };
}
