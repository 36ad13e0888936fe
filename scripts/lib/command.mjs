// @ts-check
import { spawn } from 'node:child_process';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] the command is ended after that long
 */

/** @typedef {{ status: number | null, signal: NodeJS.Signals | null, output: string, timedOut: boolean }} Finished */

/**
 * Runs a command to its end with its output collected instead of shown.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>} output holds standard output and standard error in the order written;
 *   status is null when a signal ended the command, 127 when there is no such command
 */
export function capture(command, args, options = {}) {
  return finish(command, args, options, 'pipe');
}

/**
 * Runs a command to its end on this process's own terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Finished>}
 */
export function show(command, args, options = {}) {
  return finish(command, args, options, 'inherit');
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @param {'pipe' | 'inherit'} mode
 * @returns {Promise<Finished>}
 */
function finish(command, args, { cwd, env, timeoutMs }, mode) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      stdio: mode === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // On Windows npm and its kin are .cmd files, which only a shell starts.
      shell: process.platform === 'win32' && /^(npm|npx)$/.test(command),
    });
    let output = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      const status = 'code' in error && error.code === 'ENOENT' ? 127 : 126;
      resolve({ status, signal: null, output: output + error.message, timedOut });
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      resolve({ status, signal, output, timedOut });
    });
  });
}
