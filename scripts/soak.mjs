// @ts-check
import { prepareTools } from './lib/prepare.mjs';
import { runScript } from './lib/problem.mjs';
import { runVitest } from './lib/vitest.mjs';

const DEFAULT_FACTOR = '10';
const ONE_HOUR_MS = 3_600_000;

// The random tests with ten times their cases, or LAUREL_SOAK times: for releases.
await runScript(async () => {
  await prepareTools();
  process.env['LAUREL_SOAK'] ??= DEFAULT_FACTOR;
  const options = [`--testTimeout=${ONE_HOUR_MS}`, ...process.argv.slice(2)];
  const { passed, failed } = await runVitest('unit', options);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
