import type { EngineEvent } from '#shared/events.ts';
import type { BlobStore } from './blobStore.ts';
import type { Writer } from './changes.ts';
import type { Database } from './database.ts';
import type { CredentialRepository } from './repositories/credentialRepository.ts';
import type { HealthRepository } from './repositories/healthRepository.ts';
import type { HistoryRepository } from './repositories/historyRepository.ts';
import type { SettingRepository } from './repositories/settingRepository.ts';
import type { WordRepository } from './repositories/wordRepository.ts';
import type { CredentialService } from './services/credentialService.ts';
import type { DemoService } from './services/demoService.ts';
import type { DoctorService } from './services/doctorService.ts';
import type { HistoryService } from './services/historyService.ts';
import type { OverviewService } from './services/overviewService.ts';

/** What routes are made of; assembled once in engine.ts. */
export type EngineParts = Readonly<{
  folder: string;
  version: string;
  schemaVersion: number;
  notices: readonly string[];
  now: () => string;
  newId: () => string;
  emit: (event: EngineEvent) => void;
  db: Database;
  writer: Writer;
  blobs: BlobStore;
  credentials: CredentialRepository;
  words: WordRepository;
  settings: SettingRepository;
  history: HistoryRepository;
  health: HealthRepository;
  credentialService: CredentialService;
  historyService: HistoryService;
  overview: OverviewService;
  doctor: DoctorService;
  demo: DemoService;
}>;
