// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withLock } from './lock.mjs';
import { ROOT } from './paths.mjs';
import { Problem, say } from './problem.mjs';
import { captureTool, toolScript } from './tools.mjs';

/** Whatever can change the build. */
const SOURCES = [
  'electron',
  'migrations',
  'package-lock.json',
  'package.json',
  'renderer',
  'shared',
  'tsconfig.json',
];
const RESULTS = [
  'main/main.js',
  'main/engine.js',
  'main/laurel.js',
  'preload/preload.cjs',
  'renderer/index.html',
];

/**
 * @param {string} [root]
 * @returns {string} the folder of the build: LAUREL_OUT, else `out`
 */
export function outFolder(root = ROOT) {
  return resolve(root, process.env['LAUREL_OUT'] ?? 'out');
}

/**
 * Builds when the sources differ from those of the last build.
 * @param {string} [root]
 */
export async function ensureBuilt(root = ROOT) {
  if (isBuilt(root)) return;
  await withLock(join(root, '.cache', 'build.lock'), async () => {
    if (isBuilt(root)) return;
    await build(root);
  });
}

/**
 * Builds main, preload, engine, command and page.
 * @param {string} root
 */
async function build(root) {
  say('Building …');
  // Taken before, so that a change made meanwhile is built next time.
  const fingerprint = fingerprintOf(root);
  const script = toolScript('electron-vite', undefined, root);
  const { status, output } = await captureTool(script, ['build', '-c', 'electron/vite.config.ts']);
  if (status !== 0) {
    say(output.replace(/^.*error during build:\n/s, '').trim());
    throw new Problem('The build failed: mend what is named above and run this again.');
  }
  const stamp = stampOf(outFolder(root));
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

/**
 * @param {string} [root]
 * @param {string} [out] the build's folder
 * @returns {boolean} whether the build is whole and made from the sources as they are
 */
export function isBuilt(root = ROOT, out = outFolder(root)) {
  const stamp = stampOf(out);
  if (!existsSync(stamp)) return false;
  if (!RESULTS.every((path) => existsSync(join(out, path)))) return false;
  return readFileSync(stamp, 'utf8') === fingerprintOf(root);
}

/** @param {string} out */
const stampOf = (out) => join(out, 'built-from.txt');

/**
 * A digest of the sources' names, sizes and times of change; their content is not read, for speed.
 * @param {string} root
 * @returns {string}
 */
export function fingerprintOf(root) {
  const hash = createHash('sha256');
  /** @param {string} path below root */
  const add = (path) => {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats === undefined) return;
    if (stats.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    }
  };
  for (const path of SOURCES) add(path);
  return hash.digest('hex');
}
