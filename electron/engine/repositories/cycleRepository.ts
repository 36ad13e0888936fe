import type { Cycle } from '#shared/domain/cycle.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import type { Database } from '../database.ts';

type CycleRow = Readonly<{
  id: string;
  credential_id: string;
  starts: string;
  ends: string | null;
  renewed_on: string | null;
  method: string | null;
}>;

export type StoredCycle = Cycle & Readonly<{ id: string }>;

const optionalDate = partialDateSchema.nullable();

export type CycleRepository = ReturnType<typeof createCycleRepository>;

/** Periods of validity that were recorded, oldest first. */
export function createCycleRepository(db: Database) {
  const ofMany = db.prepare<[string], CycleRow>(
    `SELECT id, credential_id, starts, ends, renewed_on, method FROM cycle
      WHERE credential_id IN (SELECT value FROM json_each(?)) ORDER BY credential_id, ordinal`,
  );

  return {
    /** Cycles of each of these credentials; one without recorded cycles is absent. */
    ofMany: (ids: readonly string[]): ReadonlyMap<string, StoredCycle[]> => {
      const rows = Map.groupBy(ofMany.all(JSON.stringify(ids)), (row) => row.credential_id);
      return new Map([...rows].map(([id, own]) => [id, own.map(toCycle)]));
    },
  };
}

const toCycle = (row: CycleRow): StoredCycle => ({
  id: row.id,
  start: partialDateSchema.parse(row.starts),
  end: optionalDate.parse(row.ends),
  renewedOn: optionalDate.parse(row.renewed_on),
  method: row.method,
});
