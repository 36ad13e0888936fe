import { describe, expect, test } from 'vitest';
import { computeLedgers } from '#shared/domain/ledger.ts';
import { aCycle, allocations, day, shipped } from '../../support/aPolicy.ts';
import type { Row } from '../../support/ledgerRun.ts';

describe('cycle after cycle', () => {
  const run = (id: string, cycles: readonly ReturnType<typeof aCycle>[], rows: readonly Row[]) =>
    computeLedgers({
      policy: shipped(id),
      cycles,
      allocations: allocations(...rows),
      asOf: day('2030-01-01'),
    });
  const flags = (ledgers: ReturnType<typeof run>) =>
    ledgers.map((ledger) => ledger.allocations.map((item) => item.flag));

  test('a surplus of the last year arrives in the next cycle', () => {
    const cycles = [
      aCycle('2024-05-14', '2027-05-14'),
      aCycle('2027-05-15', '2030-05-14', '2027-05-01'),
    ];
    const ledgers = run('pmi-pmp', cycles.toReversed(), [
      ['2027-05-14', 72, 'Business Acumen'],
      ['2027-05-15', 1, 'Business Acumen'],
    ]);
    expect(
      ledgers.map(({ requirements }) => [
        requirements[0]?.carriedIn,
        requirements[0]?.counted,
        requirements[0]?.carryOut,
      ]),
    ).toEqual([
      [0, 7200, 1200],
      [1200, 1300, 0],
    ]);
    expect(flags(ledgers)).toEqual([
      ['counted', 'after-end'],
      ['before-start', 'counted'],
    ]);
  });

  test('units earned in suspension count for the cycle that they mended, and for no other', () => {
    const cycles = [
      aCycle('2024-05-14', '2027-05-14'),
      aCycle('2027-05-15', '2030-05-14', '2027-09-01'),
    ];
    expect(
      flags(
        run('pmi-pmp', cycles, [
          ['2027-08-31', 5],
          ['2027-09-02', 5],
        ]),
      ),
    ).toEqual([
      ['counted', 'after-end'],
      ['already-used', 'counted'],
    ]);
  });

  test('renewed early from the day of the pass: what came before is used', () => {
    const cycles = [
      aCycle('2024-05-14', '2027-05-14'),
      aCycle('2026-11-01', '2029-11-01', '2026-11-01'),
    ];
    expect(
      flags(
        run('cisco-ccna', cycles, [
          ['2026-10-31', 5],
          ['2026-11-01', 5],
          ['2026-11-02', 5],
        ]),
      ),
    ).toEqual([
      ['counted', 'counted', 'after-end'],
      ['before-start', 'already-used', 'counted'],
    ]);
  });

  test('HRCI carries over only when renewed while active', () => {
    const carried = (renewedOn: string) =>
      run(
        'hrci-phr',
        [aCycle('2023-11-01', '2026-11-01'), aCycle('2026-11-02', '2029-11-01', renewedOn)],
        [['2026-01-01', 75, 'Ethics']],
      )[1]?.requirements[0]?.carriedIn;
    expect([carried('2026-10-01'), carried('2027-02-01')]).toEqual([1500, 0]);
  });

  test('each cycle keeps the rules under which it began', () => {
    const totals = run(
      'cfp',
      [
        aCycle('2024-06-01', '2026-05-31'),
        aCycle('2026-06-01', '2028-05-31', '2026-05-01'),
        aCycle('2028-06-01', '2030-05-31', '2028-05-01'),
      ],
      [],
    );
    expect(totals.map(({ requirements }) => requirements[0]?.total)).toEqual([3000, 3000, 4000]);
  });
});
