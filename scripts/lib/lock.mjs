// @ts-check
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 30_000;
const POLL_MS = 200;

/**
 * Runs work while no other process holds the same lock; waits for that other process.
 * A holder that died leaves a lock behind: it is taken over at once when its process is known to be
 * gone, else after 30 seconds without a sign of life.
 * @template T
 * @param {string} path of the lock, a folder made for it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what work returned
 */
export async function withLock(path, work) {
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path))) {
    if (await isAbandoned(path)) await removeAbandoned(path);
    else await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A missed beat only matters when 15 in a row are missed.
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { recursive: true, force: true });
  }
}

/** @param {string} path */
async function take(path) {
  try {
    await mkdir(path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  await writeFile(join(path, 'owner'), `${process.pid}@${hostname()}`);
  return true;
}

/** @param {string} path */
async function isAbandoned(path) {
  try {
    const owner = /^(\d+)@(.*)$/.exec(await readFile(join(path, 'owner'), 'utf8'));
    if (owner && owner[2] === hostname() && !isRunning(Number(owner[1]))) return true;
    return Date.now() - (await stat(path)).mtimeMs > STALE_AFTER_MS;
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    const age = await stat(path).then(
      (stats) => Date.now() - stats.mtimeMs,
      () => 0,
    );
    return age > STALE_AFTER_MS;
  }
}

/**
 * Renaming first makes sure that only one of several waiting processes removes it.
 * @param {string} path
 */
async function removeAbandoned(path) {
  const aside = `${path}.${process.pid}.abandoned`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code such as ENOENT
 * @returns {boolean}
 */
export function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
