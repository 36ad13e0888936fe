import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import { textEncodings } from '#shared/domain/textEncodings.ts';
import { importFormats } from '#shared/procedures/transfer.ts';
import type { Act, Context } from '../context.ts';
import { writeExport } from '../files.ts';
import { toLine, toTable } from '../table.ts';

/** More than any export of a person's own record; reliability.md caps each format further. */
const LARGEST_FILE_BYTES = 512 * 1024 * 1024;

type ImportOptions = Readonly<{
  format?: (typeof importFormats)[number];
  map?: string[];
  encoding?: (typeof textEncodings)[number];
  dryRun?: boolean;
  onConflict: 'skip' | 'merge' | 'add';
  undo?: string;
}>;
type Committed = ProcedureOutput<'imports.commit'>;
type Exported = Readonly<{
  format: string;
  mime: string;
  text: string;
  warnings: readonly string[];
}>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** import, export. */
export function addTransferCommands(program: Command, act: Act): void {
  program
    .command('import [file...]')
    .description('take in a LinkedIn archive (zip), its CSV files, or any CSV')
    .addOption(new Option('--format <format>').choices(importFormats))
    .option('--map <column=field>', 'which field a column is; may be given again', collect)
    .addOption(
      new Option('--encoding <name>', 'how the letters of a file are written').choices(
        textEncodings,
      ),
    )
    .option('--dry-run', 'say what would happen, write nothing')
    .addOption(new Option('--on-conflict <what>').choices(['skip', 'merge', 'add']).default('skip'))
    .option('--undo <batch>', 'take an earlier import back')
    .action(
      act(async (context, files: string[], options: ImportOptions) => {
        if (options.undo !== undefined) return undoImport(context, options.undo);
        if (files.length === 0)
          throw new AppError('invalid_input', 'Name a file to import, or --undo a batch.');
        const { engine, asOf, answer } = context;
        const input: ProcedureInput<'imports.commit'> = {
          files: files.map(readImportFile),
          map: mappingOf(options.map ?? []),
          onConflict: options.onConflict,
          asOf,
          ...(options.format === undefined ? {} : { format: options.format }),
          ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
        };
        const stopProgress = showProgress(context);
        try {
          const result =
            options.dryRun === true
              ? toDryRun(await engine.call('imports.preview', input))
              : await engine.call('imports.commit', input);
          answer(result, describeImport(result, options.dryRun === true));
        } finally {
          stopProgress();
        }
      }),
    );

  const exporting = program.command('export').description('what leaves the portfolio');
  exporting
    .command('resume')
    .description('the certifications section of a resume')
    .addOption(new Option('--format <format>').choices(['md', 'txt', 'html']).makeOptionMandatory())
    .option('--tag <tag>', 'only with this tag; may be given again', collect)
    .option('--number', 'with credential numbers')
    .option('--link', 'with verification links')
    .option('--expired', 'with expired ones, marked so')
    .option('--no-in-progress', 'without what is under way')
    .option('-o, --output <file>')
    .action(
      act(
        async (
          context,
          options: Readonly<{
            format: 'md' | 'txt' | 'html';
            tag?: string[];
            number?: boolean;
            link?: boolean;
            expired?: boolean;
            inProgress: boolean;
            output?: string;
          }>,
        ) => {
          const made = await context.engine.call('exports.resume', {
            format: options.format,
            options: {
              tag: options.tag ?? [],
              number: options.number === true,
              link: options.link === true,
              expired: options.expired === true,
              inProgress: options.inProgress,
            },
            asOf: context.asOf,
          });
          giveOut(context, made, options.output);
        },
      ),
    );
  exporting
    .command('csv')
    .description('every credential as a table')
    .option('-o, --output <file>')
    .action(
      act(async (context, { output }: Readonly<{ output?: string }>) =>
        giveOut(context, await context.engine.call('exports.csv', { asOf: context.asOf }), output),
      ),
    );
  exporting
    .command('ics')
    .description('every day to come as a calendar file, with alarms')
    .option('-o, --output <file>')
    .action(
      act(async (context, { output }: Readonly<{ output?: string }>) =>
        giveOut(context, await context.engine.call('exports.ics', { asOf: context.asOf }), output),
      ),
    );
  exporting
    .command('linkedin [id]')
    .description('the Add-to-profile link and the form’s fields')
    .option('-o, --output <file>')
    .action(
      act(async (context, ref: string | undefined, { output }: Readonly<{ output?: string }>) => {
        const ids = ref === undefined ? null : [await context.idOf(ref)];
        const sheets = await context.engine.call('exports.linkedin', { ids, asOf: context.asOf });
        const text = sheets
          .map(
            ({ title, link, fields }) =>
              `${toLine(title)}\n${toTable(fields.map(({ name, value }) => [`  ${name}`, toLine(value)]))}\n  ${link}\n`,
          )
          .join('\n');
        giveOut(
          context,
          {
            format: 'linkedin',
            mime: 'text/plain',
            text,
            warnings: sheets.flatMap(({ warnings }) => warnings),
          },
          output,
          { sheets },
        );
      }),
    );
}

