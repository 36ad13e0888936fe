import Papa from 'papaparse';
import type { Credential } from '#shared/domain/credential.ts';
import { guardCell, joinList } from '#shared/domain/csvCell.ts';
import { toDecimal } from '#shared/domain/money.ts';

type Column = Readonly<{ name: string; value: (credential: Credential) => Cell }>;
type Cell = string | number | boolean | null;

/**
 * A column for every field, under the field's own name, which is what our own import looks for.
 * Unknown is an empty cell; several values in one cell are parted by semicolons.
 */
const columns: readonly Column[] = [
  { name: 'id', value: ({ id }) => id },
  { name: 'title', value: ({ title }) => title },
  { name: 'abbreviation', value: ({ abbreviation }) => abbreviation },
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'issuer', value: ({ issuer }) => issuer?.name ?? null },
  { name: 'platform', value: ({ platform }) => platform },
  { name: 'lifecycle', value: ({ lifecycle }) => lifecycle },
  { name: 'status', value: ({ status }) => status },
  { name: 'progress', value: ({ progress }) => progress },
  { name: 'started', value: ({ started }) => started },
  { name: 'target', value: ({ target }) => target },
  { name: 'issued', value: ({ issued }) => issued },
  { name: 'expires', value: ({ expires }) => expires },
  { name: 'neverExpires', value: ({ neverExpires }) => neverExpires },
  { name: 'number', value: ({ number }) => number },
  { name: 'url', value: ({ url }) => url },
  { name: 'skills', value: ({ skills }) => joinList(skills) },
  { name: 'tags', value: ({ tags }) => joinList(tags) },
  { name: 'hours', value: ({ hours }) => hours },
  { name: 'credits', value: ({ credits }) => credits?.amount ?? null },
  { name: 'creditSystem', value: ({ credits }) => credits?.system ?? null },
  { name: 'creditsToward', value: ({ creditsToward }) => creditsToward },
  { name: 'grade', value: ({ grade }) => grade },
  { name: 'cost', value: ({ cost }) => (cost === null ? null : toDecimal(cost)) },
  { name: 'currency', value: ({ cost }) => cost?.currency ?? null },
  { name: 'costAid', value: ({ costAid }) => costAid },
  { name: 'costPaidBy', value: ({ costPaidBy }) => costPaidBy },
  { name: 'capstone', value: ({ capstone }) => capstone },
  { name: 'verifiedTrack', value: ({ verifiedTrack }) => verifiedTrack },
  { name: 'language', value: ({ language }) => language },
  { name: 'notes', value: ({ notes }) => notes },
  { name: 'situation', value: ({ story }) => story?.situation ?? null },
  { name: 'task', value: ({ story }) => story?.task ?? null },
  { name: 'action', value: ({ story }) => story?.action ?? null },
  { name: 'result', value: ({ story }) => story?.result ?? null },
  { name: 'quality', value: ({ quality }) => joinList(quality) },
  { name: 'pinned', value: ({ pinned }) => pinned },
  { name: 'leadDays', value: ({ leadDays }) => leadDays },
  { name: 'policyId', value: ({ policyId }) => policyId },
];

/** The header of the CSV table, in the order of its columns. */
export const csvHeader: readonly string[] = columns.map(({ name }) => name);

/**
 * All fields of the credentials as CSV (RFC 4180: CRLF, quotes where needed, a header row), with
 * no cell that a spreadsheet would run.
 */
export function toCsv(credentials: readonly Credential[]): string {
  const rows = credentials.map((credential) =>
    columns.map(({ value }) => cellText(value(credential))),
  );
  return `${Papa.unparse([[...csvHeader], ...rows], { newline: '\r\n' })}\r\n`;
}

function cellText(cell: Cell): string {
  return cell === null ? '' : guardCell(String(cell));
}
