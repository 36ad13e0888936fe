import { sumMoney } from '#shared/domain/moneySums.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { StatsRepository } from '../repositories/statsRepository.ts';
import type { BudgetService } from './budgetService.ts';

type Parts = Readonly<{
  stats: StatsRepository;
  budgets: BudgetService;
  leadDays: () => number;
}>;

export type StatsService = ReturnType<typeof createStatsService>;

/** Counts, hours and money of the whole portfolio (features.md F4). */
export function createStatsService({ stats, budgets, leadDays }: Parts) {
  return {
    get: (asOf: PlainDate): ProcedureOutput<'stats.get'> => {
      const byStatus = stats.byStatus(asOf, leadDays());
      const { spent, reimbursed, byYear } = budgets.spending(asOf);
      const earned = new Map(stats.years().map((row) => [row.year, row]));
      const activities = new Map(stats.activityYears().map((row) => [row.year, row]));
      const years = new Set([...earned.keys(), ...activities.keys(), ...byYear.keys()]);
      const hours = stats.hours();
      return {
        asOf,
        total: byStatus.reduce((sum, { count }) => sum + count, 0),
        byStatus,
        byKind: stats.byKind().map(({ name, ...rest }) => ({ kind: name, ...rest })),
        byIssuer: stats.byIssuer().map(({ name, ...rest }) => ({ issuer: name, ...rest })),
        byPlatform: stats.byPlatform().map(({ name, ...rest }) => ({ platform: name, ...rest })),
        hours: {
          earned: toCents(hours.earned),
          inProgress: toCents(hours.inProgress),
          left: toCents(hours.left),
        },
        activityHours: toCents([...activities.values()].reduce((sum, row) => sum + row.hours, 0)),
        credits: stats.credits(),
        money: {
          spent: [...spent],
          reimbursed: [...reimbursed],
          net: sumMoney([
            ...spent,
            ...reimbursed.map(({ amount, currency }) => ({ amount: -amount, currency })),
          ]),
        },
        years: [...years]
          .toSorted()
          .toReversed()
          .map((year) => ({
            year: Number(year),
            earned: earned.get(year)?.count ?? 0,
            hours: toCents(earned.get(year)?.hours ?? 0),
            activityHours: toCents(activities.get(year)?.hours ?? 0),
            spent: sumMoney(byYear.get(year) ?? []),
          })),
      };
    },
  };
}

/** Hours to two places: sums of decimals carry errors far behind the point. */
const toCents = (hours: number): number => Math.round(hours * 100) / 100;
