import { z } from 'zod';
import {
  credentialSchema,
  qualitySignals,
  storySchema,
  verificationSchema,
  type Credential,
} from '#shared/domain/credential.ts';
import type { Cycle } from '#shared/domain/cycle.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { statusOn } from '#shared/domain/status.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { lifecycleSchema } from '#shared/domain/status.ts';

/** A credential's row with the names of what it refers to. */
export type CredentialRow = Readonly<{
  seq: number;
  id: string;
  title: string;
  title_key: string;
  abbreviation: string | null;
  kind: string;
  issuer_id: string | null;
  issuer_name: string | null;
  platform_name: string | null;
  lifecycle: string;
  progress: number | null;
  started: string | null;
  target: string | null;
  issued: string | null;
  expires: string | null;
  expires_computed: string | null;
  never_expires: 0 | 1;
  number: string | null;
  url: string | null;
  hours: number | null;
  credits_amount: number | null;
  credits_system: string | null;
  credits_toward: string | null;
  grade: string | null;
  cost_minor: number | null;
  cost_currency: string | null;
  cost_aid: string | null;
  cost_paid_by: string | null;
  capstone: string | null;
  verified_track: 0 | 1 | null;
  language: string | null;
  notes: string | null;
  story: string | null;
  quality: string;
  skills: string;
  tags: string;
  pinned: 0 | 1;
  lead_days: number | null;
  policy_id: string | null;
  policy_lead_days: number | null;
  grace_days: number;
  suspended_days: number;
  verification: string;
  batch_id: string | null;
  batch_format: string | null;
  trashed_at: string | null;
  created_at: string;
  updated_at: string;
}>;

/** Columns of a CredentialRow, from credential c, issuer i, platform p and import_batch b. */
export const CREDENTIAL_COLUMNS = `c.*, i.name AS issuer_name, p.name AS platform_name,
  (SELECT b.format FROM import_batch b WHERE b.id = c.batch_id) AS batch_format`;

const wordsSchema = z.array(z.string());
const qualitySchema = z.array(z.enum(qualitySignals));

/**
 * The credential as it stands on the day `asOf`.
 * @param leadDays the setting, for credentials without a lead time of their own or of a policy
 */
export function toCredential(
  row: CredentialRow,
  evidence: Credential['evidence'],
  recorded: readonly Cycle[],
  asOf: PlainDate,
  leadDays: number,
): Credential {
  const lifecycle = lifecycleSchema.parse(row.lifecycle);
  // The columns hold what partialDateSchema let in; parsing the whole below proves it again.
  const issued = row.issued as PartialDate | null;
  const expires = row.expires as PartialDate | null;
  const { status, daysLeft } = statusOn(
    {
      lifecycle,
      issued,
      expires,
      leadDays: row.lead_days ?? row.policy_lead_days ?? leadDays,
      ladder: { graceDays: row.grace_days, suspendedDays: row.suspended_days },
    },
    asOf,
  );
  return credentialSchema.parse({
    id: row.id,
    title: row.title,
    abbreviation: row.abbreviation,
    kind: row.kind,
    issuer: row.issuer_id === null ? null : { id: row.issuer_id, name: row.issuer_name },
    platform: row.platform_name,
    lifecycle,
    status,
    progress: row.progress,
    started: row.started,
    target: row.target,
    issued,
    expires,
    expiresComputed: row.expires_computed,
    neverExpires: row.never_expires === 1,
    daysLeft,
    number: row.number,
    url: row.url,
    skills: wordsSchema.parse(JSON.parse(row.skills)),
    tags: wordsSchema.parse(JSON.parse(row.tags)),
    hours: row.hours,
    credits:
      row.credits_amount === null
        ? null
        : { amount: row.credits_amount, system: row.credits_system ?? 'other' },
    creditsToward: row.credits_toward,
    grade: row.grade,
    cost:
      row.cost_minor === null
        ? null
        : { amount: row.cost_minor, currency: row.cost_currency ?? 'USD' },
    costAid: row.cost_aid,
    costPaidBy: row.cost_paid_by,
    capstone: row.capstone,
    verifiedTrack: row.verified_track === null ? null : row.verified_track === 1,
    language: row.language,
    notes: row.notes,
    story: row.story === null ? null : storySchema.parse(JSON.parse(row.story)),
    quality: qualitySchema.parse(JSON.parse(row.quality)),
    pinned: row.pinned === 1,
    leadDays: row.lead_days,
    policyId: row.policy_id,
    cycles: cyclesOf(recorded, issued, expires),
    evidence,
    verification: verificationSchema.parse(JSON.parse(row.verification)),
    source:
      row.batch_id === null ? null : { batch: row.batch_id, format: row.batch_format ?? 'unknown' },
    trashedAt: row.trashed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
}

/** The recorded cycles, else the one that the two dates tell. */
function cyclesOf(
  recorded: readonly Cycle[],
  issued: PartialDate | null,
  expires: PartialDate | null,
) {
  if (recorded.length > 0)
    return recorded.map(({ start, end, renewedOn, method }) => ({ start, end, renewedOn, method }));
  return issued === null ? [] : [{ start: issued, end: expires, renewedOn: null, method: null }];
}
