import { AppError } from '#shared/appError.ts';
import type { Context } from './context.ts';
import { writeExport } from './files.ts';
import { toLine } from './table.ts';

/** What an export procedure has made; `file` holds the bytes where it is no text. */
export type Exported = Readonly<{
  format: string;
  mime: string;
  text: string;
  file?: Uint8Array | null;
  warnings: readonly string[];
}>;

/**
 * Writes an export to a file or to standard output; `--json` tells about it instead.
 * @throws AppError invalid_input for bytes that have nowhere to go, refused for a place that does
 *   not take them
 */
export function giveOut(
  context: Context,
  made: Exported,
  output: string | undefined,
  more: object = {},
): void {
  const { format, mime, text, file = null, warnings } = made;
  const content = file ?? text;
  if (output !== undefined) writeExport(output, content);
  else if (file !== null && (context.json || process.stdout.isTTY)) {
    throw new AppError('invalid_input', `A ${format} file is no text: say where with -o FILE.`, {
      path: 'output',
    });
  }
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (output === undefined && file !== null) process.stdout.write(file);
  else {
    context.answer(
      {
        format,
        mime,
        bytes,
        ...(output === undefined ? { text } : { file: output }),
        warnings: [...warnings],
        ...more,
      },
      output === undefined ? text : `Wrote ${output}, ${bytes} bytes.`,
    );
  }
  if (!context.json && !context.quiet)
    for (const warning of warnings) process.stderr.write(`laurel: ${toLine(warning)}\n`);
}
