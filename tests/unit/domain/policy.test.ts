import { describe, expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { policyCatalogSchema, policySchema } from '#shared/domain/policy.ts';
import { aPolicy, shipped } from '../../support/aPolicy.ts';

const least = {
  id: 'mine',
  name: 'Mine',
  issuer: 'Body',
  credentialType: 'badge',
  source: { title: 'letter', url: 'letter', asOf: '2026-01', verified: 'memory' },
};

describe('a policy of one’s own', () => {
  test('needs little; what is not said is unknown, not none', () => {
    const policy = policySchema.parse(least);
    expect(policy).toMatchObject({
      cycleMonths: null,
      basis: { kind: 'none' },
      afterEnd: { known: false, rungs: [] },
      requirements: [],
      abbreviation: null,
      proofMonths: 12,
    });
  });

  test.each([
    ['months without a basis', { cycleMonths: 12 }],
    ['a basis without months', { basis: { kind: 'issue-date' } }],
    ['an id with spaces', { id: 'My policy' }],
    ['a field that is not there', { validity: 12 }],
    ['a third decimal place', { requirements: [{ unit: 'CPE', total: 1.005 }] }],
    [
      'a nesting that names nothing',
      { requirements: [{ unit: 'CPE', total: 1, categories: [{ name: 'A', within: 'B' }] }] },
    ],
    [
      'a nesting in itself',
      {
        requirements: [
          {
            unit: 'CPE',
            total: 1,
            categories: [
              { name: 'A', within: 'B' },
              { name: 'B', within: 'A' },
            ],
          },
        ],
      },
    ],
    [
      'two categories of one name',
      { requirements: [{ unit: 'CPE', total: 1, categories: [{ name: 'A' }, { name: 'A' }] }] },
    ],
    [
      'carrying into no category',
      {
        requirements: [
          { unit: 'CPE', total: 1, carryOver: { max: 1, from: 'x', intoCategory: 'A' } },
        ],
      },
    ],
    ['a month that is none', { source: { ...least.source, asOf: '2026' } }],
  ])('is refused with %s', (_, changes) => {
    expect(policySchema.safeParse({ ...least, ...changes }).success).toBe(false);
  });

  test('a shipped policy survives the way through a file', () => {
    for (const policy of policyCatalog().policies) {
      expect(policySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
    }
  });
});

describe('the catalogue as a whole', () => {
  test('refuses an id twice and an edge to nowhere', () => {
    const catalog = policyCatalog();
    const one = aPolicy();
    const edge = {
      policyId: 'nowhere',
      by: ['exam'],
      reason: 'so',
      verified: 'memory',
      newEnd: 'same-end',
    };
    const parse = (policies: unknown) =>
      policyCatalogSchema.safeParse({ ...catalog, policies }).success;
    expect([
      parse([one]),
      parse([one, one]),
      parse([{ ...one, renews: [edge] }]),
      parse([{ ...one, lapsesTo: 'nowhere' }]),
    ]).toEqual([true, false, false, false]);
  });

  test('says what the special cases of the domain are', () => {
    expect(shipped('ms-role-based')).toMatchObject({
      renewsFrom: 'expiry',
      renewsFromStated: true,
      renewalWindow: { months: 6, statedDays: 180 },
    });
    expect(shipped('pmi-pmp')).toMatchObject({
      renewsFrom: 'fixed',
      afterEnd: {
        known: true,
        rungs: [{ state: 'suspended', days: 365, kind: 'earn-and-submit', mayBeUsed: false }],
      },
    });
    expect(shipped('shrm-cp').requirements[0]?.carryOver).toMatchObject({
      max: 20,
      intoCategory: 'Advance Your Education',
    });
    expect(shipped('isc2-cissp').requirements[0]?.carryOver).toMatchObject({
      windowMonths: 6,
      fromCategory: 'Group A (domain related)',
    });
    expect(shipped('isc2-cissp').fees[0]).toMatchObject({
      price: { amount: 13_500, currency: 'USD' },
      per: 'year',
      due: 'anniversary',
    });
    expect(shipped('hrci-phr').fees.map(({ per, price }) => [per, price.amount])).toEqual([
      ['cycle', 16_900],
      ['late', 10_000],
    ]);
    expect(shipped('offsec-oscp-plus').lapsesTo).toBe('offsec-oscp');
    expect(shipped('cpa-ny').alternatives[1]).toMatchObject({ perYearMin: 24, oneSubject: true });
    expect(shipped('cpa-generic').states.find(({ state }) => state === 'TX')).toMatchObject({
      ethics: 4,
      ethicsEveryMonths: 24,
      rollingMonths: 36,
    });
    expect(shipped('pmi-acp').source.fromMemory).toEqual([
      'Carry-over figure of 10 is from memory.',
    ]);
  });

  test('a yearly fee falls due on the anniversary, a fee per cycle when it is submitted', () => {
    const fees = policyCatalog().policies.flatMap((policy) => policy.fees);
    expect(fees.length).toBeGreaterThan(70);
    expect(fees.filter(({ per, due }) => (per === 'year') !== (due === 'anniversary'))).toEqual([]);
  });
});
