import { idSchema } from '#shared/domain/credential.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { ImportFormat, ImportPreviewRow } from '#shared/procedures/transfer.ts';
import type { Column } from '../importers/sourceRows.ts';
import type { ReadFiles, Table } from '../importers/table.ts';
import type { PlannedRow } from './importPlan.ts';

type Input = ParsedInput<'imports.commit'>;
type Committed = ProcedureOutput<'imports.commit'>;

/** How many rows go each way. */
export function countsOf(planned: readonly PlannedRow[]): Record<PlannedRow['action'], number> {
  const counts = { add: 0, merge: 0, skip: 0, reject: 0 };
  for (const { action } of planned) counts[action] += 1;
  return counts;
}

/** Records that rows are already, for a commit that writes nothing. */
export function skippedItems(planned: readonly PlannedRow[]): Committed['items'] {
  return planned.flatMap(({ action, match }) =>
    action === 'skip' && match !== null ? [{ id: idSchema.parse(match.id), action }] : [],
  );
}

/** One list has its own format; several from LinkedIn are an archive; anything else is tables. */
export function formatOf(tables: readonly Table[]): ImportFormat {
  const formats = new Set(tables.map(({ format }) => format));
  const [only] = formats;
  if (tables.some(({ archive }) => archive) && !formats.has('csv')) return 'linkedin-archive';
  if (formats.size > 1) return formats.has('csv') ? 'csv' : 'linkedin-archive';
  return only ?? 'csv';
}

/** Columns to match are those of a table that is not LinkedIn's, where there is one. */
export function shownColumns(
  tables: readonly Table[],
  columns: ReadonlyArray<readonly Column[]>,
): Column[] {
  const at = Math.max(
    0,
    tables.findIndex(({ format }) => format === 'csv'),
  );
  return [...(columns[at] ?? [])];
}

/** What the history and the undo toast call an import. */
export function labelOf({ files }: Pick<Input, 'files'>, { tables }: ReadFiles): string {
  const [file] = files;
  const [table] = tables;
  const name =
    files.length > 1
      ? `${files.length} files`
      : table?.archive === true
        ? 'a LinkedIn archive'
        : (file?.name.slice(0, 100) ?? 'a file');
  return `Imported from ${name}`;
}

/** A planned row as the preview shows it. */
export function shown({
  source,
  read,
  what,
  action,
  problem,
  match,
  warnings,
  proposals,
}: PlannedRow): ImportPreviewRow {
  return {
    key: source.key,
    file: source.file,
    row: source.row,
    what,
    action,
    cells: { ...read.cells },
    problem: problem === null ? null : { ...problem, fixes: [...problem.fixes] },
    match:
      match === null
        ? null
        : {
            id: idSchema.parse(match.id),
            title: match.title,
            issuer: match.issuer,
            likeness: match.degree === 'exact' ? 'exact' : 'likely',
            changes: Object.keys(match.patch),
          },
    warnings: [...warnings],
    proposals: [...proposals],
    policyId: action === 'add' ? (read.fields.policyId ?? null) : null,
  };
}

/** The rows that stay out, with why. */
export function rejectedOf(planned: readonly PlannedRow[]): Committed['rejected'] {
  return planned.flatMap(({ source, action, problem }) =>
    action === 'reject' && problem !== null
      ? [{ row: source.row, file: source.file, code: problem.code, message: problem.message }]
      : [],
  );
}
