import { expect, test } from 'vitest';
import { computeLedgers } from '#shared/domain/ledger.ts';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { hoursByDeadline, planRenewals, type PlannedCycle } from '#shared/domain/planner.ts';
import { planModel, TICKS_PER_HOUR } from '#shared/domain/plannerModel.ts';
import { stateOf, ticksLeft } from '#shared/domain/plannerNeed.ts';
import { fromHundredths } from '#shared/domain/units.ts';
import { aCycle, allocations, aPolicy, day, shipped } from '../../support/aPolicy.ts';
import type { Cycle } from '#shared/domain/cycle.ts';
import type { Policy } from '#shared/domain/policy.ts';

function planned(
  title: string,
  policy: Policy,
  cycles: readonly Cycle[],
  units: readonly Allocation[],
  asOf: PlainDate,
): PlannedCycle | null {
  const ledger = computeLedgers({ policy, cycles, allocations: units, asOf }).at(-1);
  const cycle = cycles.at(-1);
  if (!ledger || !cycle) throw new Error('There is a cycle.');
  const model = planModel(
    {
      credentialId: title,
      title,
      policy,
      cycle,
      previous: cycles.at(-2) ?? null,
      ledger,
      allocations: units,
    },
    asOf,
  );
  return model && { model, state: stateOf(model, units) };
}

function plan(...cycles: readonly (PlannedCycle | null)[]) {
  return planRenewals(cycles.flatMap((cycle) => cycle ?? []));
}

test('PMP: minimums within Education bind once the total is nearly there', () => {
  const asOf = day('2026-11-23');
  const pmp = planned(
    'PMP',
    shipped('pmi-pmp'),
    [aCycle('2024-05-14', '2027-05-13')],
    allocations(
      ['2025-03-01', 25, 'Giving Back'],
      ['2025-04-01', 20, 'Ways of Working'],
      ['2025-05-01', 8, 'Power Skills'],
    ),
    asOf,
  );
  const found = plan(pmp);
  // 53 of 60 are there, but Business Acumen lacks 8 of its own.
  expect(found.hours).toBe(8_00);
  expect(found.perCredential).toEqual([
    {
      credentialId: 'PMP',
      title: 'PMP',
      need: [{ unit: 'PDU', category: 'Business Acumen', units: 8_00 }],
      by: '2027-05-13',
      bindingRule: 'at least 8 PDU in Business Acumen',
    },
  ]);
});

test('one hour serves several credentials, in the units of each', () => {
  const asOf = day('2026-11-23');
  const sixty = aPolicy({ requirements: [{ unit: 'PDU', total: 30 }] });
  const fifty = aPolicy({
    requirements: [
      {
        unit: 'CPE',
        total: 60,
        conversion: {
          minutesPerUnit: 50,
          rounding: { step: 0.5, mode: 'down' },
          stated: true,
        },
      },
    ],
  });
  const found = plan(
    planned('A', sixty, [aCycle('2024-05-14', '2027-05-13')], [], asOf),
    planned('B', fifty, [aCycle('2025-01-01', '2027-12-31')], [], asOf),
  );
  // 60 CPE of 50 minutes are 50 hours; 30 of them, in time, are A's 30 PDU too.
  expect(found.hours).toBe(50_00);
  expect(found.hoursApart).toBe(80_00);
  expect(found.items).toEqual([
    {
      hours: 30_00,
      from: asOf,
      by: '2027-05-13',
      counts: [
        { credentialId: 'A', title: 'A', unit: 'PDU', category: null, units: 30_00 },
        { credentialId: 'B', title: 'B', unit: 'CPE', category: null, units: 36_00 },
      ],
    },
    {
      hours: 20_00,
      from: asOf,
      by: '2027-12-31',
      counts: [{ credentialId: 'B', title: 'B', unit: 'CPE', category: null, units: 24_00 }],
    },
  ]);
  expect(found.binding).toEqual([
    { credentialId: 'B', title: 'B', rule: '60 CPE in all', hours: 50_00, by: '2027-12-31' },
  ]);
});

