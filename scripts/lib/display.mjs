// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { say } from './problem.mjs';

/**
 * Whether a window can be shown: always on macOS and Windows, on Linux where an X or Wayland
 * display is named and, when it is a local X display, really there.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux') return true;
  if (env['WAYLAND_DISPLAY']) return true;
  const local = /^:(\d+)(\.\d+)?$/.exec(env['DISPLAY'] ?? '');
  return local ? isLocalDisplayUp(`/tmp/.X11-unix/X${local[1]}`) : Boolean(env['DISPLAY']);
}

/** @param {string} socket */
function isLocalDisplayUp(socket) {
  if (existsSync(socket)) return true;
  // A display may listen on an abstract socket only, which has no file.
  return (
    existsSync('/proc/net/unix') && readFileSync('/proc/net/unix', 'utf8').includes(`@${socket}\n`)
  );
}

/**
 * The switches without which Electron would not start here.
 * @returns {string[]} to be put before the project folder
 */
export function electronSwitches() {
  if (process.platform !== 'linux') return [];
  const switches = [];
  if (!canSandbox()) switches.push('--no-sandbox');
  if (!existsSync('/dev/dri')) switches.push('--disable-gpu');
  if (process.env['WAYLAND_DISPLAY'] && !process.env['DISPLAY'])
    switches.push('--ozone-platform=wayland');
  return switches;
}

/** Chromium's sandbox refuses root, and needs user namespaces, which some systems forbid. */
function canSandbox() {
  if (process.getuid?.() === 0) return false;
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true']);
  if (error !== undefined || status === 0) return true;
  say('This system forbids user namespaces: the window runs without Chromium’s sandbox.');
  return false;
}
