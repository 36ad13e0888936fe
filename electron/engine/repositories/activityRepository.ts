import { idSchema, type Id } from '#shared/domain/credential.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { fromHundredths } from '#shared/domain/units.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import type { Database } from '../database.ts';

type ActivityRow = Readonly<{
  id: string;
  happened_on: string;
  title: string;
  provider: string | null;
  hours: number | null;
  notes: string | null;
}>;

type AllocationRow = Readonly<{
  id: string;
  activity_id: string;
  credential_id: string;
  title: string;
  unit: string | null;
  category: string | null;
  units: number;
}>;

type ProofRow = Readonly<{
  id: string;
  activity_id: string;
  name: string;
  mime: string;
  bytes: number;
  sha256: string;
}>;

/** Units of one activity towards one credential, as the ledger takes them. */
export type DatedAllocation = Readonly<{
  id: string;
  activityId: string;
  on: PlainDate;
  units: number;
  category: string | null;
  unit: string | null;
}>;

/** An activity as the allocator names it; clock time in hundredths of an hour. */
export type ActivitySummary = Readonly<{
  id: Id;
  on: PlainDate;
  title: string;
  hours: number | null;
}>;

type DatedCells = [
  id: string,
  activityId: string,
  unit: string | null,
  category: string | null,
  units: number,
  on: string,
];
type AllocationCells = [
  credentialId: string,
  id: string,
  activityId: string,
  unit: string | null,
  category: string | null,
  units: number,
];

const toDated = ([id, activityId, unit, category, units, on]: DatedCells): DatedAllocation => ({
  id,
  activityId,
  // The column takes only real days.
  on: on as PlainDate,
  units,
  category,
  unit,
});

/** A file in the store, by the name under which a record keeps it. */
export type StoredFile = Readonly<{ name: string; mime: string; sha256: string }>;

const ALLOCATION = `SELECT l.id, l.activity_id, l.credential_id, c.title, l.unit, l.category, l.units
  FROM allocation l JOIN credential c ON c.id = l.credential_id`;

export type ActivityRepository = ReturnType<typeof createActivityRepository>;

