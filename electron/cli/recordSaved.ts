import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Id } from '#shared/domain/credential.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';
import { MOST_COPY_CHARACTERS } from '#shared/procedures/copies.ts';
import type { ProcedureInput, ProcedureName } from '#shared/procedures.ts';
import type { Context } from './context.ts';
import { giveOut, type Exported } from './giveOut.ts';

/** Options of every export that can be saved and remembered. */
export type SaveFlags = Readonly<{
  output?: string | undefined;
  record: boolean;
  place?: string | undefined;
}>;

/** What the ledger keeps of a saved file beside the file's name. */
export type SavedAs = Readonly<{
  output: string;
  locale?: string;
  facts?: readonly SentFact[];
  /** Credentials whose facts are looked for in the text. */
  ids?: readonly Id[];
  /** The call that made it, without the day. */
  recipe?: Readonly<{ procedure: string; input: object }>;
}>;

export type LocaleFlag = Readonly<{ locale: string }>;

/** `--locale TAG`: the language of what goes out, which is not that of the interface. */
export const addLocaleFlag = (command: Command): Command =>
  command.option('--locale <tag>', 'language of the output: en, de, es or fr', 'en');

/** A call's input without the day, as the ledger keeps it to make the text again. */
export function recipeOf<N extends ProcedureName>(
  procedure: N,
  input: ProcedureInput<N> & object,
): NonNullable<SavedAs['recipe']> {
  const { asOf: _, ...rest } = { asOf: null, ...input };
  return { procedure, input: rest };
}

/** `-o FILE`, and whether and under which name the saved copy is remembered. */
export function addSaveFlags(command: Command): Command {
  return command
    .option('-o, --output <file>', 'save it; a saved copy is remembered and told when it is untrue')
    .option('--place <name>', 'where it will stand, for that ledger (default: the file’s name)')
    .option('--no-record', 'save it without remembering');
}

/** Gives an export out; what is saved to a file is remembered unless it was asked not to. */
export async function giveOutSaved(
  context: Context,
  made: Exported,
  { output, record, place }: SaveFlags,
  saved: SavedAs,
  more: object = {},
): Promise<void> {
  giveOut(context, made, output, more);
  if (output === undefined || !record) return;
  await context.engine.call('copies.record', {
    output: saved.output,
    format: made.format,
    place: place ?? basename(output),
    how: 'saved',
    file: resolve(output),
    locale: saved.locale ?? 'en',
    text: made.text.length > MOST_COPY_CHARACTERS ? null : made.text,
    facts: [...(saved.facts ?? [])],
    ids: [...(saved.ids ?? [])],
    recipe:
      saved.recipe === undefined
        ? null
        : { procedure: saved.recipe.procedure, input: JSON.stringify(saved.recipe.input) },
    asOf: context.asOf,
  });
}
