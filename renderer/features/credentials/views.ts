import { createStore } from '../../ui/store.ts';
import { heldStatuses } from './useFilters.ts';
import type { ViewFilter } from './layout.ts';

/** Views that are always there; they filter and leave the layout as it is. */
export const builtInViews = ['all', 'held', 'underWay', 'lapsed'] as const;
export type BuiltInView = (typeof builtInViews)[number];

export const builtInFilters: Readonly<Record<BuiltInView, ViewFilter>> = {
  all: {},
  held: { status: [...heldStatuses] },
  underWay: { status: ['planned', 'in-progress'] },
  lapsed: { status: ['revoked', 'abandoned', 'expired'] },
};

/** Name of the user's own view that was chosen last; null for none. */
export const currentView = createStore<string | null>(null);

/** Whether two filters ask for the same, in whatever order their values stand. */
export function sameFilter(a: ViewFilter, b: ViewFilter): boolean {
  return textOf(a) === textOf(b);
}

function textOf(filter: ViewFilter): string {
  const parts = Object.entries(filter)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(
      ([name, value]) =>
        [
          name,
          Array.isArray(value) ? value.toSorted((a, b) => a.localeCompare(b)) : value,
        ] as const,
    );
  return JSON.stringify(parts.toSorted(([x], [y]) => x.localeCompare(y)));
}
