import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { findingSchema } from '#shared/domain/designationRule.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { postnominalRankSchema, signaturePresetSchema } from '#shared/domain/postnominal.ts';
import { postOccasions, postTones } from '#shared/domain/postWords.ts';
import { sentFactSchema } from '#shared/domain/sentFact.ts';
import { sharingDetailsSchema } from '#shared/domain/sharingDetails.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { WORDS_PER_MINUTE } from '#shared/domain/story.ts';
import type { Contract } from '#shared/procedures/contract.ts';
import { copyProcedures, designationProcedures } from '#shared/procedures/copies.ts';
import { driftProcedures } from '#shared/procedures/drift.ts';
import { storyProcedures } from '#shared/procedures/stories.ts';

/** What every output of words gives; `facts` is what copies.record takes. */
const madeSchema = z.strictObject({
  format: z.string(),
  mime: z.string(),
  text: z.string(),
  warnings: z.array(z.string()),
  findings: z.array(findingSchema),
  facts: z.array(sentFactSchema),
  /** For the clipboard: plain text and, where the format is rich, HTML to paste. */
  copy: z.strictObject({ plain: z.string(), html: z.string().nullable() }),
});
export type Made = z.infer<typeof madeSchema>;

const locale = z.string().max(35).default('en');
const words = z.string().trim().max(3000).default('');

const leftOutSchema = z.strictObject({ id: idSchema, title: z.string(), why: z.string() });

const lettersSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  letters: z.string(),
  rank: postnominalRankSchema,
});

const postnominalSchema = lettersSchema.extend({
  letters: z.string().nullable(),
  status: statusSchema,
  valid: z.boolean(),
  /** Whether letters of it stand after a name: as the user said, else as its kind has it. */
  worthy: z.boolean(),
  /** Why, in one sentence. */
  reason: z.string(),
  /** What the user said; null: nothing, the rule decides. */
  chosen: z.strictObject({
    shown: z.boolean().nullable(),
    letters: z.string().nullable(),
    rank: postnominalRankSchema.nullable(),
    place: z.int().nullable(),
  }),
});
export type Postnominal = z.infer<typeof postnominalSchema>;

