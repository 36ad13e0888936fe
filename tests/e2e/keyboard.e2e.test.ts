import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Credential } from '#shared/domain/credential.ts';
import { launchLaurel } from '../support/app.ts';
import { laurel as command } from '../support/cli.ts';
import { HEADERS } from '../support/linkedinFixtures.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** Moves the focus forward until what has it is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    // As a screen reader says it: - button "Number 731204"
    const focused = page.locator(':focus');
    const spoken = (await focused.count()) === 0 ? '' : await focused.ariaSnapshot();
    if (name.test(/"(.*?)"/.exec(spoken)?.[1] ?? '')) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Nothing called ${String(name)} can be reached with Tab`);
}

test('the ten main tasks need no mouse', async () => {
  using work = temporaryFolder();
  const folder = join(work.path, 'portfolio');
  const csv = join(work.path, 'Certifications.csv');
  writeFileSync(csv, `${HEADERS.certifications}\nCISSP,,ISC2,Feb 2022,Feb 2028,731204\n`);
  const held = async () =>
    (await command(folder, 'list', '--sort', 'title', '--json')).json<{ items: Credential[] }>()
      .items;
  const titles = async () => (await held()).map(({ title }) => title);
  await using laurel = await launchLaurel({ folder, size: { width: 1280, height: 800 } });
  const { page, app } = laurel;
  const goTo = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(name.toLowerCase());
    await page.getByRole('option', { name: new RegExp(`Go to ${name}`) }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  // 1. Import a file, by the first door.
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await press('1');
  await (await chooser).setFiles(csv);
  await tabTo(page, /^Import 1 row/);
  await press('Enter');
  await expect.poll(titles).toEqual(['CISSP']);

  // 2. Add one by saying it.
  await press('Control+n');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('PMP, PMI, issued May 2024, expires in 3 years, #123456');
  await press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect.poll(async () => (await held()).length).toBe(2);
  expect(await held()).toContainEqual(
    expect.objectContaining({ issued: '2024-05', expires: '2027-05', number: '123456' }),
  );

  // 3. Find it. 4. Open it and change a field in place.
  await press('Control+f');
  await page.keyboard.type('cissp');
  await page.getByRole('row', { name: /CISSP/ }).waitFor();
  await press('ArrowDown', 'Enter');
  await page.getByRole('complementary').waitFor();
  await tabTo(page, /^Number/);
  await press('Enter', 'Control+a');
  await page.keyboard.type('999');
  await press('Enter');
  await expect.poll(async () => (await held())[0]?.number).toBe('999');

  // 5. Undo. 6. Redo.
  await press('Escape', 'Escape', 'Control+z');
  await expect.poll(async () => (await held())[0]?.number).toBe('731204');
  await press('Control+Shift+z');
  await expect.poll(async () => (await held())[0]?.number).toBe('999');

  // 7. Go anywhere by the palette.
  await goTo('Settings');

  // 8. Copy the resume section.
  await goTo('Share');
  await page.getByText('CISSP').first().waitFor();
  await tabTo(page, /^Copy$/);
  await press('Enter');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('CISSP');

  // 9. Move one to the trash. 10. Take it back from there.
  await press('Control+2');
  await page.getByRole('row', { name: /CISSP/ }).waitFor();
  await press('Control+f', 'Control+a');
  await page.keyboard.type('cissp');
  await page.getByRole('row', { name: /Project|PMP/ }).waitFor({ state: 'detached' });
  await press('ArrowDown', 'Delete');
  await expect.poll(async () => (await held()).length).toBe(1);
  await goTo('Trash');
  await tabTo(page, /^Restore/);
  await press('Enter');
  await expect.poll(titles).toContain('CISSP');
});
