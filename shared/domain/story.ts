import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';

const long = z.string().max(10_000).default('');

/**
 * An interview story (domain.md section 7): situation, task, action, result, and what makes it
 * worth telling. Texts are as typed; an empty one is not written yet.
 */
export const storyFieldsSchema = z.strictObject({
  /** A question of the bank that it answers; null for none of them. */
  questionId: z.string().max(100).nullable().default(null),
  /** The question in the user's own words; stands before the bank's. */
  question: z.string().trim().max(1000).default(''),
  situation: long,
  task: long,
  action: long,
  result: long,
  /** The result as a figure: "from nine days to four". */
  metric: z.string().trim().max(1000).default(''),
  tools: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  /** Why it matters for the place that is applied for. */
  why: long,
  credentialIds: z.array(idSchema).max(50).default([]),
  /** Files of those credentials that prove it. */
  evidenceIds: z.array(idSchema).max(50).default([]),
});
export type StoryFields = z.infer<typeof storyFieldsSchema>;

/** Words a minute of calm speech: what English talks are commonly planned with (150). */
export const WORDS_PER_MINUTE = 150;

export const storyLintCodes = [
  'we-more-than-i',
  'no-number',
  'no-evidence',
  'not-held',
  'too-many-words',
  'too-long-spoken',
  'part-missing',
] as const;

export const storyLintSchema = z.strictObject({
  code: z.enum(storyLintCodes),
  message: z.string(),
});
export type StoryLint = z.infer<typeof storyLintSchema>;
