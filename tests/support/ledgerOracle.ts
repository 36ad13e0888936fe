import { Temporal } from 'temporal-polyfill';
import type { Allocation } from '#shared/domain/ledgerRequirement.ts';
import type { Requirement } from '#shared/domain/policyParts.ts';

/** All figures of a case are whole quarters of a unit, so that they can be poured one by one. */
const QUARTER = 25;

export type OracleCase = Readonly<{
  requirement: Requirement;
  start: string;
  end: string;
  asOf: string;
  carriedIn: number;
  items: readonly Allocation[];
}>;

/**
 * The ledger of a cycle by brute force, written unlike the product: quarters of a unit are poured
 * one by one and climb from category to category while there is room; days are Temporal's.
 * Basis: issue date. All units in hundredths.
 */
export function ledgerByBruteForce({
  requirement,
  start,
  end,
  asOf,
  carriedIn,
  items,
}: OracleCase) {
  const { categories, carryOver } = requirement;
  const dated = items.filter(({ on }) => on >= start && on <= end);
  const arriving = [
    ...dated,
    { on: start, units: carriedIn, category: carryOver?.intoCategory ?? null },
  ];

  const names = [...categories.map(({ name }) => name), null];
  const pooled = (drops: readonly Readonly<{ units: number; category: string | null }>[]) =>
    new Map(names.map((name) => [name, pour(requirement, drops, name)]));

  const inCycle = pooled(arriving);
  const total = requirement.total * 100;
  const counted = inCycle.get(null)?.kept ?? 0;

  const yearStarts: Temporal.PlainDate[] = [];
  const dayAfter = Temporal.PlainDate.from(end).add({ days: 1 });
  for (
    let year = 0;
    Temporal.PlainDate.compare(Temporal.PlainDate.from(start).add({ years: year + 1 }), dayAfter) <=
    0;
    year += 1
  ) {
    yearStarts.push(Temporal.PlainDate.from(start).add({ years: year }));
  }
  const years = yearStarts.map((from, index) => {
    const to = (yearStarts[index + 1] ?? dayAfter).subtract({ days: 1 }).toString();
    return { to, pools: pooled(dated.filter(({ on }) => on >= from.toString() && on <= to)) };
  });
  const isYearlyMet = (name: string | null, min: number | null) =>
    years.every(({ to, pools }) => to >= asOf || (pools.get(name)?.kept ?? 0) >= (min ?? 0) * 100);

  const lack = new Map(
    categories.map(({ name, min }) => [
      name,
      Math.max((min ?? 0) * 100 - (inCycle.get(name)?.kept ?? 0), 0),
    ]),
  );
  const descendants = (ancestor: string) =>
    categories.filter(
      ({ name }) => name !== ancestor && pathOf(requirement, name).includes(ancestor),
    );
  const innermost = categories.filter(
    ({ name }) =>
      (lack.get(name) ?? 0) > 0 && descendants(name).every((part) => lack.get(part.name) === 0),
  );
  const missing = innermost.reduce((sum, { name }) => sum + (lack.get(name) ?? 0), 0);

  const windowStart = carryOver?.windowMonths
    ? dayAfter.subtract({ months: carryOver.windowMonths }).toString()
    : '0000';
  const carried = dated.filter(
    ({ on, category }) =>
      on >= windowStart &&
      (!carryOver?.fromCategory || pathOf(requirement, category).includes(carryOver.fromCategory)),
  );
  return {
    counted,
    remaining: Math.max(total - counted, missing, 0),
    met:
      counted >= total &&
      [...lack.values()].every((units) => units === 0) &&
      isYearlyMet(null, requirement.perYearMin) &&
      categories.every(({ name, perYearMin }) => isYearlyMet(name, perYearMin)),
    categories: categories.map(({ name }) => inCycle.get(name)),
    years: years.map(({ pools }) => pools.get(null)?.kept),
    carryOut: carryOver
      ? Math.max(
          0,
          Math.min(
            counted - total,
            carryOver.max * 100,
            carried.reduce((sum, { units }) => sum + units, 0),
          ),
        )
      : 0,
  };
}

/** A category and all that it is part of, innermost first. */
function pathOf(requirement: Requirement, name: string | null): string[] {
  const category = requirement.categories.find((item) => item.name === name);
  return category ? [category.name, ...pathOf(requirement, category.within)] : [];
}

/** What reaches a category (null: the total) and what of it finds room there. */
function pour(
  requirement: Requirement,
  drops: readonly Readonly<{ units: number; category: string | null }>[],
  target: string | null,
) {
  const room = new Map(
    requirement.categories.map(({ name, max }) => [name, max === null ? Infinity : max * 100]),
  );
  let raw = 0;
  let kept = 0;
  for (const { units, category } of drops) {
    const path = pathOf(requirement, category);
    if (target !== null && !path.includes(target)) continue;
    const below = target === null ? path : path.slice(0, path.indexOf(target));
    for (let poured = 0; poured < units; poured += QUARTER) {
      if (below.some((name) => (room.get(name) ?? 0) <= 0)) continue;
      for (const name of below) room.set(name, (room.get(name) ?? 0) - QUARTER);
      raw += QUARTER;
      if (target === null || (room.get(target) ?? 0) > 0) kept += QUARTER;
      if (target !== null) room.set(target, (room.get(target) ?? 0) - QUARTER);
    }
  }
  return { raw, kept };
}
