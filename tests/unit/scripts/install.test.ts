import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureScriptNode, explainFailure, isInstalled } from '../../../scripts/lib/install.mjs';
import { isAtLeast } from '../../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

type Packages = Readonly<Record<string, object>>;

const WANTED: Packages = {
  '': { name: 'laurel' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
  'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-fs', optional: true },
};
const { 'node_modules/zod': zod } = WANTED;

function locks(root: string, installed?: Packages): string {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  mkdirSync(join(root, 'node_modules'));
  if (installed !== undefined) {
    writeFileSync(
      join(root, 'node_modules/.package-lock.json'),
      JSON.stringify({ packages: installed }),
    );
  }
  return root;
}

test.each<[string, Packages | undefined, boolean]>([
  ['nothing', undefined, false],
  ['all that this platform takes', { 'node_modules/zod': zod ?? {} }, true],
  ['one package too few', {}, false],
  ['another version', { 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-zod' } }, false],
  ['other content', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' } }, false],
])('with %s installed', (_what, installed, expected) => {
  using folder = temporaryFolder();
  expect(isInstalled(locks(folder.path, installed))).toBe(expected);
});

test.each([
  [127, 'spawn npm ENOENT', 'npm was not found'],
  [1, 'npm error code EAI_AGAIN', 'connect to the network'],
  [1, 'npm error code EACCES', 'make the project folder yours'],
  [1, 'npm error nospc ENOSPC: no space left', 'make room'],
])('status %i with "%s" is explained', (status, output, advice) => {
  const line = explainFailure(status, output);
  expect(line).toContain(advice);
  expect(line).not.toContain('\n');
});

test.each([
  ['v22.14.0', '22.14.0', true],
  ['24.0.0', '22.14.0', true],
  ['22.9.9', '22.14.0', false],
  ['22.14.0-nightly', '22.14.0', true],
  ['20.20.2', '22.14.0', false],
])('%s is at least %s: %s', (version, oldest, expected) => {
  expect(isAtLeast(version, oldest)).toBe(expected);
});

test('an old Node is refused with the version to install', () => {
  expect(() => ensureScriptNode('18.20.0')).toThrow('Node 18.20.0 is too old: install Node 20.0.0');
  expect(() => ensureScriptNode('20.0.0')).not.toThrow();
});
