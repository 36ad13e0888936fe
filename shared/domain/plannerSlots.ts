import type { DayRange } from '#shared/domain/ledgerWindow.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';

/** The stretches of days between which none of the ranges begins or ends, in order. */
export function slotsOf(ranges: readonly DayRange[]): DayRange[] {
  const starts = ranges.flatMap(({ start, end }) => [start, addDays(end, 1)]);
  const sorted = [...new Set(starts)].toSorted();
  return sorted.slice(0, -1).map((start, index) => ({
    start,
    end: addDays(sorted[index + 1] ?? start, -1),
  }));
}

/** The first and the last slot of a range that the slots were made of. */
export function slotRange(slots: readonly DayRange[], { start, end }: DayRange): [number, number] {
  return [
    slots.findIndex((slot) => slot.start === start),
    slots.findIndex((slot) => slot.end === end),
  ];
}

/** The latest of some days. */
export function latest(...days: readonly PlainDate[]): PlainDate {
  return days.reduce((a, b) => (a > b ? a : b));
}

type Placed = Readonly<{ node: number; slots: readonly [from: number, to: number] }>;

/** Rules by stretch of slots and place: the cell of a need table → their indices. */
export function byCell(rules: readonly Placed[], slots: number, places: number): number[][] {
  const cells: number[][] = Array.from({ length: slots * slots * places }, () => []);
  for (const [
    index,
    {
      slots: [from, to],
      node,
    },
  ] of rules.entries()) {
    cells[(from * slots + to) * places + node]?.push(index);
  }
  // The total last: it is judged by what minimums and years ask for anyway.
  for (const cell of cells) cell.reverse();
  return cells;
}
