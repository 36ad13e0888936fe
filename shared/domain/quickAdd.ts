import { credentialPatchSchema, type CredentialPatch } from '#shared/domain/credential.ts';
import { addMonths, first, type PartialDate } from '#shared/domain/partialDate.ts';
import { LAST_YEAR } from '#shared/domain/plainDate.ts';
import {
  dateOrYearPattern,
  datePattern,
  readTypedDate,
  type DateReading,
} from '#shared/domain/quickAddDate.ts';
import { guessKind } from '#shared/domain/quickAddKind.ts';
import { takeNames, type CompletedField, type KnownNames } from '#shared/domain/quickAddName.ts';
import { createScan, type Segment } from '#shared/domain/quickAddScan.ts';

type Field = keyof CredentialPatch;
type DateField = 'issued' | 'expires' | 'started' | 'target';

/** What a stretch of the text says; `unclear` is a date that no calendar has. */
type Found = Readonly<{ field: Field | 'unclear'; value: string | number | boolean }>;

/** One thing understood, and where in the text it stands: `text` runs from `start` to `end`. */
export type QuickAddPart = Found & Segment;

export type QuickAdd = Readonly<{
  /** Ready for the form; each value satisfies its field's schema. */
  fields: CredentialPatch;
  /** In the order of the text. */
  parts: readonly QuickAddPart[];
  /** Fields that the catalogue filled in, which the text does not say. */
  completed: readonly CompletedField[];
}>;

export type QuickAddKnown = KnownNames & DateReading;

const MAX_LENGTH = 2000;

const COUNT = '(\\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)';
const PERIOD = String.raw`${COUNT}[\s-]+(years?|yrs?|months?|mos?)\b`;
const COUNT_WORDS = 'zero one two three four five six seven eight nine ten'.split(' ');

