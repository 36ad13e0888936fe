import { z } from 'zod';
import { createStore } from '../../ui/store.ts';
import { emptyDraft, type Draft } from './draft.ts';

const KEY = 'laurel-quick-add';

/** What was typed and not saved yet: the line, and the fields that were set by hand after it. */
export type QuickAddDraft = Readonly<{ line: string; edits: Partial<Draft> }>;

const storedSchema = z.object({ line: z.string(), edits: z.record(z.string(), z.unknown()) });

export const quickAddDraft = createStore<QuickAddDraft>(readStored());

/** Keeps the draft over Esc and over a restart. */
export function keepDraft(draft: QuickAddDraft): void {
  quickAddDraft.set(draft);
  if (isEmpty(draft)) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(draft));
}

export const clearDraft = (): void => keepDraft({ line: '', edits: {} });

export const isEmpty = ({ line, edits }: QuickAddDraft): boolean =>
  line === '' && Object.keys(edits).length === 0;

function readStored(): QuickAddDraft {
  const empty: QuickAddDraft = { line: '', edits: {} };
  try {
    const stored = storedSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    if (!stored.success) return empty;
    const entries = Object.entries(stored.data.edits).filter(
      // A field of another sort than the form's comes from an older version.
      ([field, value]) =>
        Object.hasOwn(emptyDraft, field) &&
        typeof value === typeof emptyDraft[field as keyof Draft] && // hasOwn has just said so
        Array.isArray(value) === Array.isArray(emptyDraft[field as keyof Draft]),
    );
    return { line: stored.data.line, edits: Object.fromEntries(entries) };
  } catch {
    return empty;
  }
}
