import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { sentFactSchema } from '#shared/domain/sentFact.ts';
import { recipeSchema, type SentCopy } from '#shared/procedures/copies.ts';
import type { Database } from '../database.ts';

type CopyRow = Readonly<{
  id: string;
  output: string;
  format: string;
  place: string;
  how: 'copied' | 'saved';
  file: string | null;
  locale: string;
  body: string | null;
  facts: string;
  recipe: string | null;
  state: 'out' | 'removed';
  as_of: string;
  sent_at: string;
  updated_at: string;
}>;

const keptFactsSchema = z.array(sentFactSchema.extend({ was: z.string().nullable() }));
/** `faithful`: made by that call word for word, so that making it again puts it right. */
const keptRecipeSchema = recipeSchema.extend({ faithful: z.boolean() });
export type KeptRecipe = z.infer<typeof keptRecipeSchema>;

/** A copy with what the record said at the time, and how it was made. */
export type StoredCopy = Readonly<{
  copy: SentCopy;
  facts: z.infer<typeof keptFactsSchema>;
  recipe: KeptRecipe | null;
}>;

const COLUMNS = `id, output, format, place, how, file, locale, body, facts, recipe, state, as_of,
  sent_at, updated_at`;

export type SentCopyRepository = ReturnType<typeof createSentCopyRepository>;

/** Texts that left the app. */
export function createSentCopyRepository(db: Database) {
  const out = db.prepare<[number], CopyRow>(
    `SELECT ${COLUMNS} FROM sent_copy WHERE state = 'out' ORDER BY sent_at DESC, id DESC LIMIT ?`,
  );
  const all = db.prepare<[number], CopyRow>(
    `SELECT ${COLUMNS} FROM sent_copy ORDER BY sent_at DESC, id DESC LIMIT ?`,
  );
  const byId = db.prepare<[string], CopyRow>(`SELECT ${COLUMNS} FROM sent_copy WHERE id = ?`);

  return {
    /** Newest first; with `removed` also those whose place no longer holds them. */
    list: (removed: boolean, limit: number): StoredCopy[] =>
      (removed ? all : out).all(limit).map(toCopy),
    find: (id: Id): StoredCopy | undefined => {
      const row = byId.get(id);
      return row && toCopy(row);
    },
  };
}

function toCopy(row: CopyRow): StoredCopy {
  const facts = keptFactsSchema.parse(JSON.parse(row.facts));
  return {
    copy: {
      id: idSchema.parse(row.id),
      output: row.output,
      format: row.format,
      place: row.place,
      how: row.how,
      file: row.file,
      locale: row.locale,
      text: row.body,
      facts: facts.map(({ credentialId, fact, value }) => ({ credentialId, fact, value })),
      state: row.state,
      asOf: plainDateSchema.parse(row.as_of),
      sentAt: row.sent_at,
      updatedAt: row.updated_at,
    },
    facts,
    recipe: row.recipe === null ? null : keptRecipeSchema.parse(JSON.parse(row.recipe)),
  };
}
