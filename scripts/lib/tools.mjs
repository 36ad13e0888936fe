// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, show } from './command.mjs';
import { projectEnvironment, projectNode, ROOT } from './paths.mjs';

/**
 * @param {string} packageName of an installed development dependency
 * @param {string} [command] which of its commands; its only one when left out
 * @param {string} [root]
 * @returns {string} path of the JavaScript file behind the command
 */
export function toolScript(packageName, command, root = ROOT) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const path = typeof bin === 'string' ? bin : bin[command ?? packageName];
  return join(folder, path);
}

/**
 * Runs a tool of the project under the project's own Node, on this terminal.
 * @param {string} script path of a JavaScript file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the project's environment
 */
export function showTool(script, args, env = {}) {
  return show(projectNode(), [script, ...args], {
    cwd: ROOT,
    env: { ...projectEnvironment(), ...env },
  });
}

/**
 * The same with the output collected.
 * @param {string} script
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function captureTool(script, args, env = {}) {
  return capture(projectNode(), [script, ...args], {
    cwd: ROOT,
    // What is collected is read as lines, not looked at in a terminal.
    env: { ...projectEnvironment(), NO_COLOR: '1', FORCE_COLOR: '0', ...env },
  });
}
