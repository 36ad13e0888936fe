// @ts-check
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The oldest Node that runs the engine: better-sqlite3 needs Node-API 10. */
export const OLDEST_ENGINE_NODE = '22.14.0';

/**
 * Where files that outlive a checkout are kept (the XDG base directory specification on Linux).
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'laurel');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'laurel');
  if (platform === 'win32' && env['LOCALAPPDATA'])
    return join(env['LOCALAPPDATA'], 'laurel', 'cache');
  return join(homedir(), '.cache', 'laurel');
}

/**
 * The Node that the project's own dependency brought, else the running one.
 * @param {string} [root] the project's folder
 * @returns {string} path of a Node executable; its version is not checked here
 */
export function projectNode(root = ROOT) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', 'node', 'bin', name);
  return existsSync(pinned) ? pinned : process.execPath;
}

/**
 * The environment for every tool that is started: the project's own Node and commands come first.
 * @param {string} [root]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(root = ROOT) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [
    join(root, 'node_modules', 'node', 'bin'),
    join(root, 'node_modules', '.bin'),
    process.env['PATH'] ?? '',
  ].join(separator);
  return { ...process.env, PATH: path, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
}

/**
 * Compares dotted version numbers, three parts at most; what follows a hyphen is ignored.
 * @param {string} version as in "v22.14.0" or "22.14.0"
 * @param {string} oldest
 * @returns {boolean} true when version is oldest or later
 */
export function isAtLeast(version, oldest) {
  const [have, want] = [version, oldest].map((text) =>
    text.replace(/^v/, '').replace(/-.*$/, '').split('.').map(Number),
  );
  for (const index of [0, 1, 2]) {
    const difference = (have?.[index] ?? 0) - (want?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
