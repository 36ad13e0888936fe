import { v7 as newUuid } from 'uuid';
import { kinds, type CredentialPatch } from '#shared/domain/credential.ts';
import { fromEpochDay } from '#shared/domain/plainDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { createWriter, type WritableDb } from '../../electron/engine/changes.ts';
import { closeDatabase, openDatabase } from '../../electron/engine/database.ts';
import { migrate } from '../../electron/engine/migrate.ts';
import { openOperationLog } from '../../electron/engine/operationLog.ts';
import { createCredentialRepository } from '../../electron/engine/repositories/credentialRepository.ts';
import { createCycleRepository } from '../../electron/engine/repositories/cycleRepository.ts';
import { createHealthRepository } from '../../electron/engine/repositories/healthRepository.ts';
import { createPolicyRepository } from '../../electron/engine/repositories/policyRepository.ts';
import { createWordRepository } from '../../electron/engine/repositories/wordRepository.ts';
import {
  createCredentialService,
  type CredentialService,
} from '../../electron/engine/services/credentialService.ts';
import { createPolicyService } from '../../electron/engine/services/policyService.ts';

const TOPICS = [
  'Supply chain',
  'Data analysis',
  'Security',
  'Accounting',
  'Cloud',
  'Leadership',
  'Marketing',
  'Statistics',
];
const LEVELS = ['Fundamentals', 'Associate', 'Professional', 'Expert', 'Specialist'];

/** Credential `index` of a made-up record: about 720 bytes, dates over three decades. */
export function benchCredential(index: number): CredentialPatch & { title: string } {
  const day = 9000 + ((index * 7919) % 11_000);
  return {
    title: `${TOPICS[index % TOPICS.length]} ${LEVELS[index % LEVELS.length]} ${index}`,
    abbreviation: index % 3 === 0 ? `A${index % 977}` : null,
    kind: kinds[index % kinds.length] ?? 'other',
    issuer: `Issuer ${index % 500}`,
    platform: index % 4 === 0 ? `Platform ${index % 12}` : null,
    issued: fromEpochDay(day),
    expires: index % 5 === 0 ? null : fromEpochDay(day + 1095),
    number: `N-${(index * 104_729) % 99_999_989}`,
    url: `https://example.org/verify/${index.toString(36)}`,
    hours: index % 120,
    skills: [TOPICS[(index * 3) % TOPICS.length] ?? '', `Skill ${index % 300}`],
    tags: index % 6 === 0 ? ['Resume'] : [],
    notes: 'Kept with the letter of the board and the transcript, both in the blue folder. '.repeat(
      2,
    ),
  };
}

/** Fills a new portfolio with `rows` made-up credentials as one change. */
export function fillStore(folder: string, rows: number): void {
  fill(folder, (tx, credentials) => {
    for (let index = 0; index < rows; index += 1) credentials.insert(tx, benchCredential(index));
  });
}

/** Fills a new portfolio as one change. */
export function fill(
  folder: string,
  work: (tx: WritableDb, credentials: CredentialService) => void,
): void {
  const db = openDatabase(folder);
  migrate(db, folder, 'bench');
  const log = openOperationLog(folder);
  const writer = createWriter(db, log, {
    folder,
    origin: 'test',
    now: () => new Date().toISOString(),
    newId: () => newUuid(),
    onCommit: () => {},
  });
  const policies = createPolicyService({
    writer,
    policies: createPolicyRepository(db),
    settings: () => defaultSettings,
  });
  const service = createCredentialService({
    writer,
    credentials: createCredentialRepository(db, createCycleRepository(db)),
    words: createWordRepository(db),
    policies,
    nextPlace: createHealthRepository(db).nextPlace(),
  });
  writer.run('Filled', (tx) => work(tx, service));
  log.close();
  closeDatabase(db, folder);
}
