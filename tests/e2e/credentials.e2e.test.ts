import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, plainDateSchema } from '#shared/domain/plainDate.ts';
import { sampleCredentials } from '#shared/catalog/sample.ts';
import { axeViolations, launchLaurel, seed, type Laurel, type LaurelOptions } from '../support/app.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const today = plainDateSchema.parse(localToday());
const date = (text: string) => partialDateSchema.parse(text);

const portfolio: readonly NewCredential[] = [
  {
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    kind: 'certification',
    issuer: 'Project Management Institute',
    issued: date('2018-05-14'),
    expires: addDays(today, 200),
    number: '2098417',
    url: 'https://certification.pmi.org/registry',
    skills: ['Scheduling', 'Risk'],
  },
  {
    title: 'Azure Administrator Associate',
    abbreviation: 'AZ-104',
    kind: 'certification',
    issuer: 'Microsoft',
    issued: date('2024-11'),
    expires: addDays(today, 20),
  },
  { title: 'Google Data Analytics', kind: 'professional-certificate', issuer: 'Google', platform: 'Coursera', issued: date('2023') },
  { title: 'Google Ads Search', kind: 'certification', issuer: 'Google', issued: date('2021-03'), expires: date('2022-03') },
  { title: 'MITx Supply Chain', kind: 'micromasters', issuer: 'MITx', platform: 'edX', lifecycle: 'in-progress', progress: 64 },
];

type Opened = Laurel & Readonly<{ list: ReturnType<typeof listOf> }>;

/** What a person finds on the screen, by role and name. */
function listOf(page: Page) {
  const grid = page.getByRole('grid', { name: 'Credentials' });
  return {
    grid,
    row: (title: string) => grid.getByRole('row').filter({ hasText: title }),
    titles: async () => grid.locator('[role=row][id] [data-column=title] > span:first-of-type').allTextContents(),
    count: page.getByRole('status').filter({ hasText: /^\d/ }),
    search: page.getByRole('searchbox', { name: 'Search everything' }),
    pane: (title: string) => page.getByRole('complementary', { name: `Details of ${title}` }),
    toast: (words: string | RegExp) => page.getByText(words).last(),
  };
}

async function open(credentials: readonly NewCredential[], options: LaurelOptions = {}): Promise<Opened> {
  const folder = temporaryFolder();
  await seed(folder.path, async (engine) => {
    for (const fields of credentials) await engine.call('credentials.create', { fields, asOf: today });
  });
  const laurel = await launchLaurel({ size: { width: 1280, height: 800 }, ...options, folder: folder.path });
  const { page } = laurel;
  if (credentials.length > 0) await page.getByRole('link', { name: 'Credentials' }).click();
  return {
    ...laurel,
    list: listOf(page),
    [Symbol.asyncDispose]: async () => {
      await laurel.close();
      folder[Symbol.dispose]();
    },
  };
}

function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

test('find by search, edit in place, undo, tag several, trash and restore', async () => {
  await using laurel = await open(portfolio);
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
  await page.getByRole('alert').or(page.locator('.mantine-Notification-root')).getByRole('button', { name: 'Undo' }).click();
  await expectPage(pane.getByRole('button', { name: 'Issued 2023' })).toBeVisible();

  await page.keyboard.press('Escape');
  await list.search.fill('');
  await list.row('Google Data Analytics').hover();
  await list.row('Google Data Analytics').getByRole('checkbox').click();
  await list.row('Google Ads Search').getByRole('checkbox').click();
  const bar = page.getByRole('toolbar', { name: 'Selected credentials' });
  await expectPage(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).or(page.getByRole('textbox', { name: 'Tag' })).fill('Marketing');
  await page.getByRole('button', { name: 'Add to 2' }).click();
  await expectPage(list.toast('Tag "Marketing" added to 2 credentials')).toBeVisible();
  await page.getByRole('button', { name: 'Tag', exact: true }).waitFor({ state: 'detached' });

  await bar.getByRole('button', { name: 'Move to trash' }).click();
  await expectPage(list.toast('2 credentials moved to trash')).toBeVisible();
  await expectPage(list.row('Google')).toHaveCount(0);
  await expectPage(list.count).toHaveText('3');
  await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Undo' }).click();
  await expectPage(list.row('Google')).toHaveCount(2);

  await list.row('Google Ads Search').click();
  await expectPage(list.pane('Google Ads Search').getByRole('button', { name: /^Tags/ })).toContainText('Marketing');
  expect(laurel.denied()).toEqual([]);
});

test('the keyboard alone moves, opens, edits, selects, trashes and takes back', async () => {
  await using laurel = await open(portfolio);
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
  for (let tabs = 0; tabs < 20 && !(await number.evaluate((element) => element === document.activeElement)); tabs += 1) {
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
  await using laurel = await open(portfolio);
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
  await using laurel = await open(portfolio);
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
  await pane.getByRole('textbox', { name: 'Issuer' }).or(pane.getByRole('combobox', { name: 'Issuer' })).fill('Grow with Google');
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

test('filters narrow the list with counts; what fits nothing can be cleared', async () => {
  await using laurel = await open(portfolio);
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
    for (const fields of portfolio) await engine.call('credentials.create', { fields, asOf: today });
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
  await expectPage(grid.getByRole('row', { expanded: true })).toHaveText(['Google2', 'Microsoft1', 'MITx1', 'Project Management Institute1']);

  await grid.getByRole('row', { name: /^Google/, expanded: true }).click();
  await expectPage(grid.getByRole('row').filter({ hasText: 'Google Ads Search' })).toHaveCount(0);
});

test('sorts by its heads, and resizes and sorts by the keyboard', async () => {
  await using laurel = await open(portfolio);
  const { page, list } = laurel;
  const title = list.grid.getByRole('columnheader', { name: 'Title' });
  await title.getByRole('button').click();
  await expectPage(title).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(list.titles).toEqual([
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
  await using laurel = await open(portfolio);
  const { page, list } = laurel;
  await expectPage(list.row('Azure Administrator')).toContainText('Expiring');
  await page.getByRole('button', { name: /^Today,/ }).click();
  const calendar = page.getByRole('dialog', { name: 'Choose a day' });
  for (let months = 0; months < 2; months += 1) await calendar.getByRole('button', { name: 'Next month' }).click();
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
  await using laurel = await open(many);
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
  await expectPage(page.getByRole('toolbar', { name: 'Selected credentials' })).toContainText('900 selected');
});

test('the first credential is asked for when there is none', async () => {
  await using laurel = await open([]);
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

for (const colorScheme of ['light', 'dark'] as const) {
  for (const size of [{ width: 1280, height: 800 }, { width: 900, height: 600 }]) {
    const name = `credentials-${size.width}x${size.height}-${colorScheme}`;
    test(`no breach of WCAG 2.2 AA at ${size.width}×${size.height}, ${colorScheme}`, async () => {
      const sample = sampleCredentials(today).map((each) => ({
        ...each,
        kind: each.kind ?? ('other' as const),
        issuer: each.issuer ?? 'Unknown',
      }));
      await using laurel = await open(sample, { colorScheme, size });
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
