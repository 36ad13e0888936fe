import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import type { Writer } from './changes.ts';
import type { Database } from './database.ts';
import { createCostRepository } from './repositories/costRepository.ts';
import { createCourseRepository } from './repositories/courseRepository.ts';
import type { SettingRepository } from './repositories/settingRepository.ts';
import { createStatsRepository } from './repositories/statsRepository.ts';
import { createSubscriptionRepository } from './repositories/subscriptionRepository.ts';
import type { WordRepository } from './repositories/wordRepository.ts';
import {
  createBudgetService,
  type BudgetService,
  type StackCost,
} from './services/budgetService.ts';
import { createCostService, type CostService } from './services/costService.ts';
import { createPutSampleMoney, type PutSampleMoney } from './services/demoMoney.ts';
import type { HeldService } from './services/heldService.ts';
import { createStatsService, type StatsService } from './services/statsService.ts';
import { createStudyService, type StudyService } from './services/studyService.ts';
import {
  createSubscriptionService,
  type SubscriptionService,
} from './services/subscriptionService.ts';
import { createTrackService, type TrackService } from './services/trackService.ts';

type Needs = Readonly<{
  db: Database;
  writer: Writer;
  words: WordRepository;
  settings: SettingRepository;
  held: HeldService;
  /** What unfinished stacks still cost, of whoever keeps them. */
  stackCosts: (asOf: PlainDate) => readonly StackCost[];
}>;

/** The parts of money and study: subscriptions, cost ledger, tracks, budget, study plan. */
export type MoneyParts = Readonly<{
  study: StudyService;
  tracks: TrackService;
  subscriptions: SubscriptionService;
  costs: CostService;
  budgets: BudgetService;
  stats: StatsService;
  /** What of them reminders are about. */
  moneySubjects: (asOf: PlainDate) => ReminderSubject[];
  putSampleMoney: PutSampleMoney;
}>;

/** Puts them together over the parts that they need. */
export function assembleMoney({
  db,
  writer,
  words,
  settings,
  held,
  stackCosts,
}: Needs): MoneyParts {
  const courses = createCourseRepository(db);
  const costRepository = createCostRepository(db);
  const subscriptionRepository = createSubscriptionRepository(db);
  const study = createStudyService({
    writer,
    courses,
    weeklyHours: () => settings.read().weeklyHours,
  });
  const tracks = createTrackService({ writer, courses });
  const subscriptions = createSubscriptionService({
    writer,
    subscriptions: subscriptionRepository,
    costs: costRepository,
    words,
    study,
  });
  const budgets = createBudgetService({
    costs: costRepository,
    held,
    study,
    subscriptions,
    stackCosts,
  });
  return {
    study,
    tracks,
    subscriptions,
    costs: createCostService({
      writer,
      costs: costRepository,
      subscriptions: subscriptionRepository,
      subscriptionService: subscriptions,
    }),
    budgets,
    stats: createStatsService({
      stats: createStatsRepository(db),
      budgets,
      leadDays: () => settings.read().leadDays,
    }),
    putSampleMoney: createPutSampleMoney({
      costs: costRepository,
      courses,
      subscriptions: subscriptionRepository,
      words,
    }),
    moneySubjects: (asOf) => [...tracks.subjects(), ...subscriptions.subjects(asOf)],
  };
}
