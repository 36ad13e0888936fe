import { z } from 'zod';

/** A composed text that the user has changed: what it was made from, and how it reads now. */
export const editedTextSchema = z.strictObject({ base: z.string(), text: z.string() });
export type EditedText = z.infer<typeof editedTextSchema>;

export type ShownText = Readonly<{
  text: string;
  /** The user's own words stand in it. */
  edited: boolean;
  /** The options have changed since, and would now give another text. */
  outdated: boolean;
}>;

/** The text to show: the user's where there is one, whatever the options say meanwhile. */
export function shownText(composed: string, edit: EditedText | null): ShownText {
  if (edit === null || edit.text === composed)
    return { text: composed, edited: false, outdated: false };
  return { text: edit.text, edited: true, outdated: edit.base !== composed };
}

/**
 * What is kept after the user has typed.
 * @returns null where it reads as composed, so that later options count again
 */
export function edited(
  composed: string,
  before: EditedText | null,
  text: string,
): EditedText | null {
  if (text === composed) return null;
  return { base: before?.base ?? composed, text };
}
