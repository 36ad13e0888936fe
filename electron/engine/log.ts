import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';

export type { Logger };

const LARGEST_BYTES = 2 * 1024 * 1024;

/**
 * A log of one process in `<folder>/<name>.log`, one JSON line each. At the start a large one moves
 * to `<name>.1.log`. What a user typed is never logged at level info; error texts may name it.
 * Where the folder cannot be written, lines go to standard error.
 */
export function openLog(folder: string, name: string): Logger {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  try {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name}.log`);
    if (existsSync(file) && statSync(file).size > LARGEST_BYTES) {
      renameSync(file, join(folder, `${name}.1.log`));
    }
    return pino(options, pino.destination({ dest: file, sync: true }));
  } catch (error) {
    const log = pino(options, pino.destination({ dest: 2, sync: true }));
    log.warn({ err: error }, 'The log cannot be written to its file');
    return log;
  }
}
