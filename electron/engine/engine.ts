import { AppError } from '#shared/appError.ts';
import type { EngineEvent } from '#shared/events.ts';
import {
  isProcedureName,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
} from '#shared/procedures.ts';
import { createBlobStore } from './blobStore.ts';
import { createWriter } from './changes.ts';
import { closeDatabase, openDatabase, toStorageError, type Database } from './database.ts';
import { migrate } from './migrate.ts';
import { assembleMoney } from './moneyParts.ts';
import { openOperationLog, type OperationLog } from './operationLog.ts';
import type { EngineParts } from './parts.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { createActivityRepository } from './repositories/activityRepository.ts';
import { createCalendarRepository } from './repositories/calendarRepository.ts';
import { createCredentialRepository } from './repositories/credentialRepository.ts';
import { createCycleRepository } from './repositories/cycleRepository.ts';
import { createFeeRepository } from './repositories/feeRepository.ts';
import { createHealthRepository } from './repositories/healthRepository.ts';
import { createHistoryRepository } from './repositories/historyRepository.ts';
import { createPolicyRepository } from './repositories/policyRepository.ts';
import { createProfileRepository } from './repositories/profileRepository.ts';
import { createReminderRepository } from './repositories/reminderRepository.ts';
import { createSearchIndex } from './repositories/searchIndex.ts';
import { createSettingRepository } from './repositories/settingRepository.ts';
import { createTemplateRepository } from './repositories/templateRepository.ts';
import { createWordRepository } from './repositories/wordRepository.ts';
import { recoveryNotices } from './recoveryNotices.ts';
import { createRoutes } from './routes/routes.ts';
import { createActivityService } from './services/activityService.ts';
import { createCalendarService } from './services/calendarService.ts';
import { createChoiceService } from './services/choiceService.ts';
import { createCredentialService } from './services/credentialService.ts';
import { createSharingRepository } from './repositories/sharingRepository.ts';
import { createDemoService } from './services/demoService.ts';
import { createDoctorService } from './services/doctorService.ts';
import { createFeeService } from './services/feeService.ts';
import { createHeldService } from './services/heldService.ts';
import { createHistoryService } from './services/historyService.ts';
import { createLedgerService } from './services/ledgerService.ts';
import { createOverviewService } from './services/overviewService.ts';
import { createPlannerService } from './services/plannerService.ts';
import { createPolicyService } from './services/policyService.ts';
import { createProfileService } from './services/profileService.ts';
import { createReminderService } from './services/reminderService.ts';
import { createRenewalService } from './services/renewalService.ts';
import { createSimulationService } from './services/simulationService.ts';
import { createTemplateService } from './services/templateService.ts';
import { subjects } from './rowStore.ts';
import { assembleStacks } from './stackParts.ts';

export type EngineOptions = Readonly<{
  folder: string;
  /** Who makes the changes, as the history names it. */
  origin: 'window' | 'cli' | 'test';
  version: string;
  /** The instant now, UTC ISO text. */
  now: () => string;
  /** The local calendar day now. */
  today: () => string;
  /** A new UUIDv7. */
  newId: () => string;
  /** Look for commits of other processes every so many milliseconds; 0 never. */
  watchMs?: number;
}>;

export type Engine = Readonly<{
  /** Calls a procedure of the contract. @throws AppError for every expected failure */
  call: <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => Promise<ProcedureOutput<N>>;
  /** The same for a caller that has names and values only, such as a port. */
  callByName: (name: string, input: unknown) => Promise<unknown>;
  /** @returns a function that ends the listening */
  onEvent: (listener: (event: EngineEvent) => void) => () => void;
  close: () => void;
}>;

/**
 * Opens the portfolio in a folder and answers the contract's procedures. Knows no Electron.
 * @throws AppError not_a_portfolio, newer_portfolio, damaged, read_only, disk_full
 */
export function createEngine(options: EngineOptions): Engine {
  const { folder } = options;
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event));
  const db = openDatabase(folder);
  let log: OperationLog | undefined;
  try {
    const schemaVersion = migrate(db, folder, options.now());
    log = openOperationLog(folder);
    const parts = assemble(db, log, schemaVersion, options, emit);
    const routes = createRoutes(parts);
    const stopWatching = watch(db, options.watchMs ?? 0, emit);
    const stopTidying = tidyWhenIdle(db, listeners);

    const callByName = async (name: string, input: unknown): Promise<unknown> => {
      if (!isProcedureName(name))
        throw new AppError('invalid_input', `There is no procedure called ${name.slice(0, 100)}.`);
      try {
        return await routes[name](input);
      } catch (error) {
        throw toStorageError(error, folder);
      }
    };

    return {
      // The route of that name has parsed its reply by the schema that the type comes from.
      call: callByName as Engine['call'],
      callByName,
      onEvent: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      close: () => {
        stopWatching();
        stopTidying();
        listeners.clear();
        log?.close();
        closeDatabase(db, folder);
      },
    };
  } catch (error) {
    log?.close();
    db.close();
    throw toStorageError(error, folder);
  }
}

