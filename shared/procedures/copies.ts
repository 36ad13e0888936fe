import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import {
  findingSchema,
  designationRuleSchema,
  designationSchema,
} from '#shared/domain/designationRule.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { sentFactSchema } from '#shared/domain/sentFact.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** Characters of a text that are kept with a copy; of a longer one its facts only. */
export const MOST_COPY_CHARACTERS = 1_000_000;

/** The call that made a text, so that it can be made again with today's facts. */
export const recipeSchema = z.strictObject({
  procedure: z.string().max(60),
  /** The input as JSON, without the day. */
  input: z.string().max(100_000),
});

/** A text that left the app: where it went, what it says, and when. */
export const sentCopySchema = z.strictObject({
  id: idSchema,
  /** What it is: `resume`, `signature`, `post`, … */
  output: z.string(),
  format: z.string(),
  /** Where it stands now: "LinkedIn", "Resume, Northwind", "E-mail signature". */
  place: z.string(),
  how: z.enum(['copied', 'saved']),
  file: z.string().nullable(),
  locale: z.string(),
  text: z.string().nullable(),
  facts: z.array(sentFactSchema),
  state: z.enum(['out', 'removed']),
  asOf: plainDateSchema,
  sentAt: z.string(),
  updatedAt: z.string(),
});
export type SentCopy = z.infer<typeof sentCopySchema>;

/** A fact of a copy that is no longer true. */
export const lieSchema = z.strictObject({
  credentialId: idSchema,
  title: z.string(),
  fact: sentFactSchema.shape.fact,
  /** As the copy shows it. */
  shown: z.string(),
  /** What it should say; null: nothing, the line goes. */
  now: z.string().nullable(),
  /** Since which day, where that is known. */
  since: plainDateSchema.nullable(),
  /** One plain sentence: "SHRM-CP is in grace." */
  reason: z.string(),
});
export type Lie = z.infer<typeof lieSchema>;

export const copyProcedures = {
  'copies.record': {
    input: z.strictObject({
      output: z.string().trim().min(1).max(40),
      format: z.string().trim().min(1).max(40),
      place: z.string().trim().min(1).max(300),
      how: z.enum(['copied', 'saved']),
      file: z.string().max(1000).nullable().default(null),
      locale: z.string().max(35).default('en'),
      text: z.string().max(MOST_COPY_CHARACTERS).nullable().default(null),
      facts: z.array(sentFactSchema).max(5000).default([]),
      /** Credentials whose facts are looked for in the text, where the caller has no facts of them. */
      ids: z.array(idSchema).max(5000).default([]),
      recipe: recipeSchema.nullable().default(null),
      asOf: plainDateSchema,
    }),
    output: sentCopySchema,
  },
  /** Newest first, each with the number of its facts that are no longer true. */
  'copies.list': {
    input: z.strictObject({
      asOf: plainDateSchema,
      removed: z.boolean().default(false),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    output: z.strictObject({ items: z.array(sentCopySchema.extend({ lies: z.int() })) }),
  },
  /** Exactly the places that now lie, which fact, and the text as it should be (features.md H12). */
  'copies.stale': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          copy: sentCopySchema,
          lies: z.array(lieSchema),
          /** The whole text put right; null where no text was kept. */
          corrected: z.string().nullable(),
          /** Made again from the same options, or only the untrue words replaced. */
          correctedBy: z.enum(['made-again', 'replaced']).nullable(),
        }),
      ),
    }),
  },
  /** For Today: how many places lie, without their texts. */
  'copies.staleCount': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({ copies: z.int(), facts: z.int() }),
  },
  /**
   * `resolved`: the place holds the corrected text now, so the copy speaks of this day;
   * `removed`: the place no longer holds it; `out`: it does after all.
   */
  'copies.mark': {
    input: z.strictObject({
      id: idSchema,
      as: z.enum(['resolved', 'removed', 'out']),
      asOf: plainDateSchema,
    }),
    output: sentCopySchema,
  },
} as const satisfies Record<string, Contract>;

export const designationProcedures = {
  /** Looks over any text for designations that say more than is true (features.md H11). */
  'designations.lint': {
    input: z.strictObject({
      text: z.string().max(MOST_COPY_CHARACTERS),
      asOf: plainDateSchema,
      /** With those that were dismissed, marked so. */
      dismissed: z.boolean().default(false),
    }),
    output: z.strictObject({ findings: z.array(findingSchema) }),
  },
  'designations.rules': {
    input: z.strictObject({}),
    output: z.strictObject({
      note: z.string(),
      designations: z.array(designationSchema),
      rules: z.array(designationRuleSchema),
    }),
  },
  /** The finding of this key is not shown again; undoable. */
  'designations.dismiss': {
    input: z.strictObject({
      key: z.string().min(1).max(500),
      note: z.string().max(1000).default(''),
    }),
    output: z.strictObject({ key: z.string(), dismissed: z.boolean() }),
  },
  'designations.restore': {
    input: z.strictObject({ key: z.string().min(1).max(500) }),
    output: z.strictObject({ key: z.string(), dismissed: z.boolean() }),
  },
  /** Whether a body lets an expected date be stated (domain.md section 7). */
  'designations.mayStateExpectedDate': {
    input: z.strictObject({
      policyId: z.string().max(200).nullable().default(null),
      abbreviation: z.string().max(60).nullable().default(null),
    }),
    output: z.strictObject({
      allowed: z.boolean(),
      source: designationSchema.shape.source.nullable(),
    }),
  },
} as const satisfies Record<string, Contract>;
