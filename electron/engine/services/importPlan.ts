import { AppError } from '#shared/appError.ts';
import type { CredentialPatch } from '#shared/domain/credential.ts';
import {
  sourceFieldNamed,
  type SourceCells,
  type SourceField,
} from '#shared/domain/importColumns.ts';
import {
  readImportRow,
  type ReadRow,
  type RowContext,
  type RowProblem,
} from '#shared/domain/importRow.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { ParsedInput } from '#shared/procedures.ts';
import type { ImportAction, ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { matchRows, type Matched, type RowMatch } from '../importers/matchRows.ts';
import { mergeFields } from '../importers/mergeFields.ts';
import type { SourceRow } from '../importers/sourceRows.ts';
import type { ImportRepository } from '../repositories/importRepository.ts';
import type { Row, Subject } from '../rowStore.ts';

type Input = ParsedInput<'imports.commit'>;
type Decisions = Input['decisions'];
export type Problem = Readonly<{
  field: string;
  code: string;
  message: string;
  fixes: RowProblem['fixes'];
}>;

/** What happens to one row, and why. */
export type PlannedRow = Readonly<{
  source: SourceRow;
  read: ReadRow;
  what: 'credential' | 'skill';
  action: ImportAction;
  problem: Problem | null;
  /** `issuer` is its name as the record has it. */
  match: (RowMatch & Readonly<{ issuer: string | null; patch: CredentialPatch }>) | null;
  warnings: string[];
  proposals: ImportPreviewRow['proposals'];
}>;

export type PlanParts = Readonly<{
  store: ImportRepository;
  findIssuer: (name: string) => string | undefined;
  findSkill: (name: string) => string | undefined;
  isPolicy: (id: string) => boolean;
  /** Policies that may fit; null where nobody looks at them. */
  propose: ((fields: CredentialPatch) => ImportPreviewRow['proposals']) | null;
  get: (subject: Subject, id: string) => Row | undefined;
}>;

/**
 * Decides what happens to every row: what the user decided, else what follows from the record and
 * from `onConflict`. Corrected cells are read again like any others. Writes nothing.
 * @throws AppError invalid_input for a decision on a field, or a policy, that does not exist
 */
export function planRows(
  rows: readonly SourceRow[],
  { decisions, policies, onConflict }: Pick<Input, 'decisions' | 'policies' | 'onConflict'>,
  context: RowContext,
  parts: PlanParts,
): PlannedRow[] {
  const read = rows.map((source) => {
    const fixed = decisionOf(decisions, source.key)?.cells;
    const cells = fixed === undefined ? source.cells : { ...source.cells, ...corrections(fixed) };
    return withKnownPolicy(readImportRow(source.kind, cells, context), parts.isPolicy);
  });
  const problems = rows.map((source, at) =>
    problemOf(source, read[at]?.problem ?? null, decisionOf(decisions, source.key)),
  );
  const matched = matchCredentials(rows, read, problems, parts);
  const skills = createSkillLook(parts);

  return rows.flatMap((source, at): PlannedRow[] => {
    const row = read[at];
    if (row === undefined) return [];
    const problem = problems[at] ?? null;
    const decision = decisionOf(decisions, source.key)?.action;
    const warnings = [
      ...row.warnings,
      ...(source.openQuote ? ['A quotation mark in this row is never closed.'] : []),
    ];
    if (source.kind === 'skill') {
      const found = problem === null ? skills(row.fields.title) : null;
      const action = problem !== null ? 'reject' : found !== null ? 'skip' : 'add';
      const match = found === null || found === 'repeated' ? null : found;
      return [
        {
          source,
          read: row,
          what: 'skill',
          action: decision === 'skip' ? 'skip' : action,
          problem,
          match,
          warnings,
          proposals: [],
        },
      ];
    }
    const { match, repeated } = matched[at] ?? { match: null, repeated: false };
    if (repeated) warnings.push('Another of these files has the same row.');
    const stored = match === null ? undefined : parts.get('credential', match.id);
    const patch = stored === undefined ? {} : mergeFields(stored, row.fields);
    const action = actionOf({ problem, repeated, match, patch, decision, onConflict });
    return [
      {
        source,
        read: action === 'add' ? withChosenPolicy(row, source.key, policies, parts) : row,
        what: 'credential',
        action,
        problem,
        match:
          match === null ? null : { ...match, issuer: nameOf(parts, stored?.['issuer_id']), patch },
        warnings,
        proposals: action === 'add' ? (parts.propose?.(row.fields) ?? []) : [],
      },
    ];
  });
}

function actionOf(
  known: Readonly<{
    problem: Problem | null;
    repeated: boolean;
    match: RowMatch | null;
    patch: CredentialPatch;
    decision: 'add' | 'merge' | 'skip' | undefined;
    onConflict: Input['onConflict'];
  }>,
): ImportAction {
  const { problem, repeated, match, patch, decision, onConflict } = known;
  if (decision === 'skip') return 'skip';
  if (problem !== null) return 'reject';
  const changes = Object.keys(patch).length > 0;
  if (decision === 'add') return 'add';
  if (decision === 'merge' && match !== null) return changes ? 'merge' : 'skip';
  if (match === null) return repeated ? 'skip' : 'add';
  // Nearly the same title is a suggestion: what may be another credential is never left out unasked.
  if (match.degree === 'alike' || onConflict === 'add') return 'add';
  return onConflict === 'merge' && changes ? 'merge' : 'skip';
}

function problemOf(
  source: SourceRow,
  problem: RowProblem | null,
  decision: Decisions[string] | undefined,
): Problem | null {
  if (problem !== null || !source.uneven || decision?.cells !== undefined) return problem;
  const title = source.cells.title?.trim() ?? '';
  return {
    field: 'title',
    code: 'uneven_row',
    message:
      'This row has more cells than the header has columns, so some may stand in the wrong one.',
    fixes: [{ label: 'Take it as it reads', field: 'title', value: title }],
  };
}

/** Rows with a problem are not matched until they are mended. */
function matchCredentials(
  rows: readonly SourceRow[],
  read: readonly ReadRow[],
  problems: ReadonlyArray<Problem | null>,
  { store, findIssuer }: PlanParts,
): Array<Matched | undefined> {
  const places = rows.flatMap(({ kind }, at) =>
    kind !== 'skill' && problems[at] === null ? [at] : [],
  );
  const toMatch = places.flatMap((at) => {
    const [source, row] = [rows[at], read[at]];
    return source === undefined || row === undefined
      ? []
      : [{ table: source.table, fields: row.fields }];
  });
  const found = matchRows(toMatch, store, findIssuer);
  const all: Array<Matched | undefined> = rows.map(() => undefined);
  for (const [place, at] of places.entries()) all[at] = found[place];
  return all;
}

/** A policy that only another portfolio knows says nothing here. */
function withKnownPolicy(read: ReadRow, isPolicy: PlanParts['isPolicy']): ReadRow {
  const { policyId, ...fields } = read.fields;
  if (!policyId || isPolicy(policyId)) return read;
  const warning = `There is no policy "${policyId}" here, so it was left out.`;
  return { ...read, fields, warnings: [...read.warnings, warning] };
}

/** The policy that was chosen for a row, in place of the one that the file names. */
function withChosenPolicy(
  read: ReadRow,
  key: string,
  policies: Input['policies'],
  { isPolicy }: PlanParts,
): ReadRow {
  const chosen = Object.hasOwn(policies, key) ? policies[key] : undefined;
  if (chosen === undefined) return read;
  if (chosen !== null && !isPolicy(chosen))
    throw new AppError('invalid_input', `There is no policy "${chosen.slice(0, 60)}".`, {
      path: 'policies',
    });
  return { ...read, fields: { ...read.fields, policyId: chosen } };
}

function createSkillLook({ findSkill }: PlanParts) {
  const seen = new Set<string>();
  return (name: string): PlannedRow['match'] | 'repeated' => {
    const key = textKey(name);
    const id = findSkill(name);
    if (id !== undefined) return { id, title: name, degree: 'exact', issuer: null, patch: {} };
    if (seen.has(key)) return 'repeated';
    seen.add(key);
    return null;
  };
}

function nameOf({ get }: PlanParts, issuerId: unknown): string | null {
  const issuer = typeof issuerId === 'string' ? get('issuer', issuerId) : undefined;
  return issuer === undefined ? null : String(issuer['name']);
}

function corrections(cells: Readonly<Record<string, string>>): SourceCells {
  const known: Partial<Record<SourceField, string>> = {};
  for (const [name, text] of Object.entries(cells)) {
    const field = sourceFieldNamed(name);
    if (field === undefined)
      throw new AppError('invalid_input', `There is no field "${name.slice(0, 60)}" to correct.`, {
        path: 'decisions',
      });
    known[field] = text;
  }
  return known;
}

/** Keys come from outside, so inherited names must not count. */
const decisionOf = (decisions: Decisions, key: string): Decisions[string] | undefined =>
  Object.hasOwn(decisions, key) ? decisions[key] : undefined;