const NUMBER_SIGN = /(?<![\w#])#\s?([\p{L}\d][\p{L}\d./_-]*)/giu;
const NUMBER_WORD =
  /\b(?:(?:credential|licen[cs]e)\s+)?(?:no\.?|number|nr\.?|id)[:\s]\s*([\p{L}\d./_-]*\d[\p{L}\d./_-]*)/giu;
const NO_EXPIRY = /\b(?:never expires|does(?: not|n['’]t) expire|no expiry|no expiration)\b/gi;
const RANGE = String.raw`(${dateOrYearPattern})\s*(?:to|until|till|through|–|—|-|→)\s*(${dateOrYearPattern})`;
const EXPIRES_AFTER = String.raw`\b(?:expires?\s+(?:in|after)|valid(?:\s+for)?|good for|lasts|for)\s+${PERIOD}`;

/** Words before a date that say which one it is. */
const dateWords: Readonly<Record<DateField, string>> = {
  expires: String.raw`(?:valid\s+)?(?:expir(?:es|ed|ing|y)|exp\.?|until|till|through)(?:\s+on)?:?`,
  issued: String.raw`(?:issued|earned|awarded|completed|passed|granted)(?:\s+(?:on|in))?:?`,
  started: String.raw`(?:started|began|since)(?:\s+(?:on|in))?:?`,
  target: String.raw`(?:target|due|by|expected|finish(?:es)?)(?:\s+(?:on|in|by))?:?`,
};

const heldDates = ['issued', 'expires'] as const satisfies DateField[];
const underWayDates = ['started', 'target'] as const satisfies DateField[];

/**
 * Understands a line such as "PMP, PMI, issued May 2024, expires in 3 years, #123456".
 * Never throws. What is not understood becomes the notes, so nothing that was typed is lost; only
 * the first 2,000 characters are read.
 */
export function parseQuickAdd(line: string, known: QuickAddKnown): QuickAdd {
  const text = line.slice(0, MAX_LENGTH);
  const scan = createScan<Found>(text);
  const fields: CredentialPatch = {};

  takeMarks();
  takeLifecycle();
  takeDates();
  takePeriods();
  const completed = takeNames(scan, known, put);
  const notes = scan.segments();
  for (const { text: rest, start, end } of notes)
    scan.note({ field: 'notes', value: rest }, start, end);
  if (notes.length > 0) put('notes', notes.map(({ text: rest }) => rest).join(', '));
  if (fields.title !== undefined) put('kind', guessKind(fields));
  return { fields, parts: scan.parts(), completed };

  function takeMarks(): void {
    scan.take(/\bhttps?:\/\/[^\s,;]+/gi, ({ 0: url }) => set('url', url));
    scan.take(NUMBER_SIGN, ({ 1: number = '' }) => set('number', number));
    scan.take(NUMBER_WORD, ({ 1: number = '' }) => set('number', number));
    scan.take(/(?<![\w.])(\d{1,3})\s?%/g, ({ 1: percent }) => set('progress', Number(percent)));
    scan.take(NO_EXPIRY, () => set('neverExpires', true));
    scan.takeSegments(/^(\d{1,5}(?:\.\d{1,2})?)\s?(?:h|hrs?|hours?)$/i, ({ 1: hours }) =>
      set('hours', Number(hours)),
    );
  }

  function takeLifecycle(): void {
    scan.take(/\bin[- ]progress\b/gi, () => set('lifecycle', 'in-progress'));
    scan.takeSegments(/^(?:planned|abandoned|revoked|earned)$/i, ({ 0: word }) =>
      set('lifecycle', word.toLowerCase()),
    );
    if (fields.progress !== undefined) put('lifecycle', 'in-progress');
  }

  function takeDates(): void {
    scan.take(new RegExp(RANGE, 'gi'), ({ 1: from = '', 2: to = '' }) => {
      const [start, end] = isUnderWay() ? underWayDates : heldDates;
      const found = [setDate(start, from), setDate(end, to)].filter((one) => one !== null);
      return found.length === 0 ? null : found;
    });
    for (const field of ['expires', 'issued', 'started', 'target'] as const) {
      const pattern = String.raw`\b${dateWords[field]}\s*(${dateOrYearPattern})`;
      scan.take(new RegExp(pattern, 'gi'), ({ 1: date = '' }) => setDate(field, date));
    }
    if (fields.target !== undefined && fields.issued === undefined) put('lifecycle', 'in-progress');
    scan.take(new RegExp(datePattern, 'gi'), ({ 0: date }) => setBareDate(date));
    scan.takeSegments(/^(?:19|20|21)\d{2}$/, ({ 0: year }) => setBareDate(year));
  }

  function takePeriods(): void {
    scan.take(new RegExp(EXPIRES_AFTER, 'gi'), ({ 1: count, 2: unit }) => setPeriod(count, unit));
    scan.takeSegments(new RegExp(`^${PERIOD}$`, 'i'), ({ 1: count, 2: unit }) =>
      setPeriod(count, unit),
    );
  }

  /** Sets a field that is still open, if the value is one that the field may hold. */
  function put(field: Field, value: string | number | boolean): boolean {
    if (fields[field] !== undefined) return false;
    const parsed = credentialPatchSchema.shape[field].safeParse(value);
    if (!parsed.success || parsed.data === undefined) return false;
    Object.assign(fields, { [field]: parsed.data });
    return true;
  }

  function set(field: Field, value: string | number | boolean): Found | null {
    return put(field, value) ? { field, value } : null;
  }

  function setDate(field: DateField, words: string): Found | null {
    const date = readTypedDate(words, known);
    return date === null ? { field: 'unclear', value: words } : set(field, date);
  }

  /** A date without a word before it: issued, then expires; of what is under way, its target. */
  function setBareDate(words: string): Found | null {
    const date = readTypedDate(words, known);
    if (date !== null && isUnderWay())
      return setDate(first(date) > known.asOf ? 'target' : 'started', words);
    return setDate(fields.issued === undefined ? 'issued' : 'expires', words);
  }

  function isUnderWay(): boolean {
    return fields.lifecycle === 'in-progress' || fields.lifecycle === 'planned';
  }

  /** Counted from the issue date where there is one, else from the day that is looked at. */
  function setPeriod(count = '', unit = ''): Found | null {
    const months = toNumber(count) * (unit.toLowerCase().startsWith('y') ? 12 : 1);
    const expires = later(fields.issued ?? known.asOf, months);
    return expires === null ? null : set('expires', expires);
  }
}

function later(from: PartialDate, months: number): PartialDate | null {
  const lastYear = Number(from.slice(0, 4)) + Math.ceil(months / 12);
  return lastYear > LAST_YEAR ? null : addMonths(from, months);
}

function toNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  return word.toLowerCase() === 'a' ? 1 : COUNT_WORDS.indexOf(word.toLowerCase());
}
