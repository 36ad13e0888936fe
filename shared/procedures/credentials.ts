import { z } from 'zod';
import {
  credentialPatchSchema,
  credentialSchema,
  idSchema,
  kindSchema,
  newCredentialSchema,
} from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { statusSchema } from '#shared/domain/status.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** All parts must hold; within one list, any. Words of `query` are prefixes, in any field. */
export const credentialFilterSchema = z.strictObject({
  status: z.array(statusSchema).optional(),
  kind: z.array(kindSchema).optional(),
  /** Issuer names or aliases; case, accents and punctuation ignored. */
  issuer: z.array(z.string()).optional(),
  platform: z.array(z.string()).optional(),
  skill: z.array(z.string()).optional(),
  tag: z.array(z.string()).optional(),
  query: z.string().max(500).optional(),
  trashed: z.boolean().optional(),
});
export type CredentialFilter = z.infer<typeof credentialFilterSchema>;

export const credentialSortSchema = z.enum(['expires', 'issued', 'title', 'issuer', 'status']);
export type CredentialSort = z.infer<typeof credentialSortSchema>;

const page = {
  filter: credentialFilterSchema.default({}),
  sort: credentialSortSchema.default('expires'),
  descending: z.boolean().default(false),
  asOf: plainDateSchema,
  limit: z.int().min(1).max(1000).default(200),
  /** Opaque place after which the page begins: `next` of the page before. */
  after: z.string().max(2000).nullable().default(null),
  /** Rows to skip; for jumping with a scroll bar, where no `after` is known. */
  offset: z.int().min(0).default(0),
};

/**
 * Rows of the table as columns of one length, which cross processes faster than objects.
 * `total` is null unless asked for.
 */
const rowColumnsSchema = z.object({
  id: z.array(z.string()),
  title: z.array(z.string()),
  abbreviation: z.array(z.string().nullable()),
  kind: z.array(z.string()),
  issuer: z.array(z.string().nullable()),
  platform: z.array(z.string().nullable()),
  status: z.array(z.string()),
  issued: z.array(z.string().nullable()),
  expires: z.array(z.string().nullable()),
  daysLeft: z.array(z.number().nullable()),
  progress: z.array(z.number().nullable()),
});
export type CredentialRowColumns = z.infer<typeof rowColumnsSchema>;

const named = z.strictObject({ name: z.string(), count: z.int() });

export const credentialProcedures = {
  'credentials.rows': {
    input: z.strictObject({ ...page, withTotal: z.boolean().default(false) }),
    output: z.strictObject({
      total: z.int().nullable(),
      next: z.string().nullable(),
      columns: rowColumnsSchema,
    }),
  },
  'credentials.list': {
    input: z.strictObject({ ...page, limit: z.int().min(1).max(100_000).default(100_000) }),
    output: z.strictObject({
      asOf: plainDateSchema,
      total: z.int(),
      next: z.string().nullable(),
      items: z.array(credentialSchema),
    }),
  },
  'credentials.get': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema }),
    output: credentialSchema,
  },
  /** A full id, a unique prefix of 6 or more characters, or a unique title or abbreviation. */
  'credentials.resolve': {
    input: z.strictObject({
      ref: z.string().min(1).max(1000),
      trashed: z.boolean().default(false),
    }),
    output: z.strictObject({ id: idSchema }),
  },
  'credentials.create': {
    input: z.strictObject({ fields: newCredentialSchema, asOf: plainDateSchema }),
    output: credentialSchema,
  },
  'credentials.update': {
    input: z.strictObject({ id: idSchema, patch: credentialPatchSchema, asOf: plainDateSchema }),
    output: credentialSchema,
  },
  /** One undoable change to many: the patch, and skills and tags to add or remove. */
  'credentials.bulkUpdate': {
    input: z.strictObject({
      ids: z.array(idSchema).min(1).max(100_000),
      patch: credentialPatchSchema.omit({ title: true, skills: true, tags: true }).default({}),
      addTags: z.array(z.string().trim().min(1).max(100)).default([]),
      removeTags: z.array(z.string()).default([]),
      addSkills: z.array(z.string().trim().min(1).max(200)).default([]),
      removeSkills: z.array(z.string()).default([]),
    }),
    output: z.strictObject({ changed: z.int() }),
  },
  'credentials.trash': {
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
    output: z.strictObject({ changed: z.int() }),
  },
  'credentials.restore': {
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
    output: z.strictObject({ changed: z.int() }),
  },
  /** Takes trashed credentials out of the portfolio. Refused for one that is not in the trash. */
  'credentials.purge': {
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
    output: z.strictObject({ changed: z.int() }),
  },
  'credentials.statusCounts': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      total: z.int(),
      trashed: z.int(),
      counts: z.partialRecord(statusSchema, z.int()),
    }),
  },
  /** Values in use, for filter chips and completion, most used first. */
  'credentials.facets': {
    input: z.strictObject({}),
    output: z.strictObject({
      kinds: z.array(z.strictObject({ name: kindSchema, count: z.int() })),
      issuers: z.array(named),
      platforms: z.array(named),
      skills: z.array(named),
      tags: z.array(named),
    }),
  },
  /**
   * What needs attention up to `withinDays` after `asOf`, soonest first: expiring, in grace or
   * suspended, expired within the last 90 days, and target dates of what is in progress.
   */
  'credentials.due': {
    input: z.strictObject({
      asOf: plainDateSchema,
      withinDays: z.int().min(0).max(3660).default(90),
    }),
    output: z.strictObject({
      asOf: plainDateSchema,
      items: z.array(
        z.strictObject({
          credentialId: idSchema,
          title: z.string(),
          kind: z.enum(['expires', 'grace', 'suspended', 'expired', 'target-date']),
          on: plainDateSchema,
          daysLeft: z.int(),
          reason: z.string(),
        }),
      ),
    }),
  },
  /** Courses and programs under way, with what is known of their finish. */
  'credentials.inProgress': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        issuer: z.string().nullable(),
        platform: z.string().nullable(),
        progress: z.int().nullable(),
        target: z.string().nullable(),
        hoursLeft: z.number().nullable(),
        /** When it is done at the weekly hours of the settings (domain.md section 4). */
        forecast: plainDateSchema.nullable(),
      }),
    ),
  },
  /**
   * Bars of the timeline as columns. Days are integers since 1970-01-01; an open end is null as
   * NaN. `text` joins id, title, kind, issuer and status of each row by U+001F, rows by U+001E.
   */
  'credentials.timeline': {
    input: z.strictObject({ asOf: plainDateSchema, filter: credentialFilterSchema.default({}) }),
    output: z.strictObject({
      count: z.int(),
      start: z.instanceof(Float64Array),
      end: z.instanceof(Float64Array),
      graceEnd: z.instanceof(Float64Array),
      progress: z.instanceof(Float64Array),
      text: z.string(),
    }),
  },
} as const satisfies Record<string, Contract>;
