import type { PlanModel, PlanRule } from '#shared/domain/plannerModel.ts';
import { cellOf, type NeedTable } from '#shared/domain/plannerNeed.ts';
import { fromHundredths } from '#shared/domain/units.ts';

/** The rules that a cycle's need in a stretch of its slots comes from, in words. */
export function bindingWords(
  model: PlanModel,
  tables: readonly NeedTable[],
  from: number,
  to: number,
): string {
  const words = tables.flatMap((table, index) => {
    const requirement = model.requirements[index];
    if (!requirement) return [];
    return bindingRules(requirement.parents, table, from, to, table.places - 1).flatMap((at) => {
      const rule = requirement.rules[at];
      return rule ? [ruleWords(rule, requirement.unit, requirement.names[rule.node] ?? null)] : [];
    });
  });
  return [...new Set(words)].join('; ');
}

function ruleWords(rule: PlanRule, unit: string, category: string | null): string {
  const units = `${fromHundredths(rule.min)} ${unit}`;
  const year = `in the year to ${rule.days.end}`;
  switch (rule.kind) {
    case 'total':
      return `${units} in all`;
    case 'category':
      return `at least ${units} in ${category}`;
    case 'clock':
      return `at least ${units} in ${category} from ${rule.days.start} to ${rule.days.end}`;
    case 'year':
      return `at least ${units} ${year}`;
    case 'category-year':
      return `at least ${units} in ${category} ${year}`;
  }
}

/** Follows a need down to the rules that ask for it: its own, those of parts, or of two stretches. */
function bindingRules(
  parents: readonly number[],
  table: NeedTable,
  from: number,
  to: number,
  place: number,
): number[] {
  const cell = cellOf(table, from, to, place);
  const units = table.need[cell] ?? 0;
  if (units === 0) return [];
  const own = table.because[cell] ?? -1;
  if (own >= 0) return [own];
  const parts = parents.flatMap((parent, part) => (parent === place ? [part] : []));
  const ofParts = parts.reduce(
    (sum, part) => sum + (table.need[cellOf(table, from, to, part)] ?? 0),
    0,
  );
  if (ofParts === units) {
    return parts.flatMap((part) => bindingRules(parents, table, from, to, part));
  }
  for (let middle = from; middle < to; middle += 1) {
    const before = table.need[cellOf(table, from, middle, place)] ?? 0;
    const after = table.need[cellOf(table, middle + 1, to, place)] ?? 0;
    if (before + after !== units) continue;
    return [
      ...bindingRules(parents, table, from, middle, place),
      ...bindingRules(parents, table, middle + 1, to, place),
    ];
  }
  return [];
}
