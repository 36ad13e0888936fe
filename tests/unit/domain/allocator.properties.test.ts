import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateActivities, type Candidate, type Choice } from '#shared/domain/allocator.ts';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { ticksLeft, stateOf } from '#shared/domain/plannerNeed.ts';
import { aPolicy, day } from '../../support/aPolicy.ts';
import {
  PLAN_DAY,
  anyActivity,
  anyCase,
  large,
  ledgerOf,
  plannedOf,
  type PlannerActivity,
  type PlannerCase,
} from '../../support/plannerCases.ts';
import { propertyRuns } from '../../support/property.ts';

const sizes = { ...large, total: 20, min: 8, categories: 4, minutes: [50, 60] };
const names = [null, 'C0', 'C1', 'C2', 'C3'] as const;

/** The categories that each of twelve activities may count in; 'none': it may be left out. */
const anyMay = fc.array(
  fc.oneof(
    ...[1, 2, 2, 3].map((length) =>
      fc.uniqueArray(fc.constantFrom(...names, 'none'), { minLength: length, maxLength: length }),
    ),
  ),
  { minLength: 12, maxLength: 12 },
);
const anyPortfolio = fc.record({
  cases: fc.array(fc.record({ given: anyCase(sizes, 12), may: anyMay }), {
    minLength: 1,
    maxLength: 4,
  }),
  activities: fc.array(anyActivity(6), { maxLength: 12, size: 'max' }),
});

function candidatesOf(
  may: readonly (readonly (string | null)[])[],
  activities: readonly PlannerActivity[],
): Candidate[] {
  return activities.map(({ on, units }, index) => ({
    activityId: `${index}`,
    on,
    choices: (may[index] ?? [null]).map((category) =>
      category === 'none' ? null : { unit: null, category, units },
    ),
  }));
}

function allocated(candidates: readonly Candidate[], chosen: readonly number[]): Allocation[] {
  return candidates.flatMap(({ activityId: id, on, choices }, index) => {
    const choice: Choice | null = choices[chosen[index] ?? 0] ?? null;
    return choice === null ? [] : [{ id, on, ...choice }];
  });
}

/** Every way to choose. */
function* everyChoice(candidates: readonly Candidate[]): Generator<number[]> {
  const chosen = candidates.map(() => 0);
  for (;;) {
    yield chosen;
    let at = 0;
    while (at < chosen.length && (chosen[at] ?? 0) + 1 === candidates[at]?.choices.length) {
      chosen[at] = 0;
      at += 1;
    }
    if (at === chosen.length) return;
    chosen[at] = (chosen[at] ?? 0) + 1;
  }
}

function countChoices(candidates: readonly Candidate[]): number {
  return candidates.reduce((count, { choices }) => count * choices.length, 1);
}

/** What the ledger says is needed, where nothing is judged by other days and nothing overflows. */
function neededByLedger(given: PlannerCase, allocations: readonly Allocation[]): number | null {
  const [requirement] = given.policy.requirements;
  const isPlain =
    requirement?.perYearMin === null &&
    requirement.categories.every(
      ({ max, perYearMin, minEveryMonths }) =>
        max === null && perYearMin === null && minEveryMonths === null,
    );
  return isPlain ? (ledgerOf(given, allocations).requirements[0]?.needed ?? 0) : null;
}

test('equal to brute force: no other allocation leaves less to do', () => {
  const seen = { improved: 0, contested: 0, byLedger: 0, many: 0 };
  fc.assert(
    fc.property(anyPortfolio, ({ cases, activities }) => {
      const cycles = cases.map(({ given, may }, index) => {
        const candidates = candidatesOf(may, activities);
        return { given, candidates, ...plannedOf(given, [], `${index}`) };
      });
      fc.pre(cycles.every(({ candidates }) => countChoices(candidates) <= 5_000));
      const found = allocateActivities(cycles);
      for (const [index, { given, model, candidates }] of cycles.entries()) {
        const { chosen, before, left, isProven } = found[index] ?? {
          chosen: [],
          before: 0,
          left: 0,
        };
        const own = allocated(candidates, chosen);
        expect(ticksLeft(model, stateOf(model, own))).toBe(left);
        expect(isProven).toBe(true);
        let least = Number.POSITIVE_INFINITY;
        let most = 0;
        for (const choice of everyChoice(candidates)) {
          const other = ticksLeft(model, stateOf(model, allocated(candidates, choice)));
          least = Math.min(least, other);
          most = Math.max(most, other);
        }
        expect(left).toBe(least);
        const needed = neededByLedger(given, own);
        if (needed !== null) {
          expect(left).toBe(needed * (model.requirements[0]?.ticksPerUnit ?? 0));
          seen.byLedger += 1;
        }
        seen.many += Number(activities.length >= 11);
        seen.improved += Number(left < before);
        seen.contested += Number(least < most && least > 0);
      }
    }),
    propertyRuns(250),
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
}, 120_000);

test('what changes nothing is left as it is', () => {
  fc.assert(
    fc.property(anyPortfolio, ({ cases, activities }) => {
      const cycles = cases.map(({ given, may }, index) => ({
        candidates: candidatesOf(may, activities),
        ...plannedOf(given, [], `${index}`),
      }));
      for (const [index, { chosen, before, left }] of allocateActivities(cycles).entries()) {
        const cycle = cycles[index];
        if (!cycle) throw new Error('Every cycle is answered.');
        if (left === before) expect(chosen.every((choice) => choice === 0)).toBe(true);
        for (const [at, choice] of chosen.entries()) {
          if (choice === 0) continue;
          const back = chosen.with(at, 0);
          const { model, candidates } = cycle;
          expect(ticksLeft(model, stateOf(model, allocated(candidates, back)))).toBeGreaterThan(
            left,
          );
        }
      }
    }),
    propertyRuns(300),
  );
});

test('equal to brute force where twelve activities must be split most evenly', () => {
  const anySizes = fc.array(fc.integer({ min: 51, max: 399 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(anySizes, (units) => {
      const half = Math.ceil(units.reduce((sum, one) => sum + one, 0) / 2);
      const categories = ['C0', 'C1'].map((name) => ({ name, min: half / 100 }));
      const policy = aPolicy({ requirements: [{ unit: 'unit', total: 0, categories }] });
      const given = { policy, start: day('2026-01-01'), end: day('2026-12-31'), uses: [] };
      const candidates = candidatesOf(
        units.map(() => ['C0', 'C1']),
        units.map((one) => ({ on: PLAN_DAY, units: one })),
      );
      const [found] = allocateActivities([{ ...plannedOf(given, [], 'A'), candidates }]);
      let least = Number.POSITIVE_INFINITY;
      for (const chosen of everyChoice(candidates)) {
        const first = units.reduce((sum, one, at) => sum + (chosen[at] === 0 ? one : 0), 0);
        const second = units.reduce((sum, one, at) => sum + (chosen[at] === 0 ? 0 : one), 0);
        least = Math.min(least, Math.max(half - first, 0) + Math.max(half - second, 0));
      }
      expect(found).toMatchObject({ left: least * 6_000, isProven: true });
    }),
    propertyRuns(20),
  );
}, 120_000);
