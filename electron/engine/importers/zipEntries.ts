import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#shared/appError.ts';
import { caps } from './table.ts';

export type ZipEntry = Readonly<{ name: string; bytes: Uint8Array }>;
export type ZipContents = Readonly<{ entries: ZipEntry[]; names: string[] }>;

/** Below this size a ratio says nothing: a file of a few blanks packs as well as a bomb. */
const RATIO_FROM_BYTES = 1024 * 1024;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/** Whether the bytes begin as a zip file does, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6));
}

/**
 * Unpacks the wanted files of a zip into memory; nothing is ever written under a name of its own.
 * Archives that are damaged or made to mislead are refused whole: links, names outside their folder,
 * names that differ in case or spelling only, sizes that are not true, more than the caps of
 * reliability.md.
 * @throws AppError unsupported_format, too_large
 */
export async function readZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ZipContents> {
  try {
    const zip = await fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      { strictFileNames: true },
    );
    return await readEntries(zip, isWanted);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'unsupported_format',
      `The archive is damaged or not a zip file: ${reason.slice(0, 200)}.`,
      { cause: error },
    );
  }
}

async function readEntries(
  zip: ZipFile,
  isWanted: (name: string) => boolean,
): Promise<ZipContents> {
  if (zip.entryCount > caps.zipEntries) {
    throw new AppError(
      'too_large',
      `The archive holds ${zip.entryCount} files; ${caps.zipEntries} are the most.`,
    );
  }
  const wanted: Entry[] = [];
  const names: string[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName: name } = entry;
    unpacked += entry.uncompressedSize;
    assertSound(entry, unpacked, seen);
    if (name.endsWith('/')) continue;
    names.push(name);
    if (isWanted(name)) wanted.push(entry);
  }
  const entries: ZipEntry[] = [];
  // One after the other, so that only one is unpacked at a time.
  for (const entry of wanted)
    entries.push({ name: entry.fileName, bytes: await unpack(zip, entry) });
  return { entries, names };
}

function assertSound(entry: Entry, unpacked: number, seen: Set<string>): void {
  const { fileName: name, compressedSize, uncompressedSize } = entry;
  if (unpacked > caps.zipUnpackedBytes) {
    throw new AppError('too_large', 'The archive unpacks to more than 2 GB.');
  }
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * caps.zipRatio) {
    throw new AppError(
      'too_large',
      `"${short(name)}" in the archive unpacks to more than ${caps.zipRatio} times its size, as no real export does.`,
    );
  }
  // The upper half holds the mode where a Unix system made the entry; others leave it empty.
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) {
    throw new AppError(
      'unsupported_format',
      `"${short(name)}" in the archive is a link; a real export has none.`,
    );
  }
  // Control characters are what this is about.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(name) || name.length > 1000) {
    throw new AppError(
      'unsupported_format',
      'The archive holds a file whose name no system allows.',
    );
  }
  const twin = name.normalize('NFC').toLowerCase();
  if (seen.has(twin)) {
    throw new AppError('unsupported_format', `The archive holds "${short(name)}" twice.`);
  }
  seen.add(twin);
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const name = short(entry.fileName);
  if (entry.isEncrypted()) {
    throw new AppError(
      'unsupported_format',
      `"${name}" in the archive is encrypted. Unpack it first and import the file.`,
    );
  }
  if (entry.uncompressedSize > caps.fileBytes) throw tooLarge(name);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of await zip.openReadStreamPromise(entry)) {
    // A stream without an encoding gives buffers.
    const buffer = part as Buffer;
    size += buffer.length;
    if (size > caps.fileBytes) throw tooLarge(name);
    parts.push(buffer);
  }
  return Buffer.concat(parts);
}

const tooLarge = (name: string) =>
  new AppError(
    'too_large',
    `"${name}" in the archive is larger than ${caps.fileBytes / 1024 / 1024} MB.`,
  );

const short = (name: string): string => (name.length > 80 ? `${name.slice(0, 80)}…` : name);
