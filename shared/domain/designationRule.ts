import { z } from 'zod';
import { verifiedSchema } from '#shared/domain/policyParts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Where a rule comes from, and whether anyone looked or it is from memory. */
export const ruleSourceSchema = z.strictObject({
  title: text(300),
  url: text(2048).nullable(),
  /** The month of which the rule speaks. */
  asOf: z.string().regex(/^\d{4}-\d{2}$/),
  verified: verifiedSchema,
});

/**
 * One rule of the wording that a body allows (features.md H11).
 * - `phrase`: the words themselves are wrong, whoever writes them.
 * - `needs-held`: right only for who holds the designation on that day.
 */
export const designationRuleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  body: text(200),
  kind: z.enum(['phrase', 'needs-held']),
  /** Regular expressions, each tried over the whole text; letter case counts unless `anyCase`. */
  patterns: z.array(text(500)).min(1),
  anyCase: z.boolean().default(false),
  /** For `needs-held`: the letters that must be held, by abbreviation. */
  letters: z.array(text(60)).default([]),
  why: text(500),
  correction: text(500),
  source: ruleSourceSchema,
});
export type DesignationRule = z.infer<typeof designationRuleSchema>;

/** A body's letters and what may be said of them before they are held. */
export const designationSchema = z.strictObject({
  letters: text(60),
  /** Other spellings of the same letters. */
  also: z.array(text(60)).default([]),
  body: text(200),
  policyIds: z.array(text(200)).default([]),
  /** False: the body does not let an expected date be stated. */
  expectedDate: z.boolean(),
  /** The wording for who is on the way; null: nothing customary. */
  candidate: text(200).nullable().default(null),
  source: ruleSourceSchema,
});
export type Designation = z.infer<typeof designationSchema>;

export const designationBookSchema = z.strictObject({
  note: text(1000),
  designations: z.array(designationSchema),
  rules: z.array(designationRuleSchema),
});
export type DesignationBook = z.infer<typeof designationBookSchema>;

/** One place of a text that says more than is true, or says it as the body forbids. */
export const findingSchema = z.strictObject({
  /** Rule and phrase: what a dismissal remembers. */
  key: z.string(),
  rule: z.string(),
  body: z.string(),
  phrase: z.string(),
  /** Where in the text, in UTF-16 code units. */
  start: z.int(),
  end: z.int(),
  why: z.string(),
  correction: z.string(),
  source: ruleSourceSchema,
  dismissed: z.boolean(),
});
export type Finding = z.infer<typeof findingSchema>;
