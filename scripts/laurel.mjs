#!/usr/bin/env node
// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isBuilt, outFolder } from './lib/build.mjs';
import { show, statusOf } from './lib/command.mjs';
import { isAtLeast, OLDEST_ENGINE_NODE, projectNode } from './lib/paths.mjs';
import { runScript } from './lib/problem.mjs';

const script = join(outFolder(), 'main', 'laurel.js');

await runScript(async () => {
  if (!isBuilt()) {
    const { prepareTools } = await import('./lib/prepare.mjs');
    await prepareTools();
    await ensureBuilt();
  }
  if (!isAtLeast(process.versions.node, OLDEST_ENGINE_NODE)) {
    return statusOf(await show(projectNode(), [script, ...process.argv.slice(2)]));
  }
  await import(pathToFileURL(script).href);
  return typeof process.exitCode === 'number' ? process.exitCode : 0;
});
