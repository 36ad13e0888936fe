import { z } from 'zod';
import { moneySchema } from '#shared/domain/credential.ts';
import { verifiedSchema } from '#shared/domain/policyParts.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Figures are ranges: sources disagree, and one figure is a range of one. */
const rangeSchema = z
  .strictObject({ min: z.number().min(0), max: z.number().min(0) })
  .refine(({ min, max }) => min <= max, 'The lower figure comes first.');

/** `varies` and its detail keep what a yes or no would lose. */
const answerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'varies', 'unknown']),
  detail: text(300).nullable().default(null),
});

/** A sort of program as platforms sell it: what it takes, costs and leads to (features.md A10, G5). */
export const programTypeSchema = z.strictObject({
  id: text(100),
  name: text(200),
  platform: text(200),
  courses: rangeSchema.nullable(),
  /** Clock hours of study. */
  hours: rangeSchema.nullable(),
  /** Months from start to finish. */
  months: rangeSchema.nullable(),
  cost: z.strictObject({
    low: moneySchema,
    high: moneySchema,
    model: z.enum(['per program', 'per course', 'per exam', 'per cycle', 'subscription monthly']),
    packageLow: moneySchema.nullable().default(null),
    packageHigh: moneySchema.nullable().default(null),
    alternative: text(300).nullable().default(null),
    retake: text(300).nullable().default(null),
    averages: z
      .array(
        z.strictObject({
          year: z.int(),
          price: moneySchema,
          weeks: z.number().nullable().default(null),
        }),
      )
      .default([]),
  }),
  verifiedTrackRequired: answerSchema,
  capstone: answerSchema,
  academicCredit: answerSchema,
  creditStatement: text(1000).nullable().default(null),
  eligibility: text(300),
  expires: answerSchema,
  sources: z.array(text(2048)),
  /** Some of the figures come from memory; the sources and notes say which. */
  fromMemory: z.boolean(),
  figuresAsOf: text(200).nullable().default(null),
  notes: text(2000).nullable().default(null),
});
export type ProgramType = z.infer<typeof programTypeSchema>;

/** What a set of credentials leads to. It never implies admission (domain.md section 4). */
export const pathwaySchema = z.strictObject({
  id: text(100),
  name: text(300),
  kind: z.enum([
    'university-credit',
    'credit-recommendation',
    'vendor-stack',
    'prerequisite',
    'informal-stack',
  ]),
  requires: z.array(
    z.strictObject({ title: text(300), policyId: text(200).nullable().default(null) }),
  ),
  /** Each inner list is a choice: one of them does. */
  anyOf: z.array(z.array(text(300))).default([]),
  grants: text(500),
  credits: z
    .strictObject({
      us: rangeSchema.nullable().default(null),
      ects: rangeSchema.nullable().default(null),
      /** Percent of the degree. */
      sharePercent: rangeSchema.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Every part must be active at the same time. */
  requiresActive: z.boolean().default(false),
  /** Where the title's own end comes from; null: it has none of its own. */
  derivedExpiry: z.enum(['earliest-component', 'components']).nullable().default(null),
  notes: text(2000),
  source: text(4000),
  verified: verifiedSchema,
});
export type Pathway = z.infer<typeof pathwaySchema>;
