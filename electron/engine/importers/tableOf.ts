import { AppError } from '#shared/appError.ts';
import { proposeColumns } from '#shared/domain/importColumns.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { parseCsv } from './csvRecords.ts';
import { caps, type Table, type TableFormat } from './table.ts';

type Place = Readonly<{ source: number; file: string; archive: boolean }>;

/** How far down a header may stand: below a preamble such as the three lines of Connections.csv. */
const HEADER_WITHIN = 12;

/**
 * Reads a CSV text as a table: finds its header, says which of LinkedIn's lists it is, or that it is
 * a table to be matched by column.
 * @param asked the format that the user named, which then is not guessed
 * @throws AppError too_large beyond the caps
 * @returns null when there is no row that could be a header
 */
export function tableOf(text: string, place: Place, asked: TableFormat | undefined): Table | null {
  const { records, openQuotes } = parseCsv(text);
  const at = headerPlace(records, place.file.slice(0, 200));
  const header = at === -1 ? undefined : records[at];
  if (header === undefined) return null;
  const names = distinct(header.map((cell) => cell.trim()));
  if (names.length > caps.columns) {
    throw tooLarge(place.file, `has ${names.length} columns; ${caps.columns} are the most`);
  }
  return {
    ...place,
    format: asked ?? formatOf(names),
    header: names,
    ...pack(records, at + 1, names.length, place.file),
    openQuotes: openQuotes.filter((row) => row > at).map((row) => row + 1),
  };
}

/** Which of LinkedIn's lists has such a header; `csv` for any other table. */
export function formatOf(header: readonly string[]): TableFormat {
  const keys = header.map(textKey).filter((key) => key !== '');
  const has = (...wanted: string[]) => wanted.every((key) => keys.includes(key));
  if (has('name', 'authority') && (has('url') || has('license number') || has('started on'))) {
    return 'linkedin-certifications';
  }
  if (has('school name') && (has('degree name') || has('start date'))) return 'linkedin-education';
  if (keys.length === 2 && has('name', 'number')) return 'linkedin-courses';
  return keys.length === 1 && has('name') ? 'linkedin-skills' : 'csv';
}

/** The first of the rows that name the most known columns; else the first that is not blank. */
function headerPlace(records: readonly string[][], file: string): number {
  let best = -1;
  let most = 0;
  let first = -1;
  let blankSeen = false;
  const preamble = /^notes:?$/i.test(records.find((record) => !isBlank(record))?.[0]?.trim() ?? '');
  for (const [at, record] of records.slice(0, HEADER_WITHIN).entries()) {
    if (isBlank(record)) {
      blankSeen = first !== -1 || preamble;
      continue;
    }
    if (preamble && !blankSeen) continue;
    if (first === -1) first = at;
    if (record.length > caps.columns)
      throw tooLarge(file, `has ${record.length} columns; ${caps.columns} are the most`);
    const known =
      formatOf(record) === 'csv'
        ? proposeColumns(record).filter((field) => field !== null).length
        : record.length + 1;
    if (known > most) [best, most] = [at, known];
  }
  // One known word may stand in any line; two do not by chance.
  return most >= 2 ? best : first;
}

function pack(records: readonly string[][], from: number, width: number, file: string) {
  const kept: number[] = [];
  const wide: number[] = [];
  for (let at = from; at < records.length; at += 1) {
    const record = records[at];
    if (record === undefined || isBlank(record)) continue;
    kept.push(at);
    if (record.length > caps.columns) {
      throw tooLarge(
        file,
        `has ${record.length} columns in row ${at + 1}; ${caps.columns} are the most`,
      );
    }
    if (record.length > width && !isBlank(record.slice(width))) wide.push(at + 1);
  }
  if (kept.length > caps.rows)
    throw tooLarge(file, `has ${kept.length} rows; ${caps.rows} are the most`);

  const parts: string[] = [];
  const ends = new Uint32Array(kept.length * width);
  let end = 0;
  let cellAt = 0;
  for (const at of kept) {
    for (let column = 0; column < width; column += 1) {
      const cell = records[at]?.[column] ?? '';
      // A sign takes three bytes at most, so short cells need no counting.
      if (cell.length * 3 > caps.cellBytes && Buffer.byteLength(cell) > caps.cellBytes) {
        throw tooLarge(
          file,
          `has a cell of more than ${caps.cellBytes / 1024} KB in row ${at + 1}`,
        );
      }
      parts.push(cell);
      end += cell.length;
      ends[cellAt] = end;
      cellAt += 1;
    }
  }
  return { text: parts.join(''), ends, rows: Uint32Array.from(kept, (at) => at + 1), wide };
}

const isBlank = (record: readonly string[]): boolean => record.every((cell) => cell.trim() === '');

/** Names made distinct: a second "Date" is "Date (2)"; one without a name is "Column 3". */
function distinct(header: readonly string[]): string[] {
  const times = new Map<string, number>();
  return header.map((name, at) => {
    const shown = name === '' ? `Column ${at + 1}` : name.slice(0, 200);
    const time = (times.get(shown) ?? 0) + 1;
    times.set(shown, time);
    return time === 1 ? shown : `${shown} (${time})`;
  });
}

const tooLarge = (file: string, what: string): AppError =>
  new AppError('too_large', `${file} ${what}. Split it and import the parts.`);
