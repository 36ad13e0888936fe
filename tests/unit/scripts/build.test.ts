import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOf, isBuilt } from '../../../scripts/lib/build.mjs';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

function sources(root: string): void {
  for (const folder of ['electron/engine', 'shared', 'tests'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of [
    'electron/main.ts',
    'electron/engine/entry.ts',
    'shared/a.ts',
    'tests/a.ts',
    'package.json',
  ]) {
    writeFileSync(join(root, file), 'one');
    utimesSync(join(root, file), LONG_AGO, LONG_AGO);
  }
}

const changes: readonly [string, (root: string) => void][] = [
  [
    'an edit of the same length',
    (root) => writeFileSync(join(root, 'electron/engine/entry.ts'), 'two'),
  ],
  [
    'an older file put in its place',
    (root) => utimesSync(join(root, 'shared/a.ts'), new Date(0), new Date(0)),
  ],
  ['a new file', (root) => writeFileSync(join(root, 'shared/b.ts'), '')],
  ['a removed file', (root) => rmSync(join(root, 'electron/main.ts'))],
  ['a change of the dependencies', (root) => writeFileSync(join(root, 'package.json'), '{}')],
];

test.each(changes)('%s makes the build stale', (_what, change) => {
  using folder = temporaryFolder();
  sources(folder.path);
  const before = fingerprintOf(folder.path);
  expect(fingerprintOf(folder.path)).toBe(before);

  change(folder.path);

  expect(fingerprintOf(folder.path)).not.toBe(before);
});

test('a change of a test leaves the build current', () => {
  using folder = temporaryFolder();
  sources(folder.path);
  const before = fingerprintOf(folder.path);

  writeFileSync(join(folder.path, 'tests/a.ts'), 'two, and longer');

  expect(fingerprintOf(folder.path)).toBe(before);
});

test('a build counts when it is whole and made from these sources', () => {
  using folder = temporaryFolder();
  const out = join(folder.path, 'out');
  sources(folder.path);
  expect(isBuilt(folder.path, out)).toBe(false);

  for (const file of [
    'main/main.js',
    'main/engine.js',
    'main/laurel.js',
    'preload/preload.cjs',
    'renderer/index.html',
  ]) {
    mkdirSync(join(out, file, '..'), { recursive: true });
    writeFileSync(join(out, file), '');
  }
  expect(isBuilt(folder.path, out)).toBe(false);
  writeFileSync(join(out, 'built-from.txt'), fingerprintOf(folder.path));
  expect(isBuilt(folder.path, out)).toBe(true);

  rmSync(join(out, 'main/laurel.js'));
  expect(isBuilt(folder.path, out)).toBe(false);
});
