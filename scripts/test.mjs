// @ts-check
import { prepareTools, prepareWindow } from './lib/prepare.mjs';
import { Problem, runScript, say } from './lib/problem.mjs';
import { showTool, toolScript } from './lib/tools.mjs';
import { runVitest } from './lib/vitest.mjs';

/** @typedef {import('./lib/vitest.mjs').Counts} Counts */

/**
 * Each step: its heading and what runs it. The order is that of cost.
 * @type {Record<string, { heading: string, run: (filters: string[]) => Promise<Counts> }>}
 */
const STEPS = {
  types: { heading: 'Types', run: () => check(toolScript('typescript', 'tsc'), ['--noEmit']) },
  lint: { heading: 'Lint', run: () => check(toolScript('oxlint'), ['--type-aware']) },
  format: { heading: 'Format', run: () => check(toolScript('oxfmt'), ['--check']) },
  knip: { heading: 'Unused code and dependencies', run: () => check(toolScript('knip'), []) },
  unit: { heading: 'Unit tests', run: (filters) => runVitest('unit', filters) },
  migrations: { heading: 'Migration tests', run: (filters) => runVitest('migrations', filters) },
  e2e: { heading: 'End-to-end tests in the real app', run: runEndToEnd },
};
const CHECKS = ['types', 'lint', 'format', 'knip'];

// `npm test`, or `npm test -- unit`, `npm test -- check`, `npm test -- e2e window`: any other word is
// part of a test file's name or an option of vitest.
await runScript(async () => {
  const words = process.argv.slice(2).flatMap((word) => (word === 'check' ? CHECKS : [word]));
  const named = Object.keys(STEPS).filter((name) => words.includes(name));
  const filters = words.filter((word) => !Object.hasOwn(STEPS, word));
  const total = await runSteps(named.length > 0 ? named : Object.keys(STEPS), filters);
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * @param {string[]} names of steps
 * @param {string[]} filters for the tests
 * @returns {Promise<Counts>}
 */
async function runSteps(names, filters) {
  const total = { passed: 0, failed: 0 };
  try {
    await prepareTools();
  } catch (error) {
    return counted(error);
  }
  for (const name of names) {
    const step = STEPS[name];
    if (step === undefined) continue;
    process.stdout.write(`\n── ${step.heading} ──\n`);
    const { passed, failed } = await step.run(filters).catch(counted);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

/**
 * A step that could not even start has failed; the others still run.
 * @param {unknown} error
 * @returns {Counts}
 */
function counted(error) {
  if (!(error instanceof Problem)) throw error;
  say(error.message);
  return { passed: 0, failed: 1 };
}

/**
 * @param {string} script of a tool that exits with 0 when all is well
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
async function check(script, args) {
  const { status } = await showTool(script, args);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string[]} filters
 * @returns {Promise<Counts>}
 */
async function runEndToEnd(filters) {
  await prepareWindow({ virtualDisplay: true });
  return runVitest('e2e', filters);
}
