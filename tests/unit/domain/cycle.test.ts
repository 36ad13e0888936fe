import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import {
  computeExpiry,
  cycleEnd,
  ladderOf,
  leadDaysOf,
  versionFor,
  windowOpens,
} from '#shared/domain/cycle.ts';
import { first, last, parsePartialDate } from '#shared/domain/partialDate.ts';
import { statusOn } from '#shared/domain/status.ts';
import type { Person } from '#shared/domain/validityBasis.ts';
import { aPolicy, day, shipped } from '../../support/aPolicy.ts';
import { anyPartialDate } from '../../support/anyDate.ts';
import { propertyRuns } from '../../support/property.ts';

const date = parsePartialDate;
const expiry = (id: string, issued: string, person: Person = {}) =>
  computeExpiry(shipped(id), date(issued), person).end;

describe('validity bases', () => {
  test.each([
    ['issue-date: the same day', 'pmi-pmp', '2024-05-14', '2027-05-14'],
    ['issue-date: clamped', 'cncf-cks', '2024-02-29', '2026-02-28'],
    ['issue-date: a month stays a month', 'pmi-pmp', '2024-05', '2027-05'],
    ['issue-date: a year stays a year', 'pmi-pmp', '2024', '2027'],
    ['end-of-month: the card lasts through the month', 'aha-bls', '2024-01-03', '2026-01-31'],
    ['end-of-month: February', 'aha-bls', '2022-02-14', '2024-02-29'],
    ['end-of-month: a month stays a month', 'aha-bls', '2024-01', '2026-01'],
    ['end-of-month: CFP', 'cfp', '2024-05-03', '2026-05-31'],
    ['calendar-year: ISACA', 'isaca-cisa', '2024-05-03', '2027-12-31'],
    [
      'calendar-year: on 1 January the window still opens a year later',
      'isaca-cisa',
      '2024-01-01',
      '2027-12-31',
    ],
    ['calendar-year: from a year alone', 'isaca-cisa', '2024', '2027-12-31'],
    ['calendar-year: FINRA', 'finra-reg-element', '2025-11-30', '2026-12-31'],
    ['fixed-date: NREMT ends on 31 March', 'nremt-emt', '2024-04-01', '2027-03-31'],
    ['fixed-date: NREMT on the day itself', 'nremt-emt', '2024-03-31', '2026-03-31'],
    ['fixed-date: Texas PE ends with a quarter', 'pe-tx', '2025-05-02', '2026-06-30'],
    ['fixed-date: Texas PE at the end of a quarter', 'pe-tx', '2025-06-30', '2026-06-30'],
    ['fixed-date with parity: Florida PE, odd years', 'pe-fl', '2024-06-01', '2027-02-28'],
    ['fixed-date with parity: Florida PE, just in time', 'pe-fl', '2025-02-28', '2027-02-28'],
  ])('%s', (_, id, issued, end) => {
    expect(expiry(id, issued)).toBe(end);
  });

  test('birth-month: SHRM runs 36 to 48 months to the end of the birth month', () => {
    expect(expiry('shrm-cp', '2024-06-01', { birthMonth: 12 })).toBe('2027-12-31');
    expect(expiry('shrm-cp', '2024-06-01', { birthMonth: 6 })).toBe('2027-06-30');
    expect(expiry('shrm-cp', '2024-06-30', { birthMonth: 6 })).toBe('2027-06-30');
    expect(expiry('shrm-cp', '2024-06-30', { birthMonth: 5 })).toBe('2028-05-31');
    expect(expiry('shrm-cp', '2021-03-15', { birthMonth: 2 })).toBe('2025-02-28');
  });

  test('birth-month: California nurses end a month later, also over the new year', () => {
    expect(expiry('rn-ca', '2024-03-10', { birthMonth: 3 })).toBe('2026-04-30');
    expect(expiry('rn-ca', '2024-03-10', { birthMonth: 12 })).toBe('2027-01-31');
  });

  test('birth-month with parity: Texas nurses end in years like that of their birth', () => {
    expect(expiry('rn-tx', '2024-03-10', { birthMonth: 8, birthYear: 'even' })).toBe('2026-08-31');
    expect(expiry('rn-tx', '2024-03-10', { birthMonth: 8, birthYear: 'odd' })).toBe('2027-08-31');
    expect(expiry('rn-tx', '2024-03-10', { birthMonth: 8 })).toBe('2026-08-31');
  });

  test('Texas accountants: the licence ends yearly, in the birth month', () => {
    expect(expiry('cpa-tx', '2026-10-01', { birthMonth: 9 })).toBe('2028-09-30');
    expect(expiry('cpa-tx', '2026-09-30', { birthMonth: 9 })).toBe('2027-09-30');
  });

  test.each([undefined, 0, 13, 1.5])('birth month %s is asked for', (birthMonth) => {
    const person = birthMonth === undefined ? {} : { birthMonth };
    expect(() => expiry('shrm-cp', '2024-06-01', person)).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        message: expect.stringContaining('month of birth'),
      }),
    );
  });

  test('a day that only the body knows is taken from the document, or from its holder', () => {
    expect(computeExpiry(shipped('rn-fl'), date('2024-06-01'))).toEqual({
      end: null,
      reason: 'Florida Board of Nursing sets the end for each holder: take it from the document.',
    });
    expect(expiry('rn-fl', '2024-06-01', { monthDay: '07-31' })).toBe('2026-07-31');
    expect(() => expiry('rn-fl', '2024-06-01', { monthDay: '13-31' })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  test('no fixed term: fundamentals, a charter, a title made of parts', () => {
    expect(['ms-fundamentals', 'cfa', 'redhat-rhca'].map((id) => expiry(id, '2024-06-01'))).toEqual(
      [null, null, null],
    );
    expect(computeExpiry(shipped('redhat-rhca'), date('2024')).reason).toContain('RHCE');
  });

  test('past the years that can be recorded is an error, not a wrong date', () => {
    expect(() => expiry('pmi-pmp', '2199-01-01')).toThrow(
      expect.objectContaining({ code: 'invalid_date' }),
    );
    expect(() => expiry('isaca-cisa', '2199-01-01')).toThrow(
      expect.objectContaining({ code: 'invalid_date' }),
    );
  });
});

test('any start, any basis: an end is at least so many months later and where the basis says', () => {
  const bases = fc.constantFrom(
    { kind: 'end-of-month' },
    { kind: 'calendar-year' },
    { kind: 'birth-month' },
    { kind: 'birth-month', offsetMonths: 1, parity: 'birth-year' },
    { kind: 'fixed-date', monthDays: ['03-31', '09-30'] },
    { kind: 'fixed-date', monthDays: ['02-28'], parity: 'odd' },
  );
  fc.assert(
    fc.property(
      anyPartialDate,
      bases,
      fc.constantFrom(12, 24, 36),
      fc.integer({ min: 1, max: 12 }),
      (date, basis, cycleMonths, birthMonth) => {
        fc.pre(date < '2190');
        // A month or a year keeps its precision there, and its last day would be judged.
        const start = basis.kind === 'end-of-month' ? first(date) : date;
        const policy = aPolicy({ cycleMonths, basis });
        const end = cycleEnd(policy, start, { birthMonth, birthYear: 'even' });
        if (end === null) throw new Error('There is an end.');
        const from = Temporal.PlainDate.from(first(start));
        const least = from.add({ months: cycleMonths });
        const found = Temporal.PlainDate.from(last(end));
        expect(Temporal.PlainDate.compare(found, least)).toBeGreaterThanOrEqual(0);
        const most = least.add({ years: policy.basis.kind === 'end-of-month' ? 0 : 2, days: 31 });
        expect(Temporal.PlainDate.compare(found, most)).toBeLessThan(0);
        switch (policy.basis.kind) {
          case 'calendar-year':
            expect([found.month, found.day, found.year - from.year]).toEqual([
              12,
              31,
              cycleMonths / 12,
            ]);
            break;
          case 'birth-month':
            expect(found.day).toBe(found.daysInMonth);
            expect(found.month).toBe(((birthMonth - 1 + policy.basis.offsetMonths) % 12) + 1);
            if (policy.basis.parity) expect(found.year % 2).toBe(0);
            break;
          case 'fixed-date':
            expect(policy.basis.monthDays).toContain(found.toString().slice(5));
            if (policy.basis.parity) expect(found.year % 2).toBe(1);
            break;
          default:
            expect(found.day).toBe(found.daysInMonth);
        }
      },
    ),
    propertyRuns(5_000),
  );
});

describe('versions', () => {
  test('CNCF: 36 months before April 2024, 24 from then on', () => {
    expect(expiry('cncf-cka', '2024-03-31')).toBe('2027-03-31');
    expect(expiry('cncf-cka', '2024-04-01')).toBe('2026-04-01');
    expect(expiry('cncf-cka', '2023')).toBe('2026');
  });

  test('CFP: a cycle that begins in 2027 asks for 40 hours and may carry 10 over', () => {
    const total = (start: string) => versionFor(shipped('cfp'), date(start)).requirements[0]?.total;
    expect([total('2026-12-31'), total('2027-01-01'), total('2027-01')]).toEqual([30, 40, 40]);
    expect(versionFor(shipped('cfp'), date('2027-02')).requirements[0]?.carryOver?.max).toBe(10);
    expect(expiry('cfp', '2027-02-03')).toBe('2029-02-28');
  });

  test('an A+ from before 2011 lasts for life', () => {
    expect(expiry('comptia-aplus', '2010-12-31')).toBeNull();
    expect(expiry('comptia-aplus', '2011-01-01')).toBe('2014-01-01');
  });
});

describe('windows and ladders', () => {
  test('Microsoft: six calendar months, not 180 days', () => {
    const { renewalWindow } = shipped('ms-role-based');
    if (!renewalWindow) throw new Error('There is a window.');
    expect(windowOpens(renewalWindow, date('2026-12-11'))).toBe('2026-06-11');
    expect(windowOpens(renewalWindow, date('2026-08-31'))).toBe('2026-02-28');
    expect(leadDaysOf(shipped('ms-role-based'), date('2026-12-11'))).toBe(183);
    expect(leadDaysOf(shipped('shrm-cp'), date('2026-12'))).toBe(365);
    expect(leadDaysOf(shipped('pmi-pmp'), date('2026-12'))).toBeNull();
  });

  test('PMI suspends for a year, CompTIA takes submissions for a month, none is not unknown', () => {
    const days = (id: string) => {
      const { known, graceDays, suspendedDays, earnDays } = ladderOf(shipped(id));
      return { known, graceDays, suspendedDays, earnDays };
    };
    expect(days('pmi-pmp')).toEqual({
      known: true,
      graceDays: 0,
      suspendedDays: 365,
      earnDays: 365,
    });
    expect(days('comptia-securityplus')).toEqual({
      known: true,
      graceDays: 30,
      suspendedDays: 0,
      earnDays: 0,
    });
    expect(days('shrm-cp')).toEqual({ known: true, graceDays: 60, suspendedDays: 0, earnDays: 0 });
    expect(days('aws-saa')).toEqual({ known: true, graceDays: 0, suspendedDays: 0, earnDays: 0 });
    expect(days('peoplecert-itil')).toEqual({
      known: false,
      graceDays: 0,
      suspendedDays: 0,
      earnDays: 0,
    });
    expect(policyCatalog().policies.filter((policy) => ladderOf(policy).mayBeUsedInGrace)).toEqual(
      [],
    );
  });

  test('the ladder feeds the status', () => {
    const on = (id: string, asOf: string) =>
      statusOn(
        {
          lifecycle: 'earned',
          issued: null,
          expires: date('2026-09-30'),
          leadDays: 90,
          ladder: ladderOf(shipped(id)),
        },
        day(asOf),
      ).status;
    expect(on('shrm-cp', '2026-11-29')).toBe('grace');
    expect(on('shrm-cp', '2026-11-30')).toBe('expired');
    expect(on('pmi-pmp', '2026-11-30')).toBe('suspended');
  });
});
