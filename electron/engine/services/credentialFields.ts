import type { CredentialPatch } from '#shared/domain/credential.ts';
import { textKey, uniqueWords } from '#shared/domain/textKey.ts';
import type { WritableDb } from '../changes.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';
import type { Cell, Row } from '../rowStore.ts';

type ToCells = {
  readonly [F in keyof CredentialPatch]-?: (
    value: NonNullable<CredentialPatch[F]> | null,
    tx: WritableDb,
    words: WordRepository,
  ) => Row;
};

const flag = (value: boolean | null): Cell => (value === null ? null : value ? 1 : 0);
const plain =
  (column: string) =>
  (value: Cell): Row => ({ [column]: value });
/** Lists keep their order; a word said twice is kept once. */
const list =
  (column: string) =>
  (value: readonly string[] | null): Row => ({
    [column]: JSON.stringify(uniqueWords(value ?? [])),
  });

/** How each field of a credential lies in its row. */
const toCells: ToCells = {
  title: (value) => ({ title: value, title_key: textKey(value ?? '') }),
  abbreviation: plain('abbreviation'),
  kind: plain('kind'),
  issuer: (value, tx, words) => ({ issuer_id: value === null ? null : words.issuerId(tx, value) }),
  platform: (value, tx, words) => ({
    platform_id: value === null ? null : words.platformId(tx, value),
  }),
  lifecycle: plain('lifecycle'),
  progress: plain('progress'),
  started: plain('started'),
  target: plain('target'),
  issued: plain('issued'),
  expires: plain('expires'),
  neverExpires: (value) => ({ never_expires: flag(value ?? false) }),
  number: plain('number'),
  url: plain('url'),
  hours: plain('hours'),
  credits: (value) => ({
    credits_amount: value?.amount ?? null,
    credits_system: value?.system ?? null,
  }),
  creditsToward: plain('credits_toward'),
  grade: plain('grade'),
  cost: (value) => ({ cost_minor: value?.amount ?? null, cost_currency: value?.currency ?? null }),
  costAid: plain('cost_aid'),
  costPaidBy: plain('cost_paid_by'),
  capstone: plain('capstone'),
  verifiedTrack: (value) => ({ verified_track: flag(value) }),
  language: plain('language'),
  notes: (value) => ({ notes: value === '' ? null : value }),
  story: (value) => ({ story: value === null ? null : JSON.stringify(value) }),
  quality: list('quality'),
  skills: list('skills'),
  tags: list('tags'),
  pinned: (value) => ({ pinned: flag(value ?? false) }),
  leadDays: plain('lead_days'),
  policyId: plain('policy_id'),
};

const EMPTY_ROW: Row = {
  kind: 'other',
  lifecycle: 'earned',
  never_expires: 0,
  quality: '[]',
  skills: '[]',
  tags: '[]',
  pinned: 0,
  grace_days: 0,
  suspended_days: 0,
  verification: '{"state":"not-checked","checkedAt":null,"reasons":[]}',
};

/** Cells of the named fields; makes issuers and platforms that are new. */
function cellsOf(tx: WritableDb, words: WordRepository, patch: CredentialPatch): Row {
  const cells: Record<string, Cell> = {};
  for (const field of Object.keys(patch) as Array<keyof CredentialPatch>) {
    const value = patch[field];
    if (value === undefined) continue;
    // Field and value come from the same entry, which the index type cannot show.
    const convert = toCells[field] as (
      value: unknown,
      tx: WritableDb,
      words: WordRepository,
    ) => Row;
    // Assigned, not spread: an import makes thirty of these for each of its rows.
    Object.assign(cells, convert(value, tx, words));
  }
  return cells;
}

/** The row of a new credential, without `seq` and `id`. */
export function rowOfNew(tx: WritableDb, words: WordRepository, fields: CredentialPatch): Row {
  return { ...EMPTY_ROW, ...cellsOf(tx, words, fields), created_at: tx.at, updated_at: tx.at };
}

/** The row with the patch in it; the same row when the patch says nothing new. */
export function patchRow(
  tx: WritableDb,
  words: WordRepository,
  row: Row,
  patch: CredentialPatch,
): Row {
  const cells = cellsOf(tx, words, patch);
  const same = Object.entries(cells).every(([column, value]) => row[column] === value);
  return same ? row : { ...row, ...cells, updated_at: tx.at };
}
