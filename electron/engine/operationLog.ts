import { createHash } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Subject } from './rowStore.ts';

const cellSchema = z.union([z.string(), z.number(), z.null()]);
const rowSchema = z.record(z.string(), cellSchema);

const loggedOperationSchema = z.strictObject({
  seq: z.int(),
  id: z.string(),
  label: z.string(),
  origin: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  target: z.int().nullable(),
  undoable: z.boolean(),
  at: z.string(),
  /** [subject, id, row after the change or null] in the order in which they were made. */
  changes: z.array(z.tuple([z.string(), z.string(), rowSchema.nullable()])),
});
export type LoggedOperation = z.infer<typeof loggedOperationSchema>;

/** A change to be logged: subject, id, and the row after it as JSON (`null` when it is gone). */
export type LoggedChange = readonly [subject: Subject, id: string, row: string];

/** How far a database has taken the log in: bytes from its start, and the chain's last digest. */
export type LogPosition = Readonly<{ bytes: number; digest: string }>;

/** What lies in the log beyond a position. */
export type LogTail = Readonly<{
  /** Operations that were logged and not cancelled, oldest first. */
  operations: ReadonlyArray<Readonly<{ operation: LoggedOperation; position: LogPosition }>>;
  end: LogPosition;
  /** True when the last line was cut short and has been taken off. */
  torn: boolean;
}>;

export class BrokenChainError extends Error {}

export type OperationLog = ReturnType<typeof openOperationLog>;

const DIGEST_LENGTH = 64;
const CHUNK_BYTES = 1 << 20;

/**
 * The hash-chained second copy of every acknowledged command, beside the database
 * (reliability.md, storage). A line is `<sha256 of previous digest + body> <body>\n`; the body is a
 * LoggedOperation or `{"cancel":seq}`. Callers hold the database's write lock around every call
 * but `size`.
 */
export function openOperationLog(folder: string) {
  const fd = openSync(join(folder, 'operations.log'), 'a+');

  const size = () => fstatSync(fd).size;

  const append = (position: LogPosition, body: string): LogPosition => {
    const digest = chain(position.digest, body);
    const line = Buffer.from(`${digest} ${body}\n`, 'utf8');
    let written = 0;
    try {
      while (written < line.length) written += writeSync(fd, line, written);
      fdatasyncSync(fd);
    } catch (error) {
      // Part of a line would break the chain for whatever comes after it.
      ftruncateSync(fd, position.bytes);
      throw error;
    }
    return { bytes: position.bytes + line.length, digest };
  };

  return {
    size,

    /** Appends an operation and waits until it is on the disk. @returns the position behind it */
    append: (
      position: LogPosition,
      operation: Omit<LoggedOperation, 'changes'>,
      changes: readonly LoggedChange[],
    ) => {
      // The rows are JSON already, from the change log: an import has tens of thousands.
      const list = changes.map(
        ([subject, id, row]) => `["${subject}",${JSON.stringify(id)},${row}]`,
      );
      const head = JSON.stringify(operation).slice(0, -1);
      return append(position, `${head},"changes":[${list.join(',')}]}`);
    },

    /** Begins a new chain behind whatever the file holds, after the old one was found broken. */
    restart: (): LogPosition => {
      const bytes = size();
      const gap = writeSync(fd, '\n');
      return append({ bytes: bytes + gap, digest: '' }, JSON.stringify({ restart: true }));
    },

    /**
     * Walks the whole file. Each break is a place where a line does not follow from the one before;
     * a chain begun anew after it counts as sound from there.
     */
    verify: (): Readonly<{ lines: number; breaks: number }> => {
      const text = readRange(fd, 0, size());
      let digest = '';
      let lines = 0;
      let breaks = 0;
      let broken = false;
      let from = 0;
      for (let to = text.indexOf(0x0a); to !== -1; to = text.indexOf(0x0a, from)) {
        const line = text.toString('utf8', from, to);
        const body = line.slice(DIGEST_LENGTH + 1);
        from = to + 1;
        const follows = line.startsWith(`${chain(digest, body)} `);
        const restarts = body === '{"restart":true}' && line.startsWith(`${chain('', body)} `);
        if (!follows && !restarts) {
          if (!broken && line !== '') breaks += 1;
          broken = true;
          continue;
        }
        broken = false;
        digest = line.slice(0, DIGEST_LENGTH);
        lines += 1;
      }
      return { lines, breaks };
    },

    /** Says that an operation, though logged, was not committed. */
    cancel: (position: LogPosition, seq: number) =>
      append(position, JSON.stringify({ cancel: seq })),

    /**
     * Reads what lies beyond `position`; a last line without its end is cut off.
     * @throws BrokenChainError when the log is shorter than the position or its chain does not hold
     */
    readTail: (position: LogPosition): LogTail => {
      const end = size();
      if (end < position.bytes)
        throw new BrokenChainError('The operation log is shorter than the database says');
      const text = readRange(fd, position.bytes, end);
      const operations: Array<{ operation: LoggedOperation; position: LogPosition }> = [];
      const cancelled = new Set<number>();
      let place = position;
      let from = 0;
      for (let to = text.indexOf(0x0a); to !== -1; to = text.indexOf(0x0a, from)) {
        const line = text.toString('utf8', from, to);
        const body = line.slice(DIGEST_LENGTH + 1);
        const digest = chain(place.digest, body);
        if (!line.startsWith(`${digest} `))
          throw new BrokenChainError('A line of the operation log was changed');
        place = { bytes: position.bytes + to + 1, digest };
        const parsed: unknown = JSON.parse(body);
        if (isCancel(parsed)) cancelled.add(parsed.cancel);
        else if (!isRestart(parsed))
          operations.push({ operation: loggedOperationSchema.parse(parsed), position: place });
        from = to + 1;
      }
      const torn = from < text.length;
      if (torn) {
        ftruncateSync(fd, place.bytes);
        fsyncSync(fd);
      }
      return {
        operations: operations.filter(({ operation }) => !cancelled.has(operation.seq)),
        end: place,
        torn,
      };
    },

    close: () => closeSync(fd),
  };
}

const chain = (previous: string, body: string): string =>
  createHash('sha256').update(previous).update('\n').update(body).digest('hex');

const isCancel = (body: unknown): body is { cancel: number } =>
  typeof body === 'object' && body !== null && 'cancel' in body && typeof body.cancel === 'number';

const isRestart = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'restart' in body;

function readRange(fd: number, from: number, to: number): Buffer {
  const buffer = Buffer.alloc(to - from);
  let read = 0;
  while (read < buffer.length) {
    const count = readSync(
      fd,
      buffer,
      read,
      Math.min(CHUNK_BYTES, buffer.length - read),
      from + read,
    );
    if (count === 0) break;
    read += count;
  }
  return buffer.subarray(0, read);
}
