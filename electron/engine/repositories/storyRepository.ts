import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { Database } from '../database.ts';

type StoryRow = Readonly<{
  id: string;
  question_id: string | null;
  question: string;
  situation: string | null;
  task: string | null;
  action: string | null;
  result: string | null;
  metric: string;
  tools: string;
  why: string;
  evidence: string;
  created_at: string;
  updated_at: string;
}>;

/** A story as it is stored; `star` is null where it stands in the credential of the same id. */
export type StoredStory = Readonly<{
  id: Id;
  questionId: string | null;
  question: string;
  star: Readonly<{ situation: string; task: string; action: string; result: string }> | null;
  metric: string;
  tools: string[];
  why: string;
  evidenceIds: Id[];
  credentialIds: Id[];
  createdAt: string;
  updatedAt: string;
}>;

export type StoredLink = Readonly<{ id: string; credential_id: string }>;

const COLUMNS = `s.id, s.question_id, s.question, s.situation, s.task, s.action, s.result, s.metric,
  s.tools, s.why, s.evidence, s.created_at, s.updated_at`;

const wordsSchema = z.array(z.string());
const idsSchema = z.array(idSchema);

export type StoryRepository = ReturnType<typeof createStoryRepository>;

/** Interview stories, and which credentials have one of their own. */
export function createStoryRepository(db: Database) {
  const all = db.prepare<[], StoryRow>(
    `SELECT ${COLUMNS} FROM story s ORDER BY s.created_at, s.id`,
  );
  const ofCredential = db.prepare<{ id: string }, StoryRow>(
    `SELECT ${COLUMNS} FROM story s
      WHERE s.id = :id
         OR s.id IN (SELECT l.story_id FROM story_link l WHERE l.credential_id = :id)
      ORDER BY s.created_at, s.id`,
  );
  const byId = db.prepare<[string], StoryRow>(`SELECT ${COLUMNS} FROM story s WHERE s.id = ?`);
  const links = db.prepare<[string], StoredLink>(
    'SELECT id, credential_id FROM story_link WHERE story_id = ? ORDER BY place, id',
  );
  const own = db
    .prepare<[], string>(
      'SELECT id FROM credential WHERE story IS NOT NULL AND trashed_at IS NULL ORDER BY title_key, seq',
    )
    .pluck();

  const toStory = (row: StoryRow): StoredStory => ({
    id: idSchema.parse(row.id),
    questionId: row.question_id,
    question: row.question,
    star:
      row.situation === null
        ? null
        : {
            situation: row.situation,
            task: row.task ?? '',
            action: row.action ?? '',
            result: row.result ?? '',
          },
    metric: row.metric,
    tools: wordsSchema.parse(JSON.parse(row.tools)),
    why: row.why,
    evidenceIds: idsSchema.parse(JSON.parse(row.evidence)),
    credentialIds: links.all(row.id).map((link) => idSchema.parse(link.credential_id)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });

  return {
    /** Oldest first; of one credential, or all. */
    list: (credentialId: Id | null): StoredStory[] =>
      (credentialId === null ? all.all() : ofCredential.all({ id: credentialId })).map(toStory),
    find: (id: Id): StoredStory | undefined => {
      const row = byId.get(id);
      return row && toStory(row);
    },
    links: (id: Id): StoredLink[] => links.all(id),
    /** Credentials outside the trash that hold a story themselves. */
    own: (): Id[] => own.all().map((id) => idSchema.parse(id)),
  };
}
