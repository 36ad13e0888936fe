import type { CredentialFields, Kind } from '#shared/domain/credential.ts';
import { readImportDate, readLink } from '#shared/domain/importCells.ts';
import type { SourceCells, SourceField } from '#shared/domain/importColumns.ts';
import { readFurtherFields } from '#shared/domain/importFurther.ts';
import { guessIssuers, guessKind, guessPlatform, kindNamed } from '#shared/domain/importGuess.ts';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { DateOrder } from '#shared/domain/readDate.ts';
import { textOddities, type TextOddity } from '#shared/domain/textOddity.ts';

/** Which kind of row it is; each has its own way of saying the same things. */
export type RowSource = 'certification' | 'education' | 'course' | 'skill' | 'table';

export type RowContext = Readonly<{
  order: DateOrder;
  asOf: PlainDate;
  /** Issuers that the portfolio knows, for rows that name none. */
  knownIssuers: () => readonly string[];
}>;

/** The fields that a preview shows and lets correct, in the order in which they are looked at. */
export const shownFields = [
  'title',
  'issuer',
  'kind',
  'issued',
  'expires',
  'number',
  'url',
] as const;
export type ShownField = (typeof shownFields)[number];
export type ShownCells = Readonly<Record<ShownField, string>>;

export type RowFix = Readonly<{ label: string; field: ShownField; value: string }>;
export type RowProblem = Readonly<{
  field: ShownField;
  code:
    | 'missing_title'
    | 'missing_issuer'
    | 'invalid_kind'
    | 'invalid_date'
    | 'invalid_url'
    | 'too_long';
  message: string;
  fixes: RowFix[];
}>;

/** What a row gives; what is unknown is not named. A skill has its title only. */
export type RowFields = Partial<CredentialFields> &
  Readonly<{ title: string; kind: Kind; issuer: string | null }>;

export type ReadRow = Readonly<{
  fields: RowFields;
  cells: ShownCells;
  problem: RowProblem | null;
  warnings: string[];
  /** How many of its dates another date order would read otherwise. */
  ambiguous: number;
}>;

const MOST: Readonly<Record<'title' | 'issuer' | 'number', number>> = {
  title: 1000,
  issuer: 500,
  number: 500,
};
const MOST_OF_SKILL = 200;

