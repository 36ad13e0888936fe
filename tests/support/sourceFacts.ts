import { existsSync, readFileSync } from 'node:fs';

const file = new URL('../../../shared/data/policies.json', import.meta.url);

/** Whether the file that the catalogue was made from lies beside the project. */
export const hasSource = existsSync(file);

/** A fact of the source: where it stands, and what it says. */
export type Leaf = Readonly<{
  /** The path with every index as []. */
  pattern: string;
  indices: readonly number[];
  value: unknown;
}>;

/** The source as it is; call it only where `hasSource`. */
export function readSource(): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isRecord(parsed)) throw new Error('The source is not an object.');
  return parsed;
}

/** Every leaf under a value. An empty list or object is a leaf: it says that there is nothing. */
export function leavesOf(value: unknown, pattern: string, indices: readonly number[] = []): Leaf[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((item, index) => leavesOf(item, `${pattern}[]`, [...indices, index]));
  }
  if (isRecord(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, item]) =>
      leavesOf(item, pattern === '' ? key : `${pattern}.${key}`, indices),
    );
  }
  return [{ pattern, indices, value }];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
