import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { storyFieldsSchema, type StoryFields } from '#shared/domain/story.ts';
import type { Story } from '#shared/procedures/stories.ts';

/** A story that is not in the record yet. */
export const NEW = 'new';
export type StoryKey = Id | typeof NEW;

// What is typed is kept as it is typed, a blank at its end included.
const patchSchema = z.strictObject({
  questionId: z.string().nullable().optional(),
  question: z.string().optional(),
  situation: z.string().optional(),
  task: z.string().optional(),
  action: z.string().optional(),
  result: z.string().optional(),
  metric: z.string().optional(),
  tools: z.array(z.string()).optional(),
  why: z.string().optional(),
  credentialIds: z.array(idSchema).optional(),
  evidenceIds: z.array(idSchema).optional(),
});
export type StoryPatch = z.infer<typeof patchSchema>;

export const storyDraftsSchema = z.array(
  z.tuple([z.union([z.literal(NEW), idSchema]), patchSchema]),
);
export type StoryDrafts = z.infer<typeof storyDraftsSchema>;

export const emptyStory: StoryFields = storyFieldsSchema.parse({});

export function patchOf(drafts: StoryDrafts, key: StoryKey): StoryPatch | undefined {
  return drafts.find(([each]) => each === key)?.[1];
}

/** The drafts with that of one story in place; undefined: without it. */
export function withPatch(
  drafts: StoryDrafts,
  key: StoryKey,
  patch: StoryPatch | undefined,
): StoryDrafts {
  const others = drafts.filter(([each]) => each !== key);
  return patch === undefined ? others : [...others, [key, patch]];
}

/** The fields of a story as saved, without what is worked out from them. */
export function fieldsOf(story: Story): StoryFields {
  const { questionId, question, situation, task, action, result, metric, tools, why } = story;
  const { credentialIds, evidenceIds } = story;
  return {
    questionId,
    question,
    situation,
    task,
    action,
    result,
    metric,
    tools,
    why,
    credentialIds,
    evidenceIds,
  };
}

/** What the draft changes of the story: a field that is as saved is none of it. */
export function changesOf(saved: StoryFields, patch: StoryPatch): StoryPatch | undefined {
  const changed = Object.entries(patch).filter(
    ([name, value]) =>
      value !== undefined &&
      // The schema names fields of a story only.
      JSON.stringify(value) !== JSON.stringify(saved[name as keyof StoryFields]),
  );
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** The story as it reads with the draft over it. */
export function drafted(saved: StoryFields, patch: StoryPatch | undefined): StoryFields {
  return {
    ...saved,
    ...Object.fromEntries(Object.entries(patch ?? {}).filter(([, v]) => v !== undefined)),
  };
}
