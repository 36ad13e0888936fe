import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { Change, Operation } from '#shared/procedures/portfolio.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type {
  HistoryRepository,
  StoredChange,
  StoredOperation,
} from '../repositories/historyRepository.ts';
import { isSubject, type Row } from '../rowStore.ts';

type Parts = Readonly<{ writer: Writer; history: HistoryRepository }>;

export type Reverted = Readonly<{ changed: number; kept: number }>;

export type HistoryService = ReturnType<typeof createHistoryService>;

/** Undo, redo and history over the change log; all of it holds across restarts. */
export function createHistoryService({ writer, history }: Parts) {
  /**
   * Takes one operation back, also one that is not the last. Where a record was changed since, only
   * the cells that still hold what the operation wrote go back, and a record that the operation
   * added goes to the trash instead of away: later work is never lost.
   */
  const revert = (tx: WritableDb, operation: StoredOperation): Reverted => {
    let changed = 0;
    let kept = 0;
    for (const change of history.changesOf(operation.seq).toReversed()) {
      if (!isSubject(change.subject)) continue;
      const now = tx.get(change.subject, change.subject_id);
      const before = rowOf(change.before);
      const after = rowOf(change.after);
      if (sameRow(now, after)) {
        // An issuer that came with it may serve a later record by now.
        if (!before && now && history.isReferenced(change.subject, change.subject_id)) {
          if (change.subject !== 'credential') continue;
          // So does a credential to which a payment or a cycle was added since.
          tx.put('credential', { ...now, trashed_at: now['trashed_at'] ?? tx.at });
          kept += 1;
          continue;
        }
        if (before) tx.put(change.subject, before);
        else tx.remove(change.subject, change.subject_id);
        changed += 1;
      } else if (before && after && now) {
        tx.put(change.subject, mergeBack(now, before, after));
        kept += 1;
      } else if (after && now && change.subject === 'credential') {
        tx.put('credential', { ...now, trashed_at: now['trashed_at'] ?? tx.at });
        kept += 1;
      } else if (before && !now) {
        tx.put(change.subject, before);
        changed += 1;
      }
    }
    tx.setUndoneBy(operation.seq, true);
    return { changed, kept };
  };

  return {
    state: () => ({ undo: withoutSeq(history.nextUndo()), redo: withoutSeq(history.nextRedo()) }),

    /** @throws AppError refused when there is nothing to undo */
    undo: () => {
      const operation = history.nextUndo();
      if (!operation) throw new AppError('refused', 'There is nothing to undo.');
      const { changed, kept } = writer.run(
        `Undid: ${operation.label}`,
        (tx) => revert(tx, operation),
        {
          kind: 'undo',
          target: operation.seq,
        },
      );
      return { operation: { ...plain(operation), undone: true }, changed: changed + kept };
    },

    /** @throws AppError refused when there is nothing to redo */
    redo: () => {
      const operation = history.nextRedo();
      if (!operation) throw new AppError('refused', 'There is nothing to redo.');
      const changed = writer.run(
        `Redid: ${operation.label}`,
        (tx) => {
          const changes = history.changesOf(operation.seq);
          for (const change of changes) {
            if (!isSubject(change.subject)) continue;
            const after = rowOf(change.after);
            const now = tx.get(change.subject, change.subject_id);
            if (after) tx.put(change.subject, redone(now, rowOf(change.before), after));
            else tx.remove(change.subject, change.subject_id);
          }
          tx.setUndoneBy(operation.seq, false);
          return changes.length;
        },
        { kind: 'redo', target: operation.seq },
      );
      return { operation: { ...plain(operation), undone: false }, changed };
    },

    /**
     * Takes back the operation `operationId`, wherever it stands.
     * @throws AppError not_found, refused when it was taken back already
     */
    revertOperation: (operationId: string, label: string): Reverted => {
      const operation = history.byId(operationId);
      if (!operation) throw new AppError('not_found', 'That change is not in the history.');
      if (operation.undone)
        throw new AppError('refused', `"${operation.label}" was taken back already.`);
      return writer.run(label, (tx) => revert(tx, operation), {
        kind: 'undo',
        target: operation.seq,
      });
    },

    list: (subjectId: Id | null, limit: number): Change[] =>
      history.list(subjectId, limit).map(({ change, operation }) => ({
        operation: plain(operation),
        subject: change.subject,
        subjectId: change.subject_id,
        action: change.before === null ? 'added' : change.after === null ? 'removed' : 'changed',
        fields: fieldsOf(change),
      })),
  };
}

const rowOf = (text: string | null): Row | undefined =>
  // Written by the row store, as JSON of one row.
  text === null ? undefined : (JSON.parse(text) as Row);

function sameRow(a: Row | undefined, b: Row | undefined): boolean {
  if (!a || !b) return a === b;
  // A later migration may have added columns that the older snapshot does not know.
  return Object.entries(b).every(([column, value]) => a[column] === value);
}

/** What `revert` kept for the sake of later work is kept by redo as well. */
function redone(now: Row | undefined, before: Row | undefined, after: Row): Row {
  if (!now) return after;
  if (before) return mergeBack(now, after, before);
  return 'trashed_at' in now ? { ...now, trashed_at: after['trashed_at'] ?? null } : now;
}

function mergeBack(now: Row, before: Row, after: Row): Row {
  const merged: Record<string, Row[string]> = { ...now };
  for (const [column, value] of Object.entries(before)) {
    if (after[column] !== value && now[column] === after[column]) merged[column] = value;
  }
  return merged;
}

/** Columns that follow from others and tell a reader nothing. */
const SILENT = new Set([
  'seq',
  'id',
  'title_key',
  'name_key',
  'updated_at',
  'created_at',
  'batch_id',
  'source_row',
  'source_file',
  'verification',
]);

function fieldsOf(change: StoredChange): Change['fields'] {
  const before = rowOf(change.before) ?? {};
  const after = rowOf(change.after) ?? {};
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !SILENT.has(name) && (before[name] ?? null) !== (after[name] ?? null))
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }));
}

function plain(operation: StoredOperation): Operation {
  const { seq: _, ...rest } = operation;
  return { ...rest, id: idSchema.parse(rest.id) };
}

const withoutSeq = (operation: StoredOperation | null): Operation | null =>
  operation === null ? null : plain(operation);
