// @ts-check
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * What electron-builder hands to its hooks, as far as it is used here.
 * @typedef {object} Packed
 * @property {string} appOutDir
 * @property {'linux' | 'darwin' | 'win32'} electronPlatformName
 * @property {{ appInfo: { productFilename: string }, executableName?: string }} packager
 */

/**
 * Finishes a packaged app: takes out what only development needs and sets the production fuses
 * (Electron's fuses; reliability.md names their values).
 * @param {Packed} packed
 */
export default async function afterPack(packed) {
  const resources = resourcesFolder(packed);
  // A development Electron opens projects by a loader in this place; the app itself is app.asar.
  await rm(join(resources, 'app'), { recursive: true, force: true });
  await rm(join(resources, 'default_app.asar'), { force: true });
  const program = programOf(packed);
  const wire = await getCurrentFuseWire(program);
  // The development runtime is older than this fuse; every other Electron has it.
  const hasTrapHandlers = Object.hasOwn(wire, FuseV1Options.WasmTrapHandlers);
  await flipFuses(program, fusesFor(packed.electronPlatformName, hasTrapHandlers));
}

/**
 * @param {Packed['electronPlatformName']} platform
 * @param {boolean} hasTrapHandlers whether this Electron has the fuse WasmTrapHandlers
 * @returns {import('@electron/fuses').FuseConfig} every fuse that this version of the library knows
 */
export function fusesFor(platform, hasTrapHandlers = true) {
  // On Linux nothing checks the archive: Electron has that for macOS and Windows only.
  const checksArchive = platform !== 'linux';
  return {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin',
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: checksArchive,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    ...(hasTrapHandlers ? { [FuseV1Options.WasmTrapHandlers]: true } : {}),
  };
}

/** @param {Packed} packed */
function resourcesFolder({ appOutDir, electronPlatformName, packager }) {
  return electronPlatformName === 'darwin'
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources');
}

/** @param {Packed} packed */
function programOf({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  return join(appOutDir, packager.executableName ?? name);
}
