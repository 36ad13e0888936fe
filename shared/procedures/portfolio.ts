import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import type { Contract } from '#shared/procedures/contract.ts';
import { settingsSchema } from '#shared/domain/settings.ts';

const operationSchema = z.strictObject({
  id: idSchema,
  label: z.string(),
  origin: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  undone: z.boolean(),
  happenedAt: z.string(),
});

const changeSchema = z.strictObject({
  operation: operationSchema,
  subject: z.string(),
  subjectId: z.string(),
  /** What happened to the record: made, changed, or taken out. */
  action: z.enum(['added', 'changed', 'removed']),
  fields: z.array(z.strictObject({ name: z.string(), before: z.unknown(), after: z.unknown() })),
});

/** An undo or redo says what it took back; nothing to undo is refused. */
const undoneSchema = z.strictObject({ operation: operationSchema, changed: z.int() });

const doctorFindingSchema = z.strictObject({
  check: z.enum([
    'structure',
    'references',
    'content',
    'operation-log',
    'search-index',
    'evidence',
  ]),
  state: z.enum(['pass', 'fail', 'repaired']),
  detail: z.string(),
});

export const portfolioProcedures = {
  'portfolio.info': {
    input: z.strictObject({}),
    output: z.strictObject({
      folder: z.string(),
      version: z.string(),
      schemaVersion: z.int(),
      sample: z.boolean(),
      credentials: z.int(),
      /** Credentials in the trash: a portfolio with some is not a new one. */
      trashed: z.int(),
      bytes: z.int(),
      notices: z.array(z.string()),
    }),
  },
  /** Fills an empty portfolio with the sample; refused on one that holds anything. */
  'portfolio.demo': {
    input: z.strictObject({}),
    output: z.strictObject({ added: z.int() }),
  },
  'portfolio.doctor': {
    input: z.strictObject({ repair: z.boolean().default(false) }),
    output: z.strictObject({ healthy: z.boolean(), findings: z.array(doctorFindingSchema) }),
  },
  'settings.get': { input: z.strictObject({}), output: settingsSchema },
  'settings.set': { input: settingsSchema.partial(), output: settingsSchema },
  'history.list': {
    input: z.strictObject({
      subjectId: idSchema.nullable().default(null),
      limit: z.int().min(1).max(10_000).default(100),
    }),
    output: z.strictObject({ items: z.array(changeSchema) }),
  },
  /** What undo and redo would do next; null when there is nothing. */
  'history.state': {
    input: z.strictObject({}),
    output: z.strictObject({
      undo: operationSchema.nullable(),
      redo: operationSchema.nullable(),
    }),
  },
  'history.undo': { input: z.strictObject({}), output: undoneSchema },
  'history.redo': { input: z.strictObject({}), output: undoneSchema },
} as const satisfies Record<string, Contract>;

export type Operation = z.infer<typeof operationSchema>;
export type Change = z.infer<typeof changeSchema>;
export type DoctorFinding = z.infer<typeof doctorFindingSchema>;
