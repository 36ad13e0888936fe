import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import type { ImportAction } from '#shared/procedures/transfer.ts';
import { createStore } from '../../ui/store.ts';

type Input = ProcedureInput<'imports.preview'>;
export type Preview = ProcedureOutput<'imports.preview'>;
export type Committed = ProcedureOutput<'imports.commit'>;
export type Choices = Pick<Input, 'map' | 'dateOrder' | 'encoding' | 'decisions' | 'policies'>;

/** An import under way; it outlives the screen, so that looking elsewhere loses nothing. */
export type Session = Readonly<{
  files: ReadonlyArray<Input['files'][number]>;
  choices: Choices;
  /** Grows with every choice, so that an answer is known to belong to it. */
  revision: number;
  result: Committed | null;
}>;

const session = createStore<Session | null>(null);
const failure = createStore<string | null>(null);
let revision = 0;

export const useSession = session.use;
export const useReadFailure = failure.use;

/** Begins with new files, in place of whatever was there. */
export async function beginWith(
  files: readonly File[],
  unreadable: (name: string) => string,
): Promise<void> {
  const read: Input['files'] = [];
  for (const file of files) {
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // Moved or deleted since it was dropped.
      failure.set(unreadable(file.name));
      return;
    }
  }
  failure.set(null);
  revision += 1;
  session.set({ files: read, choices: {}, revision, result: null });
}

/** Ends without writing anything. */
export function discard(): void {
  failure.set(null);
  session.set(null);
}

export function finish(result: Committed): void {
  change((now) => ({ ...now, result }));
}

/** Goes back from the result to the rows, after the import was taken back. */
export function reopen(): void {
  change((now) => ({ ...now, result: null }));
}

export function choose(choices: Choices): void {
  change((now) => ({ ...now, choices: { ...now.choices, ...choices } }));
}

/** Which field a column is; null leaves it out. */
export function mapColumn(column: string, field: string | null): void {
  change((now) => ({
    ...now,
    choices: { ...now.choices, map: { ...now.choices.map, [column]: field ?? '' } },
  }));
}

export function decide(key: string, action: Exclude<ImportAction, 'reject'>): void {
  decideRows([key], (before) => ({ ...before, action }));
}

/** Which policy new rows go in under; null: none. */
export function choosePolicies(chosen: Readonly<Record<string, string | null>>): void {
  change((now) => ({
    ...now,
    choices: { ...now.choices, policies: { ...now.choices.policies, ...chosen } },
  }));
}

export function correct(key: string, field: string, value: string): void {
  correctMany([key], field, value);
}

/** Writes the same into one field of several rows. */
export function correctMany(keys: readonly string[], field: string, value: string): void {
  // What was decided about a row before was decided about what it said before.
  decideRows(keys, ({ cells }) => ({ cells: { ...cells, [field]: value } }));
}

type Decision = NonNullable<Input['decisions']>[string];

function decideRows(keys: readonly string[], next: (before: Decision) => Decision): void {
  change((now) => {
    const before = now.choices.decisions ?? {};
    const decided = keys.map((key) => [key, next(before[key] ?? {})] as const);
    const decisions = { ...before, ...Object.fromEntries(decided) };
    return { ...now, choices: { ...now.choices, decisions } };
  });
}

function change(next: (now: Session) => Session): void {
  const now = session.get();
  if (now === null) return;
  revision += 1;
  session.set({ ...next(now), revision });
}
