import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#shared/procedures.ts';
import { ROOT } from './app.ts';

const FIXTURES = join(ROOT, 'tests', 'fixtures');
/** The smallest page that speaks to the engine, for what is not about our own pages. */
export const TEST_PAGE = join(FIXTURES, 'page');

/** The same page with the hostile script in it; a folder of its own. */
export function hostilePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-hostile-'));
  for (const part of ['page', 'hostile']) cpSync(join(FIXTURES, part), folder, { recursive: true });
  return folder;
}

/** What the test page puts into its window. */
declare global {
  var callEngine: (name: string, input: unknown) => Promise<unknown>;
  var heard: readonly unknown[];
  var port: MessagePort;
}

/** Calls a procedure from within the test page. Rejects as the page sees it fail. */
export async function callFromPage<N extends ProcedureName>(
  page: Page,
  name: N,
  input: ProcedureInput<N>,
): Promise<ProcedureOutput<N>> {
  const output = await page.evaluate(
    ([called, given]) =>
      globalThis.callEngine(called, given).catch((error: { code: string; message: string }) => {
        throw new Error(`${error.code}: ${error.message}`);
      }),
    [name, input] as const,
  );
  // The engine has parsed it by the procedure's own schema.
  return output as ProcedureOutput<N>;
}

/** What a call came to: its error's code, or `done`. */
export function outcomeFromPage(page: Page, name: ProcedureName, input: unknown): Promise<string> {
  return page.evaluate(
    ([called, given]) =>
      globalThis.callEngine(called, given).then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    [name, input] as const,
  );
}
