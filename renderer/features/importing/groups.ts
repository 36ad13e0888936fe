import type { ImportAction, ImportPreviewRow } from '#shared/procedures/transfer.ts';

/** In the order in which they are shown: what needs the reader first. */
export const groupOrder = [
  'reject',
  'merge',
  'add',
  'skip',
] as const satisfies readonly ImportAction[];

export type Line =
  | Readonly<{ type: 'group'; action: ImportAction; count: number; folded: boolean }>
  | Readonly<{ type: 'row'; row: ImportPreviewRow }>;

export type Counts = Readonly<Record<ImportAction, number>>;

export function countRows(rows: readonly ImportPreviewRow[]): Counts {
  const counts = { add: 0, merge: 0, skip: 0, reject: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}

/** Headings and rows, one below the other; rows of a folded group are left out. */
export function linesOf(
  rows: readonly ImportPreviewRow[],
  shown: ImportAction | 'all',
  folded: ReadonlySet<ImportAction>,
): Line[] {
  return groupOrder.flatMap((action): Line[] => {
    if (shown !== 'all' && shown !== action) return [];
    const members = rows.filter((row) => row.action === action);
    if (members.length === 0) return [];
    const isFolded = folded.has(action);
    const heading: Line = { type: 'group', action, count: members.length, folded: isFolded };
    return [heading, ...(isFolded ? [] : members.map((row): Line => ({ type: 'row', row })))];
  });
}

export type SharedFix = Readonly<{ label: string; field: string; value: string; keys: string[] }>;

/** Fixes that several bad rows have in common, the most frequent first, two at most. */
export function sharedFixes(rows: readonly ImportPreviewRow[]): SharedFix[] {
  const shared = new Map<string, SharedFix>();
  for (const { key, action, problem } of rows) {
    for (const fix of action === 'reject' && problem !== null ? problem.fixes : []) {
      // A suggested date belongs to its own row, even where two are alike.
      if (fix.value !== '' && fix.field !== 'issuer' && fix.field !== 'kind') continue;
      const name = `${fix.field} ${fix.value}`;
      const known = shared.get(name) ?? { ...fix, keys: [] };
      known.keys.push(key);
      shared.set(name, known);
    }
  }
  return [...shared.values()]
    .filter(({ keys }) => keys.length > 1)
    .toSorted((a, b) => b.keys.length - a.keys.length)
    .slice(0, 2);
}

export type ProposedPolicies = Readonly<{
  /** Key of each new row for which a policy is proposed → the best of them. */
  best: Readonly<Record<string, string>>;
  count: number;
  /** How many of the rows go in under one. */
  chosen: number;
}>;

/** The policies that could be taken for all new rows at once. */
export function proposedPolicies(rows: readonly ImportPreviewRow[]): ProposedPolicies {
  const offered = rows.flatMap(({ key, action, proposals: [best], policyId }) =>
    action === 'add' && best !== undefined ? [{ key, id: policyId ?? best.id, policyId }] : [],
  );
  return {
    best: Object.fromEntries(offered.map(({ key, id }) => [key, id])),
    count: offered.length,
    chosen: offered.filter(({ policyId }) => policyId !== null).length,
  };
}
