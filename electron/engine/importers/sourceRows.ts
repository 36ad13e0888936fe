import { AppError } from '#shared/appError.ts';
import { unguardCell } from '#shared/domain/csvCell.ts';
import {
  proposeColumns,
  sourceFieldNamed,
  sourceFields,
  type SourceCells,
  type SourceField,
} from '#shared/domain/importColumns.ts';
import type { RowSource } from '#shared/domain/importRow.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { cellsOf, type Table, type TableFormat } from './table.ts';

/** A row of a file by field, before anything in it is read. */
export type SourceRow = Readonly<{
  /** File and row; the same over previews of the same files. */
  key: string;
  table: number;
  source: number;
  file: string;
  row: number;
  kind: RowSource;
  cells: SourceCells;
  /** Something about the row as a whole that the user must look at. */
  uneven: boolean;
  openQuote: boolean;
}>;

export type Column = Readonly<{ name: string; field: SourceField | null }>;

const sources: Readonly<Record<TableFormat, RowSource>> = {
  'linkedin-certifications': 'certification',
  'linkedin-education': 'education',
  'linkedin-courses': 'course',
  'linkedin-skills': 'skill',
  csv: 'table',
};

/** Columns of LinkedIn's lists by their keys (standards.md 3.1); others are left aside. */
const linkedInColumns: Readonly<
  Record<Exclude<TableFormat, 'csv'>, ReadonlyMap<string, SourceField>>
> = {
  'linkedin-certifications': new Map([
    ['name', 'title'],
    ['url', 'url'],
    ['authority', 'issuer'],
    ['started on', 'issued'],
    ['finished on', 'expires'],
    ['license number', 'number'],
  ]),
  'linkedin-education': new Map([
    ['school name', 'issuer'],
    ['start date', 'started'],
    ['end date', 'issued'],
    ['notes', 'notes'],
    ['degree name', 'title'],
  ]),
  'linkedin-courses': new Map([
    ['name', 'title'],
    ['number', 'number'],
  ]),
  'linkedin-skills': new Map([['name', 'title']]),
};

/**
 * Which field each column of a table is: LinkedIn's by their names, others as proposed and then as
 * the user mapped them, by column name; an empty field leaves a column out.
 * @throws AppError invalid_input for a field that does not exist
 */
export function columnsOf(table: Table, map: ReadonlyMap<string, string>): Column[] {
  if (table.format !== 'csv') {
    const known = linkedInColumns[table.format];
    return table.header.map((name) => ({ name, field: known.get(textKey(name)) ?? null }));
  }
  const wanted = new Map(
    [...map].map(
      ([column, field]) =>
        [textKey(column), field.trim() === '' ? null : fieldOf(column, field)] as const,
    ),
  );
  const taken = new Set([...wanted.values()].filter((field) => field !== null));
  const proposed = proposeColumns(table.header);
  return table.header.map((name, at) => {
    const chosen = wanted.get(textKey(name));
    if (chosen !== undefined) return { name, field: chosen };
    const field = proposed[at] ?? null;
    return { name, field: field !== null && taken.has(field) ? null : field };
  });
}

/** @throws AppError invalid_input for a mapped column that no file has */
export function assertColumns(tables: readonly Table[], map: ReadonlyMap<string, string>): void {
  const known = new Set(tables.flatMap(({ header }) => header.map(textKey)));
  for (const column of map.keys()) {
    if (known.has(textKey(column))) continue;
    const names = [...new Set(tables.flatMap(({ header }) => header))].slice(0, 30).join(', ');
    throw new AppError(
      'invalid_input',
      `There is no column "${column.slice(0, 100)}". Columns: ${names}.`,
      { path: 'map' },
    );
  }
}

/** The rows of a table by field. */
export function rowsOf(table: Table, place: number, columns: readonly Column[]): SourceRow[] {
  const wide = new Set(table.wide);
  const openQuotes = new Set(table.openQuotes);
  const activities = table.header.findIndex((name) => textKey(name) === 'activities');
  return Array.from(table.rows, (row, at) => {
    const texts = cellsOf(table, at);
    const cells: Partial<Record<SourceField, string>> = {};
    for (const [column, { field }] of columns.entries()) {
      const text = texts[column] ?? '';
      if (field !== null && text !== '' && cells[field] === undefined) {
        cells[field] = table.format === 'csv' ? unguardCell(text) : text;
      }
    }
    if (table.format === 'linkedin-education') {
      const notes = [cells.notes?.trim(), activityLine(texts[activities])]
        .filter(Boolean)
        .join('\n');
      if (notes !== '') cells.notes = notes;
    }
    return {
      key: `${place}:${row}`,
      table: place,
      source: table.source,
      file: table.file,
      row,
      kind: sources[table.format],
      cells,
      uneven: wide.has(row),
      openQuote: openQuotes.has(row),
    };
  });
}

const activityLine = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : `Activities: ${text.trim()}`;

function fieldOf(column: string, name: string): SourceField {
  const field = sourceFieldNamed(name);
  if (field !== undefined) return field;
  throw new AppError(
    'invalid_input',
    `"${column.slice(0, 100)}" cannot be mapped to "${name.slice(0, 100)}": there is no such field. Fields: ${sourceFields.join(', ')}.`,
    { path: 'map' },
  );
}
