import { z } from 'zod';
import type { Activity } from '#shared/procedures/ledger.ts';
import { createStore } from '../../ui/store.ts';
import { lengthText } from './readLength.ts';

const KEY = 'laurel-log-activity';

const rowSchema = z.object({
  /** Whether it counts towards this credential. */
  on: z.boolean(),
  unit: z.string().nullable(),
  category: z.string().nullable(),
  /** As typed; null: worked out from the length. */
  units: z.string().nullable(),
});
export type DraftRow = Readonly<z.infer<typeof rowSchema>>;

const draftSchema = z.object({
  title: z.string(),
  /** As typed; null: today. */
  day: z.string().nullable(),
  length: z.string(),
  provider: z.string(),
  rows: z.record(z.string(), rowSchema),
});
/** An activity as it is being typed, its allocations by credential. */
export type LogDraft = Readonly<z.infer<typeof draftSchema>>;

/** A proof that is chosen and not stored yet. */
export type ProofFile = Readonly<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }>;

export const emptyLogDraft: LogDraft = { title: '', day: null, length: '', provider: '', rows: {} };
export const emptyRow: DraftRow = { on: false, unit: null, category: null, units: null };

export const logDraft = createStore<LogDraft>(readStored());
export const logProofs = createStore<readonly ProofFile[]>([]);

/** Whether nothing was typed; rows alone, ticked by the way the dialog was opened, are nothing. */
export const isLogDraftEmpty = ({ title, day, length, provider }: LogDraft): boolean =>
  title === '' && day === null && length === '' && provider === '';

/** Keeps what was typed over Esc and over a restart; files are kept until the window closes. */
export function keepLogDraft(draft: LogDraft): void {
  logDraft.set(draft);
  if (isLogDraftEmpty(draft)) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(draft));
}

export function clearLogDraft(): void {
  keepLogDraft(emptyLogDraft);
  logProofs.set([]);
}

/** A recorded activity as a draft, to be changed. */
export function draftOfActivity(activity: Activity, day: string): LogDraft {
  const rows: Record<string, DraftRow> = {};
  for (const { credentialId, unit, category, units } of activity.allocations) {
    // A second allocation to the same credential stays as it is.
    rows[credentialId] ??= { on: true, unit, category, units: String(units) };
  }
  return {
    title: activity.title,
    day,
    length: activity.hours === null ? '' : lengthText(Math.round(activity.hours * 60)),
    provider: activity.provider ?? '',
    rows,
  };
}

function readStored(): LogDraft {
  try {
    const stored = draftSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return stored.success ? stored.data : emptyLogDraft;
  } catch {
    return emptyLogDraft;
  }
}
