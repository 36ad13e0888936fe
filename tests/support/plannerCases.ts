import fc from 'fast-check';
import { computeLedgers, type Ledger } from '#shared/domain/ledger.ts';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import { addDays, addMonthsToDay, type PlainDate } from '#shared/domain/plainDate.ts';
import { planModel, type OpenCycle } from '#shared/domain/plannerModel.ts';
import { stateOf } from '#shared/domain/plannerNeed.ts';
import type { PlannedCycle } from '#shared/domain/planner.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { aPolicy, day } from './aPolicy.ts';

/** The day of the plans. */
export const PLAN_DAY = day('2026-06-15');

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const upTo = (most: number) => fc.integer({ min: 0, max: most });

export type PlannerCase = Readonly<{
  policy: Policy;
  start: PlainDate;
  end: PlainDate;
  /** Of activities 0, 1, …: the category here, or no allocation. */
  uses: readonly (Readonly<{ category: string | null }> | null)[];
}>;

/** Sizes of generated policies: how much is asked, and by how many categories. */
export type Sizes = Readonly<{ total: number; min: number; categories: number; minutes: number[] }>;

export const small: Sizes = { total: 5, min: 3, categories: 3, minutes: [60] };
export const large: Sizes = { total: 60, min: 15, categories: 6, minutes: [50, 60, 600] };

/** A policy whose categories are nested at will, with every sort of bound. */
export function anyPolicy({ total, min, categories, minutes }: Sizes): fc.Arbitrary<Policy> {
  const asked = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: upTo(min) },
  );
  return fc
    .record({
      total: upTo(total),
      perYearMin: asked,
      parents: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: categories }),
      bounds: fc.array(
        fc.record({
          min: asked,
          max: maybe(upTo(min * 2)),
          perYearMin: fc.oneof(
            { weight: 9, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: upTo(2) },
          ),
          minEveryMonths: fc.oneof(
            { weight: 5, arbitrary: fc.constant(null) },
            { weight: 1, arbitrary: fc.constantFrom(12, 48) },
          ),
        }),
        { minLength: categories, maxLength: categories },
      ),
      minutesPerUnit: fc.constantFrom(...minutes),
    })
    .map(({ parents, bounds, minutesPerUnit, ...requirement }) =>
      aPolicy({
        requirements: [
          {
            ...requirement,
            unit: 'unit',
            conversion: { minutesPerUnit, rounding: { step: 0.25, mode: 'down' }, stated: true },
            categories: parents.map((parent, index) => ({
              name: `C${index}`,
              within: parent >= 0 && parent < index ? `C${parent}` : null,
              ...possible(
                bounds[index],
                parents.includes(index),
                hasClocks(requirement.perYearMin, bounds),
              ),
            })),
          },
        ],
      }),
    );
}

type Bounds = Readonly<{
  min: number | null;
  max: number | null;
  perYearMin: number | null;
  minEveryMonths: number | null;
}>;

/** Whether anything is judged over other days than the cycle's. */
function hasClocks(perYearMin: number | null, bounds: readonly Bounds[]): boolean {
  return (
    perYearMin !== null ||
    bounds.some((bound) => bound.perYearMin !== null || bound.minEveryMonths !== null)
  );
}

/**
 * Bounds that can be met: no maximum below what the category itself asks for; and where other
 * days are judged too, none that a minimum could fill to the brim (planner's stated limit).
 */
function possible(bounds: Bounds | undefined, hasParts: boolean, hasOtherDays: boolean) {
  if (!bounds || bounds.max === null) return bounds;
  const isAsked = hasParts || bounds.min !== null;
  if (hasOtherDays && isAsked) return { ...bounds, max: null };
  return { ...bounds, max: Math.max(bounds.max, bounds.min ?? 0, bounds.perYearMin ?? 0) };
}

/** A credential in the middle of a cycle of one to three years that ends on one of a few days. */
export function anyCase(sizes: Sizes, activities: number): fc.Arbitrary<PlannerCase> {
  return fc
    .record({
      policy: anyPolicy(sizes),
      start: fc.constantFrom('2024-09-30', '2025-01-01', '2026-01-01', '2026-10-01').map(day),
      years: fc.integer({ min: 1, max: 3 }),
      uses: fc.array(
        maybe(fc.record({ category: maybe(fc.constantFrom('C0', 'C1', 'C2', 'C3')) })),
        { minLength: activities, maxLength: activities },
      ),
    })
    .map(({ start, years, ...given }) => ({
      ...given,
      start,
      end: addDays(addMonthsToDay(start, 12 * years), -1),
    }))
    .filter(({ end }) => end >= PLAN_DAY);
}

export const anyActivity = (units: number) =>
  fc.record({
    on: fc.integer({ min: -700, max: 0 }).map((days) => addDays(PLAN_DAY, days)),
    units: upTo(units).map((count) => count * 100),
  });

export type PlannerActivity = Readonly<{ on: PlainDate; units: number }>;

export function allocationsOf(
  { uses }: PlannerCase,
  activities: readonly PlannerActivity[],
): Allocation[] {
  return activities.flatMap((activity, index) => {
    const use = uses[index];
    return use ? [{ id: `${index}`, ...activity, category: use.category }] : [];
  });
}

/** The ledger of the case's one cycle. */
export function ledgerOf(
  { policy, start, end }: PlannerCase,
  allocations: readonly Allocation[],
  asOf: PlainDate = PLAN_DAY,
): Ledger {
  const cycle = { start, end, renewedOn: null, method: null };
  const [ledger] = computeLedgers({ policy, cycles: [cycle], allocations, asOf });
  if (!ledger) throw new Error('There is a ledger.');
  return ledger;
}

/** The case as the planner takes it. */
export function openCycleOf(
  given: PlannerCase,
  allocations: readonly Allocation[],
  credentialId: string,
): OpenCycle {
  return {
    credentialId,
    title: `Credential ${credentialId}`,
    policy: given.policy,
    cycle: { start: given.start, end: given.end, renewedOn: null, method: null },
    previous: null,
    ledger: ledgerOf(given, allocations),
    allocations,
  };
}

export function plannedOf(
  given: PlannerCase,
  allocations: readonly Allocation[],
  credentialId: string,
): PlannedCycle {
  const model = planModel(openCycleOf(given, allocations, credentialId), PLAN_DAY);
  if (!model) throw new Error('Units can still be earned.');
  return { model, state: stateOf(model, allocations) };
}

/** Whether the ledger finds everything met that was still to be had on the day of the plan. */
export function isSatisfied(given: PlannerCase, allocations: readonly Allocation[]): boolean {
  const { requirements } = ledgerOf(given, allocations, addDays(given.end, 1));
  return requirements.every(
    ({ counted, total, categories, years }) =>
      counted >= total &&
      categories.every(({ towardMin, min }) => towardMin >= (min ?? 0)) &&
      [years, ...categories.map((item) => item.years)].every((list) =>
        list.every(({ end, met }) => met || end < PLAN_DAY),
      ),
  );
}
