import { expect, test } from 'vitest';
import { renewalLoad, type LoadedCycle } from '#shared/domain/renewalLoad.ts';
import { aPolicy, day } from '../../support/aPolicy.ts';
import { plannedOf } from '../../support/plannerCases.ts';

const ASOF = day('2026-06-15');
const usd = (amount: number) => ({ amount, currency: 'USD' });

function loaded(
  start: string,
  end: string,
  fields: Readonly<Record<string, unknown>>,
): LoadedCycle {
  const policy = aPolicy(fields);
  const given = { policy, start: day(start), end: day(end), uses: [] };
  const isOver = day(end) < ASOF;
  return {
    policy,
    cycle: { start: given.start, end: given.end },
    planned: isOver ? null : plannedOf(given, [], 'A'),
  };
}

const busy = (cycles: readonly LoadedCycle[]) =>
  renewalLoad(cycles, ASOF).filter(({ hours, money }) => hours > 0 || money.length > 0);

test('twelve months from the one of the day, empty where nothing falls due', () => {
  const months = renewalLoad([], ASOF);
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ month: '2026-06', hours: 0, money: [] });
  expect(months[11]?.month).toBe('2027-05');
});

test('units fall due with the cycle, those of a hard year with the year', () => {
  const requirements = [{ unit: 'unit', total: 30, perYearMin: 10 }];
  expect(busy([loaded('2026-01-01', '2028-12-31', { requirements })])).toEqual([
    { month: '2026-12', hours: 10_00, money: [] },
  ]);
  const plain = [{ unit: 'unit', total: 30 }];
  expect(busy([loaded('2024-01-01', '2026-12-31', { requirements: plain })])).toEqual([
    { month: '2026-12', hours: 30_00, money: [] },
  ]);
});

test('fees: the cycle’s with its end, yearly ones on anniversaries; no exam prices, no mixing', () => {
  const fees = [
    { price: usd(60_00), per: 'cycle', due: 'submission' },
    { price: usd(45_00), per: 'year', due: 'anniversary' },
    { price: usd(300_00), per: 'cycle', due: 'submission', isExamPrice: true },
    { price: usd(100_00), per: 'late', due: 'submission' },
  ];
  const euros = [{ price: { amount: 20_00, currency: 'EUR' }, per: 'cycle', due: 'submission' }];
  expect(
    busy([
      loaded('2024-08-01', '2027-01-31', { requirements: [], fees }),
      loaded('2024-08-01', '2027-01-31', { requirements: [], fees: euros }),
    ]),
  ).toEqual([
    { month: '2026-08', hours: 0, money: [usd(45_00)] },
    { month: '2027-01', hours: 0, money: [{ amount: 20_00, currency: 'EUR' }, usd(60_00)] },
  ]);
});

test('overdue but mendable falls into the first month, with the late fee; lost is left out', () => {
  const fees = [
    { price: usd(60_00), per: 'cycle', due: 'submission' },
    { price: usd(100_00), per: 'late', due: 'submission' },
  ];
  const rungs = [{ state: 'grace', days: 60, kind: 'submit-only' }];
  const afterEnd = { known: true, rungs };
  expect(busy([loaded('2023-05-01', '2026-04-30', { requirements: [], fees, afterEnd })])).toEqual([
    { month: '2026-06', hours: 0, money: [usd(160_00)] },
  ]);
  expect(busy([loaded('2023-03-01', '2026-02-28', { requirements: [], fees, afterEnd })])).toEqual(
    [],
  );
});
