import { createKept } from './kept.ts';
import { postsSchema, type Posts } from './postDraft.ts';

/** The posts that are being written; they outlive the screen and a restart. */
export const posts = createKept<Posts>('laurel-posts', postsSchema, {
  about: null,
  tone: 'plain',
  locale: 'en',
  drafts: [],
});