function assemble(
  db: Database,
  log: OperationLog,
  schemaVersion: number,
  options: EngineOptions,
  emit: (event: EngineEvent) => void,
): EngineParts {
  const writer = createWriter(db, log, {
    ...options,
    onCommit: (touched) =>
      emit({ name: 'changed', payload: { subjects: [...touched], elsewhere: false } }),
  });
  const notices = recoveryNotices(writer.recover());
  const blobs = createBlobStore(options.folder);
  const cycles = createCycleRepository(db);
  const credentials = createCredentialRepository(db, cycles);
  const words = createWordRepository(db);
  const settings = createSettingRepository(db);
  const history = createHistoryRepository(db);
  const health = createHealthRepository(db);
  const policies = createPolicyService({
    writer,
    policies: createPolicyRepository(db),
    settings: settings.read,
  });
  const held = createHeldService({ credentials, cycles, policies });
  const activityRepository = createActivityRepository(db);
  const feeRepository = createFeeRepository(db);
  const ledgers = createLedgerService({
    held,
    activities: activityRepository,
    fees: feeRepository,
    leadDays: () => settings.read().leadDays,
  });
  const today = () => plainDateSchema.parse(options.today());
  const credentialService = createCredentialService({
    writer,
    credentials,
    words,
    policies,
    nextPlace: health.nextPlace(),
  });
  const historyService = createHistoryService({ writer, history });
  const stacks = assembleStacks({
    db,
    writer,
    words,
    settings,
    policies,
    credentialService,
    today,
  });
  const { stackCosts, stackSubjects } = stacks;
  const money = assembleMoney({ db, writer, words, settings, held, stackCosts });
  const reminders = createReminderService({
    writer,
    reminders: createReminderRepository(db),
    held,
    ledgers,
    activities: activityRepository,
    further: [money.moneySubjects, stackSubjects],
  });
  return {
    ...money,
    ...stacks,
    folder: options.folder,
    version: options.version,
    schemaVersion,
    notices,
    now: options.now,
    newId: options.newId,
    emit,
    db,
    writer,
    blobs,
    credentials,
    words,
    settings,
    history,
    health,
    credentialService,
    historyService,
    overview: createOverviewService(credentials),
    policies,
    renewals: createRenewalService({ writer, held, policies }),
    simulations: createSimulationService({ held, policies }),
    activities: createActivityService({
      writer,
      activities: activityRepository,
      held,
      ledgers,
      blobs,
      today,
    }),
    ledgers,
    choices: createChoiceService({ writer, credentials, policies }),
    fees: createFeeService({ writer, fees: feeRepository, held }),
    planner: createPlannerService({ held, activities: activityRepository, fees: feeRepository }),
    reminders,
    calendar: createCalendarService({
      writer,
      calendar: createCalendarRepository(db),
      reminders,
      studyEvents: money.study.events,
      now: options.now,
    }),
    profiles: createProfileService({
      writer,
      profiles: createProfileRepository(db),
      newId: options.newId,
    }),
    templates: createTemplateService({
      writer,
      templates: createTemplateRepository(db),
      newId: options.newId,
    }),
    doctor: createDoctorService({ writer, history, health, log, blobs }),
    demo: createDemoService({
      writer,
      credentialService,
      putMoney: money.putSampleMoney,
      putStacks: stacks.putSampleStacks,
      sharing: createSharingRepository(db),
      today: options.today,
    }),
  };
}

/** Tells listeners when another process (the command line) has committed. */
function watch(db: Database, everyMs: number, emit: (event: EngineEvent) => void): () => void {
  if (everyMs === 0) return () => {};
  const version = () => Number(db.pragma('data_version', { simple: true }));
  let seen = version();
  const timer = setInterval(() => {
    const now = version();
    if (now === seen) return;
    seen = now;
    emit({ name: 'changed', payload: { subjects: [...subjects], elsewhere: true } });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Work that would make an edit wait, done once nothing was written for a while. */
const IDLE_MS = 1500;

function tidyWhenIdle(db: Database, listeners: Set<(event: EngineEvent) => void>): () => void {
  const search = createSearchIndex(db);
  let timer: NodeJS.Timeout | undefined;
  const tidy = () => {
    try {
      search.tidy();
    } catch (error) {
      // Another process is writing: it is no hurry, the next idle moment will do.
      if (!isBusy(error)) throw error;
    }
    db.pragma('wal_checkpoint(PASSIVE)');
  };
  const listener = (event: EngineEvent) => {
    if (event.name !== 'changed' || event.payload.elsewhere) return;
    clearTimeout(timer);
    timer = setTimeout(tidy, IDLE_MS);
    timer.unref();
  };
  listeners.add(listener);
  return () => clearTimeout(timer);
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
