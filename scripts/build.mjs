// @ts-check
import { ensureBuilt } from './lib/build.mjs';
import { prepareTools } from './lib/prepare.mjs';
import { runScript } from './lib/problem.mjs';

await runScript(async () => {
  await prepareTools();
  await ensureBuilt();
});
