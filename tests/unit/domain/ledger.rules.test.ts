import { describe, expect, test } from 'vitest';
import { computeLedger, type LedgerRequest } from '#shared/domain/ledger.ts';
import { fromHundredths } from '#shared/domain/units.ts';
import { aCycle, aPolicy, day } from '../../support/aPolicy.ts';
import { asOf, ledgerOf, shown } from '../../support/ledgerRun.ts';

describe('special rules of the catalogue', () => {
  test('Texas PE: hours carried over never meet the ethics hour, but the yearly minimum', () => {
    const found = shown('pe-tx', ['2025-07-01', '2026-06-30'], [['2025-09-01', 2]], {
      carriedIn: 1400,
    });
    expect(found).toMatchObject({
      counted: 16,
      carriedIn: 14,
      remaining: 1,
      met: false,
      carryOut: 1,
    });
    expect(found.years).toEqual([
      { start: '2025-07-01', end: '2026-06-30', counted: 16, min: 15, met: true },
    ]);
    expect(
      shown('pe-tx', ['2025-07-01', '2026-06-30'], [['2025-09-01', 2, 'Ethics or rules']], {
        carriedIn: 1400,
      }).met,
    ).toBe(true);
  });

  test('California RN: the first renewal asks for nothing, the second for 30', () => {
    expect(shown('rn-ca', ['2024-03-10', '2026-04-30'], [], { isFirstCycle: true })).toMatchObject({
      total: 0,
      met: true,
    });
    expect(shown('rn-ca', ['2024-03-10', '2026-04-30'], [])).toMatchObject({
      total: 30,
      met: false,
    });
  });

  test('enrolled agents: a first cycle of ten months asks for 20 of 72', () => {
    expect(shown('irs-ea', ['2026-03-01', '2026-12-31'], [], { isFirstCycle: true }).total).toBe(
      20,
    );
    expect(shown('cfp', ['2024-05-03', '2026-05-31'], [], { isFirstCycle: true }).total).toBe(30);
  });

  test('totals by role, by further tracks, by registrations held', () => {
    const total = (id: string, choices: LedgerRequest['choices'] = {}) =>
      shown(id, ['2025-01-01', '2026-12-31'], [], { choices }).total;
    expect(total('teacher-tx', { totalWhen: 'counselor/librarian/principal/superintendent' })).toBe(
      200,
    );
    expect(total('teacher-il', { totalWhen: 'master' })).toBe(80);
    expect(total('sa-advanced', { extraTracks: 2 })).toBe(60);
    expect(total('finra-reg-element', { held: 3 })).toBe(3);
  });

  test('Washington RN: practice hours are a requirement of their own', () => {
    const ledger = ledgerOf(
      'rn-wa',
      ['2026-01-01', '2026-12-31'],
      [
        ['2026-02-01', 8, 'Health equity'],
        ['2026-03-01', 96, 'practice hour'],
      ],
    );
    expect(ledger.requirements.map(({ unit, counted, met }) => [unit, counted, met])).toEqual([
      ['contact hour', 800, true],
      ['practice hour', 9600, true],
    ]);
    expect(ledger.allocations.every((item) => item.isCategoryKnown)).toBe(true);
  });

  test('CFA: recommended units leave the requirement open and the credential met', () => {
    const ledger = ledgerOf('cfa', ['2026-01-01', '2026-12-31'], []);
    expect([ledger.met, ledger.requirements[0]?.met, ledger.requirements[0]?.mandatory]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('Cisco: credits and exams mixed ask for fewer credits', () => {
    const { requirements } = ledgerOf(
      'cisco-ccnp',
      ['2025-01-01', '2028-01-01'],
      [['2025-03-01', 32]],
    );
    expect(requirements[0]?.alternatives).toEqual([
      { text: '40 CE credits + one professional-level exam', total: 4000, remaining: 800 },
    ]);
  });

  test('a category that the policy has not counts as none, and is pointed out', () => {
    const ledger = ledgerOf(
      'pmi-pmp',
      ['2024-05-14', '2027-05-14'],
      [['2025-01-01', 2, 'Bussiness Acumen']],
    );
    expect(ledger.allocations[0]).toEqual({ id: 'a0', flag: 'counted', isCategoryKnown: false });
    expect(ledger.requirements[0]?.counted).toBe(200);
  });

  test('what the innermost minimum lacks is less than what the outer one needs', () => {
    const found = ledgerOf(
      'pmi-pmp',
      ['2024-05-14', '2027-05-14'],
      [
        ['2025-01-01', 8, 'Ways of Working'],
        ['2025-01-01', 8, 'Power Skills'],
        ['2025-01-01', 4, 'Business Acumen'],
        ['2025-01-01', 25, 'Giving Back'],
      ],
      { carriedIn: 2000 },
    ).requirements[0];
    expect(
      [found?.counted, found?.remaining, found?.needed].map((units) => fromHundredths(units ?? 0)),
    ).toEqual([65, 4, 15]);
  });

  test('a cycle without an end has no ledger', () => {
    expect(() =>
      computeLedger({
        policy: aPolicy(),
        cycle: aCycle('2024', null),
        allocations: [],
        asOf: day(asOf),
      }),
    ).toThrow(expect.objectContaining({ code: 'refused' }));
  });
});
