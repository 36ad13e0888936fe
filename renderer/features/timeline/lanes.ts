import type { Kind } from '#shared/domain/credential.ts';
import { toEpochDay, type PlainDate } from '#shared/domain/plainDate.ts';
import type { Status } from '#shared/domain/status.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';

export type Grouping = 'kind' | 'issuer' | 'stack' | 'status' | 'none';

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

/** `key` tells rows apart: a credential that serves in two stacks has a lane in each. */
export type TimelineRow =
  | Readonly<{ type: 'group'; key: string; size: number; lanes: readonly Lane[] }>
  | Readonly<{
      type: 'lane';
      key: string;
      lane: Lane;
      /** The stack whose open part it is, where no credential stands for it yet. */
      stackId: string | null;
    }>;

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
  if (grouping === 'none' || grouping === 'stack') return sorted.map((lane) => laneRow(lane, ''));
  const groups = Map.groupBy(sorted, (lane) => lane[grouping]);
  return [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([key, members]): TimelineRow[] => [
      { type: 'group', key, size: members.length, lanes: members },
      ...(closed.has(key) ? [] : members.map((lane) => laneRow(lane, key))),
    ]);
}

export type StackLanes = ProcedureOutput<'stacks.lanes'>[number];

/** A lane for each part of each stack, open parts too, then what serves in none. */
export function toStackRows(
  lanes: readonly Lane[],
  stacks: readonly StackLanes[],
  closed: ReadonlySet<string>,
): TimelineRow[] {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  const placed = new Set<string>();
  const rows = stacks.flatMap(({ stackId, bars }): TimelineRow[] => {
    const members = bars.map((bar): TimelineRow => {
      const lane = byId.get(bar.credentialId ?? '');
      if (lane !== undefined) placed.add(lane.id);
      return lane === undefined ? openRow(bar, stackId) : laneRow(lane, stackId);
    });
    const own = members.flatMap((row) => (row.type === 'lane' ? [row.lane] : []));
    return [
      { type: 'group', key: stackId, size: members.length, lanes: own },
      ...(closed.has(stackId) ? [] : members),
    ];
  });
  const rest = lanes.filter(({ id }) => !placed.has(id));
  if (rest.length === 0) return rows;
  return [
    ...rows,
    { type: 'group', key: NO_STACK, size: rest.length, lanes: rest },
    ...(closed.has(NO_STACK) ? [] : toRows(rest, 'none', closed)),
  ];
}

/** Key of the group of what serves in no stack. */
export const NO_STACK = '';

const laneRow = (lane: Lane, group: string): TimelineRow => ({
  type: 'lane',
  key: `${group} ${lane.id}`,
  lane,
  stackId: null,
});

/** A part for which no credential stands yet: its time is what the forecast says. */
function openRow(bar: StackLanes['bars'][number], stackId: string): TimelineRow {
  const day = (value: PlainDate | null) => (value === null ? Number.NaN : toEpochDay(value));
  return {
    type: 'lane',
    key: `${stackId} ${bar.title}`,
    stackId,
    lane: {
      id: '',
      title: bar.title,
      kind: 'other',
      issuer: '',
      status: bar.status ?? 'planned',
      abbreviation: '',
      start: day(bar.start),
      end: day(bar.end),
      graceEnd: Number.NaN,
      progress: bar.progress * 100,
    },
  };
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
