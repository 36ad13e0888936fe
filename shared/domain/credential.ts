import { z } from 'zod';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { lifecycleSchema, statusSchema } from '#shared/domain/status.ts';

/** A UUIDv7. */
export const idSchema = z.uuid().brand<'Id'>();
export type Id = z.infer<typeof idSchema>;

/** Kinds of credential, in the order in which they are offered (domain.md section 2). */
export const kinds = [
  'degree',
  'university-certificate',
  'micromasters',
  'microbachelors',
  'xseries',
  'professional-certificate',
  'specialization',
  'mastertrack',
  'nanodegree',
  'course-certificate',
  'learning-path',
  'bootcamp',
  'certification',
  'license',
  'badge',
  'assessment',
  'membership',
  'other',
] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

/** Systems in which academic credits are counted. */
export const creditSystemSchema = z.enum(['usCredits', 'ects', 'ace', 'other']);

/** A web address that may be shown as a link: http or https, nothing else (standards.md 3.1). */
export const webUrlSchema = z
  .string()
  .trim()
  .max(2048)
  .refine((text) => {
    try {
      return ['http:', 'https:'].includes(new URL(text).protocol);
    } catch {
      return false;
    }
  }, 'Give a full web address that begins with https:// or http://.');

const line = (max: number) => z.string().trim().min(1).max(max);

/** Amount in minor units of an ISO 4217 currency. */
export const moneySchema = z.strictObject({
  amount: z.int().min(0).max(1_000_000_000_00),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Give the currency as three letters, such as USD.'),
});

export const creditsSchema = z.strictObject({
  amount: z.number().min(0).max(10_000),
  system: creditSystemSchema,
});

export const storySchema = z.strictObject({
  situation: z.string().max(10_000),
  task: z.string().max(10_000),
  action: z.string().max(10_000),
  result: z.string().max(10_000),
});
export type Story = z.infer<typeof storySchema>;

/** Quality signals that a holder may note (features.md G6). */
export const qualitySignals = [
  'accredited-issuer',
  'graded-work',
  'hands-on-project',
  'proctored',
  'good-reviews',
  'endorsed-by-employers',
] as const;

export const verificationSchema = z.strictObject({
  state: z.enum(['verified', 'failed', 'unverifiable', 'not-checked']),
  checkedAt: z.string().nullable(),
  reasons: z.array(z.string()),
});

/** What a person may set on a credential. Unknown is null, never an empty text. */
export const credentialFieldsSchema = z.strictObject({
  title: line(1000),
  abbreviation: line(60).nullable(),
  kind: kindSchema,
  issuer: line(500).nullable(),
  platform: line(200).nullable(),
  lifecycle: lifecycleSchema,
  progress: z.int().min(0).max(100).nullable(),
  started: partialDateSchema.nullable(),
  target: partialDateSchema.nullable(),
  issued: partialDateSchema.nullable(),
  expires: partialDateSchema.nullable(),
  neverExpires: z.boolean(),
  number: line(500).nullable(),
  url: webUrlSchema.nullable(),
  hours: z.number().min(0).max(100_000).nullable(),
  credits: creditsSchema.nullable(),
  creditsToward: line(500).nullable(),
  grade: line(100).nullable(),
  cost: moneySchema.nullable(),
  costAid: line(500).nullable(),
  costPaidBy: line(200).nullable(),
  capstone: line(500).nullable(),
  verifiedTrack: z.boolean().nullable(),
  language: line(100).nullable(),
  notes: z.string().max(100_000).nullable(),
  story: storySchema.nullable(),
  quality: z.array(z.enum(qualitySignals)).max(qualitySignals.length),
  skills: z.array(line(200)).max(200),
  tags: z.array(line(100)).max(100),
  pinned: z.boolean(),
  leadDays: z.int().min(0).max(3650).nullable(),
  policyId: line(200).nullable(),
});
export type CredentialFields = z.infer<typeof credentialFieldsSchema>;

/** A change to one credential: only the fields that are named change. */
export const credentialPatchSchema = credentialFieldsSchema.partial();
export type CredentialPatch = z.infer<typeof credentialPatchSchema>;

/** A new credential: only the title, the kind and the issuer must be there. */
export const newCredentialSchema = credentialPatchSchema.extend({
  title: line(1000),
  kind: kindSchema,
  issuer: line(500),
});
export type NewCredential = z.infer<typeof newCredentialSchema>;

export const evidenceSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});

/** One period of validity and how it was renewed (domain.md section 3). */
export const cycleSchema = z.strictObject({
  start: partialDateSchema,
  end: partialDateSchema.nullable(),
  renewedOn: partialDateSchema.nullable(),
  method: z.string().nullable(),
});

/** A credential as every screen, the command line and exports see it on a day (cli.md). */
export const credentialSchema = credentialFieldsSchema.omit({ issuer: true }).extend({
  id: idSchema,
  issuer: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  title: z.string(),
  status: statusSchema,
  expiresComputed: partialDateSchema.nullable(),
  daysLeft: z.int().nullable(),
  url: z.string().nullable(),
  cycles: z.array(cycleSchema),
  evidence: z.array(evidenceSchema),
  verification: verificationSchema,
  source: z.strictObject({ batch: idSchema, format: z.string() }).nullable(),
  trashedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Credential = z.infer<typeof credentialSchema>;

/** Fields of a credential before anything is known of them. */
export const emptyCredentialFields: CredentialFields = {
  title: '',
  abbreviation: null,
  kind: 'other',
  issuer: null,
  platform: null,
  lifecycle: 'earned',
  progress: null,
  started: null,
  target: null,
  issued: null,
  expires: null,
  neverExpires: false,
  number: null,
  url: null,
  hours: null,
  credits: null,
  creditsToward: null,
  grade: null,
  cost: null,
  costAid: null,
  costPaidBy: null,
  capstone: null,
  verifiedTrack: null,
  language: null,
  notes: null,
  story: null,
  quality: [],
  skills: [],
  tags: [],
  pinned: false,
  leadDays: null,
  policyId: null,
};
