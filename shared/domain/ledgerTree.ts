import type { Category } from '#shared/domain/policyParts.ts';
import { toHundredths, type Hundredths } from '#shared/domain/units.ts';

/** Units of one allocation in one category; null: none, or one that the policy has not. */
export type Entry = Readonly<{
  category: string | null;
  units: Hundredths;
  /** Carried in, so that no bound of one activity applies. */
  isCarried?: boolean;
}>;

export type CategorySum = Readonly<{ raw: Hundredths; counted: Hundredths }>;

export type TreeSums = Readonly<{
  byName: ReadonlyMap<string, CategorySum>;
  /** Counted of the top-level categories and the uncategorised units together. */
  counted: Hundredths;
}>;

/**
 * Rules 1 and 2 of the ledger (domain.md section 3): raw is a category's own units and what its
 * parts count, counted is raw up to the category's maximum. Of one activity no more counts than the
 * category takes of one, and nothing does until the category's block is full; `raw` shows it all.
 */
export function sumTree(categories: readonly Category[], entries: readonly Entry[]): TreeSums {
  const own = new Map<string | null, number>();
  /** What of a category's own units is over the bound of one activity. */
  const over = new Map<string, number>();
  const bounds = new Map(categories.map(({ name, perActivityMax }) => [name, perActivityMax]));
  for (const { category, units, isCarried = false } of entries) {
    const name = category !== null && bounds.has(category) ? category : null;
    own.set(name, (own.get(name) ?? 0) + units);
    const bound = name === null || isCarried ? null : (bounds.get(name) ?? null);
    if (name === null || bound === null) continue;
    over.set(name, (over.get(name) ?? 0) + Math.max(units - toHundredths(bound), 0));
  }

  const byName = new Map<string, CategorySum>();
  const sumOf = (category: Category): CategorySum => {
    const parts = categories.filter((part) => part.within === category.name).map(sumOf);
    const raw = parts.reduce((sum, part) => sum + part.counted, own.get(category.name) ?? 0);
    const taken = raw - (over.get(category.name) ?? 0);
    const most = category.max === null ? taken : Math.min(taken, toHundredths(category.max));
    const isFull = category.block === null || taken >= toHundredths(category.block);
    const counted = isFull ? most : 0;
    byName.set(category.name, { raw, counted });
    return { raw, counted };
  };
  const counted = categories
    .filter((category) => category.within === null)
    .reduce((sum, category) => sum + sumOf(category).counted, own.get(null) ?? 0);
  return { byName, counted };
}

/** Whether a category is the named one or lies within it, at any depth. */
export function isWithin(
  categories: readonly Category[],
  name: string | null,
  ancestor: string,
): boolean {
  if (name === null) return false;
  if (name === ancestor) return true;
  return isWithin(
    categories,
    categories.find((category) => category.name === name)?.within ?? null,
    ancestor,
  );
}

/**
 * Rule 4: what the innermost categories that still lack a minimum lack, together. A category is
 * passed over while a part of it lacks, since filling the part fills it too.
 */
export function innermostMissing(
  categories: readonly Category[],
  missing: ReadonlyMap<string, Hundredths>,
): Hundredths {
  const lacks = (category: Category) => (missing.get(category.name) ?? 0) > 0;
  const hasLackingPart = (category: Category): boolean =>
    categories.some(
      (part) => part.within === category.name && (lacks(part) || hasLackingPart(part)),
    );
  return categories
    .filter((category) => lacks(category) && !hasLackingPart(category))
    .reduce((sum, category) => sum + (missing.get(category.name) ?? 0), 0);
}

/**
 * Units that the category minimums truly still ask for: a category asks for what it lacks or for
 * what its parts ask for, whichever is more. Never less than `innermostMissing`.
 */
export function neededForMinimums(
  categories: readonly Category[],
  missing: ReadonlyMap<string, Hundredths>,
): Hundredths {
  const needOf = (category: Category): number =>
    Math.max(missing.get(category.name) ?? 0, sumNeeds(category.name));
  const sumNeeds = (within: string | null): number =>
    categories
      .filter((category) => category.within === within)
      .reduce((sum, category) => sum + needOf(category), 0);
  return sumNeeds(null);
}
