// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

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
 * Runs a command to its end on this process's own terminal; signals reach it as well.
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
    const stopForwarding = mode === 'inherit' ? forwardSignals(child) : () => {};
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
      stopForwarding();
      const status = 'code' in error && error.code === 'ENOENT' ? 127 : 126;
      resolve({ status, signal: null, output: output + error.message, timedOut });
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      stopForwarding();
      resolve({ status, signal, output, timedOut });
    });
  });
}

/**
 * @param {Finished} finished
 * @returns {number} the exit status to pass on; a signal gives 128 and its number, as in a shell
 */
export function statusOf({ status, signal }) {
  return status ?? (signal === null ? 1 : 128 + constants.signals[signal]);
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    // A terminal has sent Ctrl-C to the child already; twice may mean something else to it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}