/** Activities of continuing education, their allocations and proofs. */
export function createActivityRepository(db: Database) {
  const columns = 'a.id, a.happened_on, a.title, a.provider, a.hours, a.notes';
  const list = db.prepare<{ credentialId: string | null; limit: number }, ActivityRow>(
    `SELECT ${columns} FROM activity a
      WHERE :credentialId IS NULL
         OR a.id IN (SELECT activity_id FROM allocation WHERE credential_id = :credentialId)
      ORDER BY a.happened_on DESC, a.id DESC LIMIT :limit`,
  );
  const byId = db.prepare<[string], ActivityRow>(
    `SELECT ${columns} FROM activity a WHERE a.id = ?`,
  );
  const allocations = db.prepare<[string], AllocationRow>(
    `${ALLOCATION} WHERE l.activity_id IN (SELECT value FROM json_each(?)) ORDER BY c.title_key, l.id`,
  );
  const proofs = db.prepare<[string], ProofRow>(
    `SELECT id, activity_id, name, mime, bytes, sha256 FROM activity_proof
      WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY added_at, id`,
  );
  const datedOf = db
    .prepare<[string], DatedCells>(
      `SELECT l.id, l.activity_id, l.unit, l.category, l.units, a.happened_on
         FROM allocation l JOIN activity a ON a.id = l.activity_id
        WHERE l.credential_id = ?`,
    )
    .raw();
  const activityDays = db
    .prepare<[], [id: string, day: string]>('SELECT id, happened_on FROM activity')
    .raw();
  const everyAllocation = db
    .prepare<[], AllocationCells>(
      'SELECT credential_id, id, activity_id, unit, category, units FROM allocation',
    )
    .raw();
  const summaries = db.prepare<[], Omit<ActivitySummary, 'id' | 'on'> & { id: string; on: string }>(
    'SELECT id, happened_on AS "on", title, hours FROM activity',
  );

  const proofDays = db.prepare<[], { id: string; day: string }>(
    `SELECT l.credential_id AS id, a.happened_on AS day
       FROM activity_proof p JOIN activity a ON a.id = p.activity_id JOIN allocation l ON l.activity_id = a.id`,
  );

  const files = `SELECT id, name, mime, sha256 FROM activity_proof
    UNION ALL SELECT id, name, mime, sha256 FROM evidence`;
  const fileById = db.prepare<[string], StoredFile>(
    `SELECT name, mime, sha256 FROM (${files}) WHERE id = ?`,
  );
  const fileBySha = db.prepare<[string], StoredFile>(
    `SELECT name, mime, sha256 FROM (${files}) WHERE sha256 = ? ORDER BY id LIMIT 1`,
  );

  const complete = (rows: readonly ActivityRow[]): Activity[] => {
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const units = Map.groupBy(allocations.all(ids), (row) => row.activity_id);
    const files = Map.groupBy(proofs.all(ids), (row) => row.activity_id);
    return rows.map((row) => ({
      id: idSchema.parse(row.id),
      on: plainDateSchema.parse(row.happened_on),
      title: row.title,
      provider: row.provider,
      hours: row.hours === null ? null : fromHundredths(row.hours),
      notes: row.notes,
      allocations: (units.get(row.id) ?? []).map((unit) => ({
        id: idSchema.parse(unit.id),
        credentialId: idSchema.parse(unit.credential_id),
        title: unit.title,
        units: fromHundredths(unit.units),
        unit: unit.unit,
        category: unit.category,
        flag: null,
      })),
      proofs: (files.get(row.id) ?? []).map(({ id, name, mime, bytes, sha256 }) => ({
        id: idSchema.parse(id),
        name,
        mime,
        bytes,
        sha256,
      })),
    }));
  };

  return {
    /** Newest first; of one credential, or all. Flags are left null: the ledger sets them. */
    list: (credentialId: string | null, limit: number): Activity[] =>
      complete(list.all({ credentialId, limit })),
    find: (id: string): Activity | undefined => {
      const row = byId.get(id);
      return row && complete([row])[0];
    },
    /** The proof or evidence of that id. */
    fileById: (id: string): StoredFile | undefined => fileById.get(id),
    /** The first proof or evidence with these bytes. */
    fileBySha: (sha256: string): StoredFile | undefined => fileBySha.get(sha256),
    /** Day of each proof, by the credential that its activity counts towards. */
    proofDays: (): ReadonlyMap<string, string[]> => {
      const rows = Map.groupBy(proofDays.all(), (row) => row.id);
      return new Map([...rows].map(([id, own]) => [id, own.map((row) => row.day)]));
    },
    /** What counts towards a credential. */
    allocationsOf: (credentialId: string): DatedAllocation[] =>
      datedOf.all(credentialId).map(toDated),

    /** What counts towards every credential that something counts towards. */
    allAllocations: (): ReadonlyMap<string, DatedAllocation[]> => {
      // Two scans and a map: a join would look up 20,000 activities one by one (60 ms, not 25).
      const days = new Map(activityDays.all());
      const byCredential = new Map<string, DatedAllocation[]>();
      for (const [credentialId, id, activityId, unit, category, units] of everyAllocation.all()) {
        const on = days.get(activityId);
        if (on === undefined) continue;
        const own = byCredential.get(credentialId);
        const one = toDated([id, activityId, unit, category, units, on]);
        if (own) own.push(one);
        else byCredential.set(credentialId, [one]);
      }
      return byCredential;
    },

    /** Every activity by its id, without what it counts for. */
    summaries: (): ReadonlyMap<string, ActivitySummary> =>
      new Map(
        summaries.all().map((row) => [
          row.id,
          // The columns take only what idSchema and plainDateSchema let in.
          { ...row, id: row.id as Id, on: row.on as PlainDate },
        ]),
      ),
  };
}
