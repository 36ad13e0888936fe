/**
 * Cells that a spreadsheet would take for a formula, or for its continuation: those that begin
 * with = + - @ tab CR LF NUL or a full-width twin. Apostrophes before such a sign count in, so
 * that guarding can be taken back exactly (reliability.md, "CSV out").
 */
// Control characters are what this is about.
// oxlint-disable-next-line no-control-regex
const RISKY = /^'*[=+\-@\t\r\n\u0000＝＋－＠]/;

/** The cell with a leading apostrophe where a spreadsheet could run it; any other as it is. */
export function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Takes off the one apostrophe that guardCell put on; any other cell comes back as it is. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell) ? cell.slice(1) : cell;
}

/**
 * Several values in one cell, parted by semicolons; a semicolon within a value as `\;`. One value
 * that holds a comma ends with a semicolon, since a cell without any may be a list by commas.
 */
export function joinList(values: readonly string[]): string {
  const joined = values.map((value) => value.replace(/[\\;]/g, '\\$&')).join('; ');
  return joined.includes(',') && !joined.includes(';') ? `${joined};` : joined;
}

/** The values that joinList put into one cell. Empty ones are dropped, outer blanks trimmed. */
export function splitList(cell: string): string[] {
  const values = cell.match(/(?:\\[\s\S]|[^\\;]|\\$)+/g) ?? [];
  return values
    .map((value) => value.trim().replace(/\\([\\;])/g, '$1'))
    .filter((value) => value !== '');
}
