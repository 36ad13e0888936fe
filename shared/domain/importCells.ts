import { webUrlSchema } from '#shared/domain/credential.ts';
import { englishMonths } from '#shared/domain/dateWords.ts';
import type { RowProblem, ShownField } from '#shared/domain/importRow.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';

export type DateCell = Readonly<{ date: PartialDate | null; shown: string; ambiguous: boolean }>;

const NO_DATE: DateCell = { date: null, shown: '', ambiguous: false };

/** Reads a date cell; one that is no date becomes a problem, with what may be meant as its fixes. */
export function readImportDate(
  field: Extract<ShownField, 'issued' | 'expires'>,
  text: string | undefined,
  order: DateOrder,
  problems: RowProblem[],
): DateCell {
  if (text === undefined) return NO_DATE;
  const read = readDate(text, order);
  if (read === null) return NO_DATE;
  if ('date' in read) return { date: read.date, shown: read.date, ambiguous: read.ambiguous };
  problems.push({
    field,
    code: 'invalid_date',
    message: read.message,
    fixes: [
      ...read.suggestions.map((date) => ({ label: `Use ${inWords(date)}`, field, value: date })),
      { label: 'Leave the date out', field, value: '' },
    ],
  });
  return { date: null, shown: text, ambiguous: false };
}

/**
 * Reads a link. One without its scheme gets https:// and a warning; one that no browser may open,
 * such as javascript:, becomes a problem that leaving it out mends (standards.md 3.1).
 */
export function readLink(text: string, problems: RowProblem[], warnings: string[]): string | null {
  if (text === '') return null;
  if (isWebUrl(text)) return text;
  const withScheme = `https://${text}`;
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]|$)/u.test(text) && isWebUrl(withScheme)) {
    warnings.push('The link had no https:// before it; it was added.');
    return withScheme;
  }
  problems.push({
    field: 'url',
    code: 'invalid_url',
    message: `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}" is not a web address.`,
    fixes: [{ label: 'Leave the link out', field: 'url', value: '' }],
  });
  return null;
}

function isWebUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && webUrlSchema.safeParse(text).success;
}

/** "29 Feb 2024", "Feb 2024" or "2024". */
function inWords(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : englishMonths[Number(month) - 1]?.slice(0, 3);
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}
