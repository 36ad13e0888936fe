import { expect, test } from 'vitest';
import { countTests } from '../../../scripts/lib/vitest.mjs';

const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failedFile = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

test('passed and failed tests are counted', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, testResults: [passedFile, failedFile] };
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 2 });
});

test('a file that could not be loaded is a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [passedFile, brokenFile] };
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 1 });
});

test('an error outside every test is a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [passedFile] };
  expect(countTests(report, 1)).toEqual({ passed: 7, failed: 1 });
  expect(countTests(report, 0)).toEqual({ passed: 7, failed: 0 });
});

test('a run that died before its report is a failure', () => {
  expect(countTests(undefined, null)).toEqual({ passed: 0, failed: 1 });
});
