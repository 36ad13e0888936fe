import { isPlainDate, type PlainDate } from '#shared/domain/plainDate.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import type { OpenCycle } from './cycles.ts';
import { emptyRow, type DraftRow, type LogDraft } from './logDraft.ts';
import { clockHours, readLength } from './readLength.ts';

export type LogFields = Omit<ProcedureInput<'activities.create'>, 'proofs'>;

/** What is wrong, by field; rows by their credential. */
export type LogErrors = Readonly<
  Partial<Record<'title' | 'day' | 'length', 'title' | 'day' | 'length'>> & {
    rows?: Readonly<Record<string, 'units' | 'unitsNeeded'>>;
  }
>;

/** Why units of a day would not count in the cycle; null: they do. */
export type NotCounted = 'before' | 'afterEnd' | 'afterSubmit' | 'nextCycle' | null;

/** Reads a whole day as people write it; null when it is none. */
export function readDay(text: string, order: DateOrder): PlainDate | null {
  const read = readDate(text, order);
  return read !== null && 'date' in read && isPlainDate(read.date) ? read.date : null;
}

/** Units as typed, with a point or a comma; null when it is no number of two decimal places. */
export function readUnits(text: string): number | null {
  const match = /^\d{1,6}(?:[.,]\d{1,2})?$/.exec(text.trim());
  const units = match === null ? null : Number(text.trim().replace(',', '.'));
  return units === null || units > 100_000 ? null : units;
}

/** Rule of the ledger's window (domain.md section 3): before, after, or in the cycle after. */
export function notCounted(item: OpenCycle, day: PlainDate): NotCounted {
  if (day < item.start) return 'before';
  if (day <= item.end) return null;
  if (item.next !== null && day >= item.next.start) return 'nextCycle';
  if (item.afterEnd === null) return 'afterEnd';
  if (day <= item.afterEnd.earnThrough) return null;
  return item.afterEnd.earnThrough === item.end && item.afterEnd.mendThrough > item.end
    ? 'afterSubmit'
    : 'afterEnd';
}

/**
 * The row of a credential. Where no category was chosen it is the one that the title names, or none:
 * a category is what an audit asks about, so it is never guessed.
 */
export function rowOf(draft: LogDraft, item: OpenCycle): DraftRow {
  const row = draft.rows[item.id] ?? emptyRow;
  if (row.unit !== null) return row;
  const [first] = item.ledger.requirements;
  const names = first?.categories.map(({ name }) => name) ?? [];
  const title = draft.title.toLowerCase();
  const named = names.find((name) => title.includes(name.toLowerCase()));
  return { ...row, unit: first?.unit ?? null, category: row.category ?? named ?? null };
}

/**
 * The activity that was typed, or what is wrong with it. Allocations of `before` to credentials
 * that are not in `items` stay as they are.
 */
export function readLog(
  draft: LogDraft,
  day: PlainDate | null,
  items: readonly OpenCycle[],
  before: Activity | null,
): Readonly<{ fields: LogFields | null; errors: LogErrors }> {
  const minutes = readLength(draft.length);
  const shown = new Map(items.map((item) => [item.id, item]));
  const rows: Record<string, 'units' | 'unitsNeeded'> = {};
  const allocations = items.flatMap((item) => {
    const row = rowOf(draft, item);
    if (!row.on) return [];
    const units = row.units === null ? null : readUnits(row.units);
    if (row.units !== null && units === null) rows[item.id] = 'units';
    if (row.units === null && minutes === null) rows[item.id] = 'unitsNeeded';
    return { credentialId: item.id, units, unit: row.unit, category: row.category };
  });
  const errors: LogErrors = {
    ...(draft.title.trim() === '' ? { title: 'title' } : {}),
    ...(day === null ? { day: 'day' } : {}),
    ...(draft.length.trim() !== '' && minutes === null ? { length: 'length' } : {}),
    ...(Object.keys(rows).length > 0 ? { rows } : {}),
  };
  if (day === null || Object.keys(errors).length > 0) return { fields: null, errors };
  const seen = new Set<string>();
  const untouched = (before?.allocations ?? []).filter(({ credentialId }) => {
    const isFirst = !seen.has(credentialId);
    seen.add(credentialId);
    return !shown.has(credentialId) || !isFirst;
  });
  return {
    errors,
    fields: {
      on: day,
      title: draft.title.trim(),
      provider: draft.provider.trim() === '' ? null : draft.provider.trim(),
      hours: minutes === null ? null : clockHours(minutes),
      notes: before?.notes ?? null,
      allocations: [
        ...allocations,
        ...untouched.map(({ credentialId, units, unit, category }) => ({
          credentialId,
          units,
          unit,
          category,
        })),
      ],
    },
  };
}
