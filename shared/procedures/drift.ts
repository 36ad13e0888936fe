import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const profileFieldSchema = z.enum(['name', 'issuer', 'issued', 'expires', 'number', 'url']);

const fieldsSchema = z.array(z.strictObject({ name: z.string(), value: z.string() }));

const onlyThereSchema = z.strictObject({
  row: z.int(),
  file: z.string(),
  name: z.string(),
  issuer: z.string(),
  issued: z.string(),
  expires: z.string(),
});

export const driftProcedures = {
  /**
   * LinkedIn's own export against the portfolio (features.md I6): what is missing there, what is
   * outdated there, and what is there only. Reads the file, writes nothing.
   */
  'drift.check': {
    input: z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }))
        .min(1)
        .max(20),
      asOf: plainDateSchema,
    }),
    output: z.strictObject({
      rows: z.int(),
      same: z.int(),
      missing: z.array(
        z.strictObject({
          id: idSchema,
          title: z.string(),
          /** Fields of LinkedIn's form in its order, to be copied one by one. */
          fields: fieldsSchema,
          link: z.string(),
        }),
      ),
      outdated: z.array(
        z.strictObject({
          id: idSchema,
          title: z.string(),
          row: z.int(),
          differences: z.array(
            z.strictObject({ field: profileFieldSchema, there: z.string(), here: z.string() }),
          ),
          /** Held no longer, so it should not stand there as held. */
          lapsed: z.boolean(),
          reason: z.string(),
          fields: fieldsSchema,
        }),
      ),
      onlyThere: z.array(onlyThereSchema),
      notes: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, Contract>;
