import Papa from 'papaparse';

export type CsvRecords = Readonly<{
  records: string[][];
  delimiter: string;
  /** Places in `records` where a quotation mark was opened and never closed. */
  openQuotes: number[];
}>;

const DELIMITERS = [',', ';', '\t'] as const;
/** How much of a text decides on its delimiter. */
const LOOK = 64 * 1024;
/** Each spoiled line costs a look at all that follows; beyond this much, lines are taken singly. */
const WARY_SIGNS = 64 * 1024 * 1024;

/**
 * The records of a CSV text (RFC 4180), blank ones included, so that their places are those in the
 * file. A first line `sep=;` names the delimiter; else the one that makes the most even table of the
 * beginning is taken. A quotation mark that encloses no cell spoils its own line only: a parser that
 * trusts it swallows the cells and rows behind it.
 */
export function parseCsv(text: string): CsvRecords {
  const named = /^sep=([^\r\n])\r?\n?/i.exec(text)?.[1];
  const delimiter = named ?? guessDelimiter(text.slice(0, LOOK));
  const newline = text.includes('\n') ? '\n' : '\r';
  const whole = Papa.parse<string[]>(text, { delimiter, newline });
  const sound = whole.errors.every(({ type }) => type !== 'Quotes');
  const read = sound
    ? { records: whole.data, openQuotes: [] }
    : parseWarily(text, delimiter, newline);
  // What parts lines here may leave the other half of a CR LF on the last cell.
  for (const record of read.records) {
    const last = record.length - 1;
    if (record[last]?.endsWith('\r') === true) record[last] = record[last].slice(0, -1);
  }
  // It says how to read the table and is no row of it, though a spreadsheet counts it.
  if (named !== undefined && read.records[0] !== undefined) read.records[0] = [''];
  return { ...read, delimiter };
}

/** Record by record; where quotation marks do not pair, the line is read by itself. */
function parseWarily(
  text: string,
  delimiter: string,
  newline: '\n' | '\r',
): Omit<CsvRecords, 'delimiter'> {
  const records: string[][] = [];
  const openQuotes: number[] = [];
  let from = 0;
  let budget = WARY_SIGNS;
  while (from < text.length) {
    const rest = text.slice(from);
    budget -= rest.length;
    if (budget < 0) {
      records.push(...linesOf(rest, newline).map((line) => splitLine(line, delimiter)));
      break;
    }
    let taken = 0;
    let spoiled = false;
    let unclosed = false;
    Papa.parse<string[]>(rest, {
      delimiter,
      newline,
      step: ({ data, errors, meta }, parser) => {
        if (errors.some(({ type }) => type === 'Quotes')) {
          spoiled = true;
          unclosed =
            errors.some(({ code }) => code === 'MissingQuotes') ||
            rest.slice(taken, meta.cursor).trimEnd().includes(newline);
          parser.abort();
          return;
        }
        records.push(data);
        taken = meta.cursor;
      },
    });
    if (!spoiled) break;
    const end = rest.indexOf(newline, taken);
    if (unclosed) openQuotes.push(records.length);
    records.push(splitLine(rest.slice(taken, end === -1 ? undefined : end), delimiter));
    if (end === -1) break;
    from += end + 1;
  }
  return { records, openQuotes };
}

function linesOf(text: string, newline: string): string[] {
  const lines = text.split(newline);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Cells of one line by itself; a quotation mark that does not enclose a cell is a sign like others. */
function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let from = 0;
  while (from <= line.length) {
    const closed = line[from] === '"' ? closingQuote(line, from, delimiter) : -1;
    const end = closed === -1 ? line.indexOf(delimiter, from) : closed + 1;
    const to = end === -1 ? line.length : end;
    const cell = line.slice(from, to);
    cells.push(closed === -1 ? cell : cell.slice(1, -1).replaceAll('""', '"'));
    from = to + 1;
  }
  return cells;
}

function closingQuote(line: string, from: number, delimiter: string): number {
  for (let at = line.indexOf('"', from + 1); at !== -1; at = line.indexOf('"', at + 1)) {
    if (line[at + 1] === '"') at += 1;
    else if (at + 1 === line.length || line[at + 1] === delimiter) return at;
    // The next cell begins here, so the first mark encloses nothing.
    else if (line[at - 1] === delimiter) return -1;
  }
  return -1;
}

function guessDelimiter(beginning: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(beginning, { delimiter, preview: 30 });
    const widths = data.map((record) => record.length).filter((width) => width > 1);
    const usual = widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 1;
    return {
      delimiter,
      score: widths.filter((width) => width === usual).length * Math.min(usual, 20),
    };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}
