import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newUuid } from 'uuid';
import { createEngine, type Engine, type EngineOptions } from '../../electron/engine/engine.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { NewCredential } from '#shared/domain/credential.ts';

/** The day on which tests happen, unless they say otherwise. */
export const TODAY = plainDateSchema.parse('2026-11-23');

export type TestEngine = Engine &
  Disposable &
  Readonly<{ folder: string; reopen: () => TestEngine }>;

/** A real engine on a real database in a folder of its own, gone when the test ends. */
export function openTestEngine(options: Partial<EngineOptions> = {}): TestEngine {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'laurel-test-'));
  let instant = Date.parse('2026-11-23T09:00:00Z');
  const engine = createEngine({
    origin: 'test',
    version: '0.0.0-test',
    now: () => new Date((instant += 1000)).toISOString(),
    today: () => TODAY,
    newId: () => newUuid(),
    ...options,
    folder,
  });
  return {
    ...engine,
    folder,
    reopen: () => {
      engine.close();
      return openTestEngine({ ...options, folder });
    },
    [Symbol.dispose]: () => {
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A credential as a user would type it; give what the test is about. */
export function aCredential(fields: Partial<NewCredential> = {}): NewCredential {
  return {
    title: 'Project Management Professional',
    kind: 'certification',
    issuer: 'PMI',
    ...fields,
  };
}
