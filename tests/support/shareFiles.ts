import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Laurel } from './app.ts';

/** Gives a text file to the output that asks for one. */
export async function give(
  { page }: Laurel,
  name: string,
  lines: readonly string[],
): Promise<void> {
  await page.locator('main input[type=file]').setInputFiles({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(lines.join('\n')),
  });
}

/** The file that was saved under a name, once it is there. */
export async function savedFile({ saved }: Laurel, name: string): Promise<Buffer> {
  const file = join(saved, name);
  await expect.poll(() => existsSync(file) && readFileSync(file).length).toBeGreaterThan(100);
  return readFileSync(file);
}

/** Chooses from a field that opens a list. */
export async function choose({ page }: Laurel, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
