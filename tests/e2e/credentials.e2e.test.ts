import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { sampleCredentials } from '#shared/catalog/sample.ts';
import { axeViolations } from '../support/app.ts';
import { openCredentials, portfolio, today } from '../support/credentialsScreen.ts';

test('find by search, edit in place, undo, tag several, trash and restore', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;

  await list.search.fill('data anal');
  await expectPage(list.row('Google Data Analytics')).toBeVisible();
  await expectPage(list.row('Project Management Professional')).toHaveCount(0);
  await expectPage(list.count).toHaveText('1 of 5');
  await list.row('Google Data Analytics').click();
  const pane = list.pane('Google Data Analytics');

  await pane.getByRole('button', { name: /^Issued/ }).click();
  await pane.getByRole('textbox', { name: 'Issued' }).fill('May 2023');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByRole('button', { name: 'Issued May 2023' })).toBeFocused();
  await expectPage(list.toast('Issued of Google Data Analytics set to May 2023')).toBeVisible();
  await expectPage(pane.getByText('Saved just now')).toBeVisible();
  await list.undo('Issued of Google Data Analytics set to May 2023').click();
  await expectPage(pane.getByRole('button', { name: 'Issued 2023' })).toBeVisible();

  await page.keyboard.press('Escape');
  await list.search.fill('');
  await list.row('Google Data Analytics').hover();
  await list.row('Google Data Analytics').getByRole('checkbox').click();
  await list.row('Google Ads Search').getByRole('checkbox').click();
  const bar = page.getByRole('toolbar', { name: 'Selected credentials' });
  await expectPage(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Add tag' }).click();
  await page
    .getByRole('combobox', { name: 'Tag' })
    .or(page.getByRole('textbox', { name: 'Tag' }))
    .fill('Marketing');
  await page.getByRole('button', { name: 'Add to 2' }).click();
  await expectPage(list.toast('Tag "Marketing" added to 2 credentials')).toBeVisible();
  await bar.getByRole('button', { name: 'Move to trash' }).click();
  await expectPage(list.toast('2 credentials moved to trash')).toBeVisible();
  await expectPage(list.row('Google')).toHaveCount(0);
  await expectPage(list.count).toHaveText('3');
  await list.undo('2 credentials moved to trash').click();
  await expectPage(list.row('Google')).toHaveCount(2);

  await list.row('Google Ads Search').click();
  await expectPage(
    list.pane('Google Ads Search').getByRole('button', { name: /^Tags/ }),
  ).toContainText('Marketing');
  await list.grid.focus();
  await page.keyboard.press('Delete');
  await expectPage(list.row('Google Ads Search')).toHaveCount(0);
  await page.getByRole('link', { name: 'Trash' }).click();
  await page.getByRole('button', { name: 'Restore Google Ads Search' }).click();
  await page.getByRole('link', { name: 'Credentials' }).click();
  await expectPage(list.row('Google Ads Search')).toBeVisible();
  expect(laurel.denied()).toEqual([]);
});

test('the keyboard alone moves, opens, edits, selects, trashes and takes back', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;
  await list.grid.waitFor();

  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.press('ArrowDown');
  await expectPage(list.grid).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await expectPage(list.pane('Azure Administrator Associate')).toBeVisible();
  await expectPage(list.grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const pane = list.pane('Project Management Professional');
  await expectPage(pane).toBeVisible();
  await page.keyboard.press('Enter');
  await expectPage(pane).toBeFocused();

  const number = pane.getByRole('button', { name: /^Number/ });
  for (
    let tabs = 0;
    tabs < 20 && !(await number.evaluate((element) => element === document.activeElement));
    tabs += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('77');
  await page.keyboard.press('Escape');
  await expectPage(number).toHaveText('2098417');
  await expectPage(number).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('77');
  await page.keyboard.press('Enter');
  await expectPage(number).toHaveText('77');
  await page.keyboard.press('Escape');
  await expectPage(pane).toHaveCount(0);
  await expectPage(list.grid).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar', { name: 'Selected credentials' });
  await expectPage(bar).toContainText('3 selected');
  await page.keyboard.press('ControlOrMeta+A');
  await expectPage(bar).toContainText('5 selected');
  await page.keyboard.press('Escape');
  await expectPage(bar).toHaveCount(0);

  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expectPage(list.toast('Google Ads Search moved to trash')).toBeVisible();
  await expectPage(list.row('Google Ads Search')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expectPage(list.row('Google Ads Search')).toBeVisible();
});

test('what cannot be saved stays as typed, with the reason; precision of dates is kept', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;
  await list.row('Azure Administrator').click();
  const pane = list.pane('Azure Administrator Associate');

  await pane.getByRole('button', { name: /^Expires/ }).click();
  const expires = pane.getByRole('textbox', { name: 'Expires' });
  await expires.fill('30 Feb 2027');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByText('February 2027 has 28 days.')).toBeVisible();
  await expectPage(expires).toHaveValue('30 Feb 2027');
  await expectPage(pane.getByText('Not saved yet')).toBeVisible();

  await expires.fill('2019');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByText(/would expire \(2019\) before it was issued/)).toBeVisible();

  await expires.fill('2031-04');
  await pane.getByRole('tab', { name: 'Overview' }).click();
  await expectPage(pane.getByRole('button', { name: 'Expires Apr 2031' })).toBeVisible();

  await pane.getByRole('button', { name: /^Expires/ }).click();
  await pane.getByRole('button', { name: 'Does not expire' }).click();
  await expectPage(pane.getByRole('button', { name: 'Expires Does not expire' })).toBeVisible();
  await expectPage(list.row('Azure Administrator')).toContainText('No expiry');

  await pane.getByRole('button', { name: /^Cost/ }).click();
  await pane.getByRole('textbox', { name: 'Cost' }).fill('165');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByText(/a currency of three letters/)).toBeVisible();
  await pane.getByRole('textbox', { name: 'Cost' }).fill('165.50 EUR');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByRole('button', { name: 'Cost €165.50' })).toBeVisible();
});

