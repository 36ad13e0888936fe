import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { WORDS_PER_MINUTE } from '#shared/domain/story.ts';
import { createKept } from './kept.ts';
import { NEW, storyDraftsSchema, type StoryDrafts, type StoryKey } from './storyDraft.ts';

export const storyViews = ['story', 'coverage', 'rehearsal'] as const;

const choicesSchema = z.strictObject({
  view: z.enum(storyViews),
  /** The story that is open; null: the first. */
  open: z.union([z.literal(NEW), idSchema]).nullable(),
  locale: z.string(),
  wordsPerMinute: z.int().min(60).max(300),
});

export const storyChoices = createKept<z.infer<typeof choicesSchema>>(
  'laurel-story-view',
  choicesSchema,
  { view: 'story', open: null, locale: 'en', wordsPerMinute: WORDS_PER_MINUTE },
);

/** What was typed into stories and is not saved yet; it outlives the screen and a restart. */
export const storyDrafts = createKept<StoryDrafts>('laurel-stories', storyDraftsSchema, []);

export const openStory = (open: StoryKey | null): void =>
  storyChoices.set({ ...storyChoices.get(), view: 'story', open });
