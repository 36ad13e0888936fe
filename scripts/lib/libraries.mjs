// @ts-check
import { capture } from './command.mjs';
import { Problem, say } from './problem.mjs';

/** Debian's package for each library that Electron links to. */
const DEBIAN_PACKAGES = new Map([
  ['libX11.so.6', 'libx11-6'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libXext.so.6', 'libxext6'],
  ['libXfixes.so.3', 'libxfixes3'],
  ['libXrandr.so.2', 'libxrandr2'],
  ['libasound.so.2', 'libasound2'],
  ['libatk-1.0.so.0', 'libatk1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libcairo.so.2', 'libcairo2'],
  ['libcups.so.2', 'libcups2'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libdrm.so.2', 'libdrm2'],
  ['libexpat.so.1', 'libexpat1'],
  ['libgbm.so.1', 'libgbm1'],
  ['libgio-2.0.so.0', 'libglib2.0-0'],
  ['libglib-2.0.so.0', 'libglib2.0-0'],
  ['libgobject-2.0.so.0', 'libglib2.0-0'],
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libnspr4.so', 'libnspr4'],
  ['libnss3.so', 'libnss3'],
  ['libnssutil3.so', 'libnss3'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libsmime3.so', 'libnss3'],
  ['libudev.so.1', 'libudev1'],
  ['libxcb.so.1', 'libxcb1'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
  ['Xvfb', 'xvfb'],
  ['xvfb-run', 'xvfb'],
  ['xauth', 'xauth'],
]);

/** Those that newer Debian and Ubuntu releases have under a name that ends in t64. */
const RENAMED_FOR_64_BIT_TIME = new Set([
  'libasound2',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libglib2.0-0',
  'libgtk-3-0',
]);

const DISPLAY_PROGRAMS = ['xvfb-run', 'Xvfb', 'xauth'];

/**
 * Makes sure that Linux has what Electron links to: installs it with apt as root, else says which
 * command does. Elsewhere there is nothing to do.
 * @param {string} executablePath of Electron
 * @param {{ needsVirtualDisplay: boolean, platform?: NodeJS.Platform }} options
 */
export async function ensureLibraries(
  executablePath,
  { needsVirtualDisplay, platform = process.platform },
) {
  if (platform !== 'linux') return;
  const missing = await findMissing(executablePath, needsVirtualDisplay);
  if (missing.length === 0) return;

  if (!(await hasProgram('apt-get'))) {
    throw new Problem(
      `Electron needs what this system lacks (${missing.join(', ')}): install it with the system's package manager.`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    say(`Installing system libraries with apt (${missing.join(', ')}) …`);
    await capture('apt-get', ['update'], {});
  }
  const packages = debianPackages(missing, await newNames(missing));
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isRoot) throw new Problem(`System libraries are missing: run "sudo ${command}".`);

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await capture('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  const stillMissing = await findMissing(executablePath, needsVirtualDisplay);
  if (stillMissing.length > 0) {
    throw new Problem(
      `apt could not install ${stillMissing.join(', ')}: connect to the network and run "apt-get update && ${command}".`,
    );
  }
}

/**
 * @param {string} executablePath
 * @param {boolean} needsVirtualDisplay
 * @returns {Promise<string[]>} sonames and program names
 */
async function findMissing(executablePath, needsVirtualDisplay) {
  const { output } = await capture('ldd', [executablePath]);
  const programs = needsVirtualDisplay ? DISPLAY_PROGRAMS : [];
  const present = await Promise.all(programs.map(hasProgram));
  return [...missingLibraries(output), ...programs.filter((_, index) => !present[index])];
}

/**
 * @param {string} output of ldd
 * @returns {string[]} the libraries it did not find
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, name]) => name ?? []);
}

/**
 * @param {readonly string[]} missing sonames and program names
 * @param {ReadonlySet<string>} renamed package names that this release has with t64 only
 * @returns {string[]} Debian packages, each once; what is unknown keeps its name, for apt to name it
 */
export function debianPackages(missing, renamed) {
  const packages = missing.map((name) => DEBIAN_PACKAGES.get(name) ?? name);
  return [...new Set(packages.map((name) => (renamed.has(name) ? `${name}t64` : name)))].sort();
}

/** @param {readonly string[]} missing */
async function newNames(missing) {
  const candidates = debianPackages(missing, new Set()).filter((name) =>
    RENAMED_FOR_64_BIT_TIME.has(name),
  );
  const found = await Promise.all(
    candidates.map(
      async (name) => (await capture('apt-cache', ['show', `${name}t64`])).status === 0,
    ),
  );
  return new Set(candidates.filter((_, index) => found[index]));
}

/** @param {string} name */
async function hasProgram(name) {
  return (await capture('which', [name])).status === 0;
}
