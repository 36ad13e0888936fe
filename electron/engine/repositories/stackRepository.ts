import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import {
  grantsSchema,
  parseNode,
  stackKindSchema,
  stackOptionsSchema,
  type StackDraft,
} from '#shared/domain/stackTree.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type StackRow = Readonly<{
  id: string;
  title: string;
  kind: string;
  target: string | null;
  body: string;
  grants: string | null;
  options: string;
  names: string;
  created_at: string;
  updated_at: string;
}>;

export type StoredStack = Readonly<{
  id: Id;
  draft: StackDraft;
  /** What the credentials were called that it names by id, when it was last saved. */
  names: ReadonlyMap<string, string>;
  createdAt: string;
  updatedAt: string;
}>;

const COLUMNS = 'id, title, kind, target, body, grants, options, names, created_at, updated_at';
const namesSchema = z.record(z.string(), z.string());

export type StackRepository = ReturnType<typeof createStackRepository>;

/** Stacks as they are stored. */
export function createStackRepository(db: Database) {
  const all = db.prepare<[], StackRow>(`SELECT ${COLUMNS} FROM stack ORDER BY id`);
  const byId = db.prepare<[string], StackRow>(`SELECT ${COLUMNS} FROM stack WHERE id = ?`);
  const byPrefix = db
    .prepare<[string, string], string>('SELECT id FROM stack WHERE id >= ? AND id < ? LIMIT 3')
    .pluck();
  const byTitle = db
    .prepare<[string], string>('SELECT id FROM stack WHERE title_key = ? LIMIT 3')
    .pluck();
  const titles = db.prepare<[string], { id: string; title: string }>(
    'SELECT id, title FROM credential WHERE id IN (SELECT value FROM json_each(?))',
  );
  // Parsing a tree costs more than reading it, and trees rarely change.
  const parsed = new Map<string, Readonly<{ row: StackRow; stack: StoredStack }>>();

  const toStack = (row: StackRow): StoredStack => {
    const known = parsed.get(row.id);
    if (known && isSame(known.row, row)) return known.stack;
    const stack: StoredStack = {
      id: idSchema.parse(row.id),
      draft: {
        title: row.title,
        kind: stackKindSchema.parse(row.kind),
        target: partialDateSchema.nullable().parse(row.target),
        grants: row.grants === null ? null : grantsSchema.parse(JSON.parse(row.grants)),
        options: stackOptionsSchema.parse(JSON.parse(row.options)),
        root: parseNode(JSON.parse(row.body)),
      },
      names: new Map(Object.entries(namesSchema.parse(JSON.parse(row.names)))),
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    };
    parsed.set(row.id, { row, stack });
    return stack;
  };

  return {
    /** In the order in which they were made. */
    all: (): StoredStack[] => all.all().map(toStack),

    find: (id: Id): StoredStack | undefined => {
      const row = byId.get(id);
      return row && toStack(row);
    },

    /** Ids, at most three, whose id begins with `prefix`. */
    idsByPrefix: (prefix: string): Id[] =>
      byPrefix.all(prefix, `${prefix}g`).map((id) => idSchema.parse(id)),

    /** Ids, at most three, of this title; case, accents and punctuation ignored. */
    idsByTitle: (title: string): Id[] =>
      byTitle.all(textKey(title)).map((id) => idSchema.parse(id)),

    /** What these credentials are called, those in the trash too. */
    credentialTitles: (ids: readonly string[]): ReadonlyMap<string, string> =>
      new Map(titles.all(JSON.stringify(ids)).map(({ id, title }) => [id, title])),

    put: (
      tx: WritableDb,
      id: string,
      draft: StackDraft,
      names: ReadonlyMap<string, string>,
    ): void => {
      const before = tx.get('stack', id);
      const row = {
        id,
        title: draft.title,
        title_key: textKey(draft.title),
        kind: draft.kind,
        target: draft.target,
        body: JSON.stringify(draft.root),
        grants: draft.grants === null ? null : JSON.stringify(draft.grants),
        options: JSON.stringify(draft.options),
        names: JSON.stringify(Object.fromEntries(names)),
        created_at: before?.['created_at'] ?? tx.at,
        updated_at: before?.['updated_at'] ?? tx.at,
      };
      const isChanged = before !== undefined && !isSame(before, row);
      tx.put('stack', isChanged ? { ...row, updated_at: tx.at } : row);
    },
  };
}

const isSame = (a: object, b: object): boolean => {
  const others = new Map(Object.entries(b));
  return Object.entries(a).every(([column, value]) => others.get(column) === value);
};
