import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import { evidenceSchema, idSchema, type Credential, type Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { CredentialFilter, CredentialRowColumns } from '#shared/procedures/credentials.ts';
import type { Database } from '../database.ts';
import type { CycleRepository } from './cycleRepository.ts';
import { createPolicedQueries } from './policedQueries.ts';
import { CREDENTIAL_COLUMNS, toCredential, type CredentialRow } from './credentialRow.ts';
import {
  countSql,
  DAYS_LEFT,
  listSql,
  STATUS,
  whereSql,
  type BuiltSql,
  type Cursor,
  type ListQuery,
} from './credentialSql.ts';

const cursorSchema = z.tuple([z.string(), z.string(), z.int()]);

const ROW_COLUMNS = `c.id, c.title, c.abbreviation, c.kind, i.name AS issuer, p.name AS platform,
  ${STATUS} AS status, c.issued, c.expires, ${DAYS_LEFT} AS days_left, c.progress`;

/** Bare values: objects per row cost more than the query. */
type RowValues = [
  id: string,
  title: string,
  abbreviation: string | null,
  kind: string,
  issuer: string | null,
  platform: string | null,
  status: string,
  issued: string | null,
  expires: string | null,
  daysLeft: number | null,
  progress: number | null,
  sortKey: string,
  titleKey: string,
  seq: number,
];

type EvidenceRow = Readonly<{
  id: string;
  credential_id: string;
  name: string;
  mime: string;
  bytes: number;
  sha256: string;
}>;

type Keyed = Readonly<{ sort_key: string; title_key: string; seq: number }>;

export type CredentialRepository = ReturnType<typeof createCredentialRepository>;

/** Reads credentials; every date rule is applied for the day that the caller gives. */
export function createCredentialRepository(db: Database, cycles: CycleRepository) {
  // The texts differ by filter only, so few are ever made; preparing costs more than a page.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = db.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  // The columns named in the SQL are the row type's own, which SQLite cannot tell the compiler.
  const all = <Row>({ sql, params }: BuiltSql) => prepare(sql).all(params) as Row[];

  const evidenceOf = db.prepare<[string], EvidenceRow>(
    `SELECT id, credential_id, name, mime, bytes, sha256 FROM evidence
      WHERE credential_id IN (SELECT value FROM json_each(?)) ORDER BY added_at, id`,
  );
  const byId = db.prepare<[string], CredentialRow>(
    `SELECT ${CREDENTIAL_COLUMNS} FROM credential c
       LEFT JOIN issuer i ON i.id = c.issuer_id
       LEFT JOIN platform p ON p.id = c.platform_id WHERE c.id = ?`,
  );
  const byPrefix = db
    .prepare<[string, string, number], string>(
      'SELECT id FROM credential WHERE id >= ? AND id < ? AND (trashed_at IS NOT NULL) = ? LIMIT 2',
    )
    .pluck();
  const byName = db
    .prepare<{ key: string; abbreviation: string; trashed: number }, string>(
      `SELECT id FROM credential WHERE (title_key = :key OR abbreviation = :abbreviation COLLATE NOCASE)
          AND (trashed_at IS NOT NULL) = :trashed LIMIT 2`,
    )
    .pluck();
  const isTrashed = db
    .prepare<[string], number>('SELECT trashed_at IS NOT NULL FROM credential WHERE id = ?')
    .pluck();

  /** Bare values of what a timeline or a list of what is due shows. */
  const spans = ({ where, params }: ReturnType<typeof whereSql>): SpanValues[] => {
    const sql = `SELECT c.id, c.title, c.kind, coalesce(i.name, ''), ${STATUS},
        coalesce(c.issued_first, c.started), c.expires_last, c.grace_days + c.suspended_days,
        c.progress, c.target, coalesce(c.abbreviation, '')
      FROM credential c LEFT JOIN issuer i ON i.id = c.issuer_id
      LEFT JOIN platform p ON p.id = c.platform_id
      WHERE ${where.join(' AND ')} ORDER BY c.seq`;
    return prepare(sql).raw(true).all(params) as SpanValues[];
  };

  const withEvidence = (rows: readonly CredentialRow[], asOf: PlainDate, leadDays: number) => {
    const files = new Map<string, Credential['evidence']>();
    const ids = JSON.stringify(rows.map(({ id }) => id));
    for (const { credential_id: owner, ...file } of rows.length === 0 ? [] : evidenceOf.all(ids)) {
      files.set(owner, [...(files.get(owner) ?? []), evidenceSchema.parse(file)]);
    }
    const recorded = cycles.ofMany(rows.map(({ id }) => id));
    return rows.map((row) =>
      toCredential(row, files.get(row.id) ?? [], recorded.get(row.id) ?? [], asOf, leadDays),
    );
  };

  return {
    ...createPolicedQueries(db, cycles),

    count: (query: ListQuery): number => {
      const { sql, params } = countSql(query);
      return Number(Object.values(prepare(sql).get(params) as object)[0]);
    },

    rows: (query: ListQuery): { columns: CredentialRowColumns; next: string | null } => {
      const { sql, params } = listSql(ROW_COLUMNS, query);
      const rows = prepare(sql).raw(true).all(params) as RowValues[];
      const columns: CredentialRowColumns = {
        id: [],
        title: [],
        abbreviation: [],
        kind: [],
        issuer: [],
        platform: [],
        status: [],
        issued: [],
        expires: [],
        daysLeft: [],
        progress: [],
      };
      for (const row of rows) {
        columns.id.push(row[0]);
        columns.title.push(row[1]);
        columns.abbreviation.push(row[2]);
        columns.kind.push(row[3]);
        columns.issuer.push(row[4]);
        columns.platform.push(row[5]);
        columns.status.push(row[6]);
        columns.issued.push(row[7]);
        columns.expires.push(row[8]);
        columns.daysLeft.push(row[9]);
        columns.progress.push(row[10]);
      }
      const last = rows.at(-1);
      const more = last !== undefined && rows.length === query.limit;
      return { columns, next: more ? toCursor(last[11], last[12], last[13]) : null };
    },

    list: (query: ListQuery, asOf: PlainDate): { items: Credential[]; next: string | null } => {
      const rows = all<CredentialRow & Keyed>(listSql(CREDENTIAL_COLUMNS, query));
      const last = rows.at(-1);
      const more = last !== undefined && rows.length === query.limit;
      return {
        items: withEvidence(rows, asOf, query.leadDays),
        next: more ? toCursor(last.sort_key, last.title_key, last.seq) : null,
      };
    },

    /** @throws AppError not_found */
    get: (id: Id, asOf: PlainDate, leadDays: number): Credential => {
      const row = byId.get(id);
      const [credential] = row ? withEvidence([row], asOf, leadDays) : [];
      if (!credential) throw new AppError('not_found', `There is no credential ${id}.`);
      return credential;
    },

    /** Whether it lies in the trash; undefined when there is none of that id. */
    isTrashed: (id: Id): boolean | undefined => {
      const trashed = isTrashed.get(id);
      return trashed === undefined ? undefined : trashed === 1;
    },

    /** Ids, at most two, whose id begins with `prefix`. */
    idsByPrefix: (prefix: string, trashed: boolean): Id[] =>
      byPrefix.all(prefix, `${prefix}g`, trashed ? 1 : 0).map((id) => idSchema.parse(id)),

    /** Ids, at most two, of this title (as a key) or abbreviation. */
    idsByName: (key: string, abbreviation: string, trashed: boolean): Id[] =>
      byName.all({ key, abbreviation, trashed: trashed ? 1 : 0 }).map((id) => idSchema.parse(id)),

    /** Count of each status among what is not trashed. */
    statusCounts: (asOf: PlainDate, leadDays: number): Map<string, number> =>
      new Map(
        all<{ status: string; n: number }>({
          // By itself SQLite reads the records: it does not know that the index has all it needs.
          sql: `SELECT ${STATUS} AS status, count(*) AS n
                  FROM credential c INDEXED BY credential_by_status
                 WHERE c.trashed_at IS NULL GROUP BY 1`,
          params: { asOf, leadDays },
        }).map(({ status, n }) => [status, n]),
      ),

    /** Days of everything in a filter, for the timeline. */
    spans: (filter: CredentialFilter, asOf: PlainDate, leadDays: number) =>
      spans(whereSql({ filter, asOf, leadDays, newestHits: false })),

    /** Earned ones that end by a day, long expired ones left out. */
    spansEndingBy: (until: PlainDate, asOf: PlainDate, leadDays: number, expiredDays: number) => {
      const { where, params } = whereSql({ filter: {}, asOf, leadDays, newestHits: false });
      where.push(
        "c.lifecycle = 'earned'",
        'c.expires_last <= :until',
        // Says nothing new, but of what expired long ago it needs the index alone.
        "(c.expires_last >= date(:asOf, -:expiredDays || ' days') OR c.grace_days + c.suspended_days > 0)",
        'julianday(:asOf) - julianday(c.expires_last) <= :expiredDays + c.grace_days + c.suspended_days',
      );
      return spans({ where, params: { ...params, until, expiredDays } });
    },
  };
}

export type SpanValues = [
  id: string,
  title: string,
  kind: string,
  issuer: string,
  status: string,
  from: string | null,
  to: string | null,
  ladderDays: number,
  progress: number | null,
  target: string | null,
  abbreviation: string,
];

const toCursor = (...place: Cursor): string => JSON.stringify(place);

/** @throws AppError invalid_input when the text is not a `next` of ours */
export function parseCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    return cursorSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError('invalid_input', 'The page marker is not one that a list gave out.', {
      path: 'after',
      cause: error,
    });
  }
}
