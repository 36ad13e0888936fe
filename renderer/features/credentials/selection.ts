/** What is selected: these, or with `all` everything that matches except these. */
export type Selection = Readonly<{ all: boolean; ids: ReadonlySet<string> }>;

export const nothingSelected: Selection = { all: false, ids: new Set() };
export const everythingSelected: Selection = { all: true, ids: new Set() };

export function isSelected({ all, ids }: Selection, id: string): boolean {
  return ids.has(id) !== all;
}

/** How many of `total` matching credentials are selected. */
export function countSelected({ all, ids }: Selection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ...selection, ids };
}

/** These and nothing else. */
export function only(ids: readonly string[]): Selection {
  return { all: false, ids: new Set(ids) };
}
