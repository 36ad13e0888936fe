import type { ProcedureOutput } from '#shared/procedures.ts';

export type OpenCycle = ProcedureOutput<'ledger.overview'>['items'][number];
export type RequirementSums = OpenCycle['ledger']['requirements'][number];
export type CategorySums = RequirementSums['categories'][number];
export type Nesting = OpenCycle['nesting'];
export type Bounds = OpenCycle['bounds'];

/** A category as a line below its parent. */
export type CategoryLine = CategorySums &
  Readonly<{
    /** 0 for one that lies in no other. */
    depth: number;
    /** Units that its minimum still lacks. */
    short: number;
    /** Units over its maximum, which do not count. */
    lost: number;
  }>;

/** What units would do to a requirement, by rules 1 and 2 of the ledger (domain.md section 3). */
export type Effect = Readonly<{
  before: number;
  after: number;
  total: number;
  category: Readonly<{
    name: string;
    after: number;
    min: number | null;
    max: number | null;
  }> | null;
  /** The category that keeps units from counting, by which of its bounds, and how many. */
  full: Readonly<{
    name: string;
    bound: 'max' | 'activity' | 'block';
    limit: number;
    lost: number;
  }> | null;
}>;

/** What a credential is called on a line: its letters where it has some. */
export const nameOf = ({
  abbreviation,
  title,
}: Readonly<{ abbreviation: string | null; title: string }>): string => abbreviation ?? title;

/** Units to two decimal places, free of the dust of binary fractions. */
export const rounded = (units: number): number => Math.round(units * 100) / 100;

const INVARIABLE = /^(CPE|CPD|CME|Regulatory Element|firm training plan|assigned CE)/;

/** A unit's name after a count: 19 PDUs, 1 PDU, 32 CPE. */
export function unitWord(unit: string, count: number): string {
  const fixed = (INVARIABLE.test(unit) && !unit.endsWith('hour')) || unit.endsWith('s');
  return count === 1 || fixed ? unit : `${unit}s`;
}

/** Categories in the order of the tree: each parent before its parts. */
export function categoryLines(requirement: RequirementSums, nesting: Nesting): CategoryLine[] {
  const names = new Set(requirement.categories.map(({ name }) => name));
  const parentOf = (name: string): string | null => {
    const parent = nesting[name];
    return parent !== undefined && names.has(parent) ? parent : null;
  };
  const below = (parent: string | null, depth: number): CategoryLine[] =>
    requirement.categories
      .filter(({ name }) => parentOf(name) === parent)
      .flatMap((category) => [
        {
          ...category,
          depth,
          short: category.met ? 0 : rounded(Math.max((category.min ?? 0) - category.counted, 0)),
          lost: rounded(category.raw - category.counted),
        },
        ...below(category.name, depth + 1),
      ]);
  return below(null, 0);
}

/** The innermost categories that lack units: filling them fills what they lie in (rule 4). */
export function shortCategories(lines: readonly CategoryLine[]): CategoryLine[] {
  return lines.filter(({ depth, short }, place) => {
    if (short === 0) return false;
    const rest = lines.slice(place + 1);
    const end = rest.findIndex((line) => line.depth <= depth);
    return !(end === -1 ? rest : rest.slice(0, end)).some((part) => part.short > 0);
  });
}

/** Requirements that are not met, recommended ones left out where all that binds is met. */
export function unmetOf({ met, ledger }: OpenCycle): RequirementSums[] {
  return met ? [] : ledger.requirements.filter((requirement) => !requirement.met);
}

/** Units still to log in a cycle that is not yet renewed. */
export function unitsToGo(item: OpenCycle): number {
  if (item.next !== null) return 0;
  return unmetOf(item).reduce((sum, { remaining }) => rounded(sum + remaining), 0);
}

/** Whether a cycle asks for something now: near its end, past it, or behind its pace. */
export function needsAttention(item: OpenCycle): boolean {
  if (item.next !== null) return false;
  return item.status !== 'active' || isBehind(item);
}

/** Whether units lag behind the days that have passed. */
export function isBehind(item: OpenCycle): boolean {
  return unmetOf(item).some(({ pace }) => !pace.onTrack);
}

/** Units by which the pace is missed: whole ones, or their part where less than one is. */
export function behindBy({ pace, counted }: RequirementSums): number {
  const behind = rounded(Math.max(pace.expected - counted, 0));
  return behind >= 1 ? Math.round(behind) : behind;
}

/** The last day on which something can still be done about a cycle. */
export function actBy({ status, end, afterEnd }: OpenCycle): OpenCycle['end'] {
  const isOver = status === 'grace' || status === 'suspended';
  return isOver && afterEnd !== null ? afterEnd.mendThrough : end;
}

/** Whether the cycle is over and only the renewal itself may still be handed in. */
export function isSubmitOnly({ status, end, afterEnd }: OpenCycle): boolean {
  return status === 'grace' && afterEnd !== null && afterEnd.earnThrough === end;
}

/**
 * What so many units in a category would do, before they are logged.
 * @param category null: no category; @param units may be negative, to take some back
 */
export function effectOf(
  requirement: RequirementSums,
  nesting: Nesting,
  category: string | null,
  units: number,
  bounds: Bounds = {},
): Effect {
  const byName = new Map(requirement.categories.map((item) => [item.name, item]));
  const most = category === null ? null : (bounds[category]?.perActivityMax ?? null);
  let change = most === null ? units : Math.min(units, most);
  let full: Effect['full'] =
    category !== null && most !== null && change < units
      ? { name: category, bound: 'activity', limit: most, lost: rounded(units - change) }
      : null;
  let shown: Effect['category'] = null;
  for (let at = category; at !== null; at = nesting[at] ?? null) {
    const item = byName.get(at);
    if (item === undefined) break;
    const { max } = item;
    const block = bounds[at]?.block ?? null;
    const isOpen = item.counted > 0 && (max === null || item.counted < max);
    // Of what counts, some may lie over the bound of one activity; of what does not, nothing is known.
    const taken = (isOpen ? item.counted : item.raw) + change;
    const isFilled = block === null || taken >= block;
    const counted = !isFilled ? 0 : max === null ? taken : Math.min(taken, max);
    const lost = rounded(change - (counted - item.counted));
    if (full === null && lost > 0) {
      if (!isFilled) full = { name: at, bound: 'block', limit: block, lost };
      else if (max !== null) full = { name: at, bound: 'max', limit: max, lost };
    }
    shown ??= { name: at, after: rounded(counted), min: item.min, max: item.max };
    change = counted - item.counted;
  }
  const { counted, total } = requirement;
  return { before: counted, after: rounded(counted + change), total, category: shown, full };
}
