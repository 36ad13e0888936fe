import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { planRenewals, type Plan } from '#shared/domain/planner.ts';
import {
  PLAN_DAY,
  allocationsOf,
  anyActivity,
  anyCase,
  isSatisfied,
  large,
  plannedOf,
  small,
  type PlannerCase,
} from '../../support/plannerCases.ts';
import { fewerHoursSuffice } from '../../support/plannerOracle.ts';
import { propertyRuns } from '../../support/property.ts';

const anyPortfolio = (sizes: typeof small, units: number) =>
  fc.record({
    cases: fc.array(anyCase(sizes, 12), { minLength: 1, maxLength: 4 }),
    activities: fc.array(anyActivity(units), { maxLength: 12 }),
  });

/** What the plan gives one credential, as if it had been done on the last or first possible day. */
function done(plan: Plan, credentialId: string, when: 'from' | 'by'): Allocation[] {
  return plan.items.flatMap((item, index) =>
    item.counts
      .filter((count) => count.credentialId === credentialId)
      .map(({ units, category }, part) => ({
        id: `plan-${index}-${part}`,
        on: item[when],
        units,
        category,
      })),
  );
}

function planOf(cases: readonly PlannerCase[], before: readonly Allocation[][]): Plan {
  return planRenewals(
    cases.map((given, index) => plannedOf(given, before[index] ?? [], `${index}`)),
  );
}

test('what the plan says satisfies every ledger, whenever in its days it is done', () => {
  const seen = { shared: 0, nothing: 0, years: 0 };
  fc.assert(
    fc.property(anyPortfolio(large, 8), ({ cases, activities }) => {
      const before = cases.map((given) => allocationsOf(given, activities));
      const plan = planOf(cases, before);
      for (const [index, given] of cases.entries()) {
        for (const when of ['from', 'by'] as const) {
          const after = [...(before[index] ?? []), ...done(plan, `${index}`, when)];
          expect(isSatisfied(given, after)).toBe(true);
        }
      }
      for (const item of plan.items) {
        expect(item.from >= PLAN_DAY && item.from <= item.by).toBe(true);
        const most = new Map<string, number>();
        for (const { credentialId, units } of item.counts) {
          const rate = cases[Number(credentialId)]?.policy.requirements[0]?.conversion;
          const minutes = (units / 100) * (rate?.minutesPerUnit ?? 60);
          most.set(credentialId, (most.get(credentialId) ?? 0) + minutes);
        }
        // An hour counts once per credential; a hundredth of a unit may fall to the day before.
        for (const minutes of most.values()) {
          expect(minutes).toBeLessThanOrEqual((item.hours / 100) * 60 + 12);
        }
      }
      expect(plan.items.reduce((sum, { hours }) => sum + hours, 0)).toBe(plan.hours);
      expect(plan.hours).toBeLessThanOrEqual(plan.hoursApart);
      seen.shared += Number(plan.hours < plan.hoursApart);
      seen.nothing += Number(plan.hours === 0);
      seen.years += Number(plan.binding.length > 1);
    }),
    propertyRuns(1_500),
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
});

test('the binding rules add up to all hours, in days that do not overlap', () => {
  fc.assert(
    fc.property(anyPortfolio({ ...large, minutes: [60] }, 8), ({ cases, activities }) => {
      const plan = planOf(
        cases,
        cases.map((given) => allocationsOf(given, activities)),
      );
      expect(plan.binding.reduce((sum, { hours }) => sum + hours, 0)).toBe(plan.hours);
      expect(plan.binding.every(({ rule }) => rule !== '')).toBe(true);
      for (const item of plan.perCredential) expect(item.bindingRule).not.toBe('');
    }),
    propertyRuns(1_000),
  );
});

test('equal to brute force: an hour less leaves some ledger unmet', () => {
  const seen = { checked: 0, many: 0 };
  fc.assert(
    fc.property(anyPortfolio(small, 3), ({ cases, activities }) => {
      const before = cases.map((given) => allocationsOf(given, activities));
      const { hours } = planOf(cases, before);
      expect(hours % 100).toBe(0);
      fc.pre(hours <= 500);
      if (hours === 0) return;
      seen.checked += 1;
      seen.many += Number(cases.length > 1);
      expect(fewerHoursSuffice(cases, before, hours / 100 - 1)).toBe(false);
    }),
    propertyRuns(200),
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
}, 120_000);
