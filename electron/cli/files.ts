import { readFileSync, statSync, writeFileSync } from 'node:fs';
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

/** Writes what was exported. @throws AppError refused when the place does not take it */
export function writeExport(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new AppError('refused', `${file} cannot be written. Choose another place.`, {
      path: 'output',
      cause: error,
    });
  }
}