test('CISA: yearly minimums fall due by the ends of the years, and a missed one is told', () => {
  const asOf = day('2026-11-23');
  const cisa = planned(
    'CISA',
    shipped('isaca-cisa'),
    [aCycle('2025-01-01', '2027-12-31')],
    allocations(['2025-02-01', 15], ['2026-02-01', 12]),
    asOf,
  );
  if (!cisa) throw new Error('It is open.');
  const hours = hoursByDeadline(cisa).map(({ by, ticks }) => [by, ticks / TICKS_PER_HOUR]);
  // 8 CPE of 50 minutes this year; the rest of 120, 85, next year.
  expect(hours).toEqual([
    ['2026-12-31', (8 * 50) / 60],
    ['2027-12-31', (85 * 50) / 60],
  ]);
  const [credential] = plan(cisa).perCredential;
  expect(credential?.bindingRule).toBe(
    '120 CPE in all. The year to 2025-12-31 fell 5 CPE short, which can no longer be mended',
  );
});

test('a later year’s hours cannot be spent before it, and are said to begin with it', () => {
  const asOf = day('2026-11-23');
  const policy = aPolicy({ requirements: [{ unit: 'unit', total: 10, perYearMin: 10 }] });
  const found = plan(
    planned(
      'A',
      policy,
      [aCycle('2026-01-01', '2027-12-31')],
      allocations(['2026-02-01', 10]),
      asOf,
    ),
  );
  expect(found.items.map(({ hours, from, by }) => [hours, from, by])).toEqual([
    [10_00, '2027-01-01', '2027-12-31'],
  ]);
  expect(found.binding[0]?.rule).toBe('at least 10 unit in the year to 2027-12-31');
});

test('units that were used in the cycle before are not counted again', () => {
  const asOf = day('2026-11-23');
  const policy = aPolicy({ requirements: [{ unit: 'unit', total: 10 }] });
  const cycles = [aCycle('2023-01-01', '2025-12-31'), aCycle('2026-01-01', '2028-12-31')];
  const units = allocations(['2025-06-01', 40], ['2026-03-01', 4]);
  expect(plan(planned('A', policy, cycles, units, asOf)).hours).toBe(6_00);
});

test('after the end units are planned only where grace still lets them be earned', () => {
  const cycles = [aCycle('2023-01-01', '2025-12-31')];
  const requirements = [{ unit: 'unit', total: 10 }];
  const rung = { state: 'grace', days: 90 };
  const earning = { known: true, rungs: [{ ...rung, kind: 'earn-and-submit' }] };
  const submitting = { known: true, rungs: [{ ...rung, kind: 'submit-only' }] };
  const asOf = day('2026-02-01');
  const late = planned('A', aPolicy({ requirements, afterEnd: earning }), cycles, [], asOf);
  expect(plan(late).items).toMatchObject([{ hours: 10_00, from: asOf, by: '2026-03-31' }]);
  expect(
    planned('A', aPolicy({ requirements, afterEnd: submitting }), cycles, [], asOf),
  ).toBeNull();
});

test('where nothing is judged by other days, need is the ledger’s own', () => {
  for (const id of ['pmi-pmp', 'isc2-cissp', 'comptia-securityplus', 'shrm-cp', 'hrci-phr']) {
    const policy = shipped(id);
    const asOf = day('2025-06-01');
    const cycle = aCycle('2024-05-14', '2027-05-13');
    const units = allocations(['2024-09-01', 7.5]);
    const ledger = computeLedgers({ policy, cycles: [cycle], allocations: units, asOf }).at(-1);
    const open = planned(id, policy, [cycle], units, asOf);
    if (!ledger || !open) throw new Error(`${id} is open.`);
    const needed = ledger.requirements.reduce(
      (sum, { needed: units_, mandatory }) => sum + (mandatory ? units_ : 0),
      0,
    );
    const minutes = open.model.requirements[0]?.conversion.minutesPerUnit ?? 0;
    expect(needed).toBeGreaterThan(0);
    expect(ticksLeft(open.model, open.state) / 10_000).toBeCloseTo(
      fromHundredths(needed) * minutes,
      6,
    );
  }
});
