import { credentialPatchSchema, type CredentialPatch } from '#shared/domain/credential.ts';
import type { Change } from '#shared/procedures/portfolio.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { fieldLabel, fieldText, type FieldName } from './fieldWords.ts';

/** One field of a change, in words. */
export type HistoryLine = Readonly<{ label: string; before: string; after: string }>;

type Cells = Readonly<Record<string, unknown>>;

/** Columns of the change log and the field whose value they hold, wholly or in part. */
const fieldOfColumn: Readonly<Record<string, FieldName>> = {
  title: 'title',
  abbreviation: 'abbreviation',
  kind: 'kind',
  issuer_id: 'issuer',
  platform_id: 'platform',
  lifecycle: 'lifecycle',
  progress: 'progress',
  started: 'started',
  target: 'target',
  issued: 'issued',
  expires: 'expires',
  never_expires: 'expires',
  number: 'number',
  url: 'url',
  hours: 'hours',
  credits_amount: 'credits',
  credits_system: 'credits',
  credits_toward: 'creditsToward',
  grade: 'grade',
  cost_minor: 'cost',
  cost_currency: 'cost',
  cost_aid: 'costAid',
  cost_paid_by: 'costPaidBy',
  capstone: 'capstone',
  verified_track: 'verifiedTrack',
  language: 'language',
  notes: 'notes',
  quality: 'quality',
  skills: 'skills',
  tags: 'tags',
  pinned: 'pinned',
  lead_days: 'leadDays',
  policy_id: 'policyId',
};

const storyParts = ['situation', 'task', 'action', 'result'] as const;

/** What a change did to a credential: the word over its lines. */
export function actionOf(change: Change): 'added' | 'changed' | 'removed' | 'trashed' | 'restored' {
  const trashed = change.fields.find(({ name }) => name === 'trashed_at');
  if (change.action !== 'changed') return change.action;
  if (trashed === undefined) return 'changed';
  return trashed.after === null ? 'restored' : 'trashed';
}

/** Ids of issuers and platforms that a change names instead of holding their names. */
export function namedIds(changes: readonly Change[]): string[] {
  const ids = changes.flatMap(({ fields }) =>
    fields
      .filter(({ name }) => name === 'issuer_id' || name === 'platform_id')
      .flatMap(({ before, after }) => [before, after]),
  );
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** Field by field, what stood there before and what stands there since. */
export function linesOf(
  change: Change,
  names: ReadonlyMap<string, string>,
  format: Format,
): HistoryLine[] {
  const before = cellsOf(change, 'before');
  const after = cellsOf(change, 'after');
  const fields = new Set(change.fields.flatMap(({ name }) => fieldOfColumn[name] ?? []));
  const lines = [...fields].map((field) => ({
    label: fieldLabel(field),
    before: fieldText(valuesOf(field, before, after, names), field, format),
    after: fieldText(valuesOf(field, after, before, names), field, format),
  }));
  return [...lines.filter((line) => line.before !== line.after), ...storyLines(before, after)];
}

function cellsOf(change: Change, side: 'before' | 'after'): Cells {
  return Object.fromEntries(change.fields.map((field) => [field.name, field[side]]));
}

/** One field out of its columns; a part that did not change is only on record where the other did. */
function valuesOf(
  field: FieldName,
  cells: Cells,
  other: Cells,
  names: ReadonlyMap<string, string>,
): CredentialPatch {
  const amount = (minor: unknown, currency: unknown) =>
    minor == null ? null : { amount: minor, currency: currency ?? other['cost_currency'] };
  switch (field) {
    case 'issuer':
      return parsed(field, nameOf(cells['issuer_id'], names));
    case 'platform':
      return parsed(field, nameOf(cells['platform_id'], names));
    case 'expires':
      return cells['never_expires'] === 1
        ? { neverExpires: true }
        : parsed(field, cells['expires'] ?? null);
    case 'cost':
      return parsed(field, amount(cells['cost_minor'], cells['cost_currency']));
    case 'credits':
      return parsed(
        field,
        cells['credits_amount'] == null
          ? null
          : { amount: cells['credits_amount'], system: cells['credits_system'] ?? 'other' },
      );
    case 'skills':
    case 'tags':
    case 'quality':
      return parsed(field, listOf(cells[field]));
    case 'pinned':
      return { pinned: cells['pinned'] === 1 };
    case 'verifiedTrack':
      return parsed(field, cells['verified_track'] == null ? null : cells['verified_track'] === 1);
    default:
      return parsed(field, cells[columnOf(field)] ?? null);
  }
}

function columnOf(field: FieldName): string {
  return Object.entries(fieldOfColumn).find(([, name]) => name === field)?.[0] ?? field;
}

/** A value of an older form than today's is left out rather than shown wrong. */
function parsed(field: FieldName, value: unknown): CredentialPatch {
  const read = credentialPatchSchema.safeParse({ [field]: value });
  return read.success ? read.data : {};
}

function nameOf(id: unknown, names: ReadonlyMap<string, string>): string | null {
  return typeof id === 'string' ? (names.get(id) ?? null) : null;
}

function listOf(text: unknown): unknown {
  return typeof text === 'string' ? JSON.parse(text) : [];
}

function storyLines(before: Cells, after: Cells): HistoryLine[] {
  if (!('story' in before)) return [];
  const [was, is] = [storyOf(before['story']), storyOf(after['story'])];
  return storyParts
    .filter((part) => was[part] !== is[part])
    .map((part) => ({
      label: t(`common.fields.${part}`),
      before: was[part] ?? '',
      after: is[part] ?? '',
    }));
}

function storyOf(text: unknown): Readonly<Record<string, string>> {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
  const read = credentialPatchSchema.safeParse({ story: value });
  return read.success ? { ...read.data.story } : {};
}
