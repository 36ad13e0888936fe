import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { postOccasions, postTones } from '#shared/domain/postWords.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { editedTextSchema } from './editedText.ts';

/** Drafts of posts that are kept: those written to last. */
const DRAFTS_MAX = 20;

const draftSchema = z.strictObject({
  occasion: z.enum(postOccasions).nullable(),
  learned: z.string(),
  use: z.string(),
  thanks: z.array(z.string()),
  story: z.boolean(),
  progress: z.boolean(),
  link: z.boolean(),
  withHashtags: z.boolean(),
  /** Null: the first three of the credential's skills. */
  hashtags: z.array(z.string()).nullable(),
  edit: editedTextSchema.nullable(),
});
export type PostDraft = z.infer<typeof draftSchema>;

export const usualPost: PostDraft = {
  occasion: null,
  learned: '',
  use: '',
  thanks: [],
  story: true,
  progress: true,
  link: true,
  withHashtags: true,
  hashtags: null,
  edit: null,
};

export const postsSchema = z.strictObject({
  /** The credential that the post is about. */
  about: idSchema.nullable(),
  tone: z.enum(postTones),
  locale: z.string(),
  /** One per credential, so that changing the subject costs no words; the latest last. */
  drafts: z.array(z.tuple([idSchema, draftSchema])),
});
export type Posts = z.infer<typeof postsSchema>;

export function draftOf({ drafts }: Posts, id: Id): PostDraft {
  return drafts.find(([each]) => each === id)?.[1] ?? usualPost;
}

/** The drafts with a change to one, which thereby is the latest. */
export function withDraft(all: Posts, id: Id, change: Partial<PostDraft>): Posts {
  const next = { ...draftOf(all, id), ...change };
  const others = all.drafts.filter(([each]) => each !== id);
  return { ...all, drafts: [...others, [id, next] as [Id, PostDraft]].slice(-DRAFTS_MAX) };
}

export type Progress = Readonly<{ title: string; done: number; of: number }>;

/** What the engine makes the post from. */
export function postInput(
  id: Id,
  { tone, locale }: Pick<Posts, 'tone' | 'locale'>,
  draft: PostDraft,
  progress: Progress | null,
  asOf: PlainDate,
): ProcedureInput<'sharing.post'> {
  return {
    id,
    occasion: draft.occasion,
    tone,
    locale,
    learned: draft.learned,
    use: draft.use,
    thanks: draft.thanks,
    story: draft.story,
    progress: draft.progress ? progress : null,
    link: draft.link,
    hashtags: draft.withHashtags ? draft.hashtags : [],
    asOf,
  };
}
