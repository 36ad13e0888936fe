import { AppError } from '#shared/appError.ts';
import { textOddities } from '#shared/domain/textOddity.ts';
import type { ImportFormat } from '#shared/procedures/transfer.ts';
import { decodeText } from './encoding.ts';
import {
  caps,
  type EncodingChoice,
  type ReadFiles,
  type ReadRequest,
  type Table,
  type TableFormat,
} from './table.ts';
import { tableOf } from './tableOf.ts';
import { isZip, readZip } from './zipEntries.ts';

/** LinkedIn's own lists, in any folder, with whatever suffix an export gives them. */
const LINKEDIN_FILE = /(?:^|\/)(certifications|education|courses|skills)(?:[ _.(-][^/]*)?\.csv$/i;

/**
 * Reads files as tables, by what they contain: a LinkedIn archive, its lists, any other CSV. Runs
 * apart from the database; touches no file and no clock.
 * @throws AppError unsupported_format, too_large
 */
export async function readFiles({ files, format, encoding }: ReadRequest): Promise<ReadFiles> {
  const total = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (total > caps.totalBytes) {
    throw new AppError(
      'too_large',
      `These files have more than ${caps.totalBytes / 1024 / 1024} MB together. Import them one by one.`,
    );
  }
  const read: Reading = { tables: [], notes: [], choices: [] };
  for (const [source, file] of files.entries()) {
    const name = shownName(file.name);
    if (file.bytes.byteLength > caps.fileBytes) {
      throw new AppError('too_large', `${name} is larger than ${caps.fileBytes / 1024 / 1024} MB.`);
    }
    if (isZip(file.bytes)) await readArchive(source, name, file.bytes, encoding, read);
    else readText({ source, file: name, archive: false }, file.bytes, format, encoding, read);
  }
  // Half of what was handed over would be a surprise: the user chooses first.
  return {
    tables: read.choices.length > 0 ? [] : read.tables,
    notes: read.notes,
    encodingChoices: read.choices,
  };
}

type Reading = Readonly<{ tables: Table[]; notes: string[]; choices: EncodingChoice[] }>;
type Place = Readonly<{ source: number; file: string; archive: boolean }>;

async function readArchive(
  source: number,
  name: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  read: Reading,
): Promise<void> {
  const { entries, names } = await readZip(bytes, (entry) => LINKEDIN_FILE.test(entry));
  if (entries.length === 0) throw new AppError('unsupported_format', nothingIn(name, names));
  for (const entry of entries) {
    const file = shownName(entry.name.split('/').at(-1) ?? entry.name);
    const before = read.tables.length;
    readText({ source, file, archive: true }, entry.bytes, undefined, encoding, read);
    const table = read.tables[before];
    // An empty list is a line such as "No certifications found"; it has no header of ours.
    if (table !== undefined && table.format === 'csv') {
      read.tables.pop();
      read.notes.push(`${file} has no list that Laurel knows.`);
    }
  }
}

function readText(
  place: Place,
  bytes: Uint8Array,
  format: ImportFormat | undefined,
  encoding: string | undefined,
  read: Reading,
): void {
  const refusal = place.archive ? null : refusalOf(bytes);
  if (refusal !== null) throw new AppError('unsupported_format', `${place.file} ${refusal}`);
  const decoded = decodeText(bytes, encoding);
  if ('choices' in decoded) {
    if (decoded.choices.length === 0) {
      throw new AppError(
        'unsupported_format',
        `${place.file} is not a text that can be read. Save it as CSV in UTF-8 and try again.`,
      );
    }
    read.choices.push(
      ...decoded.choices.filter(({ encoding: name }) =>
        read.choices.every((known) => known.encoding !== name),
      ),
    );
    return;
  }
  const table = tableOf(decoded.text, place, askedFormat(format));
  if (table === null) {
    if (!place.archive) throw new AppError('unsupported_format', `${place.file} is empty.`);
    read.notes.push(`${place.file} is empty.`);
  } else {
    read.tables.push(table);
  }
}

/** Files of other kinds, told by their first bytes, with what to do about them. */
function refusalOf(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  if (bytes.byteLength === 0) return 'is empty.';
  if (beginning.startsWith('\xd0\xcf\x11\xe0'))
    return 'is an Excel workbook of the old kind. Save it as CSV and import that.';
  if (beginning.startsWith('%PDF-'))
    return 'is a PDF, which Laurel does not read yet. Import a CSV or LinkedIn’s zip.';
  if (/^\x89PNG|^\xff\xd8\xff|^GIF8/.test(beginning))
    return 'is a picture, which Laurel does not read yet.';
  if (/^\s*[{[]/.test(beginning))
    return 'is JSON, which Laurel does not read yet. Import a CSV or LinkedIn’s zip.';
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|svg)/i.test(beginning)
    ? 'is a web page or XML, not a table. Save it as CSV and import that.'
    : null;
}

function nothingIn(name: string, names: readonly string[]): string {
  if (names.includes('xl/workbook.xml'))
    return `${name} is an Excel workbook. Save it as CSV and import that.`;
  const found = names
    .filter((entry) => entry.toLowerCase().endsWith('.csv'))
    .slice(0, 5)
    .map(shownName);
  const holds = found.length === 0 ? 'no CSV files at all' : found.join(', ');
  return `${name} has no Certifications.csv, Education.csv, Courses.csv or Skills.csv in it; it holds ${holds}.`;
}

const askedFormat = (format: ImportFormat | undefined): TableFormat | undefined =>
  format === 'linkedin-archive' ? undefined : format;

/** A file's name is data: shown without signs that would mislead, and never opened. */
function shownName(name: string): string {
  const clean =
    textOddities(name).length > 0 ? name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '') : name;
  // Control characters are what is taken out.
  // oxlint-disable-next-line no-control-regex
  return clean.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 200) || 'file';
}
