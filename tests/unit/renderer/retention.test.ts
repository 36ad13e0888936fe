import { expect, test } from 'vitest';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { dayWithin, retentionOf } from '../../../renderer/features/renewals/retention.ts';
import { day } from '../../support/aPolicy.ts';

const cycle = { start: parsePartialDate('2020-05-14'), end: parsePartialDate('2023-05-14') };
const aProof = (on: string, proofs = 1, credentials = ['pmp']) => ({
  on: day(on),
  allocations: credentials.map((credentialId) => ({ credentialId })),
  proofs: Array.from({ length: proofs }, () => null),
});
const activities = [
  aProof('2020-05-13'),
  aProof('2020-05-14', 2),
  aProof('2022-01-01', 0),
  aProof('2023-05-14'),
  aProof('2023-05-15'),
];

test('proofs are kept through so many months after the cycle’s end, then they may go', () => {
  const on = (asOf: string) => retentionOf(cycle, activities, 12, day(asOf));
  expect(on('2024-05-14')).toEqual({
    proofs: 3,
    deletableFrom: '2024-05-15',
    isOver: false,
  });
  expect(on('2024-05-15')).toMatchObject({ isOver: true });
});

test('a proof that serves another credential too is never called deletable', () => {
  const shared = [...activities, aProof('2022-06-01', 1, ['pmp', 'cissp'])];
  const on = (asOf: string) => retentionOf(cycle, shared, 12, day(asOf));
  expect(on('2024-05-14')).toMatchObject({ proofs: 4, isOver: false });
  expect(on('2024-05-15')).toMatchObject({ proofs: 3, isOver: true });
  expect(
    retentionOf(cycle, [aProof('2022-06-01', 1, ['pmp', 'cissp'])], 12, day('2024-05-15')),
  ).toBeNull();
});

test('there is nothing to keep without a proof, without an end, or beyond the last year', () => {
  const asOf = day('2026-01-01');
  expect(retentionOf(cycle, [], 12, asOf)).toBeNull();
  expect(retentionOf({ ...cycle, end: null }, activities, 12, asOf)).toBeNull();
  const end = parsePartialDate('2200-12');
  expect(retentionOf({ ...cycle, end }, activities, 12, asOf)).toBeNull();
});

test('a cycle is looked at on a day on which no later one has begun', () => {
  const next = { start: parsePartialDate('2023-05-15'), end: parsePartialDate('2026-05-14') };
  const future = { start: parsePartialDate('2026-05-15'), end: null };
  const cycles = [cycle, next, future];
  const asOf = day('2026-02-01');
  expect(cycles.map((_, place) => dayWithin(cycles, place, asOf))).toEqual([
    '2023-05-14',
    '2026-02-01',
    '2026-02-01',
  ]);
});
