import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import { textEncodings } from '#shared/domain/textEncodings.ts';
import { importFormats } from '#shared/procedures/transfer.ts';
import type { Act, Context } from '../context.ts';
import { readInput } from '../files.ts';
import { toLine } from '../table.ts';

/** More than any export of a person's own record; reliability.md caps each format further. */
const LARGEST_FILE_BYTES = 512 * 1024 * 1024;

type ImportOptions = Readonly<{
  format?: (typeof importFormats)[number];
  map?: string[];
  encoding?: (typeof textEncodings)[number];
  dryRun?: boolean;
  onConflict: 'skip' | 'merge' | 'add';
  policies?: boolean;
  undo?: string;
}>;
type Committed = ProcedureOutput<'imports.commit'>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** import. */
export function addImportCommand(program: Command, act: Act): void {
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
    .option('--policies', 'put new ones under the renewal policies that are proposed for them')
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
          const dry = options.dryRun === true;
          // Proposals are worked out only where somebody looks at them or takes them.
          const preview =
            dry || options.policies === true ? await engine.call('imports.preview', input) : null;
          const policies = preview === null ? [] : proposedPolicies(preview);
          const accepted = options.policies === true ? policies : [];
          const result =
            dry && preview !== null
              ? toDryRun(preview)
              : await engine.call('imports.commit', {
                  ...input,
                  policies: Object.fromEntries(accepted.map(({ key, id }) => [key, id])),
                });
          answer(result, describeImport(result, dry, policies, options.policies === true));
        } finally {
          stopProgress();
        }
      }),
    );
}

type ProposedPolicy = Readonly<{
  key: string;
  id: string;
  file: string;
  row: number;
  title: string;
}>;

/** The best of what is proposed for each new row that the file itself puts under no policy. */
function proposedPolicies({ rows }: ProcedureOutput<'imports.preview'>): ProposedPolicy[] {
  return rows.flatMap(({ key, file, row, cells, policyId, proposals: [best] }) =>
    policyId !== null || best === undefined
      ? []
      : [{ key, id: best.id, file, row, title: cells.title }],
  );
}

function readImportFile(path: string): ProcedureInput<'imports.commit'>['files'][number] {
  return { name: basename(path), bytes: readInput(path, LARGEST_FILE_BYTES) };
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

function describeImport(
  result: Committed,
  dry: boolean,
  policies: readonly ProposedPolicy[],
  accepted: boolean,
): string {
  const done = dry ? 'Would add' : 'Added';
  const lines = [
    `${done} ${result.added}, merged ${result.merged}, skipped ${result.skipped}, left out ${result.rejected.length} of ${result.read} rows.`,
    ...result.rejected.map(
      ({ file, row, message }) => `  ${toLine(file)}, row ${row}: ${toLine(message)}`,
    ),
  ];
  if (policies.length > 0) {
    lines.push(
      accepted
        ? `Under the policies that fit${dry ? ', if it were done' : ''}:`
        : 'Policies that fit; --policies takes them:',
      ...policies.map(
        ({ file, row, title, id }) => `  ${toLine(file)}, row ${row}, ${toLine(title)}: ${id}`,
      ),
    );
  }
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
