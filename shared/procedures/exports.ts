import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { lineFacts } from '#shared/domain/line.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import {
  designSchema,
  profileFieldsSchema,
  profileSchema,
  resumeFormatSchema,
  resumeOptionsSchema,
} from '#shared/domain/profile.ts';
import { sentFactSchema } from '#shared/domain/sentFact.ts';
import { statusSchema } from '#shared/domain/status.ts';
import {
  templateBodySchema,
  templateProblemSchema,
  templateSchema,
  templateTargetSchema,
} from '#shared/domain/template.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** What is chosen for one output; what is not named is the profile's, else the default. */
const resumeInputSchema = z.strictObject({
  /** Needed unless a profile is named. */
  format: resumeFormatSchema.optional(),
  profile: idSchema.nullable().default(null),
  template: z.string().max(200).nullable().optional(),
  design: designSchema.optional(),
  options: resumeOptionsSchema.partial().default({}),
  asOf: plainDateSchema,
});

const outgoingSchema = z.strictObject({ id: idSchema, title: z.string(), status: statusSchema });

const lineFactSchema = z.enum(lineFacts);

/** Facts that should stand in a text, found in it or not, for one credential. */
const factsFoundSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  found: z.array(lineFactSchema),
  missing: z.array(z.strictObject({ fact: lineFactSchema, text: z.string() })),
});

const exportedSchema = z.strictObject({
  format: z.string(),
  mime: z.string(),
  text: z.string(),
  warnings: z.array(z.string()),
});

/** A CV of some tens of pages with pictures; more is no CV. */
const CV_MAX_BYTES = 32 * 1024 * 1024;

export const exportProcedures = {
  'exports.resume': {
    input: resumeInputSchema,
    output: exportedSchema.extend({
      /** The file where it is no text (docx, pdf); then `text` is what was read back from it. */
      file: z.instanceof(Uint8Array).nullable(),
      lines: z.int(),
      /** In their order; `line` is the line as running text, in the output's language. */
      kept: z.array(outgoingSchema.extend({ line: z.string() })),
      /** What its status keeps back; what the options did not choose is in neither list. */
      leftOut: z.array(outgoingSchema),
      /** For the clipboard: plain text and, where the format is rich, HTML to paste. */
      copy: z.strictObject({ plain: z.string(), html: z.string().nullable() }),
      /** What it states of whom; what copies.record takes. */
      facts: z.array(sentFactSchema),
      /** The self-test: lines whose every fact was read again from what was made, of all lines. */
      readBack: z.strictObject({
        matched: z.int(),
        lines: z.int(),
        missing: z.array(factsFoundSchema),
      }),
    }),
  },
  /**
   * How it will look: pages as SVG from the source that also makes the PDF; for Word, HTML read
   * back from the real file; for the rest neither, since their text is what there is to see.
   */
  'exports.preview': {
    input: resumeInputSchema,
    output: z.strictObject({ pages: z.array(z.string()), html: z.string().nullable() }),
  },
  /** What a parser sees of someone's own CV, and which facts of the portfolio it finds there. */
  'exports.check': {
    input: z.strictObject({
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ byteLength }) => byteLength <= CV_MAX_BYTES, 'The file is too large for a CV.'),
      /** Found from the content when it is not given. */
      mime: z.string().max(200).nullable().default(null),
      profile: idSchema.nullable().default(null),
      options: resumeOptionsSchema.partial().default({}),
      asOf: plainDateSchema,
    }),
    output: z.strictObject({
      mime: z.string(),
      pages: z.int().nullable(),
      text: z.string(),
      credentials: z.array(factsFoundSchema),
      /** Credentials of which nothing was found. */
      absent: z.array(outgoingSchema),
      warnings: z.array(z.string()),
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

  'profiles.list': { input: z.strictObject({}), output: z.array(profileSchema) },
  /** Makes a profile, or changes the one of that id; what is not named stays, or is the default. */
  'profiles.save': {
    input: z.strictObject({
      id: idSchema.nullable().default(null),
      profile: profileFieldsSchema
        .omit({ options: true })
        .partial()
        .extend({ options: resumeOptionsSchema.partial().optional() }),
    }),
    output: profileSchema,
  },
  'profiles.remove': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.int() }),
  },

  'templates.list': { input: z.strictObject({}), output: z.array(templateSchema) },
  /** Keeps a template that can be rendered; one that cannot is refused with its line. */
  'templates.save': {
    input: z.strictObject({
      /** Null for a new one. */
      id: z.string().min(1).max(200).nullable().default(null),
      name: z.string().trim().min(1).max(200).optional(),
      target: templateTargetSchema.optional(),
      body: templateBodySchema,
    }),
    output: templateSchema,
  },
  /** A shipped one is again as it was shipped; one of the user's own goes. */
  'templates.restore': {
    input: z.strictObject({ id: z.string().min(1).max(200) }),
    output: templateSchema.nullable(),
  },
  /** Renders a source that is being written. A mistake in it is part of the answer. */
  'templates.preview': {
    input: resumeInputSchema
      .pick({ profile: true, options: true, asOf: true })
      .extend({ target: templateTargetSchema, body: templateBodySchema }),
    output: z.strictObject({ text: z.string(), problem: templateProblemSchema.nullable() }),
  },
  /** The JSON Schema of the data that templates get, and its variables in a list. */
  'templates.schema': {
    input: z.strictObject({}),
    output: z.strictObject({
      schema: z.record(z.string(), z.unknown()),
      variables: z.array(z.strictObject({ path: z.string(), type: z.string(), what: z.string() })),
    }),
  },
} as const satisfies Record<string, Contract>;
