import { describe, expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { addDays } from '#shared/domain/plainDate.ts';
import { first, last, parsePartialDate } from '#shared/domain/partialDate.ts';
import type { RouteKind } from '#shared/domain/policyParts.ts';
import { renew, routesOn } from '#shared/domain/renewal.ts';
import { aCycle, aPolicy, day, shipped } from '../../support/aPolicy.ts';

const renewal = (
  id: string,
  [start, end]: readonly [string, string],
  on: string,
  route: RouteKind | null = null,
  person = {},
) => renew({ policy: shipped(id), cycle: aCycle(start, end), on: day(on), route, person });
const range = (...args: Parameters<typeof renewal>) => {
  const { start, end } = renewal(...args).cycle;
  return [start, end];
};
const refused = (text: string) =>
  expect.objectContaining({ code: 'refused', message: expect.stringContaining(text) });

describe('counted from the old end', () => {
  const azure = ['2025-12-11', '2026-12-11'] as const;

  test('Microsoft: from the day six calendar months before, a year on the old end', () => {
    expect(renewal('ms-role-based', azure, '2026-06-11')).toEqual({
      cycle: {
        start: '2026-12-12',
        end: '2027-12-11',
        renewedOn: '2026-06-11',
        method: 'online assessment',
      },
      endComputed: '2027-12-11',
      reason: '12 months from the old end, 2026-12-11.',
      warnings: [],
    });
    expect(range('ms-role-based', azure, '2026-12-11')).toEqual(['2026-12-12', '2027-12-11']);
  });

  test('Microsoft: one day earlier is refused, and so is the day after the end', () => {
    expect(() => renewal('ms-role-based', azure, '2026-06-10')).toThrow(
      refused('can be renewed from 2026-06-11 on; 2026-06-10 is too early'),
    );
    expect(() => renewal('ms-role-based', azure, '2026-12-12')).toThrow(
      refused('through 2026-12-11 only'),
    );
  });

  test('CompTIA: three years on the old end, in grace too, not after it', () => {
    const securityPlus = ['2024-01-18', '2027-01-18'] as const;
    expect(range('comptia-securityplus', securityPlus, '2026-11-23')).toEqual([
      '2027-01-19',
      '2030-01-18',
    ]);
    expect(range('comptia-securityplus', securityPlus, '2027-02-17')).toEqual([
      '2027-01-19',
      '2030-01-18',
    ]);
    expect(() => renewal('comptia-securityplus', securityPlus, '2027-02-18')).toThrow(
      refused('mended through 2027-02-17'),
    );
  });

  test('a month-precise end stays one', () => {
    expect(range('comptia-aplus', ['2024-01', '2027-01'], '2026-11-23')).toEqual([
      '2027-02-01',
      '2030-01',
    ]);
  });
});

describe('counted from the renewal', () => {
  test('CNCF: from the pass, under the rules of that day', () => {
    expect(range('cncf-cka', ['2023-09-01', '2026-09-01'], '2026-03-05')).toEqual([
      '2026-03-05',
      '2028-03-05',
    ]);
    expect(() => renewal('cncf-cka', ['2023-09-01', '2026-09-01'], '2026-09-02')).toThrow(
      refused('earned again'),
    );
  });

  test('Red Hat and Google Ads: from the pass', () => {
    expect(range('redhat-rhcsa', ['2024-05-01', '2027-05-01'], '2026-11-23', 'higher')).toEqual([
      '2026-11-23',
      '2029-11-23',
    ]);
    expect(range('google-ads', ['2026-02-01', '2027-02-01'], '2026-11-23')).toEqual([
      '2026-11-23',
      '2027-11-23',
    ]);
  });

  test('a resuscitation card: from the course, to the end of the month', () => {
    expect(range('aha-bls', ['2024-12-03', '2026-12-31'], '2026-11-23')).toEqual([
      '2026-11-23',
      '2028-11-30',
    ]);
  });

  test('PeopleCert: an exam moves the date, points do not', () => {
    const itil = ['2024-02-10', '2027-02-10'] as const;
    expect(range('peoplecert-itil', itil, '2026-11-23', 'exam')).toEqual([
      '2026-11-23',
      '2029-11-23',
    ]);
    expect(range('peoplecert-itil', itil, '2026-11-23', 'units')).toEqual([
      '2027-02-11',
      '2030-02-10',
    ]);
  });
});

describe('dates that never move', () => {
  const pmp = ['2024-05-14', '2027-05-14'] as const;

  test.each(['2024-05-14', '2026-01-01', '2027-05-14', '2028-05-13'])('PMI renewed on %s', (on) => {
    expect(range('pmi-pmp', pmp, on)).toEqual(['2027-05-15', '2030-05-14']);
  });

  test('PMI: after the suspended year only the exam is left', () => {
    expect(() => renewal('pmi-pmp', pmp, '2028-05-14')).toThrow(
      refused('mended through 2028-05-13'),
    );
    expect(() => renewal('pmi-pmp', pmp, '2024-05-13')).toThrow(refused('comes before the cycle'));
  });

  test('ISACA: three calendar years follow three calendar years', () => {
    expect(range('isaca-cisa', ['2024-05-03', '2027-12-31'], '2028-02-20')).toEqual([
      '2028-01-01',
      '2030-12-31',
    ]);
    expect(() => renewal('isaca-cisa', ['2024-05-03', '2027-12-31'], '2028-03-01')).toThrow(
      refused('2028-02-28'),
    );
  });

  test('SHRM: the next end is in the birth month, whether it is told again or not', () => {
    expect(
      range('shrm-cp', ['2024-06-01', '2027-12-31'], '2027-10-01', null, { birthMonth: 12 }),
    ).toEqual(['2028-01-01', '2030-12-31']);
    expect(range('shrm-cp', ['2022-02-01', '2025-02-28'], '2025-01-01')).toEqual([
      '2025-03-01',
      '2028-02-29',
    ]);
    expect(() => renewal('shrm-cp', ['2024-06-01', '2027-12-31'], '2026-12-30')).toThrow(
      refused('from 2026-12-31 on'),
    );
  });

  test('HRCI: late submission eats into the next cycle; the exam must come before the end', () => {
    const phr = ['2023-11-01', '2026-11-01'] as const;
    expect(range('hrci-phr', phr, '2027-06-01', 'units')).toEqual(['2026-11-02', '2029-11-01']);
    expect(() => renewal('hrci-phr', phr, '2027-06-01', 'exam')).toThrow(
      refused('through 2026-11-01 only'),
    );
  });

  test('Texas engineers keep their quarter, California nurses their month', () => {
    expect(range('pe-tx', ['2025-05-02', '2026-06-30'], '2026-06-01')).toEqual([
      '2026-07-01',
      '2027-06-30',
    ]);
    expect(
      range('rn-ca', ['2024-03-10', '2026-04-30'], '2026-04-01', null, { birthMonth: 3 }),
    ).toEqual(['2026-05-01', '2028-04-30']);
    expect(range('rn-fl', ['2024-06-01', '2026-07-31'], '2026-07-01')).toEqual([
      '2026-08-01',
      '2028-07-31',
    ]);
  });

  test('CFP: through the end of the renewal month, with the rules of 2027', () => {
    const { cycle, warnings } = renewal('cfp', ['2025-03-01', '2027-02-28'], '2027-03-15');
    expect([cycle.start, cycle.end]).toEqual(['2027-03-01', '2029-02-28']);
    expect(warnings[0]).toContain('not known how late');
  });
});

describe('routes', () => {
  test('AWS: the exam gives three years from the pass, maintenance one year on the old end', () => {
    const saa = ['2024-02-10', '2027-02-10'] as const;
    expect(range('aws-saa', saa, '2026-11-23', 'exam')).toEqual(['2026-11-23', '2029-11-23']);
    expect(range('aws-saa', saa, '2026-11-23', 'assessment')).toEqual(['2027-02-11', '2028-02-10']);
    expect(renewal('aws-saa', saa, '2026-11-23', 'assessment').cycle.method).toBe(
      'maintain via Skill Builder',
    );
    expect(renewal('aws-saa', saa, '2026-11-23', 'exam').warnings[0]).toContain(
      'check the new end',
    );
  });

  test('side by side, with what stands against each', () => {
    const rows = routesOn(
      shipped('hrci-phr'),
      aCycle('2023-11-01', '2026-11-01'),
      day('2026-11-23'),
    );
    expect(
      rows.map(({ route, window, refusal }) => [
        route.kind,
        window.opens,
        window.closes,
        refusal === null,
      ]),
    ).toEqual([
      ['units', '2025-11-01', '2027-11-01', true],
      ['exam', '2025-11-01', '2026-11-01', false],
    ]);
    expect(rows.map((row) => row.newEnd)).toEqual(['2029-11-01', '2029-11-01']);
  });

  test('what cannot be renewed says why', () => {
    expect(() => renewal('pmi-pmp', ['2024-05-14', '2027-05-14'], '2026-11-23', 'exam')).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        message: expect.stringContaining('Choose from: units'),
      }),
    );
    const noEnd = { cycle: aCycle('2024-05-14', null), on: day('2026-11-23'), route: null };
    expect(() => renew({ policy: shipped('ms-fundamentals'), ...noEnd })).toThrow(
      refused('does not expire'),
    );
    expect(() => renew({ policy: shipped('redhat-rhca'), ...noEnd })).toThrow(
      refused('no date of its own'),
    );
  });

  test('an end that the body gave takes the place of the computed one, and both are told', () => {
    const request = {
      policy: shipped('pmi-pmp'),
      cycle: aCycle('2024-05-14', '2027-05-14'),
      on: day('2026-11-23'),
      route: null,
    };
    const given = renew({ ...request, expires: parsePartialDate('2030-06') });
    expect([given.cycle.end, given.endComputed]).toEqual(['2030-06', '2030-05-14']);
    expect(() => renew({ ...request, expires: parsePartialDate('2027-05') })).not.toThrow();
    expect(() => renew({ ...request, expires: parsePartialDate('2027-04') })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  test('the cycle given is not changed', () => {
    const cycle = Object.freeze(aCycle('2024-05-14', '2027-05-14'));
    expect(renew({ policy: aPolicy(), cycle, on: day('2026-11-23'), route: null }).cycle).not.toBe(
      cycle,
    );
    expect(cycle).toEqual(aCycle('2024-05-14', '2027-05-14'));
  });
});

test('every policy that ends can be renewed on its last day by each route, to a later end', () => {
  const policies = policyCatalog().policies.filter((policy) => policy.cycleMonths !== null);
  expect(policies).toHaveLength(126);
  for (const policy of policies) {
    for (const { route, refusal, newEnd } of routesOn(
      policy,
      aCycle('2025-03-01', '2027-02-28'),
      day('2027-02-28'),
      { birthMonth: 2, birthYear: 'odd' },
    )) {
      expect([policy.id, refusal]).toEqual([policy.id, null]);
      if (newEnd === null) throw new Error(`${policy.id} has no new end by ${route.kind}.`);
      expect(last(newEnd) > '2027-02-28', `${policy.id} ${newEnd}`).toBe(true);
      expect(first(newEnd) > addDays(day('2027-02-28'), 300)).toBe(true);
    }
  }
});
