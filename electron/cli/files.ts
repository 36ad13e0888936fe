import { writeFileSync } from 'node:fs';
import { AppError } from '#shared/appError.ts';

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
