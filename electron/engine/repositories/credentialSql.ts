import type { CredentialFilter, CredentialSort } from '#shared/procedures/credentials.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';
import { toFtsQuery } from './searchIndex.ts';

/**
 * Status on the day :asOf, the same as statusOn in shared/domain/status.ts;
 * statusSql.test.ts holds the two against each other.
 */
export const STATUS = `
  CASE
    WHEN c.lifecycle <> 'earned' THEN c.lifecycle
    WHEN c.issued_first > :asOf THEN 'scheduled'
    WHEN c.expires IS NULL THEN 'active'
    WHEN c.expires_last >= :asOf THEN
      CASE WHEN julianday(c.expires_last) - julianday(:asOf)
                <= coalesce(c.lead_days, c.policy_lead_days, :leadDays)
           THEN 'expiring' ELSE 'active' END
    -- Most have no ladder, and counting days is what costs.
    WHEN c.grace_days + c.suspended_days = 0 THEN 'expired'
    WHEN julianday(:asOf) - julianday(c.expires_last) <= c.grace_days THEN 'grace'
    WHEN julianday(:asOf) - julianday(c.expires_last) <= c.grace_days + c.suspended_days THEN 'suspended'
    ELSE 'expired'
  END`;

export const DAYS_LEFT = `
  CASE WHEN c.lifecycle = 'earned' AND c.expires IS NOT NULL
       THEN CAST(julianday(c.expires_last) - julianday(:asOf) AS INTEGER) END`;

/** Most urgent first, as the table's status column sorts. */
const STATUS_RANK = `
  CASE ${STATUS}
    WHEN 'suspended' THEN '0' WHEN 'grace' THEN '1' WHEN 'expiring' THEN '2' WHEN 'active' THEN '3'
    WHEN 'scheduled' THEN '4' WHEN 'in-progress' THEN '5' WHEN 'planned' THEN '6'
    WHEN 'expired' THEN '7' WHEN 'revoked' THEN '8' ELSE '9' END`;

const SORT_KEY: Readonly<Record<CredentialSort, string>> = {
  expires: 'c.expires_key',
  issued: 'c.issued_key',
  title: 'c.title_key',
  issuer: "coalesce(i.name_key, '~')",
  status: STATUS_RANK,
};

/** Without other filters a search looks at the newest hits only: ranking a broad prefix is slow. */
const NEWEST_HITS = 300;

export type Cursor = readonly [key: string, titleKey: string, seq: number];

export type ListQuery = Readonly<{
  filter: CredentialFilter;
  sort: CredentialSort;
  descending: boolean;
  asOf: string;
  leadDays: number;
  limit: number;
  offset: number;
  after: Cursor | null;
  /** Look at the newest 300 hits of a search only. */
  newestHits: boolean;
}>;

export type Params = Record<string, string | number | null>;
export type BuiltSql = Readonly<{ sql: string; params: Params }>;

/** Lifecycles that are a status whatever the day. */
const lifecycles: ReadonlySet<string> = new Set(['planned', 'in-progress', 'revoked', 'abandoned']);

const JOINS = `
    FROM credential c
    LEFT JOIN issuer i ON i.id = c.issuer_id
    LEFT JOIN platform p ON p.id = c.platform_id`;

/** The page's rows: `columns` of credential c, issuer i and platform p, and `sort_key`. */
export function listSql(columns: string, query: ListQuery): BuiltSql {
  const { where, params } = whereSql(query);
  const key = SORT_KEY[query.sort];
  const direction = query.descending ? 'DESC' : 'ASC';
  const conditions = [...where];
  if (query.after) {
    conditions.push(
      `(${key}, c.title_key, c.seq) ${query.descending ? '<' : '>'} (:afterKey, :afterTitle, :afterSeq)`,
    );
    [params['afterKey'], params['afterTitle'], params['afterSeq']] = query.after;
  }
  const order =
    query.sort === 'title'
      ? `c.title_key ${direction}, c.seq ${direction}`
      : `${key} ${direction}, c.title_key ${direction}, c.seq ${direction}`;
  return {
    sql: `SELECT ${columns}, ${key} AS sort_key, c.title_key, c.seq ${JOINS}
     WHERE ${conditions.join('\n       AND ')}
     ORDER BY ${order}
     LIMIT :limit OFFSET :offset`,
    params: { ...params, limit: query.limit, offset: query.offset },
  };
}

export function countSql(query: ListQuery): BuiltSql {
  const { where, params } = whereSql(query);
  return { sql: `SELECT count(*) ${JOINS} WHERE ${where.join(' AND ')}`, params };
}

/** Conditions of a filter; values travel as parameters, never as SQL. */
export function whereSql(query: Pick<ListQuery, 'filter' | 'asOf' | 'leadDays' | 'newestHits'>): {
  where: string[];
  params: Params;
} {
  const { filter } = query;
  const where = [`c.trashed_at IS ${filter.trashed ? 'NOT NULL' : 'NULL'}`];
  const params: Params = { asOf: query.asOf, leadDays: query.leadDays };
  const anyOf = (
    name: string,
    values: readonly string[] | undefined,
    sql: (list: string) => string,
  ) => {
    if (!values || values.length === 0) return;
    params[name] = JSON.stringify(values);
    where.push(sql(`(SELECT value FROM json_each(:${name}))`));
  };
  // A status that is a lifecycle of its own is found by the index, without the days of each.
  const byLifecycle = filter.status?.every((status) => lifecycles.has(status)) ?? false;
  anyOf('status', filter.status, (list) => `${byLifecycle ? 'c.lifecycle' : STATUS} IN ${list}`);
  anyOf('kind', filter.kind, (list) => `c.kind IN ${list}`);
  anyOf(
    'issuer',
    filter.issuer?.map(issuerKey),
    (list) => `c.issuer_id IN (
    SELECT id FROM issuer WHERE name_key IN ${list}
    UNION SELECT issuer_id FROM issuer_alias WHERE name_key IN ${list})`,
  );
  anyOf('platform', filter.platform?.map(textKey), (list) => `p.name_key IN ${list}`);
  anyOf(
    'skill',
    filter.skill,
    (list) => `c.id IN (
    SELECT credential_id FROM credential_skill WHERE skill COLLATE NOCASE IN ${list})`,
  );
  anyOf(
    'tag',
    filter.tag,
    (list) => `c.id IN (
    SELECT credential_id FROM credential_tag WHERE tag COLLATE NOCASE IN ${list})`,
  );
  const text = filter.query?.trim() ?? '';
  if (text !== '') {
    const match = toFtsQuery(text);
    if (match === null) {
      where.push('instr(c.title, :literal) > 0');
      params['literal'] = text;
    } else {
      const cap =
        query.newestHits && where.length === 1 ? `ORDER BY rowid DESC LIMIT ${NEWEST_HITS}` : '';
      where.push(
        `c.seq IN (SELECT rowid FROM credential_fts WHERE credential_fts MATCH :match ${cap})`,
      );
      params['match'] = match;
    }
  }
  return { where, params };
}
