// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { capture } from './command.mjs';
import { projectEnvironment, projectNode } from './paths.mjs';
import { Problem, say } from './problem.mjs';

const PROBE_TIMEOUT_MS = 8_000;
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const REMEMBERED_MS = 24 * 60 * 60_000;
const RELEASES = 'https://github.com/electron/electron/releases/download/';

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} the program's path below a dist folder
 */
export function programPath(platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} distPath
 * @returns {string | undefined} what the dist folder's own version file says, without a leading v
 */
export function distVersion(distPath) {
  const file = join(distPath, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/**
 * @param {string} root
 * @returns {string} the version of the `electron` package that the project has installed
 */
export function wantedVersion(root) {
  const description = join(root, 'node_modules', 'electron', 'package.json');
  if (!existsSync(description)) {
    throw new Problem('The dependencies are not installed: run "npm ci" first.');
  }
  return JSON.parse(readFileSync(description, 'utf8')).version;
}

/**
 * @param {string} root
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined} the dist folder that the `electron` package has filled, when it is whole
 */
export function installedDist(root, platform) {
  const distPath = join(root, 'node_modules', 'electron', 'dist');
  const isWhole =
    distVersion(distPath) === wantedVersion(root) &&
    existsSync(join(distPath, programPath(platform))) &&
    existsSync(join(root, 'node_modules', 'electron', 'path.txt'));
  return isWhole ? distPath : undefined;
}

/**
 * Lets the `electron` package download its program. To be called under a lock.
 * @param {{ root: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform }} options
 * @returns {Promise<string | undefined>} the dist folder, or undefined when it could not be had
 */
export async function downloadOfficial({ root, env, platform }) {
  if (!(await isReachable(env))) return undefined;
  say(`Downloading Electron ${wantedVersion(root)} …`);
  await capture(projectNode(root), [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    env: { ...projectEnvironment(root), ...env, ELECTRON_SKIP_BINARY_DOWNLOAD: '' },
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  return installedDist(root, platform);
}

/**
 * Whether the download's host answers at all, so that a walled-in machine learns it in seconds.
 * Behind a proxy only the download itself can tell.
 * @param {NodeJS.ProcessEnv} env
 */
async function isReachable(env) {
  if (env['ELECTRON_GET_USE_PROXY'] || env['HTTPS_PROXY'] || env['https_proxy']) return true;
  const host = env['npm_config_electron_mirror'] || env['ELECTRON_MIRROR'] || RELEASES;
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const answer = await fetch(host, { method: 'HEAD', redirect: 'manual', signal });
    return answer.status < 500;
  } catch {
    // Every reason why a host does not answer means the same here.
    return false;
  }
}

/** @param {string} cache */
const memoryPath = (cache) => join(cache, 'electron-download-failed.json');

/**
 * Whether a download of this version failed within the last day.
 * @param {string} cache
 * @param {string} version
 * @param {number} now in milliseconds since 1970
 * @returns {boolean}
 */
export function hasFailedToday(cache, version, now) {
  if (!existsSync(memoryPath(cache))) return false;
  try {
    const memory = JSON.parse(readFileSync(memoryPath(cache), 'utf8'));
    return memory.version === version && now >= memory.at && now - memory.at < REMEMBERED_MS;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/**
 * @param {string} cache
 * @param {string} version
 * @param {number} now in milliseconds since 1970
 */
export async function rememberFailure(cache, version, now) {
  await mkdir(cache, { recursive: true });
  await writeFile(memoryPath(cache), JSON.stringify({ version, at: now }));
}

/** @param {string} cache */
export async function forgetFailure(cache) {
  await rm(memoryPath(cache), { force: true });
}
