import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { v7 as newUuid } from 'uuid';
import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { defaultDataFolder } from '../dataFolder.ts';

export type GlobalOptions = Readonly<{
  data?: string;
  json?: boolean;
  asOf?: string;
  quiet?: boolean;
}>;

/** What a command needs: the engine, the day, and a way to answer. */
export type Context = Readonly<{
  engine: Engine;
  folder: string;
  asOf: PlainDate;
  json: boolean;
  quiet: boolean;
  /** Resolves what the user calls a credential. @throws AppError not_found, ambiguous */
  idOf: (ref: string, trashed?: boolean) => Promise<Id>;
  /** Answers: the value under --json, else the text; nothing else goes to standard output. */
  answer: (value: unknown, text: string) => void;
}>;

/** Makes commander's action of one that works on an open engine with the global options. */
export type Act = (
  action: (context: Context, ...args: never[]) => Promise<void>,
) => (...args: unknown[]) => Promise<void>;

/** The user's calendar day now. */
export function localToday(now = new Date()): PlainDate {
  const two = (n: number) => String(n).padStart(2, '0');
  return plainDateSchema.parse(
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  );
}

export const dataFolderOf = (options: GlobalOptions): string =>
  resolve(options.data ?? defaultDataFolder(process.env, process.platform, homedir()));

/** Runs a command on an open engine and closes it, whatever happens. */
export async function withContext(
  options: GlobalOptions,
  version: string,
  run: (context: Context) => Promise<void>,
): Promise<void> {
  const asOf = options.asOf === undefined ? localToday() : parseAsOf(options.asOf);
  const folder = dataFolderOf(options);
  const engine = createEngine({
    folder,
    origin: 'cli',
    version,
    now: () => new Date().toISOString(),
    today: () => asOf,
    newId: () => newUuid(),
  });
  try {
    await run({
      engine,
      folder,
      asOf,
      json: options.json === true,
      quiet: options.quiet === true,
      idOf: async (ref, trashed = false) =>
        (await engine.call('credentials.resolve', { ref, trashed })).id,
      answer: (value, text) => {
        if (options.json === true) process.stdout.write(`${JSON.stringify(value)}\n`);
        else if (text !== '' && options.quiet !== true)
          process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
      },
    });
  } finally {
    engine.close();
  }
}

function parseAsOf(text: string): PlainDate {
  const day = plainDateSchema.safeParse(text);
  if (day.success) return day.data;
  throw new AppError(
    'invalid_date',
    `--as-of: "${text}" is not a day. Give one such as 2026-11-23.`,
    { path: 'asOf' },
  );
}
