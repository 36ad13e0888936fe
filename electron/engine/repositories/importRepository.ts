import type { Database } from '../database.ts';

/** What of a stored credential decides whether a row is the same one. */
export type StoredMatch = Readonly<{
  id: string;
  title: string;
  issuer_id: string | null;
  issued: string | null;
  number: string | null;
  url: string | null;
}>;

const COLUMNS = 'c.id, c.title, c.issuer_id, c.issued, c.number, c.url';

/** One statement for all titles of a file: asking for each costs more than inserting it. */
export const MATCHES_BY_TITLE = `
  SELECT title_key, ${COLUMNS} FROM json_each(?) AS k
    JOIN credential c ON c.title_key = k.value AND c.trashed_at IS NULL ORDER BY c.seq`;

export type ImportRepository = ReturnType<typeof createImportRepository>;

/** Reads what an import is compared with, and the batches that were taken in. */
export function createImportRepository(db: Database) {
  const byTitle = db.prepare<[string], StoredMatch & { title_key: string }>(MATCHES_BY_TITLE);
  const byIssuer = db.prepare<[string, number], StoredMatch>(
    `SELECT ${COLUMNS} FROM credential c WHERE c.issuer_id = ? AND trashed_at IS NULL ORDER BY seq LIMIT ?`,
  );
  const issuerNames = db
    .prepare<[number], string>(
      `SELECT i.name FROM issuer i JOIN credential c ON c.issuer_id = i.id
        WHERE c.trashed_at IS NULL GROUP BY i.id ORDER BY count(*) DESC, i.name LIMIT ?`,
    )
    .pluck();
  const nextPlace = db
    .prepare<[], number>('SELECT coalesce(max(seq), 0) + 1 FROM credential')
    .pluck();
  // The batch's own row is gone once it was taken back; its change is not.
  const batchesByPrefix = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT subject_id FROM change
        WHERE subject_id >= ? AND subject_id < ? AND subject = 'import_batch' LIMIT 2`,
    )
    .pluck();
  const operationOf = db.prepare<[string], { id: string; seq: number }>(
    `SELECT o.id, o.seq FROM change h JOIN operation o ON o.seq = h.operation_seq
      WHERE h.subject = 'import_batch' AND h.subject_id = ? AND h.before IS NULL AND o.kind = 'do'
      ORDER BY h.seq DESC LIMIT 1`,
  );
  const recordsOf = db
    .prepare<[number], number>(
      `SELECT count(DISTINCT subject_id) FROM change
        WHERE operation_seq = ? AND subject IN ('credential', 'skill')`,
    )
    .pluck();

  return {
    /** Credentials outside the trash by the keys of their titles. */
    byTitleKeys: (titleKeys: Iterable<string>): Map<string, StoredMatch[]> =>
      Map.groupBy(byTitle.all(JSON.stringify([...titleKeys])), (stored) => stored.title_key),
    byIssuer: (issuerId: string, limit: number): StoredMatch[] => byIssuer.all(issuerId, limit),
    /** Names of the issuers that credentials have, the most frequent first. */
    issuerNames: (limit: number): string[] => issuerNames.all(limit),
    /** The place in the portfolio's order that the next new credential takes. */
    nextPlace: (): number => nextPlace.get() ?? 1,
    /** Ids of batches, at most two, that begin so; also of those taken back. */
    batchesByPrefix: (prefix: string): string[] => batchesByPrefix.all(prefix, `${prefix}g`),
    /** The operation that took a batch in. */
    operationOf: (batch: string) => operationOf.get(batch),
    /** How many credentials and skills an operation touched. */
    recordsOf: (operationSeq: number): number => recordsOf.get(operationSeq) ?? 0,
  };
}
