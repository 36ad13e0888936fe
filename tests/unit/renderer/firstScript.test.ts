import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enLater } from '../../../renderer/i18n/enLater.ts';
import { firstScript, ROOT } from '../../support/firstScript.ts';

const first = firstScript();
const laterKey = new RegExp(`[^.\\w](?:${Object.keys(enLater).join('|')})\\.[a-zA-Z]`);

/** Whether a file speaks words of a feature that is not part of the first screen. */
const speaks = (path: string): boolean =>
  readFileSync(join(ROOT, path), 'utf8')
    .split(/\bt\(/)
    .slice(1)
    .some((call) => laterKey.test(call.split(/[,)]/, 1)[0] ?? ''));

test('the first script leaves out the words and the contract of what comes later', () => {
  expect(first).toContain('renderer/features/today/Screen.tsx');
  for (const path of ['renderer/i18n/enLater.ts', 'renderer/i18n/all.ts', 'shared/procedures.ts'])
    expect(first).not.toContain(path);
  expect([...first].filter(speaks)).toEqual([]);
});

test('what is loaded later takes its words from where they are all loaded', () => {
  const files = globSync('renderer/features/**/*.{ts,tsx}', { cwd: ROOT });
  expect(files.length).toBeGreaterThan(100);
  const lacking = files.filter(
    (path) =>
      !first.has(path) &&
      /from '[./]+\/i18n\/index\.ts'/.test(readFileSync(join(ROOT, path), 'utf8')),
  );
  expect(lacking).toEqual([]);
});
