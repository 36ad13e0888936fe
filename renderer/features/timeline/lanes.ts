import type { Kind } from '#shared/domain/credential.ts';
import type { Status } from '#shared/domain/status.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';

export type Grouping = 'kind' | 'issuer' | 'status' | 'none';

/** One credential's bar; days count from 1970-01-01, NaN where there is none. */
export type Lane = Readonly<{
  id: string;
  title: string;
  kind: Kind;
  issuer: string;
  status: Status;
  abbreviation: string;
  start: number;
  end: number;
  graceEnd: number;
  /** 0 to 100 */
  progress: number;
}>;

export type TimelineRow =
  | Readonly<{ type: 'group'; key: string; size: number; lanes: readonly Lane[] }>
  | Readonly<{ type: 'lane'; lane: Lane }>;

const FIELD = '\u001f';
const ROW = '\u001e';

/** Rows of the engine's columns, in their order. */
export function toLanes(columns: ProcedureOutput<'credentials.timeline'>): Lane[] {
  if (columns.count === 0) return [];
  return columns.text.split(ROW).map((text, index) => {
    const [id = '', title = '', kind = 'other', issuer = '', status = 'active', abbreviation = ''] =
      text.split(FIELD);
    return {
      id,
      title,
      // The engine writes these from columns that only its own schemas fill.
      kind: kind as Kind,
      issuer,
      status: status as Status,
      abbreviation,
      start: columns.start[index] ?? Number.NaN,
      end: columns.end[index] ?? Number.NaN,
      graceEnd: columns.graceEnd[index] ?? Number.NaN,
      progress: columns.progress[index] ?? Number.NaN,
    };
  });
}

/** Lanes under their groups, larger groups first; within one by start, what has none last. */
export function toRows(
  lanes: readonly Lane[],
  grouping: Grouping,
  closed: ReadonlySet<string>,
): TimelineRow[] {
  const sorted = lanes.toSorted(
    (a, b) => orLast(a.start) - orLast(b.start) || a.title.localeCompare(b.title),
  );
  if (grouping === 'none') return sorted.map((lane) => ({ type: 'lane', lane }));
  const groups = Map.groupBy(sorted, (lane) => lane[grouping]);
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([key, members]): TimelineRow[] => [
      { type: 'group', key, size: members.length, lanes: members },
      ...(closed.has(key) ? [] : members.map((lane): TimelineRow => ({ type: 'lane', lane }))),
    ]);
}

const orLast = (day: number): number => (Number.isNaN(day) ? Number.MAX_SAFE_INTEGER : day);

const YEAR_DAYS = 365.25;

/** Days that show every bar with a margin, today among them. */
export function fitOf(lanes: readonly Lane[], today: number): readonly [from: number, to: number] {
  let from = today - YEAR_DAYS;
  let to = today + YEAR_DAYS;
  for (const { start, end, graceEnd } of lanes) {
    for (const day of [start, end, graceEnd]) {
      if (Number.isNaN(day)) continue;
      from = Math.min(from, day);
      to = Math.max(to, day);
    }
  }
  // Each bar's words stand after it, so the end gets room for them.
  return [Math.floor(from - (to - from) * 0.03), Math.ceil(to + (to - from) * 0.2)];
}
