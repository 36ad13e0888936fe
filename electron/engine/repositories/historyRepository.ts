import { idSchema } from '#shared/domain/credential.ts';
import type { Operation } from '#shared/procedures/portfolio.ts';
import type { Database } from '../database.ts';
import type { Subject } from '../rowStore.ts';

type OperationRow = Readonly<{
  seq: number;
  id: string;
  label: string;
  origin: string;
  kind: Operation['kind'];
  target_seq: number | null;
  undone_by: number | null;
  happened_at: string;
}>;

export type StoredOperation = Operation & Readonly<{ seq: number }>;

export type StoredChange = Readonly<{
  seq: number;
  operation_seq: number;
  subject: string;
  subject_id: string;
  before: string | null;
  after: string | null;
  checksum: string;
}>;

const OPERATION =
  'o.seq, o.id, o.label, o.origin, o.kind, o.target_seq, o.undone_by, o.happened_at';
const CHANGE = 'h.seq, h.operation_seq, h.subject, h.subject_id, h.before, h.after, h.checksum';

export type HistoryRepository = ReturnType<typeof createHistoryRepository>;

/** Reads the change log. */
export function createHistoryRepository(db: Database) {
  const next = db.prepare<[], OperationRow>(
    `SELECT ${OPERATION} FROM operation o
      WHERE kind = 'do' AND undoable = 1 AND undone_by IS NULL ORDER BY seq DESC LIMIT 1`,
  );
  // Redo is there only while nothing new was done since the undo.
  const redo = db.prepare<[], OperationRow>(
    `SELECT ${OPERATION} FROM operation o
      WHERE undone_by IS NOT NULL
        AND undone_by > (SELECT coalesce(max(seq), 0) FROM operation WHERE kind = 'do' AND undoable = 1)
      ORDER BY undone_by DESC LIMIT 1`,
  );
  const byId = db.prepare<[string], OperationRow>(
    `SELECT ${OPERATION} FROM operation o WHERE id = ?`,
  );
  const changesOf = db.prepare<[number], StoredChange>(
    `SELECT ${CHANGE} FROM change h WHERE operation_seq = ? ORDER BY seq`,
  );
  const list = db.prepare<{ subjectId: string | null; limit: number }, StoredChange & OperationRow>(
    `SELECT ${CHANGE}, o.id, o.label, o.origin, o.kind, o.target_seq, o.undone_by, o.happened_at
       FROM change h JOIN operation o ON o.seq = h.operation_seq
      WHERE h.subject_id = :subjectId OR :subjectId IS NULL
      ORDER BY h.seq DESC LIMIT :limit`,
  );
  const latest = db.prepare<[], StoredChange>(
    `SELECT ${CHANGE} FROM change h
      WHERE h.seq IN (SELECT max(seq) FROM change GROUP BY subject, subject_id) ORDER BY h.seq`,
  );
  const all = db.prepare<[], StoredChange>(`SELECT ${CHANGE} FROM change h ORDER BY h.seq`);
  const exists = (condition: string) =>
    db.prepare<{ id: string }, number>(`SELECT EXISTS (${condition})`).pluck();
  const references: Partial<Record<Subject, ReturnType<typeof exists>>> = {
    story: exists('SELECT 1 FROM story_link WHERE story_id = :id'),
    issuer: exists('SELECT 1 FROM credential WHERE issuer_id = :id'),
    platform: exists(`SELECT 1 FROM credential WHERE platform_id = :id
      UNION ALL SELECT 1 FROM subscription WHERE platform_id = :id`),
    subscription: exists('SELECT 1 FROM cost_line WHERE subscription_id = :id'),
    import_batch: exists('SELECT 1 FROM credential WHERE batch_id = :id'),
    credential: exists(`SELECT 1 FROM postnominal WHERE id = :id
      UNION ALL SELECT 1 FROM story_link WHERE credential_id = :id
      UNION ALL SELECT 1 FROM cycle WHERE credential_id = :id
      UNION ALL SELECT 1 FROM allocation WHERE credential_id = :id
      UNION ALL SELECT 1 FROM fee_payment WHERE credential_id = :id
      UNION ALL SELECT 1 FROM cost_line WHERE credential_id = :id
      UNION ALL SELECT 1 FROM track WHERE id = :id
      UNION ALL SELECT 1 FROM evidence WHERE credential_id = :id`),
    activity: exists(`SELECT 1 FROM allocation WHERE activity_id = :id
      UNION ALL SELECT 1 FROM activity_proof WHERE activity_id = :id`),
    stack: exists('SELECT 1 FROM credit_offer WHERE stack_id = :id'),
    credit_offer: exists('SELECT 1 FROM credit_acceptance WHERE offer_id = :id'),
  };

  return {
    nextUndo: (): StoredOperation | null => toOperation(next.get()),
    nextRedo: (): StoredOperation | null => toOperation(redo.get()),
    byId: (id: string): StoredOperation | null => toOperation(byId.get(id)),
    changesOf: (operationSeq: number): StoredChange[] => changesOf.all(operationSeq),
    list: (subjectId: string | null, limit: number) =>
      list.all({ subjectId, limit }).map((row) => ({
        change: row,
        operation: asOperation({ ...row, seq: row.operation_seq }),
      })),
    /** The last change of every record, which tells what its row must hold now. */
    latestChanges: (): IterableIterator<StoredChange> => latest.iterate(),
    /** Whether another record still names this one. */
    isReferenced: (subject: Subject, id: string): boolean => references[subject]?.get({ id }) === 1,
    allChanges: (): IterableIterator<StoredChange> => all.iterate(),
  };
}

const toOperation = (row: OperationRow | undefined): StoredOperation | null =>
  row === undefined ? null : asOperation(row);

const asOperation = (row: OperationRow): StoredOperation => ({
  seq: row.seq,
  id: idSchema.parse(row.id),
  label: row.label,
  origin: row.origin,
  kind: row.kind,
  undone: row.undone_by !== null,
  happenedAt: row.happened_at,
});
