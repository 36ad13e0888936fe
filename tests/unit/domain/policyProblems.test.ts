import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { jsonErrorAt } from '#shared/domain/jsonPlace.ts';
import { compactPolicy, readPolicy, readPolicyText } from '#shared/domain/policyProblems.ts';
import { propertyRuns } from '../../support/property.ts';

const [first] = policyCatalog().policies;
const pmp = () => compactPolicy(first ?? expect.fail('the catalogue is empty'));
const problemsOf = (value: unknown) => readPolicy(value).problems;

test('every policy of the catalogue is the same after it was written short and read again', () => {
  for (const policy of policyCatalog().policies) {
    const text = JSON.stringify(compactPolicy(policy), null, 2);
    expect(readPolicyText(text)).toEqual({ policy, problems: [] });
    expect(text).not.toMatch(/: (?:\[\]|"")/);
  }
});

test('what is wrong is said in plain words at its place', () => {
  expect(problemsOf({ ...pmp(), name: '  ' })).toEqual([
    { path: 'name', message: 'This is needed.' },
  ]);
  expect(problemsOf({ ...pmp(), cycleMonths: 'three years' })).toEqual([
    { path: 'cycleMonths', message: 'Give a number.' },
  ]);
  expect(problemsOf({ ...pmp(), cycleMonths: 0 })).toEqual([
    { path: 'cycleMonths', message: 'Give at least 1.' },
  ]);
  expect(problemsOf({ ...pmp(), renewsForm: 'fixed' })).toEqual([
    { path: '', message: 'Laurel does not know "renewsForm" here.' },
  ]);
  expect(problemsOf({ ...pmp(), renewsFrom: 'today' })).toEqual([
    { path: 'renewsFrom', message: 'Give one of: expiry, renewal-date, fixed.' },
  ]);
  const requirements = [
    { unit: 'PDU', total: 60, categories: [{ name: 'Power Skills', within: 'Education' }] },
  ];
  expect(problemsOf({ ...pmp(), requirements })).toEqual([
    { path: 'requirements.0', message: 'No category is named Education.' },
  ]);
  expect(problemsOf({ ...pmp(), requirements: [{ unit: 'PDU', total: 60.005 }] })).toEqual([
    { path: 'requirements.0.total', message: 'Units have at most two decimal places.' },
  ]);
  expect(problemsOf({ ...pmp(), source: undefined })).toEqual([
    { path: 'source', message: 'This is needed.' },
  ]);
  expect(problemsOf([])[0]?.path).toBe('');
});

test('what is not JSON is named by line and column', () => {
  expect(readPolicyText('').problems[0]?.message).toBe('There is nothing here yet.');
  expect(readPolicyText('{\n  "id": x\n}').problems[0]?.message).toBe(
    'This is not JSON: look at line 2, column 9.',
  );
  expect(readPolicyText('{"id": "x",').problems[0]?.message).toBe(
    'This is not JSON: look at line 1, column 12.',
  );
});

test('a text is JSON exactly when the platform reads it', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\u00e9"', '-1.5e3', '01');
  const texts = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value, null, 1)),
    fc
      .array(fc.oneof(piece, fc.constantFrom('null', 'tru', ' ', '\n', "'")), { maxLength: 9 })
      .map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(jsonErrorAt(text) === null).toBe(parses(text));
    }),
    propertyRuns(2000),
  );
});

test('a text that is endlessly deep is refused', () => {
  expect(jsonErrorAt('['.repeat(200_000))).toBe(501);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
