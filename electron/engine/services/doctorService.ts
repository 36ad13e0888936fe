import { z } from 'zod';
import type { DoctorFinding } from '#shared/procedures/portfolio.ts';
import type { BlobStore } from '../blobStore.ts';
import { changeChecksum, type Writer } from '../changes.ts';
import type { OperationLog } from '../operationLog.ts';
import type { HealthRepository } from '../repositories/healthRepository.ts';
import type { HistoryRepository } from '../repositories/historyRepository.ts';
import { isSubject, subjects, type Row, type Subject } from '../rowStore.ts';

type Parts = Readonly<{
  writer: Writer;
  history: HistoryRepository;
  health: HealthRepository;
  log: OperationLog;
  blobs: BlobStore;
}>;

/** A row that does not hold what the change log says, and what it should hold. */
type Mismatch = Readonly<{ subject: Subject; id: string; should: Row | null; trusted: boolean }>;

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export type DoctorService = ReturnType<typeof createDoctorService>;

/** Proves the record against its own change log, and mends what the log can mend. */
export function createDoctorService({ writer, history, health, log, blobs }: Parts) {
  const mismatches = (): Mismatch[] => {
    const found: Mismatch[] = [];
    const seen = new Set<string>();
    for (const change of history.latestChanges()) {
      if (!isSubject(change.subject)) continue;
      seen.add(`${change.subject} ${change.subject_id}`);
      const trusted =
        changeChecksum(change.subject, change.subject_id, change.after) === change.checksum;
      const should =
        trusted && change.after !== null ? rowSchema.parse(JSON.parse(change.after)) : null;
      const live = writer.rows.get(change.subject, change.subject_id);
      const same =
        trusted &&
        (should === null
          ? live === undefined
          : live !== undefined &&
            Object.entries(should).every(([column, value]) => live[column] === value));
      if (!same) found.push({ subject: change.subject, id: change.subject_id, should, trusted });
    }
    for (const subject of subjects) {
      for (const row of writer.rows.all(subject)) {
        const id = String(row['id']);
        if (!seen.has(`${subject} ${id}`))
          found.push({ subject, id, should: null, trusted: false });
      }
    }
    return found;
  };

  const checkContent = (repair: boolean): DoctorFinding => {
    const found = mismatches();
    const [firstFound] = found;
    if (!firstFound) return pass('content', 'Every record holds what its last change wrote.');
    const mendable = found.filter(({ trusted }) => trusted);
    if (repair && mendable.length > 0) {
      writer.run(
        `Mended ${mendable.length} damaged records`,
        (tx) => {
          for (const { subject, id, should } of mendable) {
            if (should) tx.put(subject, should);
            else tx.remove(subject, id);
          }
        },
        { undoable: false },
      );
    }
    const left = found.length - (repair ? mendable.length : 0);
    const detail = `${found.length} records differ from their last recorded change, first ${firstFound.subject} ${firstFound.id}.`;
    if (left > 0) return { check: 'content', state: 'fail', detail };
    return { check: 'content', state: 'repaired', detail };
  };

  const checkLog = (): DoctorFinding => {
    const { lines, breaks } = log.verify();
    return breaks === 0
      ? pass('operation-log', `${lines} operations, the chain holds.`)
      : {
          check: 'operation-log',
          state: 'fail',
          detail: `The operation log was changed in ${breaks} ${breaks === 1 ? 'place' : 'places'}. The database itself is checked apart from it.`,
        };
  };

  const checkIndex = (repair: boolean): DoctorFinding => {
    const problem = health.searchIndexProblem();
    if (problem === null) return pass('search-index', 'The search index agrees with the records.');
    if (!repair) return { check: 'search-index', state: 'fail', detail: problem };
    health.rebuildSearchIndex();
    return { check: 'search-index', state: 'repaired', detail: problem };
  };

  const checkEvidence = (): DoctorFinding => {
    const files = health.fileDigests();
    const harmed = files.filter((sha256) => !blobs.isIntact(sha256));
    return harmed.length === 0
      ? pass('evidence', `${files.length} files are as they were stored.`)
      : {
          check: 'evidence',
          state: 'fail',
          detail: `${harmed.length} of ${files.length} files are missing or changed: ${harmed.slice(0, 5).join(', ')}.`,
        };
  };

  return {
    /**
     * Runs every check. With `repair`, rows are put back to what the change log says and the search
     * index is built anew; what cannot be mended stays a failure.
     */
    run: (repair: boolean): { healthy: boolean; findings: DoctorFinding[] } => {
      const structure = health.structureProblem();
      const findings: DoctorFinding[] = [
        structure === null
          ? pass('structure', 'The database file is sound.')
          : { check: 'structure', state: 'fail', detail: structure },
        health.orphans() === 0
          ? pass('references', 'Every reference leads somewhere.')
          : {
              check: 'references',
              state: 'fail',
              detail: `${health.orphans()} references lead nowhere.`,
            },
        checkContent(repair),
        checkLog(),
        checkIndex(repair),
        checkEvidence(),
      ];
      return { healthy: findings.every(({ state }) => state !== 'fail'), findings };
    },
  };
}

const pass = (check: DoctorFinding['check'], detail: string): DoctorFinding => ({
  check,
  state: 'pass',
  detail,
});
