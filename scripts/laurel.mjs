#!/usr/bin/env node
// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isBuilt, outFolder } from './lib/build.mjs';
import { isAtLeast, OLDEST_ENGINE_NODE, projectNode } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';

const script = join(outFolder(), 'main', 'laurel.js');

await runScript(async () => {
  if (!isBuilt()) {
    const { prepareTools } = await import('./lib/prepare.mjs');
    await prepareTools();
    await ensureBuilt();
  }
  if (!isAtLeast(process.versions.node, OLDEST_ENGINE_NODE)) return runElsewhere();
  await import(pathToFileURL(script).href);
  return typeof process.exitCode === 'number' ? process.exitCode : 0;
});

/**
 * Runs the command under the project's own Node as if it were this process.
 * @returns {Promise<number>} its exit status
 */
function runElsewhere() {
  const child = spawn(projectNode(), [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends these to both processes, a supervisor to this one only.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) =>
      resolve(signal === null ? (status ?? 1) : 128 + constants.signals[signal]),
    );
  });
}
