import { z } from 'zod';
import type { Database } from '../database.ts';
import { createSearchIndex } from './searchIndex.ts';

const filesSchema = z.array(z.object({ sha256: z.string() }));

export type HealthRepository = ReturnType<typeof createHealthRepository>;

/** Questions that `laurel doctor` puts to the database, and what the first screen counts. */
export function createHealthRepository(db: Database) {
  const count = (sql: string) => Number(db.prepare(sql).pluck().get());

  return {
    /** Null when SQLite finds nothing wrong, else its first findings. */
    structureProblem: (): string | null => {
      const rows = db.pragma('integrity_check(5)') as Array<{ integrity_check: string }>;
      const lines = rows.map((row) => row.integrity_check);
      return lines[0] === 'ok' ? null : lines.join('; ');
    },
    orphans: (): number => (db.pragma('foreign_key_check') as unknown[]).length,
    searchIndexProblem: (): string | null => {
      try {
        db.prepare("INSERT INTO credential_fts (credential_fts) VALUES ('integrity-check')").run();
      } catch (error) {
        return `The search index is damaged: ${error instanceof Error ? error.message : String(error)}`;
      }
      const missing = count(
        'SELECT count(*) FROM credential WHERE seq NOT IN (SELECT rowid FROM credential_fts)',
      );
      const surplus = count(
        'SELECT count(*) FROM credential_fts WHERE rowid NOT IN (SELECT seq FROM credential)',
      );
      return missing + surplus === 0
        ? null
        : `The search index lacks ${missing} records and has ${surplus} too many.`;
    },
    rebuildSearchIndex: (): void => {
      db.transaction(() => createSearchIndex(db).rebuild()).immediate();
    },
    /** SHA-256 of every file that the record refers to. */
    fileDigests: (): string[] => {
      const evidence = db.prepare<[], string>('SELECT sha256 FROM evidence').pluck().all();
      const files = db.prepare<[], string>('SELECT files FROM import_batch').pluck().all();
      return [
        ...new Set([
          ...evidence,
          ...files.flatMap((text) =>
            filesSchema.parse(JSON.parse(text)).map((file) => file.sha256),
          ),
        ]),
      ];
    },
    counts: () => {
      const trashed = count('SELECT count(*) FROM credential WHERE trashed_at IS NOT NULL');
      return {
        // All of them are counted on an index; only those with nothing in trashed_at, on the records.
        credentials: count('SELECT count(*) FROM credential') - trashed,
        trashed,
        operations: count('SELECT count(*) FROM operation'),
        bytes: count('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
      };
    },
    nextPlace: (): (() => number) => {
      const next = db
        .prepare<[], number>('SELECT coalesce(max(seq), 0) + 1 FROM credential')
        .pluck();
      return () => next.get() ?? 1;
    },
  };
}
