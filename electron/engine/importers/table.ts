import type { ImportFormat } from '#shared/procedures/transfer.ts';

/** Caps on what one file may hold (reliability.md, hostile input). */
export const caps = {
  fileBytes: 20 * 1024 * 1024,
  totalBytes: 100 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  cellBytes: 32 * 1024,
  zipEntries: 20_000,
  zipUnpackedBytes: 2 * 1024 * 1024 * 1024,
  zipRatio: 100,
  milliseconds: 10_000,
  megabytes: 512,
} as const;

export type TableFormat = Exclude<ImportFormat, 'linkedin-archive'>;

/**
 * A table as it crosses processes: all cells as one text and where each ends, row by row, each row
 * as wide as the header. Objects per row would cost more than the parsing.
 */
export type Table = Readonly<{
  /** Which of the files handed over, and its name as shown; within an archive the entry's. */
  source: number;
  file: string;
  format: TableFormat;
  archive: boolean;
  /** Names of the columns, made distinct. */
  header: string[];
  text: string;
  ends: Uint32Array;
  /** Of each row its number in the file, the header and blank rows counted, from 1. */
  rows: Uint32Array;
  /** Numbers of rows with more cells than the header has columns. */
  wide: number[];
  /** Numbers of rows in which a quotation mark was opened and never closed. */
  openQuotes: number[];
}>;

export type EncodingChoice = Readonly<{ encoding: string; sample: string }>;

/** What reading files apart from the database gives. */
export type ReadFiles = Readonly<{
  tables: Table[];
  /** Plain remarks on what was left aside. */
  notes: string[];
  /** Set when a text is not Unicode: nothing is read until the user has chosen. */
  encodingChoices: EncodingChoice[];
}>;

export type ReadRequest = Readonly<{
  files: ReadonlyArray<Readonly<{ name: string; bytes: Uint8Array }>>;
  format?: ImportFormat | undefined;
  encoding?: string | undefined;
}>;

/** The cells of one row of a table. */
export function cellsOf(table: Table, row: number): string[] {
  const width = table.header.length;
  const from = row * width;
  let start = from === 0 ? 0 : (table.ends[from - 1] ?? 0);
  return table.header.map((_, column) => {
    const end = table.ends[from + column] ?? start;
    const cell = table.text.slice(start, end);
    start = end;
    return cell;
  });
}
