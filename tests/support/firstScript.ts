import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT = /^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)'/gms;

/** Files that the page's entry brings along by itself, from the project's root. */
export function firstScript(): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      if (from.startsWith('.')) visit(resolve(dirname(path), from));
      else if (from.startsWith('#shared/')) visit(join(ROOT, 'shared', from.slice(8)));
    }
  };
  visit(join(ROOT, 'renderer', 'main.tsx'));
  return new Set([...seen].map((path) => relative(ROOT, path)));
}