const outputProcedures = {
  /** A post about one credential (features.md I3). @throws refused when it is not held */
  'sharing.post': {
    input: z.strictObject({
      id: idSchema,
      /** Null: as the record has it. */
      occasion: z.enum(postOccasions).nullable().default(null),
      tone: z.enum(postTones).default('plain'),
      locale,
      learned: words,
      use: words,
      thanks: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
      /** Stands first when the story is told: the result of the credential's own story. */
      story: z.boolean().default(false),
      progress: z
        .strictObject({ title: z.string().max(1000), done: z.int().min(0), of: z.int().min(1) })
        .nullable()
        .default(null),
      link: z.boolean().default(true),
      /** Null: the first three of the credential's skills. */
      hashtags: z.array(z.string().max(100)).max(30).nullable().default(null),
      asOf: plainDateSchema,
    }),
    output: madeSchema.extend({
      occasion: z.enum(postOccasions),
      hashtags: z.array(z.string()),
      /** As LinkedIn counts, at most `limit`. */
      characters: z.int(),
      limit: z.int(),
      /** Where the feed folds the text, and what stands before the fold. */
      fold: z.strictObject({
        at: z.int(),
        phoneAt: z.int(),
        shown: z.string(),
        phoneShown: z.string(),
      }),
    }),
  },
  /** Measures an edited text as a post: count, fold, warnings and findings. */
  'sharing.measurePost': {
    input: z.strictObject({ text: z.string().max(100_000), asOf: plainDateSchema }),
    output: z.strictObject({
      characters: z.int(),
      limit: z.int(),
      fold: z.strictObject({
        at: z.int(),
        phoneAt: z.int(),
        shown: z.string(),
        phoneShown: z.string(),
      }),
      warnings: z.array(z.string()),
      findings: z.array(findingSchema),
    }),
  },
  /** Headlines of at most 220 characters from what is valid and the words for the role. */
  'sharing.headline': {
    input: z.strictObject({
      role: z.string().trim().max(200).default(''),
      words: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
      ids: z.array(idSchema).nullable().default(null),
      locale,
      asOf: plainDateSchema,
    }),
    output: madeSchema.extend({
      variants: z.array(
        z.strictObject({ text: z.string(), characters: z.int(), facts: z.array(sentFactSchema) }),
      ),
      limit: z.int(),
      leftOut: z.array(leftOutSchema),
    }),
  },
  /** Signature, name line, card line and vCard suffix (features.md H10). */
  'sharing.signature': {
    input: z.strictObject({
      format: z.enum(['txt', 'html']).default('txt'),
      preset: signaturePresetSchema.default('general'),
      ids: z.array(idSchema).nullable().default(null),
      /** Letters at most; daily use asks for no more than three. */
      most: z.int().min(0).max(20).default(3),
      /** Null: as saved in the details. */
      details: sharingDetailsSchema.partial().default({}),
      asOf: plainDateSchema,
    }),
    output: madeSchema.extend({
      nameLine: z.string(),
      cardLine: z.string(),
      /** RFC 6350 6.2.2: the value of the name's suffix component, and the whole card. */
      vcardSuffix: z.string(),
      vcard: z.string(),
      letters: z.array(lettersSchema),
      leftOut: z.array(leftOutSchema),
    }),
  },
  /** One story, or the first of a credential, as text to tell from. */
  'sharing.story': {
    input: z.strictObject({
      id: idSchema,
      format: z.enum(['md', 'txt', 'html']).default('md'),
      locale,
      wordsPerMinute: z.int().min(60).max(300).default(WORDS_PER_MINUTE),
      asOf: plainDateSchema,
    }),
    output: madeSchema,
  },
  /** Stories as a sheet to rehearse from, each on a page of its own. */
  'sharing.rehearsal': {
    input: z.strictObject({
      ids: z.array(idSchema).nullable().default(null),
      format: z.enum(['md', 'html']).default('html'),
      locale,
      wordsPerMinute: z.int().min(60).max(300).default(WORDS_PER_MINUTE),
      asOf: plainDateSchema,
    }),
    output: madeSchema,
  },
  /** The case for a raise on one page (features.md I7). */
  'sharing.raise': {
    input: z.strictObject({
      since: plainDateSchema,
      ids: z.array(idSchema).nullable().default(null),
      format: z.enum(['md', 'txt', 'html']).default('md'),
      /** What was reached with it, in the user's words; one line each. */
      results: z.array(z.string().trim().min(1).max(1000)).max(20).default([]),
      /** How the market words it: lines of job descriptions or surveys, with their source. */
      market: z.array(z.string().trim().min(1).max(1000)).max(20).default([]),
      ask: z.string().trim().max(2000).default(''),
      locale,
      asOf: plainDateSchema,
    }),
    output: madeSchema,
  },
  /** A page in one file: no script, readable offline, printable, dark where asked (features.md I8). */
  'sharing.portfolio': {
    input: z.strictObject({
      ids: z.array(idSchema).nullable().default(null),
      tag: z.array(z.string()).default([]),
      inProgress: z.boolean().default(true),
      expired: z.boolean().default(false),
      intro: z.string().max(5000).default(''),
      numbers: z.boolean().default(true),
      skills: z.boolean().default(true),
      contact: z.boolean().default(false),
      evidence: z.enum(['none', 'links', 'embed']).default('links'),
      details: sharingDetailsSchema.partial().default({}),
      locale,
      asOf: plainDateSchema,
    }),
    output: madeSchema.extend({ credentials: z.int(), bytes: z.int() }),
  },
  /** Name, role and contact as they stand in a signature. */
  'sharing.details': { input: z.strictObject({}), output: sharingDetailsSchema },
  'sharing.setDetails': { input: sharingDetailsSchema.partial(), output: sharingDetailsSchema },
  /** Which credentials have letters that stand after a name (features.md B11). */
  'postnominals.list': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({ items: z.array(postnominalSchema) }),
  },
  /** What the user says of one, against the rule; null gives it back to the rule. */
  'postnominals.set': {
    input: z.strictObject({
      id: idSchema,
      shown: z.boolean().nullable().optional(),
      letters: z.string().trim().min(1).max(60).nullable().optional(),
      rank: postnominalRankSchema.nullable().optional(),
      /** Place in the pinned order, from 1. */
      place: z.int().min(1).max(1000).nullable().optional(),
      asOf: plainDateSchema,
    }),
    output: postnominalSchema,
  },
} as const satisfies Record<string, Contract>;

/** Everything that goes out in words, and the ledger of where it went. */
export const sharingProcedures = {
  ...outputProcedures,
  ...storyProcedures,
  ...copyProcedures,
  ...designationProcedures,
  ...driftProcedures,
} as const satisfies Record<string, Contract>;
