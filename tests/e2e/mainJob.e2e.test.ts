import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Credential } from '#shared/domain/credential.ts';
import { launchLaurel, type Laurel } from '../support/app.ts';
import { laurel as command } from '../support/cli.ts';
import { zipOf, HEADERS } from '../support/linkedinFixtures.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const nextYear = new Date().getFullYear() + 1;

/** Three good rows and one whose date is no day of the calendar. */
const archive = () =>
  zipOf({
    'Complete_LinkedInDataExport/Certifications_77.csv': [
      HEADERS.certifications,
      `Project Management Professional (PMP),https://www.credly.com/badges/8d9c2f6e,Project Management Institute,May 2018,Dec ${nextYear},2098417`,
      '"R&D in C#, É and emoji 🎓",,École & Söhne,Nov 2020,,',
      'Tableau Desktop Specialist,,Tableau,31 Feb 2024,,TDS-55192',
      'Google Data Analytics,https://www.coursera.org/verify/professional-cert/XS22KQX0NZXG,Google,2023,,',
    ].join('\r\n'),
    'Complete_LinkedInDataExport/Skills.csv': `${HEADERS.skills}\nNegotiation`,
  });

const clipboard = ({ app }: Laurel) => app.evaluate(({ clipboard: board }) => board.readText());
const goTo =
  (name: string) =>
  async ({ page }: Laurel) => {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };

test('import a LinkedIn zip, fix a row, find, edit, undo, export, copy; all is there after a restart', async () => {
  using work = temporaryFolder();
  const folder = join(work.path, 'portfolio');
  const zip = join(work.path, 'Complete_LinkedInDataExport.zip');
  writeFileSync(zip, await archive());
  const first = await launchLaurel({ folder, size: { width: 1280, height: 800 } });
  const { page } = first;

  // The first of the three doors leads to the import.
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(zip);
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await page.getByText('February 2024 has 29 days.').waitFor();
  await first.screenshot('main-1-import');
  await page.getByRole('button', { name: 'Use Feb 2024', exact: true }).click();
  await page.getByText('February 2024 has 29 days.').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Import 5 rows' }).click();
  await page.getByText('5 rows are in').waitFor();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('tableau');
  const row = page.getByRole('row', { name: /Tableau Desktop Specialist/ });
  await row.waitFor();
  await expect.poll(() => page.getByRole('row', { name: /Google Data/ }).count()).toBe(0);
  await row.click();
  const pane = page.getByRole('complementary', { name: 'Tableau Desktop Specialist' });
  await pane.waitFor();
  await first.screenshot('main-2-found');
  await pane.getByRole('button', { name: /^Number/ }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('TDS-1');
  await page.keyboard.press('Enter');
  const shown = async () =>
    (await command(folder, 'show', 'Tableau Desktop Specialist', '--json')).json<Credential>();
  await expect.poll(async () => (await shown()).number).toBe('TDS-1');
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect.poll(async () => (await shown()).number).toBe('TDS-55192');

  await goTo('Share')(first);
  await page.getByText('More', { exact: true }).click();
  await page.getByText('Tableau Desktop Specialist').first().waitFor();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect
    .poll(() => clipboard(first))
    .toContain('Project Management Professional (PMP), Project Management Institute, May 2018');
  expect(await clipboard(first)).toContain('R&D in C#, É and emoji 🎓');
  expect(await clipboard(first)).toContain('Feb 2024');

  await page.getByRole('button', { name: 'LinkedIn profile' }).click();
  await page.getByRole('button', { name: /^Copy Name/ }).click();
  await expect
    .poll(() => clipboard(first))
    .toMatch(/Project Management Professional|R&D|Tableau|Google/);
  await first.screenshot('main-3-linkedin');
  await first.app.close();

  await using again = await launchLaurel({ folder, size: { width: 1280, height: 800 } });
  await goTo('Credentials')(again);
  for (const title of [
    'Project Management Professional (PMP)',
    'R&D in C#, É and emoji 🎓',
    'Tableau Desktop Specialist',
    'Google Data Analytics',
  ]) {
    await again.page.getByRole('row', { name: title }).waitFor();
  }
  expect((await shown()).issued).toBe('2024-02');
  // History is kept too: what was undone can be done again after the restart.
  await again.page.getByRole('button', { name: /^Redo/ }).click();
  await expect.poll(async () => (await shown()).number).toBe('TDS-1');
});

test('window and command work on one portfolio at once; the window shows a change within two seconds', async () => {
  using work = temporaryFolder();
  const folder = join(work.path, 'portfolio');
  await command(folder, 'add', '--title', 'Before', '--kind', 'badge', '--issuer', 'A');
  await using laurel = await launchLaurel({ folder });
  await goTo('Credentials')(laurel);
  await laurel.page.getByRole('row', { name: /Before/ }).waitFor();

  await command(folder, 'add', '--title', 'From the command', '--kind', 'badge', '--issuer', 'A');
  await laurel.page.getByRole('row', { name: /From the command/ }).waitFor({ timeout: 2000 });
  await laurel.page.getByRole('button', { name: /^Undo/ }).first().click();
  await laurel.page.getByRole('row', { name: /From the command/ }).waitFor({ state: 'detached' });
  expect((await command(folder, 'list', '--json')).json()).toMatchObject({ total: 1 });
  expect((await command(folder, 'doctor')).status).toBe(0);
});
