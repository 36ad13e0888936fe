import { z } from 'zod';
import { kindSchema, moneySchema, newCredentialSchema } from '#shared/domain/credential.ts';
import { verifiedSchema } from '#shared/domain/policyParts.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { pathwaySchema, programTypeSchema } from '#shared/domain/program.ts';
import { estimateSchema, stackKindSchema } from '#shared/domain/stackTree.ts';
import { stackViewSchema } from '#shared/domain/stackView.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const programSummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** A sort of program, a program by name, or what a set of credentials leads to. */
  origin: z.enum(['type', 'program', 'pathway']),
  /** Of the credential that it ends in. */
  kind: kindSchema,
  stackKind: stackKindSchema,
  issuer: z.string().nullable(),
  platform: z.string().nullable(),
  /** Parts that its stack would have; null: the holder says how many. */
  courses: z.int().nullable(),
  hours: z.tuple([z.number(), z.number()]).nullable(),
  months: z.tuple([z.number(), z.number()]).nullable(),
  costLow: moneySchema.nullable(),
  costHigh: moneySchema.nullable(),
  costModel: z.string().nullable(),
  verified: verifiedSchema,
  /** True: no source confirms that it exists. */
  unconfirmed: z.boolean(),
});

export const programProcedures = {
  /** The catalogue: sorts of program, programs by name, pathways. */
  'programs.list': {
    input: z.strictObject({ query: z.string().max(500).default('') }),
    output: z.array(programSummarySchema),
  },
  'programs.get': {
    input: z.strictObject({ id: z.string().max(200) }),
    output: programSummarySchema.extend({
      /** Fields of one credential, for the form that adds it. */
      credential: newCredentialSchema,
      /** Parts that `stacks.fromCatalogue` makes; of some only the number is known. */
      parts: z.array(
        z.strictObject({
          title: z.string(),
          /** False: a name like "Course 1 of 5", for the holder to change. */
          named: z.boolean(),
          role: z.string(),
          estimate: estimateSchema.nullable(),
        }),
      ),
      /** The whole stack as a file, before it is made. */
      file: z.record(z.string(), z.unknown()),
      type: programTypeSchema.nullable(),
      pathway: pathwaySchema.nullable(),
      /** Said where the facts are weak: from memory, or not confirmed by any source. */
      warnings: z.array(z.string()),
    }),
  },
  /** Makes the stack and, unless told otherwise, a planned credential for each of its parts. */
  'stacks.fromCatalogue': {
    input: z.strictObject({
      programId: z.string().max(200),
      asOf: plainDateSchema,
      /** Null: the catalogue's name. */
      title: z.string().trim().min(1).max(500).nullable().default(null),
      target: partialDateSchema.nullable().default(null),
      /** Names of the courses, in place of "Course 1 of 5"; empty: the catalogue's. */
      courses: z.array(z.string().trim().min(1).max(1000)).max(60).default([]),
      /** False: the parts are found by their title, and nothing is planned. */
      plan: z.boolean().default(true),
    }),
    output: stackViewSchema.extend({
      /** Credentials that were planned for it. */
      added: z.int(),
      /** Credentials that were there already and are used. */
      reused: z.int(),
    }),
  },
} as const satisfies Record<string, Contract>;
