import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Inputs made by others, beside the project; tests skip visibly where they are absent. */
export const CORPORA = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));
export const hasCorpora = existsSync(join(CORPORA, 'INDEX.md'));

/** Names of the files in a folder of the corpora, in order; none where they are absent. */
export function corpusFiles(folder: string): string[] {
  const path = join(CORPORA, folder);
  return existsSync(path) ? readdirSync(path).toSorted() : [];
}

/** The bytes of one file of the corpora. */
export function corpusFile(...path: string[]): Uint8Array {
  return new Uint8Array(readFileSync(join(CORPORA, ...path)));
}