/** What trackers write in place of an expiry that there is not. */
const NEVER =
  /^(?:never(?: expires)?|does not expire|doesn['’]t expire|no expir(?:y|ation)(?: date)?|lifetime|unbefristet|lebenslang|läuft nicht ab)\.?$/i;

const oddityWords: Readonly<Record<TextOddity, string>> = {
  direction:
    'has signs that turn the direction of writing; it may read differently from what it is.',
  invisible: 'has invisible signs in it.',
  'mixed-script': 'mixes letters of two scripts in one word, as an imitation would.',
};

/**
 * Reads one row of a file into the fields of a credential. Text stays as it is but for outer blanks;
 * dates keep their precision; what cannot be read is said, with what could be meant. Total: any text
 * gives a result.
 */
export function readImportRow(source: RowSource, given: SourceCells, context: RowContext): ReadRow {
  const cells = trimmed(given);
  const problems: RowProblem[] = [];
  const warnings: string[] = [];

  const { title, issuer } = named(source, cells, warnings);
  checkTexts(source, title, issuer, cells, context, problems);

  const issuedRead = readImportDate('issued', cells.issued, context.order, problems);
  const never = NEVER.test(cells.expires ?? '');
  const expiresRead = readImportDate(
    'expires',
    never ? undefined : cells.expires,
    context.order,
    problems,
  );
  const dates = { issued: issuedRead.date, expires: expiresRead.date };
  if (dates.issued && dates.expires && last(dates.expires) < first(dates.issued)) {
    problems.push({
      field: 'expires',
      code: 'invalid_date',
      message: `It would expire (${dates.expires}) before it was issued (${dates.issued}).`,
      fixes: [{ label: 'Leave the expiry out', field: 'expires', value: '' }],
    });
  }

  const url = readLink(cells.url ?? '', problems, warnings);
  const kind = kindOf(source, cells, title, issuer, url, problems);
  const further = readFurtherFields(cells, context.order, warnings);
  const platform = further.platform ?? guessPlatform(url);

  for (const [name, text] of [
    ['The title', title],
    ['The issuer', issuer ?? ''],
  ] as const) {
    for (const oddity of textOddities(text)) warnings.push(`${name} ${oddityWords[oddity]}`);
  }

  const neverExpires = never || further.neverExpires === true;
  if (neverExpires && dates.expires)
    warnings.push('It says that it does not expire, and gives an expiry; the date is taken.');

  const fields: RowFields = {
    ...further,
    ...(neverExpires ? { neverExpires: dates.expires === null } : {}),
    title,
    kind,
    issuer,
    ...(platform === null ? {} : { platform }),
    ...(source === 'education'
      ? course(cells, dates.issued, context, warnings)
      : { issued: dates.issued }),
    expires: dates.expires,
    number: cells.number ?? null,
    url,
  };
  return {
    fields,
    cells: {
      title,
      issuer: issuer ?? '',
      kind:
        source === 'skill'
          ? ''
          : problems.some(({ field }) => field === 'kind')
            ? (cells.kind ?? '')
            : kind,
      issued: issuedRead.shown,
      expires: expiresRead.shown,
      number: cells.number ?? '',
      url: url ?? cells.url ?? '',
    },
    problem: problems[0] ?? null,
    warnings,
    ambiguous: Number(issuedRead.ambiguous) + Number(expiresRead.ambiguous),
  };
}

/** The cells without outer blanks; blank ones are gone. */
function trimmed(given: SourceCells): SourceCells {
  const cells: Partial<Record<SourceField, string>> = {};
  // The keys are those of the given cells.
  for (const field of Object.keys(given) as SourceField[]) {
    const text = given[field]?.trim();
    if (text) cells[field] = text;
  }
  return cells;
}

/** LinkedIn lists studies without a degree as well; those are named after the school. */
function named(source: RowSource, cells: SourceCells, warnings: string[]) {
  const issuer = cells.issuer ?? null;
  const title = cells.title ?? '';
  if (source !== 'education' || title !== '' || issuer === null) return { title, issuer };
  warnings.push('The file names no degree.');
  return { title: `Studies at ${issuer}`, issuer };
}

function checkTexts(
  source: RowSource,
  title: string,
  issuer: string | null,
  cells: SourceCells,
  { knownIssuers }: RowContext,
  problems: RowProblem[],
): void {
  if (title === '') {
    problems.push({
      field: 'title',
      code: 'missing_title',
      message: 'No title in the file.',
      fixes: [],
    });
  }
  // LinkedIn's list of courses and of skills names no issuer for any of them.
  if (
    issuer === null &&
    (source === 'certification' || source === 'table' || source === 'education')
  ) {
    const guesses = guessIssuers(title, cells.url ?? null, knownIssuers());
    problems.push({
      field: 'issuer',
      code: 'missing_issuer',
      message: 'No issuer in the file.',
      fixes: guesses.map((name) => ({ label: `Use ${name}`, field: 'issuer', value: name })),
    });
  }
  const most = { ...MOST, ...(source === 'skill' ? { title: MOST_OF_SKILL } : {}) };
  for (const [field, text] of [
    ['title', title],
    ['issuer', issuer ?? ''],
    ['number', cells.number ?? ''],
  ] as const) {
    if (text.length <= most[field]) continue;
    problems.push({
      field,
      code: 'too_long',
      message: `The ${field} has ${text.length} characters; ${most[field]} is the most.`,
      fixes: [],
    });
  }
}

function kindOf(
  source: RowSource,
  cells: SourceCells,
  title: string,
  issuer: string | null,
  url: string | null,
  problems: RowProblem[],
): Kind {
  const named = cells.kind === undefined ? undefined : kindNamed(cells.kind);
  if (named !== undefined) return named;
  const guess = guessed(source, cells, title, issuer, url);
  if (cells.kind !== undefined) {
    problems.push({
      field: 'kind',
      code: 'invalid_kind',
      message: `"${cells.kind.slice(0, 60)}" is not a kind of credential that Laurel knows.`,
      fixes: [
        { label: `Use ${guess}`, field: 'kind', value: guess },
        { label: 'Use other', field: 'kind', value: 'other' },
      ],
    });
  }
  return guess;
}

function guessed(
  source: RowSource,
  cells: SourceCells,
  title: string,
  issuer: string | null,
  url: string | null,
): Kind {
  if (source === 'education') return cells.title === undefined ? 'other' : 'degree';
  return source === 'course' ? 'course-certificate' : guessKind(title, issuer ?? '', url);
}

/**
 * How studies stand on the day: ended is earned, an end to come is the target; a year that is
 * running may be either, so it counts as ended and says so.
 */
function course(
  cells: SourceCells,
  end: PartialDate | null,
  { asOf }: RowContext,
  warnings: string[],
): Partial<CredentialFields> {
  if (end === null) {
    if (cells.started === undefined) return { lifecycle: 'earned', issued: null };
    warnings.push('The file gives no end, so it is taken as in progress.');
    return { lifecycle: 'in-progress', issued: null };
  }
  if (first(end) > asOf) return { lifecycle: 'in-progress', target: end, issued: null };
  if (last(end) > asOf) warnings.push(`It ends in ${end}, which is not over; taken as finished.`);
  return { lifecycle: 'earned', issued: end };
}
