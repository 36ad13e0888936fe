import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Writer } from './changes.ts';
import type { Database } from './database.ts';
import { createCreditRepository } from './repositories/creditRepository.ts';
import type { SettingRepository } from './repositories/settingRepository.ts';
import { createStackCredentialQueries } from './repositories/stackCredentials.ts';
import { createStackRepository } from './repositories/stackRepository.ts';
import type { WordRepository } from './repositories/wordRepository.ts';
import type { StackCost } from './services/budgetService.ts';
import type { CredentialService } from './services/credentialService.ts';
import { createCreditService, type CreditService } from './services/creditService.ts';
import { createPutSampleStacks, type PutSampleStacks } from './services/demoStacks.ts';
import type { PolicyService } from './services/policyService.ts';
import { createProgramService, type ProgramService } from './services/programService.ts';
import { createStackService, type StackService } from './services/stackService.ts';
import { createStackWorldService } from './services/stackWorld.ts';
import { createWhatIfService, type WhatIfService } from './services/whatIfService.ts';

type Needs = Readonly<{
  db: Database;
  writer: Writer;
  words: WordRepository;
  settings: SettingRepository;
  policies: PolicyService;
  credentialService: CredentialService;
  today: () => PlainDate;
}>;

/** The parts of stacks, of the catalogue of programs and of credit towards a degree. */
export type StackParts = Readonly<{
  stackService: StackService;
  creditService: CreditService;
  programs: ProgramService;
  whatIfs: WhatIfService;
  /** The local calendar day now. */
  today: () => PlainDate;
  /** What unfinished stacks still cost. */
  stackCosts: (asOf: PlainDate) => readonly StackCost[];
  /** What of them reminders are about. */
  stackSubjects: (asOf: PlainDate) => readonly ReminderSubject[];
  putSampleStacks: PutSampleStacks;
}>;

/** Puts them together over the parts that they need. */
export function assembleStacks({
  db,
  writer,
  words,
  settings,
  policies,
  credentialService,
  today,
}: Needs): StackParts {
  const stacks = createStackRepository(db);
  const credits = createCreditRepository(db);
  const queries = createStackCredentialQueries(db);
  const worlds = createStackWorldService({
    stacks,
    credits,
    queries,
    words,
    settings: settings.read,
  });
  const creditService = createCreditService({ writer, credits, stacks, worlds });
  const stackService = createStackService({ writer, stacks, credits, creditService, worlds });
  const programs = createProgramService({
    writer,
    credentialService,
    policies,
    stackService,
    worlds,
  });
  return {
    stackService,
    creditService,
    programs,
    whatIfs: createWhatIfService({ worlds, creditService, queries, settings: settings.read }),
    today,
    stackCosts: (asOf) =>
      stackService
        .reports(asOf)
        .filter(({ report }) => !report.complete)
        .map(({ stored, report }) => ({
          stackId: stored.id,
          title: stored.draft.title,
          money: report.remainingCost,
        })),
    stackSubjects: stackService.riskSubjects,
    putSampleStacks: createPutSampleStacks({ programs, stackService, credits }),
  };
}
