import { expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { computeExpiry } from '#shared/domain/cycle.ts';
import { computeLedger, ledgerToJson } from '#shared/domain/ledger.ts';
import type { LedgerChoices } from '#shared/domain/ledgerChoices.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import {
  alternativeBesides,
  alternativeFigures,
  policyFor,
  stateFigures,
  stateOf,
  stateWords,
} from '#shared/domain/policyChoices.ts';
import { policySchema } from '#shared/domain/policy.ts';
import { aCycle, allocations, day, shipped } from '../../support/aPolicy.ts';

const cpa = (state: string) => policyFor(shipped('cpa-generic'), { state });
const ledgerOf = (
  policyId: string,
  choices: LedgerChoices,
  cycle: readonly [string, string],
  ...rows: readonly (readonly [on: string, units: number, category?: string])[]
) => {
  const ledger = computeLedger({
    policy: policyFor(shipped(policyId), choices),
    cycle: aCycle(...cycle),
    allocations: allocations(...rows),
    asOf: day('2026-11-23'),
    choices,
  });
  return ledgerToJson('x', ledger).requirements[0];
};

test('CPA: a state’s row takes the place of the general pattern', () => {
  const texas = cpa('TX');
  expect(texas).toMatchObject({ cycleMonths: 36, basis: { kind: 'birth-month' } });
  expect(texas.requirements[0]).toMatchObject({
    unit: 'CPE',
    total: 120,
    perYearMin: 20,
    rollingMonths: 36,
    categories: [{ name: 'Ethics', min: 4, minEveryMonths: 24 }],
  });
  expect(texas.needsPersonData).toEqual(['birthMonth']);
  expect(computeExpiry(texas, parsePartialDate('2024-03-05'), { birthMonth: 6 }).end).toBe(
    '2027-06-30',
  );

  const alabama = cpa('AL');
  expect(alabama.requirements[0]).toMatchObject({ total: 40, perYearMin: null });
  expect(alabama.requirements[0]?.categories[0]).toMatchObject({ min: 2, minEveryMonths: null });
  expect(computeExpiry(alabama, parsePartialDate('2026-01-15')).end).toBe('2027-09-30');

  // Alaska ends in odd years only; Georgia names no ethics, but a carry-over.
  expect(computeExpiry(cpa('AK'), parsePartialDate('2024-06-01')).end).toBe('2027-12-31');
  const georgia = cpa('GA').requirements[0];
  expect(georgia?.categories[0]).toMatchObject({ name: 'Ethics', min: null });
  expect(georgia?.carryOver).toMatchObject({ max: 15, towardYearMinimum: false });
});

test('CPA Texas and Alabama by the ledger: totals, months and the clock of ethics', () => {
  const rows = [
    ['2024-02-10', 40],
    ['2025-02-10', 4, 'Ethics'],
    ['2026-02-10', 60],
  ] as const;
  // The window is 36 months to the end, ethics the last 24.
  expect(
    ledgerOf('cpa-generic', { state: 'TX' }, ['2024-01-01', '2026-12-31'], ...rows),
  ).toMatchObject({ total: 120, counted: 104, remaining: 16, met: false });
  const late = ledgerOf(
    'cpa-generic',
    { state: 'TX' },
    ['2024-01-01', '2026-12-31'],
    ['2024-06-01', 4, 'Ethics'],
  );
  expect(late?.categories).toMatchObject([{ counted: 4, min: 4, met: false }]);
  expect(
    ledgerOf(
      'cpa-generic',
      { state: 'AL' },
      ['2025-10-01', '2026-09-30'],
      ['2026-02-10', 38],
      ['2026-02-11', 2, 'Ethics'],
    ),
  ).toMatchObject({ total: 40, met: true });
});

test('nurses: the unit comes with the table; a state without hours asks for none', () => {
  const nurse = shipped('rn-generic');
  expect(policyFor(nurse, { state: 'NJ' }).requirements).toMatchObject([
    { unit: 'contact hour', total: 30, carryOver: { max: 15 } },
  ]);
  expect(policyFor(nurse, { state: 'NY' })).toMatchObject({ cycleMonths: 36, requirements: [] });
  expect(policyFor(nurse, { state: 'WA' }).cycleMonths).toBe(12);
  const row = stateOf(nurse, 'TX');
  expect(row && stateWords(row)).toEqual(['Or: current national certification']);
});

test('what a row says in words stands beside its figures; nothing of it is lost', () => {
  for (const policy of policyCatalog().policies) {
    for (const row of policy.states) {
      const said = [...stateFigures(policy, row), ...stateWords(row)].join(' | ');
      for (const value of [row.end, row.or, row.other, row.note, row.total, row.perYearMin]) {
        if (value !== null) expect(said).toContain(String(value));
      }
      // Every row makes a policy that the schema takes.
      expect(policySchema.safeParse(policyFor(policy, { state: row.state })).error).toBeUndefined();
    }
  }
});

test('a choice that the policy does not offer changes nothing', () => {
  expect(policyFor(shipped('cpa-generic'), { state: 'ZZ' })).toBe(shipped('cpa-generic'));
  expect(policyFor(shipped('pmi-pmp'), { state: 'TX', alternative: 'none' })).toBe(
    shipped('pmi-pmp'),
  );
});

test('another way to meet it: New York by one subject, Cisco by fewer credits and an exam', () => {
  const newYork = shipped('cpa-ny');
  const oneSubject = policyFor(newYork, { alternative: '24 hours in one subject area per year' });
  // 24 a year for three years.
  expect(oneSubject.requirements[0]).toMatchObject({ total: 72, perYearMin: 24 });

  const cisco = shipped('cisco-ccnp');
  const [mixed, exam] = cisco.alternatives;
  expect(mixed && alternativeFigures(cisco, mixed)).toEqual(['40 CE credit']);
  expect(mixed && alternativeBesides(mixed)).toEqual(['1 × professional-level exam']);
  expect(policyFor(cisco, { alternative: mixed?.text ?? '' }).requirements[0]?.total).toBe(40);
  // An exam alone asks for no units: there is no ledger to keep by it.
  expect(exam && alternativeFigures(cisco, exam)).toEqual([]);
  expect(policyFor(cisco, { alternative: exam?.text ?? '' })).toBe(cisco);
});
