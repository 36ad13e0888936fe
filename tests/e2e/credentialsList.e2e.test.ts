import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { axeViolations, launchLaurel, seed } from '../support/app.ts';
import { listOf, openCredentials, portfolio, today } from '../support/credentialsScreen.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('filters narrow the list with counts; what fits nothing can be cleared', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;
  await expectPage(list.count).toHaveText('5');

  await page.getByRole('combobox', { name: 'Issuer' }).click();
  await page.getByRole('option', { name: /Google/ }).click();
  await page.keyboard.press('Escape');
  await expectPage(list.count).toHaveText('2 of 5');
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: /Expiring/ }).click();
  await page.keyboard.press('Escape');

  await expectPage(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expectPage(list.count).toHaveText('5');
});

test('groups, columns and a saved view are there again after a restart', async () => {
  const home = temporaryFolder();
  using _home = home;
  const folder = temporaryFolder();
  using _folder = folder;
  await seed(folder.path, async (engine) => {
    for (const fields of portfolio)
      await engine.call('credentials.create', { fields, asOf: today });
  });
  const options = { folder: folder.path, home: home.path, size: { width: 1280, height: 800 } };
  {
    await using laurel = await launchLaurel(options);
    const { page } = laurel;
    await page.getByRole('link', { name: 'Credentials' }).click();
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Issuer' }).click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Platform' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('By issuer');
    await page.keyboard.press('Enter');
    await expectPage(page.getByRole('button', { name: 'View: By issuer' })).toBeVisible();
    await page.getByRole('button', { name: /^Group/ }).click();
    await page.getByRole('menuitemradio', { name: 'No groups' }).click();
  }
  await using laurel = await launchLaurel(options);
  const { page } = laurel;
  const { grid } = listOf(page);
  await page.getByRole('link', { name: 'Credentials' }).click();
  await expectPage(grid.getByRole('columnheader', { name: 'Platform' })).toBeVisible();
  await page.getByRole('button', { name: 'View: All' }).click();
  await page.getByRole('menuitem', { name: 'By issuer', exact: true }).click();
  await expectPage(grid.getByRole('row', { expanded: true })).toHaveText([
    'Google2',
    'Microsoft1',
    'MITx1',
    'Project Management Institute1',
  ]);

  await grid.getByRole('row', { name: /^Google/, expanded: true }).click();
  await expectPage(grid.getByRole('row').filter({ hasText: 'Google Ads Search' })).toHaveCount(0);
});

test('sorts by its heads, and resizes and sorts by the keyboard', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;
  const title = list.grid.getByRole('columnheader', { name: 'Title' });
  await title.getByRole('button').click();
  await expectPage(title).toHaveAttribute('aria-sort', 'ascending');
  await expect
    .poll(list.titles)
    .toEqual([
      'Azure Administrator Associate',
      'Google Ads Search',
      'Google Data Analytics',
      'MITx Supply Chain',
      'Project Management Professional',
    ]);
  await page.keyboard.press('Enter');
  await expectPage(title).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await list.titles())[0]).toBe('Project Management Professional');

  const issuer = list.grid.getByRole('columnheader', { name: 'Issuer' });
  const before = (await issuer.boundingBox())?.width ?? 0;
  await issuer.getByRole('separator', { name: 'Width of Issuer' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await issuer.boundingBox())?.width).toBe(Math.round(before) + 8);
});

test('on another day the statuses are those of that day', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;
  await expectPage(list.row('Azure Administrator')).toContainText('Expiring');
  await page.getByRole('button', { name: /^Today,/ }).click();
  const calendar = page.getByRole('dialog', { name: 'Choose a day' });
  for (let months = 0; months < 2; months += 1)
    await calendar.getByRole('button', { name: 'Next month' }).click();
  await calendar.getByRole('button', { name: /^15 / }).click();
  await expectPage(list.row('Azure Administrator')).toContainText('Expired');
  await expectPage(list.row('Project Management')).toContainText('Active');
});

test('a long list is drawn in part, and its end is one key away', async () => {
  const many = Array.from({ length: 900 }, (_, index) => ({
    title: `Course ${String(index).padStart(3, '0')}`,
    kind: 'course-certificate' as const,
    issuer: `School ${index % 7}`,
  }));
  await using laurel = await openCredentials(many);
  const { page, list } = laurel;
  await list.grid.focus();
  await page.keyboard.press('End');
  await expectPage(list.row('Course 899')).toBeVisible();
  await expectPage(list.row('Course 899')).toHaveAttribute('aria-rowindex', '901');
  await expectPage(list.grid).toHaveAttribute('aria-rowcount', '901');
  expect(await list.grid.locator('*').count()).toBeLessThan(600);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await expectPage(list.row('Course 000')).toBeVisible();
  await page.keyboard.press('Shift+End');
  await expectPage(page.getByRole('toolbar', { name: 'Selected credentials' })).toContainText(
    '900 selected',
  );
});

test('the first credential is asked for when there is none', async () => {
  await using laurel = await openCredentials([]);
  const { page } = laurel;
  await page.getByRole('button', { name: 'Add a credential' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Credentials' }).click();
  await expectPage(page.getByRole('heading', { name: 'No credentials yet' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add the first one' }).click();
  await expectPage(page.getByRole('dialog')).toBeVisible();
});
