import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#shared/appError.ts';
import { readFiles } from './importers/readFiles.ts';
import type { ReadRequest } from './importers/table.ts';

/**
 * Reads what a stranger may have written, in a process (or, inside Electron, a thread) of its own
 * that knows no database, ends with its one answer, and is ended when it takes too long.
 */
async function answer(request: ReadRequest): Promise<unknown> {
  try {
    return { ok: true, read: await readFiles(request) };
  } catch (error) {
    return error instanceof AppError
      ? { ok: false, error: error.toShape() }
      : {
          ok: false,
          error: {
            code: 'internal',
            message: error instanceof Error ? (error.stack ?? error.message) : String(error),
          },
        };
  }
}

if (isMainThread) {
  // The parent is our own engine, which sends exactly one request.
  process.once('message', (request) => {
    void answer(request as ReadRequest).then((reply) =>
      process.send?.(reply, () => process.disconnect()),
    );
  });
} else {
  void answer(workerData as ReadRequest).then((reply) => parentPort?.postMessage(reply));
}
