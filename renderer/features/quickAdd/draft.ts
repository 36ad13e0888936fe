import {
  newCredentialSchema,
  type CredentialPatch,
  type Kind,
  type NewCredential,
} from '#shared/domain/credential.ts';
import { currencyDigits } from '#shared/domain/money.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import type { Lifecycle } from '#shared/domain/status.ts';

const textFields = [
  'title',
  'abbreviation',
  'issuer',
  'platform',
  'progress',
  'started',
  'target',
  'issued',
  'expires',
  'number',
  'url',
  'hours',
  'credits',
  'creditsToward',
  'grade',
  'cost',
  'currency',
  'costAid',
  'costPaidBy',
  'capstone',
  'language',
  'notes',
  'situation',
  'task',
  'action',
  'result',
  'leadDays',
  'policyId',
] as const;
export type TextField = (typeof textFields)[number];

/** A credential while it is typed: every field as its text, so that nothing typed is lost. */
export type Draft = Readonly<
  Record<TextField, string> & {
    kind: Kind;
    lifecycle: Lifecycle;
    neverExpires: boolean;
    creditSystem: 'usCredits' | 'ects' | 'ace' | 'other';
    verifiedTrack: 'yes' | 'no' | 'unknown';
    quality: readonly string[];
    skills: readonly string[];
    tags: readonly string[];
    pinned: boolean;
  }
>;

export type DraftErrors = Readonly<Partial<Record<keyof Draft, string>>>;

const emptyTexts: Record<TextField, string> = {
  title: '',
  abbreviation: '',
  issuer: '',
  platform: '',
  progress: '',
  started: '',
  target: '',
  issued: '',
  expires: '',
  number: '',
  url: '',
  hours: '',
  credits: '',
  creditsToward: '',
  grade: '',
  cost: '',
  currency: 'USD',
  costAid: '',
  costPaidBy: '',
  capstone: '',
  language: '',
  notes: '',
  situation: '',
  task: '',
  action: '',
  result: '',
  leadDays: '',
  policyId: '',
};

export const emptyDraft: Draft = {
  ...emptyTexts,
  kind: 'other',
  lifecycle: 'earned',
  neverExpires: false,
  creditSystem: 'usCredits',
  verifiedTrack: 'unknown',
  quality: [],
  skills: [],
  tags: [],
  pinned: false,
};

/** Fields as the form shows them; what they do not say is as in an empty form. */
export function draftOf(fields: CredentialPatch): Draft {
  const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));
  const { cost, credits, story, verifiedTrack } = fields;
  const digits = cost == null ? 2 : currencyDigits(cost.currency);
  return {
    ...emptyDraft,
    title: text(fields.title),
    abbreviation: text(fields.abbreviation),
    kind: fields.kind ?? emptyDraft.kind,
    issuer: text(fields.issuer),
    platform: text(fields.platform),
    lifecycle: fields.lifecycle ?? emptyDraft.lifecycle,
    progress: text(fields.progress),
    started: text(fields.started),
    target: text(fields.target),
    issued: text(fields.issued),
    expires: text(fields.expires),
    neverExpires: fields.neverExpires ?? false,
    number: text(fields.number),
    url: text(fields.url),
    hours: text(fields.hours),
    credits: text(credits?.amount),
    creditSystem: credits?.system ?? emptyDraft.creditSystem,
    creditsToward: text(fields.creditsToward),
    grade: text(fields.grade),
    cost: cost == null ? '' : (cost.amount / 10 ** digits).toFixed(digits),
    currency: cost?.currency ?? emptyDraft.currency,
    costAid: text(fields.costAid),
    costPaidBy: text(fields.costPaidBy),
    capstone: text(fields.capstone),
    verifiedTrack: verifiedTrack == null ? 'unknown' : verifiedTrack ? 'yes' : 'no',
    language: text(fields.language),
    notes: text(fields.notes),
    situation: story?.situation ?? '',
    task: story?.task ?? '',
    action: story?.action ?? '',
    result: story?.result ?? '',
    quality: fields.quality ?? [],
    skills: fields.skills ?? [],
    tags: fields.tags ?? [],
    pinned: fields.pinned ?? false,
    leadDays: text(fields.leadDays),
    policyId: text(fields.policyId),
  };
}

