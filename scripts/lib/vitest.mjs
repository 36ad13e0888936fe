// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { show } from './command.mjs';
import { hasDisplay } from './display.mjs';
import { projectEnvironment, projectNode, ROOT } from './paths.mjs';
import { toolScript } from './tools.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * The part of vitest's JSON report that is counted.
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one for each file
 */

/**
 * Runs one project of the test suite.
 * @param {string} project as vitest.config.ts names it
 * @param {string[]} filters parts of file names, none for all; options of vitest as well
 * @returns {Promise<Counts>}
 */
export async function runVitest(project, filters) {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-report-'));
  const reportFile = join(folder, 'report.json');
  const args = [
    toolScript('vitest'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...filters,
  ];
  // Only the end-to-end tests open windows.
  const needsDisplay = project === 'e2e' && !hasDisplay();
  const [command, before] = needsDisplay
    ? ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', projectNode()]]
    : [projectNode(), []];
  try {
    const { status } = await show(command, [...before, ...args], {
      cwd: ROOT,
      env: projectEnvironment(),
    });
    return countTests(
      existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined,
      status,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Counts what a run did. A file that could not be loaded, an error outside every test and a run
 * that died before its report each count as one failure, so that no failure goes unnoticed.
 * @param {Report | undefined} report
 * @param {number | null} status vitest's exit status
 * @returns {Counts}
 */
export function countTests(report, status) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status: s }) => s === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
  };
}
