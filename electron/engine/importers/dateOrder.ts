import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import type { SourceRow } from './sourceRows.ts';

export type DateExample = Readonly<{ text: string; date: string }>;

const NUMBERS = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})\s*$/;
const MOST_EXAMPLES = 3;

/** Dates of rows that are numbers alone, where the order decides what they mean. */
function numericDates(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ cells: { issued, expires, started, target } }) =>
    [issued, expires, started, target].filter(
      (text): text is string => text !== undefined && NUMBERS.test(text),
    ),
  );
}

/**
 * The order in which a file writes its dates: day-first where a first number is above 12 and no
 * second one is, month-first the other way round, else as the settings say.
 */
export function orderOf(rows: readonly SourceRow[], setting: DateOrder): DateOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of numericDates(rows)) {
    const [, a, b] = NUMBERS.exec(text) ?? [];
    if (Number(a) > 12) dayFirst = true;
    if (Number(b) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return setting;
  return dayFirst ? 'day-first' : 'month-first';
}

/** A few dates of the file with what they are read as, those first that could be read otherwise. */
export function examplesOf(rows: readonly SourceRow[], order: DateOrder): DateExample[] {
  const read = [...new Set(numericDates(rows))].slice(0, 1000).flatMap((text) => {
    const date = readDate(text, order);
    return date !== null && 'date' in date ? [{ text: text.trim(), ...date }] : [];
  });
  return read
    .toSorted((a, b) => Number(b.ambiguous) - Number(a.ambiguous))
    .slice(0, MOST_EXAMPLES)
    .map(({ text, date }) => ({ text, date }));
}
