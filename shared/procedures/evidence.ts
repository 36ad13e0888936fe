import { z } from 'zod';
import { evidenceSchema, idSchema } from '#shared/domain/credential.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** The files that prove one credential: its certificate, a score report, a badge. */
export const evidenceProcedures = {
  /** Keeps copies of files with a credential, all in one change. */
  'evidence.attach': {
    input: z.strictObject({
      id: idSchema,
      files: z
        .array(
          z.strictObject({
            name: z.string().trim().min(1).max(500),
            mime: z.string().max(200),
            bytes: z.instanceof(Uint8Array),
          }),
        )
        .min(1)
        .max(50),
    }),
    /** Those that were attached, in their order. */
    output: z.strictObject({ evidence: z.array(evidenceSchema) }),
  },
  /** Takes one file off its credential; undo brings it back. */
  'evidence.remove': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
} as const satisfies Record<string, Contract>;
