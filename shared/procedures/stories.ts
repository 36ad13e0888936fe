import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { storyFieldsSchema, storyLintSchema, WORDS_PER_MINUTE } from '#shared/domain/story.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const wordsPerMinute = z.int().min(60).max(300).default(WORDS_PER_MINUTE);
const day = { asOf: plainDateSchema, wordsPerMinute };

export const storySchema = storyFieldsSchema.extend({
  id: idSchema,
  /** The story that stands in the credential itself; its id is the credential's. */
  own: z.boolean(),
  /** The question as asked: the user's own words, else the bank's. */
  asked: z.string(),
  credentials: z.array(z.strictObject({ id: idSchema, title: z.string(), status: statusSchema })),
  evidence: z.array(z.strictObject({ id: idSchema, credentialId: idSchema, name: z.string() })),
  words: z.int(),
  seconds: z.int(),
  lints: z.array(storyLintSchema),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Story = z.infer<typeof storySchema>;

const questionSchema = z.strictObject({
  id: z.string(),
  group: z.string(),
  text: z.string(),
});

export const storyProcedures = {
  'stories.list': {
    input: z.strictObject({ credentialId: idSchema.nullable().default(null), ...day }),
    output: z.strictObject({ items: z.array(storySchema) }),
  },
  'stories.get': { input: z.strictObject({ id: idSchema, ...day }), output: storySchema },
  'stories.create': {
    input: z.strictObject({ fields: storyFieldsSchema, ...day }),
    output: storySchema,
  },
  /** Only the fields that are named change. A credential's own story is written into it. */
  'stories.update': {
    input: z.strictObject({
      id: idSchema,
      // Without the defaults: what is not named stays.
      fields: z.strictObject({
        questionId: storyFieldsSchema.shape.questionId.unwrap().optional(),
        question: z.string().trim().max(1000).optional(),
        situation: z.string().max(10_000).optional(),
        task: z.string().max(10_000).optional(),
        action: z.string().max(10_000).optional(),
        result: z.string().max(10_000).optional(),
        metric: z.string().trim().max(1000).optional(),
        tools: storyFieldsSchema.shape.tools.unwrap().optional(),
        why: z.string().max(10_000).optional(),
        credentialIds: storyFieldsSchema.shape.credentialIds.unwrap().optional(),
        evidenceIds: storyFieldsSchema.shape.evidenceIds.unwrap().optional(),
      }),
      ...day,
    }),
    output: storySchema,
  },
  'stories.remove': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  'stories.questions': {
    input: z.strictObject({ locale: z.string().max(35).default('en') }),
    output: z.strictObject({ items: z.array(questionSchema) }),
  },
  /** Which question is answered by which credential: rows × columns, and what is not covered. */
  'stories.coverage': {
    input: z.strictObject({ locale: z.string().max(35).default('en'), asOf: plainDateSchema }),
    output: z.strictObject({
      questions: z.array(questionSchema),
      credentials: z.array(
        z.strictObject({ id: idSchema, title: z.string(), status: statusSchema }),
      ),
      cells: z.array(
        z.strictObject({
          questionId: z.string(),
          credentialId: idSchema,
          storyIds: z.array(idSchema),
        }),
      ),
      uncovered: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, Contract>;
