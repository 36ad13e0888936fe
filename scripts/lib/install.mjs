// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './command.mjs';
import { withLock } from './lock.mjs';
import { isAtLeast, OLDEST_ENGINE_NODE, projectEnvironment, ROOT } from './paths.mjs';
import { Problem, say } from './problem.mjs';

const OLDEST_SCRIPT_NODE = '20.0.0';
const LAST_LINES = 15;

/** Asserts that this Node runs the scripts themselves. @param {string} [version] */
export function ensureScriptNode(version = process.versions.node) {
  if (isAtLeast(version, OLDEST_SCRIPT_NODE)) return;
  throw new Problem(`Node ${version} is too old: install Node ${OLDEST_SCRIPT_NODE} or later.`);
}

/**
 * Installs the dependencies when they are absent or differ from the lock file.
 * @param {string} [root]
 */
export async function ensureInstalled(root = ROOT) {
  ensureScriptNode();
  if (isInstalled(root)) return;
  await withLock(join(root, '.cache', 'install.lock'), async () => {
    if (isInstalled(root)) return;
    say('Installing the dependencies (npm ci) …');
    // What follows needs the development dependencies, whatever NODE_ENV says.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const { status, output } = await capture('npm', args, {
      cwd: root,
      env: projectEnvironment(root),
    });
    if (status !== 0) throw new Problem(explainFailure(status, output));
  });
}

/**
 * Asserts that the Node which the dependencies brought, or else the running one, can run the engine.
 * @param {string} [root]
 */
export function ensureNode(root = ROOT) {
  const description = join(root, 'node_modules', 'node', 'package.json');
  const isPinned = existsSync(join(root, 'node_modules', 'node', 'bin'));
  const version =
    isPinned && existsSync(description)
      ? JSON.parse(readFileSync(description, 'utf8')).version
      : process.versions.node;
  if (isAtLeast(version, OLDEST_ENGINE_NODE)) return;
  throw new Problem(
    `Node ${version} is too old for the engine, and the project's own Node is not installed: ` +
      `run "npm ci", or install Node ${OLDEST_ENGINE_NODE} or later.`,
  );
}

/**
 * Whether node_modules holds what the lock file asks for, by npm's own record of what it installed.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const have = present[path];
    if (have === undefined) return entry.optional === true || entry.devOptional === true;
    return have.version === entry.version && have.integrity === entry.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 */

/**
 * @param {string} path of a lock file, version 2 or 3
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch (error) {
    throw new Problem(
      `${path} cannot be read (${error instanceof Error ? error.message : String(error)}): restore it from git.`,
    );
  }
}

/**
 * @param {number | null} status
 * @param {string} output of npm
 * @returns {string} one line that says what to do
 */
export function explainFailure(status, output) {
  if (status === 127) return 'npm was not found: install Node together with npm.';
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(
      output,
    )
  ) {
    return 'npm cannot reach its registry: connect to the network and run this again.';
  }
  if (/\bENOSPC\b/.test(output)) return 'The disk is full: make room and run this again.';
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return 'npm may not write to node_modules: make the project folder yours and run this again.';
  }
  if (/can only install packages when your package\.json and package-lock\.json/.test(output)) {
    return 'package-lock.json does not match package.json: run "npm install" once.';
  }
  say(output.trim().split('\n').slice(-LAST_LINES).join('\n'));
  return 'npm ci failed: its last lines are above.';
}
