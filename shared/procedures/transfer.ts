import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Contract } from '#shared/procedures/contract.ts';
import { settingsSchema } from '#shared/domain/settings.ts';
import { statusSchema } from '#shared/domain/status.ts';
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

/** Which facts a resume line shows and which credentials are in (domain.md section 7). */
export const resumeOptionsSchema = z.strictObject({
  expiry: z.boolean().default(true),
  number: z.boolean().default(false),
  link: z.boolean().default(false),
  skills: z.boolean().default(false),
  inProgress: z.boolean().default(true),
  /** Those past their end: expired, suspended and in grace; each line says so. */
  expired: z.boolean().default(false),
  degrees: z.boolean().default(true),
  heading: z.boolean().default(true),
  tag: z.array(z.string()).default([]),
  ids: z.array(idSchema).nullable().default(null),
  locale: z.string().max(35).default('en'),
});
export type ResumeOptions = z.infer<typeof resumeOptionsSchema>;

const outgoingSchema = z.strictObject({ id: idSchema, title: z.string(), status: statusSchema });

const exportedSchema = z.strictObject({
  format: z.string(),
  mime: z.string(),
  text: z.string(),
  warnings: z.array(z.string()),
});

export const exportProcedures = {
  'exports.resume': {
    input: z.strictObject({
      format: z.enum(['md', 'txt', 'html']),
      options: resumeOptionsSchema.prefault({}),
      asOf: plainDateSchema,
    }),
    output: exportedSchema.extend({
      lines: z.int(),
      kept: z.array(outgoingSchema),
      /** What its status keeps back; what the options did not choose is in neither list. */
      leftOut: z.array(outgoingSchema),
      /** For the clipboard: plain text and, where the format is rich, HTML to paste. */
      copy: z.strictObject({ plain: z.string(), html: z.string().nullable() }),
    }),
  },
  /** The Add-to-profile link and the form's fields in the form's order (standards.md 3.2). */
  'exports.linkedin': {
    input: z.strictObject({
      ids: z.array(idSchema).nullable().default(null),
      asOf: plainDateSchema,
    }),
    output: z.array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        link: z.string(),
        fields: z.array(z.strictObject({ name: z.string(), value: z.string() })),
        warnings: z.array(z.string()),
      }),
    ),
  },
  /** All fields of everything outside the trash, UTF-8 without a byte-order mark. */
  'exports.csv': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: exportedSchema,
  },
} as const satisfies Record<string, Contract>;
