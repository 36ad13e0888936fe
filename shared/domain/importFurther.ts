import {
  creditSystemSchema,
  credentialFieldsSchema,
  qualitySignals,
  storySchema,
  type CredentialFields,
} from '#shared/domain/credential.ts';
import { splitList } from '#shared/domain/csvCell.ts';
import type { SourceCells, SourceField } from '#shared/domain/importColumns.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import { textKey } from '#shared/domain/textKey.ts';

type Further = Partial<CredentialFields>;
type Reader = (text: string, cells: SourceCells, order: DateOrder) => unknown;

/** As many characters as the notes of a record hold. */
const MOST_NOTES = 100_000;

/** Words of other tools for the lifecycle; the status of a day (active, expired) is not stored. */
const lifecycleWords: ReadonlyMap<string, CredentialFields['lifecycle']> = new Map([
  ...['planned', 'wished', 'wish list', 'to do', 'not started', 'geplant'].map(
    (word) => [word, 'planned'] as const,
  ),
  ...[
    'in progress',
    'started',
    'enrolled',
    'ongoing',
    'running',
    'laufend',
    'in arbeit',
    'begonnen',
  ].map((word) => [word, 'in-progress'] as const),
  ...[
    'earned',
    'completed',
    'complete',
    'done',
    'passed',
    'active',
    'valid',
    'expired',
    'expiring',
    'issued',
    'grace',
    'suspended',
    'scheduled',
    'abgeschlossen',
    'bestanden',
    'gultig',
    'abgelaufen',
    'aktiv',
  ].map((word) => [word, 'earned'] as const),
  ...['revoked', 'withdrawn', 'widerrufen'].map((word) => [word, 'revoked'] as const),
  ...['abandoned', 'dropped', 'cancelled', 'abgebrochen'].map(
    (word) => [word, 'abandoned'] as const,
  ),
]);

const numberOf: Reader = (text) => {
  const number = /^(\d+(?:[.,]\d+)?)\s*(?:%|h|hrs?|hours?|std|stunden|days?)?\.?$/i.exec(text)?.[1];
  return number === undefined ? undefined : Number(number.replace(',', '.'));
};
const flagOf: Reader = (text) => {
  const word = textKey(text);
  if (['true', 'yes', 'y', 'ja', '1', 'x'].includes(word)) return true;
  return ['false', 'no', 'n', 'nein', '0'].includes(word) ? false : undefined;
};
const dateOf: Reader = (text, _cells, order) => {
  const read = readDate(text, order);
  return read === null ? null : 'date' in read ? read.date : undefined;
};
/** A list parted by semicolons, as our own export writes it, or by commas where there are none. */
const listOf: Reader = (text) =>
  text.includes(';') ? splitList(text) : splitList(text.replaceAll(',', ';'));

/** How a text becomes the value of a field; undefined when it does not. */
const readers: Readonly<Partial<Record<SourceField, Reader>>> = {
  abbreviation: (text) => text,
  platform: (text) => text,
  lifecycle: (text) => lifecycleWords.get(textKey(text)),
  progress: numberOf,
  started: dateOf,
  target: dateOf,
  neverExpires: flagOf,
  skills: listOf,
  tags: listOf,
  hours: numberOf,
  credits: (text, { creditSystem }) => {
    const amount = numberOf(text, {}, 'day-first');
    const system = creditSystemSchema.safeParse(creditSystem ?? 'other');
    return amount === undefined || !system.success ? undefined : { amount, system: system.data };
  },
  creditsToward: (text) => text,
  grade: (text) => text,
  cost: (text, { currency }) => moneyOf(text, currency),
  costAid: (text) => text,
  costPaidBy: (text) => text,
  capstone: (text) => text,
  verifiedTrack: flagOf,
  language: (text) => text,
  notes: (text) => text,
  quality: (text) => {
    const words = splitList(text);
    return words.every((word) => (qualitySignals as readonly string[]).includes(word))
      ? words
      : undefined;
  },
  pinned: flagOf,
  leadDays: numberOf,
  policyId: (text) => text,
};

/**
 * The fields beside those that a preview shows. What cannot be read is no reason to leave a row out:
 * it is kept in the notes as the file has it, and said.
 */
export function readFurtherFields(
  cells: SourceCells,
  order: DateOrder,
  warnings: string[],
): Further {
  const fields: Record<string, unknown> = {};
  const unread: string[] = [];
  // The keys are those of the readers.
  for (const field of Object.keys(readers) as SourceField[]) {
    const text = cells[field];
    const value = text === undefined ? undefined : readers[field]?.(text, cells, order);
    if (text === undefined) continue;
    const parsed = value === undefined ? undefined : shape(field).safeParse(value);
    if (parsed?.success === true) {
      fields[field] = parsed.data;
    } else {
      unread.push(`${field}: ${text}`);
      warnings.push(
        `The ${field} "${text.slice(0, 60)}" could not be read; it is kept in the notes.`,
      );
    }
  }
  const { situation = '', task = '', action = '', result = '' } = cells;
  const told = [situation, task, action, result].filter((part) => part !== '');
  const story = storySchema.safeParse({ situation, task, action, result });
  if (told.length > 0 && story.success) fields['story'] = story.data;
  else unread.push(...told);
  // Cells are capped in size, and so is all that few of them can add up to.
  if (unread.length > 0)
    fields['notes'] = [fields['notes'], ...unread].filter(Boolean).join('\n').slice(0, MOST_NOTES);
  return fields;
}

const shapes = credentialFieldsSchema.shape;

function shape(field: SourceField) {
  // Fields with a reader are fields of a credential.
  return shapes[field as keyof typeof shapes];
}

/** A comma before three digits may part thousands; a dot is the decimal one of our own table. */
function moneyOf(text: string, currency: string | undefined): unknown {
  const found = /^(?:([A-Z]{3})\s*)?(\d+(?:[.,]\d{1,2}|\.\d{3})?)(?:\s*([A-Z]{3}))?$/.exec(text);
  const code = currency ?? found?.[1] ?? found?.[3];
  if (found?.[2] === undefined || code === undefined) return undefined;
  try {
    return parseMoney(found[2].replace(',', '.'), code);
  } catch {
    // Not an amount of that currency: the caller keeps the text in the notes.
    return undefined;
  }
}
