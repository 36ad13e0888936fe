import { createHash } from 'node:crypto';
import { AppError } from '#shared/appError.ts';
import type { Database } from './database.ts';
import { toStorageError } from './database.ts';
import {
  BrokenChainError,
  type LoggedChange,
  type LoggedOperation,
  type LogPosition,
  type OperationLog,
} from './operationLog.ts';
import { createRowStore, isSubject, type Row, type RowStore, type Subject } from './rowStore.ts';
import { createSearchIndex } from './repositories/searchIndex.ts';

export type OperationKind = 'do' | 'undo' | 'redo';

/** What a command may do inside its transaction; every write is recorded. */
export type WritableDb = Readonly<{
  at: string;
  newId: () => string;
  get: RowStore['get'];
  put: (subject: Subject, row: Row) => void;
  remove: (subject: Subject, id: string) => void;
  /** Marks the operation that this one takes back (undo) or does again (redo). */
  setUndoneBy: (targetSeq: number, undone: boolean) => void;
  seq: number;
}>;

export type RunOptions = Readonly<{ kind?: OperationKind; target?: number; undoable?: boolean }>;

export type WriterOptions = Readonly<{
  folder: string;
  origin: string;
  now: () => string;
  newId: () => string;
  onCommit: (subjects: readonly Subject[]) => void;
}>;

export type Writer = ReturnType<typeof createWriter>;

/** From this many touched rows on, the search index is filled by one statement. */
const BULK_INDEX_FROM = 50;

/**
 * The one way to change user data. A command runs as: take the write lock, take in what another
 * process left in the log, apply, record each row before and after, append and fsync the operation
 * log, commit, acknowledge (reliability.md, storage).
 */
