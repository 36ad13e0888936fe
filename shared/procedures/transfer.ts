import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { verifiedSchema } from '#shared/domain/policyParts.ts';
import type { Contract } from '#shared/procedures/contract.ts';
import { settingsSchema } from '#shared/domain/settings.ts';
import { textEncodings } from '#shared/domain/textEncodings.ts';

/** One file handed over for import; its name is data, never a path that is opened. */
const importFileSchema = z.strictObject({
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
});

export const importFormats = [
  'linkedin-archive',
  'linkedin-certifications',
  'linkedin-education',
  'linkedin-courses',
  'linkedin-skills',
  'csv',
] as const;
export const importFormatSchema = z.enum(importFormats);
export type ImportFormat = z.infer<typeof importFormatSchema>;

export const importActionSchema = z.enum(['add', 'merge', 'skip', 'reject']);
export type ImportAction = z.infer<typeof importActionSchema>;

/** What the user decided about one row of a preview, by its key. */
const rowDecisionSchema = z.strictObject({
  action: importActionSchema.exclude(['reject']).optional(),
  /** Corrected cells, by field, as text in the form that the preview shows. */
  cells: z.record(z.string(), z.string()).optional(),
});

const previewRowSchema = z.strictObject({
  /** File and row, stable over previews of the same files. */
  key: z.string(),
  file: z.string(),
  row: z.int(),
  what: z.enum(['credential', 'skill']),
  action: importActionSchema,
  /** Fields as read, shown and editable as text. */
  cells: z.strictObject({
    title: z.string(),
    issuer: z.string(),
    kind: z.string(),
    issued: z.string(),
    expires: z.string(),
    number: z.string(),
    url: z.string(),
  }),
  /** Why the row is left out, and ready corrections for the field. */
  problem: z
    .strictObject({
      field: z.string(),
      code: z.string(),
      message: z.string(),
      fixes: z.array(z.strictObject({ label: z.string(), field: z.string(), value: z.string() })),
    })
    .nullable(),
  /** The record that this row is, or may be, already; `exact` is skipped, `likely` is asked. */
  match: z
    .strictObject({
      id: idSchema,
      title: z.string(),
      issuer: z.string().nullable(),
      likeness: z.enum(['exact', 'likely']),
      changes: z.array(z.string()),
    })
    .nullable(),
  warnings: z.array(z.string()),
  /** Policies that a new row may be under, best first; none is applied unasked. */
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      abbreviation: z.string().nullable(),
      issuer: z.string(),
      cycleMonths: z.int().nullable(),
      asOf: z.string(),
      verified: verifiedSchema,
      /** The expiry that it computes, or why it computes none. */
      expires: partialDateSchema.nullable(),
      reason: z.string(),
    }),
  ),
  /** The policy that a new row goes in under: the one chosen, else the one that the file names. */
  policyId: z.string().nullable(),
});
export type ImportPreviewRow = z.infer<typeof previewRowSchema>;

const importInput = {
  files: z.array(importFileSchema).min(1).max(100),
  format: importFormatSchema.optional(),
  /** Column of the file → field of the credential, for CSV that is not LinkedIn's. */
  map: z.record(z.string(), z.string()).default({}),
  dateOrder: settingsSchema.shape.dateOrder.optional(),
  /** For text without a byte-order mark that is not UTF-8. */
  encoding: z.enum(textEncodings).optional(),
  onConflict: z.enum(['skip', 'merge', 'add']).default('skip'),
  decisions: z.record(z.string(), rowDecisionSchema).default({}),
  /** Key of a new row → the policy that it goes in under; null: none, also where the file names one. */
  policies: z.record(z.string(), z.string().max(200).nullable()).default({}),
  asOf: plainDateSchema,
};

export const transferProcedures = {
  /** Reads files and says what an import would do; writes nothing. */
  'imports.preview': {
    input: z.strictObject(importInput),
    output: z.strictObject({
      format: importFormatSchema,
      read: z.int(),
      columns: z.array(z.strictObject({ name: z.string(), field: z.string().nullable() })),
      dateOrder: settingsSchema.shape.dateOrder,
      dateExamples: z.array(z.strictObject({ text: z.string(), date: z.string() })),
      ambiguousDates: z.int(),
      /** Set when the text is not UTF-8: the user picks from the samples. */
      encodingChoices: z.array(z.strictObject({ encoding: z.string(), sample: z.string() })),
      rows: z.array(previewRowSchema),
      notes: z.array(z.string()),
    }),
  },
  /** Takes the good rows in as one undoable batch; the shape is that of cli.md. */
  'imports.commit': {
    input: z.strictObject(importInput),
    output: z.strictObject({
      batch: idSchema.nullable(),
      format: importFormatSchema,
      read: z.int(),
      added: z.int(),
      merged: z.int(),
      skipped: z.int(),
      rejected: z.array(
        z.strictObject({
          row: z.int(),
          file: z.string(),
          code: z.string(),
          message: z.string(),
        }),
      ),
      items: z.array(z.strictObject({ id: idSchema, action: z.enum(['add', 'merge', 'skip']) })),
    }),
  },
  /** Takes one batch back: what it added goes, what it merged is as before. */
  'imports.undo': {
    input: z.strictObject({ batch: z.string().min(6) }),
    output: z.strictObject({ batch: idSchema, removed: z.int(), kept: z.int() }),
  },
} as const satisfies Record<string, Contract>;