export type DraftReading =
  | Readonly<{ fields: NewCredential; errors: null }>
  | Readonly<{ fields: null; errors: DraftErrors }>;

/** Turns what was typed into a credential, by the same schema that the engine uses. */
export function readDraft(draft: Draft, dateOrder: DateOrder): DraftReading {
  const errors: Partial<Record<keyof Draft, string>> = {};
  const words = (field: TextField): string | null => {
    const value = draft[field].trim();
    return value === '' ? null : value;
  };
  const date = (field: 'started' | 'target' | 'issued' | 'expires'): string | null => {
    const reading = readDate(draft[field], dateOrder);
    if (reading === null || 'date' in reading) return reading?.date ?? null;
    errors[field] = reading.message;
    return null;
  };
  const number = (field: TextField): number | null => {
    const value = words(field);
    if (value === null) return null;
    const parsed = Number(value.replace(',', '.'));
    if (Number.isFinite(parsed)) return parsed;
    errors[field] = 'number';
    return null;
  };

  const amount = number('cost');
  const creditAmount = number('credits');
  const currency = draft.currency.trim().toUpperCase();
  const story = [draft.situation, draft.task, draft.action, draft.result];
  const fields = {
    title: draft.title,
    abbreviation: words('abbreviation'),
    kind: draft.kind,
    issuer: draft.issuer,
    platform: words('platform'),
    lifecycle: draft.lifecycle,
    progress: number('progress'),
    started: date('started'),
    target: date('target'),
    issued: date('issued'),
    expires: draft.neverExpires ? null : date('expires'),
    neverExpires: draft.neverExpires,
    number: words('number'),
    url: words('url'),
    hours: number('hours'),
    credits: creditAmount === null ? null : { amount: creditAmount, system: draft.creditSystem },
    creditsToward: words('creditsToward'),
    grade: words('grade'),
    cost: amount === null ? null : { amount: toMinor(amount, currency), currency },
    costAid: words('costAid'),
    costPaidBy: words('costPaidBy'),
    capstone: words('capstone'),
    verifiedTrack: draft.verifiedTrack === 'unknown' ? null : draft.verifiedTrack === 'yes',
    language: words('language'),
    notes: words('notes'),
    story: story.every((part) => part.trim() === '')
      ? null
      : {
          situation: draft.situation,
          task: draft.task,
          action: draft.action,
          result: draft.result,
        },
    quality: [...draft.quality],
    skills: [...draft.skills],
    tags: [...draft.tags],
    pinned: draft.pinned,
    leadDays: number('leadDays'),
    policyId: words('policyId'),
  };
  const parsed = newCredentialSchema.safeParse(fields);
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldOf(issue.path);
    if (field !== null) errors[field] ??= issue.code === 'too_small' ? 'required' : issue.message;
  }
  if (parsed.success && Object.keys(errors).length === 0)
    return { fields: parsed.data, errors: null };
  return { fields: null, errors };
}

/** Whole minor units; a currency that does not exist is left to the schema to refuse. */
function toMinor(amount: number, currency: string): number {
  const digits = /^[A-Z]{3}$/.test(currency) ? currencyDigits(currency) : 2;
  return Math.round(amount * 10 ** digits);
}

function fieldOf(path: readonly PropertyKey[]): keyof Draft | null {
  const [field, part] = path;
  if (field === 'cost' && part === 'currency') return 'currency';
  if (field === 'story' && typeof part === 'string' && part in emptyDraft) {
    // The four parts of a story are fields of the draft by the same names.
    return part as keyof Draft;
  }
  return typeof field === 'string' && field in emptyDraft ? (field as keyof Draft) : null;
}
