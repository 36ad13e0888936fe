import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AppError, appErrorCodes } from '#shared/appError.ts';
import { importFormatSchema } from '#shared/procedures/transfer.ts';
import { caps, type ReadFiles, type ReadRequest } from './table.ts';

const tableSchema = z
  .strictObject({
    source: z.int().min(0),
    file: z.string(),
    format: importFormatSchema.exclude(['linkedin-archive']),
    archive: z.boolean(),
    header: z.array(z.string()).min(1).max(caps.columns),
    text: z.string(),
    ends: z.instanceof(Uint32Array),
    rows: z.instanceof(Uint32Array),
    wide: z.array(z.int()),
    openQuotes: z.array(z.int()),
  })
  .refine(
    ({ header, ends, rows }) =>
      ends.length === header.length * rows.length && rows.length <= caps.rows,
  );

const replySchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    read: z.strictObject({
      tables: z.array(tableSchema),
      notes: z.array(z.string()),
      encodingChoices: z.array(z.strictObject({ encoding: z.string(), sample: z.string() })),
    }),
  }),
  z.strictObject({
    ok: z.literal(false),
    error: z.object({ code: z.enum(appErrorCodes), message: z.string() }),
  }),
]);

type Apart = Readonly<{ onReply: (reply: unknown) => void; onEnd: (reason: string) => void }>;
/** Starts the reading. @returns a function that ends it, whether it is done or not */
type Way = (request: ReadRequest, apart: Apart) => () => void;
type ReadOptions = Readonly<{ way?: Way; milliseconds?: number }>;

/**
 * Reads files in a process of its own, with 10 seconds and 512 MB (reliability.md, hostile input).
 * @throws AppError unsupported_format, too_large
 */
export function readApart(
  request: ReadRequest,
  { way = usualWay(), milliseconds = caps.milliseconds }: ReadOptions = {},
): Promise<ReadFiles> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      stop();
      act();
    };
    const fail = (error: AppError) => settle(() => reject(error));
    const stop = way(request, {
      onReply: (reply) => settle(() => take(reply, resolve, reject)),
      onEnd: (reason) =>
        fail(
          new AppError(
            'too_large',
            'The file could not be read: reading it took more memory than a real export needs.',
            { details: reason },
          ),
        ),
    });
    const timer = setTimeout(
      () =>
        fail(
          new AppError(
            'too_large',
            `The file could not be read within ${milliseconds / 1000} seconds.`,
          ),
        ),
      milliseconds,
    );
  });
}

function take(
  raw: unknown,
  resolve: (read: ReadFiles) => void,
  reject: (error: AppError) => void,
): void {
  const reply = replySchema.safeParse(raw);
  if (!reply.success)
    reject(
      new AppError('internal', 'What was read from the file has a wrong shape.', {
        cause: reply.error,
      }),
    );
  else if (reply.data.ok) resolve(reply.data.read);
  else reject(new AppError(reply.data.error.code, reply.data.error.message));
}

/** Inside Electron there may be no way to run plain Node, so it is a thread with limits there. */
function usualWay(): Way {
  return process.versions['electron'] === undefined ? inProcess : inThread;
}

/** Reads in a child process of the same Node. */
export const inProcess: Way = (request, { onReply, onEnd }) => {
  const child = fork(workerPath(), [], {
    execArgv: [`--max-old-space-size=${caps.megabytes}`],
    // It needs nothing of ours, and reads what strangers wrote; Windows cannot start one without this.
    env: process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let ended = false;
  child.once('message', (reply) => {
    ended = true;
    onReply(reply);
  });
  child.once('error', (error) => !ended && onEnd(error.message));
  child.once('exit', (code, signal) => !ended && onEnd(signal ?? `exit code ${code}`));
  child.send(request, () => {});
  return () => {
    ended = true;
    child.kill('SIGKILL');
  };
};

/** Reads in a thread with a memory of its own. */
export const inThread: Way = (request, { onReply, onEnd }) => {
  const worker = new Worker(workerPath(), {
    workerData: request,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: caps.megabytes },
    stdout: true,
    stderr: true,
  });
  let ended = false;
  worker.once('message', (reply) => {
    ended = true;
    onReply(reply);
  });
  worker.once('error', (error) => !ended && onEnd(error.message));
  worker.once('exit', (code) => !ended && onEnd(`exit code ${code}`));
  return () => {
    ended = true;
    void worker.terminate();
  };
};

/** The worker stands beside the built engine; in a checkout it is the source itself. */
function workerPath(): string {
  const places = import.meta.url.endsWith('.ts')
    ? ['../importWorker.ts']
    : ['./importWorker.js', '../importWorker.js'];
  const paths = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined)
    throw new AppError('internal', 'The part that reads files is missing. Install Laurel again.');
  return path;
}