test('kinds, skills, the story and the history of it all', async () => {
  await using laurel = await openCredentials(portfolio);
  const { page, list } = laurel;
  await list.row('Google Data Analytics').click();
  const pane = list.pane('Google Data Analytics');

  await pane.getByRole('button', { name: /^Kind/ }).click();
  await page.getByRole('option', { name: 'Specialization' }).click();
  await expectPage(pane.getByRole('button', { name: 'Kind Specialization' })).toBeVisible();

  await pane.getByRole('button', { name: /^Skills/ }).click();
  await page.keyboard.type('SQL');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tableau');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByRole('button', { name: /^Skills SQL\s*Tableau$/ })).toBeVisible();

  await pane.getByRole('button', { name: /^Issuer/ }).click();
  await pane
    .getByRole('textbox', { name: 'Issuer' })
    .or(pane.getByRole('combobox', { name: 'Issuer' }))
    .fill('Grow with Google');
  await page.keyboard.press('Enter');
  await expectPage(pane.getByRole('button', { name: 'Issuer Grow with Google' })).toBeVisible();

  await pane.getByRole('tab', { name: 'Story', exact: true }).click();
  await pane.getByRole('textbox', { name: 'Result' }).fill('Reports take an hour, not a day.');
  await pane.getByRole('textbox', { name: 'Task' }).focus();
  await expectPage(list.toast('Story of Google Data Analytics saved')).toBeVisible();

  await pane.getByRole('tab', { name: 'History' }).click();
  const entries = pane.getByRole('listitem');
  await expectPage(entries).toHaveCount(5);
  await expectPage(entries.nth(0)).toContainText('Reports take an hour, not a day.');
  await expectPage(entries.nth(1)).toContainText(/Issuer.*Google.*Grow with Google/);
  await expectPage(entries.nth(2)).toContainText(/Skills.*empty.*SQL, Tableau/);
  await expectPage(entries.nth(3)).toContainText(/Kind.*Professional certificate.*Specialization/);
  await expectPage(entries.nth(3)).toContainText('in the window');
  await expectPage(entries.nth(4)).toContainText('Added');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
  ]) {
    const name = `credentials-${size.width}x${size.height}-${colorScheme}`;
    test(`no breach of WCAG 2.2 AA at ${size.width}×${size.height}, ${colorScheme}`, async () => {
      const sample = sampleCredentials(today).map((each) => ({
        ...each,
        kind: each.kind ?? ('other' as const),
        issuer: each.issuer ?? 'Unknown',
      }));
      await using laurel = await openCredentials(sample, { colorScheme, size });
      const { page, list } = laurel;
      await list.grid.waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await laurel.screenshot(`${name}-list`);

      await list.grid.focus();
      await page.keyboard.press('Enter');
      const pane = page.getByRole('complementary', { name: /^Details of/ });
      await pane.getByRole('button', { name: /^Issued/ }).click();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await laurel.screenshot(name);
      for (const tab of ['Story', 'History']) {
        await pane.getByRole('tab', { name: tab, exact: true }).click();
        expect(await axeViolations(page)).toEqual([]);
        await laurel.screenshot(`${name}-${tab.toLowerCase()}`);
      }

      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+A');
      await page.getByRole('toolbar', { name: 'Selected credentials' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await laurel.screenshot(`${name}-selected`);
    });
  }
}
