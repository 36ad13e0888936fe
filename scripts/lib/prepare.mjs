// @ts-check
import { announcement, resolveElectron } from '../electron-runtime.mjs';
import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { ensureInstalled, ensureNode } from './install.mjs';
import { ensureLibraries } from './libraries.mjs';
import { say } from './problem.mjs';

/** Dependencies and a Node for them: what every command but the packaged app needs. */
export async function prepareTools() {
  await ensureInstalled();
  ensureNode();
}

/**
 * All that a window needs, the build included.
 * @param {{ virtualDisplay: boolean }} options virtualDisplay: a display is made where there is none
 * @returns {Promise<import('../electron-runtime.mjs').ElectronRuntime>}
 */
export async function prepareWindow({ virtualDisplay }) {
  await prepareTools();
  const runtime = await resolveElectron();
  const line = announcement(runtime);
  if (line !== undefined) say(line);
  await ensureLibraries(runtime.executablePath, {
    needsVirtualDisplay: virtualDisplay && !hasDisplay(),
  });
  await ensureBuilt();
  return runtime;
}
