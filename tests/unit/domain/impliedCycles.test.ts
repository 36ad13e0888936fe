import { expect, test } from 'vitest';
import { currentEnd, impliedCycles } from '#shared/domain/impliedCycles.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { aPolicy, shipped } from '../../support/aPolicy.ts';

const date = parsePartialDate;
const end = (policyId: string, issued: string, expires: string | null, birthMonth?: number) =>
  currentEnd(
    shipped(policyId),
    date(issued),
    expires === null ? null : date(expires),
    birthMonth === undefined ? {} : { birthMonth },
  ).end;

test('one cycle: the end by the policy, whatever was entered', () => {
  expect(end('pmi-pmp', '2024-05-14', null)).toBe('2027-05-14');
  expect(end('pmi-pmp', '2024-05-14', '2027-06-30')).toBe('2027-05-14');
  expect(end('pmi-pmp', '2024', '2027')).toBe('2027');
});

test('several cycles whose dates never move: the end that the expiry lies nearest to', () => {
  // Certified in 2015 and kept up: the first end, 2018, would mislead.
  expect(end('pmi-pmp', '2015-05-14', '2027-05-14')).toBe('2027-05-14');
  expect(end('pmi-pmp', '2015-05-14', '2027-06-01')).toBe('2027-05-14');
  expect(end('pmi-pmp', '2015-05-14', '2027-01-01')).toBe('2027-05-14');
  expect(end('pmi-pmp', '2015-05', '2027-05')).toBe('2027-05');
  expect(end('isaca-cisa', '2015-03-02', '2027-12-31')).toBe('2027-12-31');
  expect(end('shrm-cp', '2016-02-01', '2028-09-30', 9)).toBe('2028-09-30');
});

test('several cycles that count from renewals: nothing is known, so nothing is said', () => {
  expect(end('comptia-aplus', '2015-05-14', '2027-05-14')).toBeNull();
  expect(end('cisco-ccna', '2015-05-14', '2027-05-14')).toBeNull();
  expect(
    currentEnd(shipped('comptia-aplus'), date('2015-05-14'), date('2027-05-14')).reason,
  ).toContain('before it was recorded');
});

test('dates of one cycle and a little more are one cycle; beyond that the latest is the policy’s length', () => {
  const policy = aPolicy();
  const cycles = (expires: string) =>
    impliedCycles(policy, date('2020-01-01'), date(expires)).map(({ start, end: last }) => [
      start,
      last,
    ]);
  expect(cycles('2024-02-01')).toEqual([['2020-01-01', '2024-02-01']]);
  expect(cycles('2024-02-02')).toEqual([
    ['2020-01-01', '2021-02-02'],
    ['2021-02-03', '2024-02-02'],
  ]);
  expect(impliedCycles(null, date('2020-01-01'), date('2030-01-01'))).toHaveLength(1);
  expect(impliedCycles(policy, null, date('2030-01-01'))).toEqual([]);
});
