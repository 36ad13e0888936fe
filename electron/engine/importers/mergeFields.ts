import type { CredentialFields, CredentialPatch } from '#shared/domain/credential.ts';
import type { RowFields } from '#shared/domain/importRow.ts';
import { comparePlainDates } from '#shared/domain/plainDate.ts';
import { first, isPartialDate, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { Row } from '../rowStore.ts';

type Field = keyof CredentialFields;

/** Fields that a merge may fill, with the column that is null while they are unknown. */
const fillable: ReadonlyArray<readonly [Field, string]> = [
  ['issued', 'issued'],
  ['expires', 'expires'],
  ['number', 'number'],
  ['url', 'url'],
  ['issuer', 'issuer_id'],
  ['platform', 'platform_id'],
  ['abbreviation', 'abbreviation'],
  ['started', 'started'],
  ['target', 'target'],
  ['hours', 'hours'],
  ['credits', 'credits_amount'],
  ['creditsToward', 'credits_toward'],
  ['grade', 'grade'],
  ['cost', 'cost_minor'],
  ['costAid', 'cost_aid'],
  ['costPaidBy', 'cost_paid_by'],
  ['capstone', 'capstone'],
  ['verifiedTrack', 'verified_track'],
  ['language', 'language'],
  ['notes', 'notes'],
  ['story', 'story'],
];

/**
 * What a merge changes: it fills what the record lacks, takes an expiry that is later, adds skills
 * and tags, and finishes what was under way. It never takes anything away, and never replaces
 * anything else that is there.
 */
export function mergeFields(stored: Row, fields: RowFields): CredentialPatch {
  const patch: Partial<Record<Field, unknown>> = {};
  for (const [field, column] of fillable) {
    const value = fields[field];
    if (stored[column] === null && value !== null && value !== undefined) patch[field] = value;
  }
  if (stored['never_expires'] === 1) delete patch.expires;
  else if (fields.expires && isLater(fields.expires, stored['expires']))
    patch.expires = fields.expires;
  if (!fitsTogether(patch.issued ?? stored['issued'], patch.expires ?? stored['expires'])) {
    delete patch.issued;
    delete patch.expires;
  }
  for (const field of ['skills', 'tags'] as const) {
    const words = wordsOf(stored[field]);
    const known = new Set(words.map(textKey));
    const added = (fields[field] ?? []).filter((word) => !known.has(textKey(word)));
    if (added.length > 0) patch[field] = [...words, ...added];
  }
  const underWay = stored['lifecycle'] === 'in-progress' || stored['lifecycle'] === 'planned';
  if (underWay && fields.issued && (fields.lifecycle ?? 'earned') === 'earned')
    patch.lifecycle = 'earned';
  // Each value comes from the field of the same name.
  return patch as CredentialPatch;
}

function isLater(date: PartialDate, stored: unknown): boolean {
  const other = dateOf(stored);
  return other !== null && comparePlainDates(last(date), last(other)) > 0;
}

function fitsTogether(issued: unknown, expires: unknown): boolean {
  const [from, to] = [dateOf(issued), dateOf(expires)];
  return from === null || to === null || first(from) <= last(to);
}

const dateOf = (value: unknown): PartialDate | null =>
  typeof value === 'string' && isPartialDate(value) ? value : null;

function wordsOf(json: unknown): string[] {
  const words: unknown = JSON.parse(String(json));
  return Array.isArray(words) ? words.map(String) : [];
}
