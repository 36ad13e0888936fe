import type { Category } from '#shared/domain/policyParts.ts';
import { toHundredths, type Hundredths } from '#shared/domain/units.ts';

/** Units of one allocation in one category; null: none, or one that the policy has not. */
export type Entry = Readonly<{ category: string | null; units: Hundredths }>;

export type CategorySum = Readonly<{ raw: Hundredths; counted: Hundredths }>;

export type TreeSums = Readonly<{
  byName: ReadonlyMap<string, CategorySum>;
  /** Counted of the top-level categories and the uncategorised units together. */
  counted: Hundredths;
}>;

/**
 * Rules 1 and 2 of the ledger (domain.md section 3): raw is a category's own units and what its
 * parts count, counted is raw up to the category's maximum.
 */
export function sumTree(categories: readonly Category[], entries: readonly Entry[]): TreeSums {
  const own = new Map<string | null, number>();
  const names = new Set(categories.map((category) => category.name));
  for (const { category, units } of entries) {
    const name = category !== null && names.has(category) ? category : null;
    own.set(name, (own.get(name) ?? 0) + units);
  }

  const byName = new Map<string, CategorySum>();
  const sumOf = (category: Category): CategorySum => {
    const parts = categories.filter((part) => part.within === category.name).map(sumOf);
    const raw = parts.reduce((sum, part) => sum + part.counted, own.get(category.name) ?? 0);
    const counted = category.max === null ? raw : Math.min(raw, toHundredths(category.max));
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