export function createWriter(db: Database, log: OperationLog, options: WriterOptions) {
  const rows = createRowStore(db);
  const search = createSearchIndex(db);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const readPosition = db.prepare<[], LogPosition>('SELECT bytes, digest FROM log_position');
  const writePosition = db.prepare<[number, string]>(
    'UPDATE log_position SET bytes = ?, digest = ?',
  );
  const nextSeq = db.prepare<[], number>('SELECT coalesce(max(seq), 0) + 1 FROM operation').pluck();
  const insertOperation = db.prepare(
    `INSERT INTO operation (seq, id, label, origin, kind, target_seq, undoable, happened_at)
     VALUES (:seq, :id, :label, :origin, :kind, :target, :undoable, :at)`,
  );
  const insertChange = db.prepare(
    `INSERT INTO change (operation_seq, subject, subject_id, before, after, checksum)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const markUndone = db.prepare<[number | null, number]>(
    'UPDATE operation SET undone_by = ? WHERE seq = ?',
  );

  /** Applies and records one row change. @returns the row as JSON; undefined when it is so already */
  const apply = (
    seq: number,
    subject: Subject,
    id: string,
    after: Row | null,
    touched: Set<number>,
  ) => {
    const before = rows.get(subject, id);
    if (after === null && before === undefined) return undefined;
    const beforeText = before === undefined ? null : JSON.stringify(before);
    const afterText = after === null ? null : JSON.stringify(after);
    if (beforeText === afterText) return undefined;
    if (subject === 'credential') {
      touched.add(Number((before ?? after)?.['seq']));
    } else if (subject === 'issuer' && before !== undefined && before['name'] !== after?.['name']) {
      for (const place of search.placesOfIssuer(id)) touched.add(place);
    }
    if (after === null) rows.remove(subject, id);
    else rows.put(subject, after, before);
    insertChange.run(
      seq,
      subject,
      id,
      beforeText,
      afterText,
      changeChecksum(subject, id, afterText),
    );
    return afterText ?? 'null';
  };

  const reindex = (touched: ReadonlySet<number>) => {
    if (touched.size >= BULK_INDEX_FROM) search.refreshMany([...touched]);
    else for (const place of touched) search.refresh(place);
  };

  const record = (operation: Omit<LoggedOperation, 'changes'>) =>
    insertOperation.run({ ...operation, undoable: operation.undoable ? 1 : 0 });

  /** Takes in operations that were logged and never committed here. Inside the write lock. */
  const catchUp = (): Readonly<{
    position: LogPosition;
    replayed: number;
    torn: boolean;
    broken: boolean;
  }> => {
    const position = readPosition.get() ?? { bytes: 0, digest: '' };
    if (log.size() === position.bytes) return { position, replayed: 0, torn: false, broken: false };
    try {
      const tail = log.readTail(position);
      const touched = new Set<number>();
      for (const { operation } of tail.operations) {
        record(operation);
        for (const [subject, id, after] of operation.changes) {
          if (isSubject(subject)) apply(operation.seq, subject, id, after, touched);
        }
        if (operation.target !== null) {
          markUndone.run(operation.kind === 'undo' ? operation.seq : null, operation.target);
        }
      }
      reindex(touched);
      writePosition.run(tail.end.bytes, tail.end.digest);
      return {
        position: tail.end,
        replayed: tail.operations.length,
        torn: tail.torn,
        broken: false,
      };
    } catch (error) {
      if (!(error instanceof BrokenChainError) && !(error instanceof SyntaxError)) throw error;
      // The database is whole; the log goes on from where it is, as a new chain.
      const fresh = log.restart();
      writePosition.run(fresh.bytes, fresh.digest);
      return { position: fresh, replayed: 0, torn: false, broken: true };
    }
  };

  const inLock = <T>(work: () => T): T => {
    try {
      begin.run();
      return work();
    } catch (error) {
      if (db.inTransaction) rollback.run();
      throw toStorageError(error, options.folder);
    }
  };

  return {
    rows,

    /** Takes in what the log holds beyond the database; run once at opening. */
    recover: () =>
      inLock(() => {
        const { replayed, torn, broken } = catchUp();
        commit.run();
        return { replayed, torn, broken };
      }),

    /**
     * Runs one command. When it throws, nothing is changed.
     * @param label what was done, as the undo toast and the history say it
     * @returns what `work` returns, once the change is on the disk
     */
    run: <T>(label: string, work: (tx: WritableDb) => T, run: RunOptions = {}): T => {
      const touchedSubjects = new Set<Subject>();
      const result = inLock(() => {
        const { position } = catchUp();
        const seq = nextSeq.get() ?? 1;
        const at = options.now();
        const changes: LoggedChange[] = [];
        const touched = new Set<number>();
        const operation = {
          seq,
          id: options.newId(),
          label,
          origin: options.origin,
          kind: run.kind ?? 'do',
          target: run.target ?? null,
          undoable: run.undoable ?? true,
          at,
        } as const;
        record(operation);
        const change = (subject: Subject, id: string, after: Row | null) => {
          const text = apply(seq, subject, id, after, touched);
          if (text === undefined) return;
          changes.push([subject, id, text]);
          touchedSubjects.add(subject);
        };
        const value = work({
          at,
          newId: options.newId,
          seq,
          get: rows.get,
          put: (subject, row) => change(subject, String(row['id']), row),
          remove: (subject, id) => change(subject, id, null),
          setUndoneBy: (target, undone) => void markUndone.run(undone ? seq : null, target),
        });
        if (value instanceof Promise)
          throw new AppError('internal', 'A command must not wait inside its transaction');
        if (changes.length === 0) {
          rollback.run();
          return value;
        }
        reindex(touched);
        const place = log.append(position, operation, changes);
        try {
          writePosition.run(place.bytes, place.digest);
          commit.run();
        } catch (error) {
          log.cancel(place, seq);
          throw error;
        }
        return value;
      });
      if (touchedSubjects.size > 0) options.onCommit([...touchedSubjects]);
      return result;
    },
  };
}

/** Checksum of what a row holds after a change; `laurel doctor` compares it with the live row. */
export function changeChecksum(subject: string, id: string, after: string | null): string {
  return createHash('sha256')
    .update(`${subject}\n${id}\n${after ?? ''}`)
    .digest('hex')
    .slice(0, 32);
}
