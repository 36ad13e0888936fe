import { z } from 'zod';
import { creditSystemSchema, kindSchema } from '#shared/domain/credential.ts';
import { verifiedSchema } from '#shared/domain/policyParts.ts';
import { matchSchema, roleSchema, stackKindSchema } from '#shared/domain/stackTree.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

const partSchema = z.strictObject({
  title: text(300),
  role: roleSchema.default('course'),
  /** How it is found where it is not planned; null: by its title. */
  match: matchSchema.nullable().default(null),
});

/**
 * A program that is offered under its own name (features.md, kinds and platforms that must work by
 * name). Figures that its sort of program has are not repeated here.
 */
export const namedProgramSchema = z.strictObject({
  id: text(100),
  name: text(300),
  abbreviation: text(60).nullable().default(null),
  /** Sort of program, by its id; null: none of them. */
  typeId: text(100).nullable().default(null),
  /** What it leads to, by the pathway's id. */
  pathwayId: text(100).nullable().default(null),
  policyId: text(200).nullable().default(null),
  kind: kindSchema,
  stackKind: stackKindSchema.default('program'),
  issuer: text(500),
  platform: text(200).nullable().default(null),
  /** Its parts by name; empty: they are not known by name. */
  parts: z.array(partSchema).max(60).default([]),
  /** How many courses it has besides the named parts; null: not known. */
  courses: z.int().min(1).max(60).nullable().default(null),
  /** Every course has to be on the verified track. */
  verifiedTrack: z.boolean().default(false),
  minGrade: z.number().min(0).max(100).nullable().default(null),
  hours: z.number().positive().nullable().default(null),
  /** The degree that the pathway leads to. */
  institution: text(500).nullable().default(null),
  degree: text(500).nullable().default(null),
  /** Credits of the whole degree, where a source says. */
  ofCredits: z.number().positive().nullable().default(null),
  creditSystem: creditSystemSchema.nullable().default(null),
  verified: verifiedSchema,
  /** No source confirms that it exists. */
  unconfirmed: z.boolean().default(false),
  note: text(1000).nullable().default(null),
  source: text(2000),
  asOf: text(200).nullable().default(null),
});
export type NamedProgram = z.infer<typeof namedProgramSchema>;