function readImportFile(path: string): ProcedureInput<'imports.commit'>['files'][number] {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE_BYTES)
      throw new AppError('too_large', `${path} is too large to be an export of credentials.`);
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('not_found', `${path} cannot be read. Check the name and its permissions.`, {
      path: 'file',
      cause: error,
    });
  }
}

function mappingOf(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries.map((entry) => {
      const at = entry.lastIndexOf('=');
      if (at < 1)
        throw new AppError('invalid_input', `--map: "${entry}" is not column=field.`, {
          path: 'map',
        });
      return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
    }),
  );
}

/** A preview in the shape of a result: nothing is written, so there is no batch. */
function toDryRun(preview: ProcedureOutput<'imports.preview'>): Committed {
  const count = (action: string) => preview.rows.filter((row) => row.action === action).length;
  return {
    batch: null,
    format: preview.format,
    read: preview.read,
    added: count('add'),
    merged: count('merge'),
    skipped: count('skip'),
    rejected: preview.rows.flatMap(({ row, file, problem }) =>
      problem === null ? [] : [{ row, file, code: problem.code, message: problem.message }],
    ),
    items: preview.rows.flatMap(({ match, action }) =>
      match === null || action === 'reject' || action === 'add' ? [] : [{ id: match.id, action }],
    ),
  };
}

function describeImport(result: Committed, dry: boolean): string {
  const done = dry ? 'Would add' : 'Added';
  const lines = [
    `${done} ${result.added}, merged ${result.merged}, skipped ${result.skipped}, left out ${result.rejected.length} of ${result.read} rows.`,
    ...result.rejected.map(
      ({ file, row, message }) => `  ${toLine(file)}, row ${row}: ${toLine(message)}`,
    ),
  ];
  if (result.batch !== null) lines.push(`Take it back with: laurel import --undo ${result.batch}`);
  return lines.join('\n');
}

async function undoImport({ engine, answer }: Context, batch: string): Promise<void> {
  const undone = await engine.call('imports.undo', { batch });
  const kept =
    undone.kept === 0
      ? ''
      : ` ${undone.kept} changed since were kept, the added ones in the trash.`;
  answer(undone, `Took ${undone.removed} back.${kept}`);
}

/** Counts on standard error, only for a person at a terminal. */
function showProgress({ engine, quiet, json }: Context): () => void {
  if (quiet || json || !process.stderr.isTTY) return () => {};
  const stop = engine.onEvent((event) => {
    if (event.name === 'progress')
      process.stderr.write(`\r${event.payload.done} of ${event.payload.total} rows`);
  });
  return () => {
    stop();
    process.stderr.write('\r\u001b[K');
  };
}

/** Writes an export to a file or to standard output; --json tells about it instead. */
function giveOut(
  context: Context,
  made: Exported,
  output: string | undefined,
  more: object = {},
): void {
  const { format, mime, text, warnings } = made;
  const bytes = Buffer.byteLength(text);
  if (output !== undefined) writeExport(output, text);
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
  if (!context.json && !context.quiet)
    for (const warning of warnings) process.stderr.write(`laurel: ${toLine(warning)}\n`);
}
