import { describe, expect, test } from 'vitest';
import { day } from '../../support/aPolicy.ts';
import { category, ledgerOf, shown, type Row } from '../../support/ledgerRun.ts';

describe('worked examples', () => {
  const pmpRows: readonly Row[] = [
    ['2024-09-01', 14, 'Ways of Working'],
    ['2025-03-01', 13, 'Power Skills'],
    ['2025-06-01', 4, 'Business Acumen'],
    ['2025-09-01', 12, 'Working as a practitioner'],
    ['2026-01-01', 2, 'Giving Back'],
  ];

  test('PMP: nested minimums and maximums; 19 to go, 4 of them in Business Acumen', () => {
    expect(shown('pmi-pmp', ['2024-05-14', '2027-05-14'], pmpRows)).toEqual({
      unit: 'PDU',
      total: 60,
      counted: 41,
      carriedIn: 0,
      remaining: 19,
      met: false,
      categories: [
        { name: 'Education', raw: 31, counted: 31, min: 35, max: null, met: false },
        { name: 'Ways of Working', raw: 14, counted: 14, min: 8, max: null, met: true },
        { name: 'Power Skills', raw: 13, counted: 13, min: 8, max: null, met: true },
        { name: 'Business Acumen', raw: 4, counted: 4, min: 8, max: null, met: false },
        { name: 'Giving Back', raw: 10, counted: 10, min: null, max: 25, met: true },
        { name: 'Working as a practitioner', raw: 12, counted: 8, min: null, max: 8, met: true },
      ],
      years: [
        { start: '2024-05-14', end: '2025-05-13', counted: 27, min: null, met: true },
        { start: '2025-05-14', end: '2026-05-13', counted: 14, min: null, met: true },
        { start: '2026-05-14', end: '2027-05-14', counted: 0, min: null, met: true },
      ],
      // 60 × 923 / 1095 days; 172 days are 5.65 months.
      pace: { expected: 50.58, onTrack: false, perMonth: 3.36 },
      carryOut: 0,
    });
  });

  test('PMP: only surplus of the last twelve months is carried, 20 at most', () => {
    const full: readonly Row[] = [
      ...pmpRows,
      ['2026-05-14', 30, 'Business Acumen'],
      ['2026-05-15', 7, 'Business Acumen'],
    ];
    expect(shown('pmi-pmp', ['2024-05-14', '2027-05-14'], full)).toMatchObject({
      counted: 78,
      met: true,
      remaining: 0,
      carryOut: 7,
    });
    const late: readonly Row[] = [...pmpRows, ['2026-05-15', 60, 'Business Acumen']];
    expect(shown('pmi-pmp', ['2024-05-14', '2027-05-14'], late)).toMatchObject({
      counted: 101,
      carryOut: 20,
    });
  });

  test('PMP: suspended, units still count; after the year they do not', () => {
    const ledger = ledgerOf(
      'pmi-pmp',
      ['2023-01-01', '2026-01-01'],
      [
        ['2026-12-31', 5, 'Power Skills'],
        ['2027-01-02', 5, 'Power Skills'],
      ],
    );
    expect(ledger.allocations.map((item) => item.flag)).toEqual(['counted', 'after-end']);
    expect(ledger.requirements[0]?.counted).toBe(500);
  });

  test('CISSP: Group A from 90, Group B up to 30; Group A of the last six months is carried', () => {
    const found = shown(
      'isc2-cissp',
      ['2025-02-09', '2028-02-09'],
      [
        ['2025-06-01', 62, 'Group A (domain related)'],
        ['2026-06-01', 45, 'Group B (general professional)'],
      ],
    );
    // 30 to the total would do; the minimum of Group A asks for no more than 28.
    expect(found).toMatchObject({ counted: 92, remaining: 28, met: false, carryOut: 0 });
    expect(category(found, 'Group B (general professional)')).toMatchObject({
      raw: 45,
      counted: 30,
      max: 30,
    });
    expect(found.years.map((year) => year.min)).toEqual([null, null, null]);
    const rich = shown(
      'isc2-cissp',
      ['2025-02-09', '2028-02-09'],
      [
        ['2025-06-01', 110, 'Group A (domain related)'],
        ['2027-09-01', 25, 'Group A (domain related)'],
        ['2027-09-01', 30, 'Group B (general professional)'],
      ],
    );
    expect(rich).toMatchObject({ counted: 165, met: true, carryOut: 25 });
  });

  test('CISA: 20 in every whole calendar year and 120 in all', () => {
    const rows: readonly Row[] = [
      ['2024-06-01', 5],
      ['2025-12-31', 100],
      ['2026-01-01', 19.75],
    ];
    const found = shown('isaca-cisa', ['2024-05-03', '2027-12-31'], rows);
    expect(found).toMatchObject({ counted: 124.75, remaining: 0, met: true });
    expect(found.years).toEqual([
      { start: '2024-05-03', end: '2024-12-31', counted: 5, min: null, met: true },
      { start: '2025-01-01', end: '2025-12-31', counted: 100, min: 20, met: true },
      { start: '2026-01-01', end: '2026-12-31', counted: 19.75, min: 20, met: false },
      { start: '2027-01-01', end: '2027-12-31', counted: 0, min: 20, met: false },
    ]);
    // Once 2026 is over, its missing quarter of a unit breaks the cycle.
    expect(
      shown('isaca-cisa', ['2024-05-03', '2027-12-31'], rows, { asOf: day('2026-12-31') }).met,
    ).toBe(true);
    expect(
      shown('isaca-cisa', ['2024-05-03', '2027-12-31'], rows, { asOf: day('2027-01-01') }).met,
    ).toBe(false);
    // Reporting may slip, earning may not.
    expect(
      ledgerOf('isaca-cisa', ['2024-05-03', '2027-12-31'], [['2028-01-15', 9]]).allocations[0]
        ?.flag,
    ).toBe('after-end');
  });

  test('Security+: 38 of 50, nine behind, six and a half a month', () => {
    expect(
      shown(
        'comptia-securityplus',
        ['2024-01-18', '2027-01-18'],
        [
          ['2024-01-18', 20],
          ['2027-01-18', 18],
        ],
      ),
    ).toMatchObject({
      counted: 38,
      remaining: 12,
      met: false,
      carryOut: 0,
      categories: [],
      pace: { expected: 47.45, onTrack: false, perMonth: 6.52 },
    });
  });

  test('SHRM-CP: caps per category; what is carried arrives in Advance Your Education', () => {
    const rows: readonly Row[] = [
      ['2024-06-01', 41, 'Advance Your Education'],
      ['2024-06-01', 35, 'Advance Your Organization'],
      ['2025-06-01', 3, 'Advance Your Profession'],
    ];
    const found = shown('shrm-cp', ['2023-10-01', '2026-09-30'], rows, { carriedIn: 1500 });
    expect(found).toMatchObject({ counted: 89, carriedIn: 15, met: true, carryOut: 20 });
    expect(category(found, 'Advance Your Education')).toMatchObject({ raw: 56, counted: 56 });
    expect(category(found, 'Advance Your Organization')).toMatchObject({ raw: 35, counted: 30 });
    // The cap of the category binds what is carried too.
    expect(shown('shrm-cp', ['2023-10-01', '2026-09-30'], rows, { carriedIn: 2000 }).counted).toBe(
      60 + 30 + 3,
    );
  });

  test('CPA (Texas): a rolling three years, 20 a year, ethics every two years, 60 non-technical', () => {
    const rows: readonly Row[] = [
      ['2024-09-30', 40],
      ['2024-10-01', 46],
      ['2025-08-01', 4, 'Board-approved ethics'],
      ['2026-05-01', 70, 'Non-technical'],
      ['2026-10-01', 3],
    ];
    const ledger = ledgerOf('cpa-tx', ['2026-10-01', '2027-09-30'], rows);
    expect(ledger.requirements[0]?.window).toEqual({ start: '2024-10-01', end: '2027-09-30' });
    expect(ledger.allocations.map((item) => item.flag)).toEqual([
      'before-start',
      'counted',
      'counted',
      'counted',
      'counted',
    ]);
    const found = shown('cpa-tx', ['2026-10-01', '2027-09-30'], rows);
    expect(found).toMatchObject({ counted: 113, remaining: 7, met: false });
    expect(found.years.map(({ counted, min, met }) => [counted, min, met])).toEqual([
      [50, 20, true],
      [60, 20, true],
      [3, 20, false],
    ]);
    // Its own two years run from 1 October 2025: the course of August is too old for them.
    expect(category(found, 'Board-approved ethics')).toMatchObject({
      counted: 4,
      min: 4,
      met: false,
    });
    const later = shown(
      'cpa-tx',
      ['2026-10-01', '2027-09-30'],
      [...rows, ['2025-10-01', 4, 'Board-approved ethics']],
    );
    expect(category(later, 'Board-approved ethics')).toMatchObject({ counted: 8, met: true });
  });

  test('CPA (California): a course every six years counts from an earlier cycle', () => {
    const found = shown(
      'cpa-ca',
      ['2025-07-01', '2027-06-30'],
      [
        ['2022-01-01', 2, 'Regulatory Review'],
        ['2025-08-01', 40, 'Technical'],
      ],
    );
    expect(category(found, 'Regulatory Review')).toMatchObject({
      raw: 0,
      counted: 0,
      min: 2,
      met: true,
    });
    expect(found.counted).toBe(40);
  });

  test('ITIL: 20 points a year of which 5 from professional experience', () => {
    const found = (rows: readonly Row[]) =>
      shown('peoplecert-itil', ['2024-02-10', '2027-02-10'], rows);
    const rows: readonly Row[] = [
      ['2024-05-01', 20],
      ['2025-05-01', 15],
      ['2025-06-01', 5, 'Professional experience'],
      ['2026-05-01', 20],
    ];
    // The first year, which is over, had no professional experience.
    expect(found(rows)).toMatchObject({ counted: 60, remaining: 0, met: false });
    expect(category(found(rows), 'Professional experience')).toMatchObject({
      min: null,
      met: false,
    });
    expect(found([...rows, ['2025-02-09', 5, 'Professional experience']])).toMatchObject({
      counted: 65,
      met: true,
    });
    expect(found([...rows, ['2025-02-10', 5, 'Professional experience']])).toMatchObject({
      counted: 65,
      met: false,
    });
  });
});
