import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/appError.ts';

/**
 * Reads a file that was named on the command line.
 * @throws AppError not_found when it cannot be read, too_large when it has more bytes than `most`
 */
export function readInput(file: string, most: number): Uint8Array<ArrayBuffer> {
  try {
    const { size } = statSync(file);
    if (size > most)
      throw new AppError(
        'too_large',
        `${file} is over ${Math.floor(most / (1024 * 1024))} MB. Keep a smaller copy.`,
        { path: 'file' },
      );
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('not_found', `${file} cannot be read. Check the name and its permissions.`, {
      path: 'file',
      cause: error,
    });
  }
}

/** Far more than the largest stack or policy has. */
const JSON_MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads a JSON file in UTF-8; a byte order mark, as Windows writes it, is passed over.
 * @throws AppError not_found, too_large; invalid_input for anything else, never a guess
 */
export function readJson(file: string): unknown {
  const bytes = readInput(file, JSON_MAX_BYTES);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('invalid_input', `${file} is no JSON in UTF-8. Check what is in it.`, {
      path: 'file',
      cause: error,
    });
  }
}

/** Writes what was exported. @throws AppError refused when the place does not take it */
export function writeExport(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/**
 * For outputs whose making is remembered: nothing may be where the file cannot be written.
 * @throws AppError refused when the place does not take a file
 */
export function requireWritable(file: string): void {
  try {
    const exists = existsSync(file);
    accessSync(exists ? file : dirname(file), constants.W_OK);
    if (exists && statSync(file).isDirectory()) throw new Error('It is a folder.');
  } catch (error) {
    throw unwritable(file, error);
  }
}

const unwritable = (file: string, cause: unknown) =>
  new AppError('refused', `${file} cannot be written. Choose another place.`, {
    path: 'output',
    cause,
  });
