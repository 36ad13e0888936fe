import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/app.ts';
import { hold, monthsAgo, openWith, renewals } from '../support/renewals.ts';

const open = (options: Parameters<typeof openWith>[1] = {}) =>
  openWith(async (engine) => {
    await hold(engine, {
      title: 'Project Management Professional',
      abbreviation: 'PMP',
      issuer: 'PMI',
      issued: monthsAgo(10),
      policyId: 'pmi-pmp',
    });
  }, options);

/** What a person finds among the policies, by role and name. */
function policiesOf(page: Page) {
  const list = page.getByRole('list', { name: 'Policies' });
  const dialog = page.getByRole('dialog');
  return {
    go: async () => {
      await renewals(page).go();
      await page.getByRole('radiogroup').getByText('Policies').click();
      await list.waitFor();
    },
    search: page.getByRole('searchbox', { name: 'Search policies' }),
    lines: list.getByRole('button'),
    line: (name: string | RegExp) => list.getByRole('button', { name }),
    detail: (name: string) => page.getByRole('region', { name }),
    dialog,
    save: dialog.getByRole('button', { name: /^Save/ }),
    json: dialog.getByRole('textbox', { name: 'The policy as JSON' }),
  };
}

describe.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 900, height: 600 }],
] as const)('in %s at %o', (colorScheme, size) => {
  test('PMP’s policy is read, copied and changed; the ledger follows, and falls back when it is removed', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page } = laurel;
    const screen = policiesOf(page);
    const picture = (name: string) =>
      laurel.screenshot(`policies-${name}-${colorScheme}-${size.width}`);
    await screen.go();
    await picture('list');
    expect(await axeViolations(page)).toEqual([]);
    await screen.search.fill('pmp project');
    await expectPage(screen.lines).toHaveCount(1);
    await screen.line(/Project Management Professional/).click();
    const detail = screen.detail('Project Management Professional');
    await expectPage(detail).toContainText('1 credential is under it.');
    await expectPage(detail).toContainText('60 PDUs a cycle');
    await expectPage(detail).toContainText('Business Acumen at least 8');
    await expectPage(detail).toContainText('The dates never move');
    await expectPage(detail).toContainText('as of 2025-01. Cross-checked');
    await picture('detail');
    expect(await axeViolations(page)).toEqual([]);

    await detail.getByRole('button', { name: 'Copy and edit' }).click();
    await screen.dialog.getByLabel('Total a cycle').fill('72.5');
    await picture('editor');
    expect(await axeViolations(page)).toEqual([]);
    await screen.save.click();
    await screen.dialog.waitFor({ state: 'hidden' });
    await expectPage(detail).toContainText('72.5 PDUs a cycle');
    await expectPage(detail).toContainText('Your changed copy of the catalogue’s rules');

    await page.getByRole('radiogroup').getByText('Cycles').click();
    await expectPage(renewals(page).row('PMP')).toContainText('of 72.5 PDUs');
    await page.getByRole('radiogroup').getByText('Policies').click();

    await page.getByRole('button', { name: 'More for Project Management Professional' }).click();
    await page.getByRole('menuitem', { name: 'Back to the catalogue’s' }).waitFor();
    await picture('menu');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Back to the catalogue’s' }).click();
    await expectPage(detail).toContainText('60 PDUs a cycle');
    await renewals(page).undo.first().click();
    await expectPage(detail).toContainText('72.5 PDUs a cycle');
  });

  test('what is wrong is told at once, in the JSON and at its field', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page } = laurel;
    const screen = policiesOf(page);
    await screen.go();
    await page.getByRole('button', { name: 'Add policy' }).click();
    await screen.dialog.getByLabel('Name', { exact: false }).first().fill('Village fire warden');
    await screen.save.click();
    // Saving names what is missing and goes there.
    await expectPage(screen.dialog.getByRole('textbox', { name: 'Issuer' })).toBeFocused();
    await expectPage(screen.dialog).toContainText('3 things to mend');
    await screen.dialog.getByRole('textbox', { name: 'Issuer' }).fill('Fire service');
    await expectPage(screen.dialog.getByRole('textbox', { name: 'Id' })).toHaveValue(
      'fire-service-village-fire-warden',
    );
    await screen.dialog.getByRole('textbox', { name: 'Months of a cycle' }).fill('soon');
    await expectPage(screen.dialog).toContainText('Give a number.');
    await laurel.screenshot(`policies-editor-wrong-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await screen.dialog.getByRole('textbox', { name: 'Months of a cycle' }).fill('24');
    await screen.dialog.getByRole('textbox', { name: 'Source' }).fill('The chief said so');
    await screen.dialog.getByRole('textbox', { name: 'Address' }).fill('https://fire.example');

    await screen.dialog.getByRole('tab', { name: 'JSON' }).click();
    await screen.dialog.getByText('This is a policy.').waitFor();
    const whole = await screen.json.inputValue();
    expect(JSON.parse(whole)).toMatchObject({ name: 'Village fire warden', cycleMonths: 24 });
    await screen.json.fill(whole.replace('"cycleMonths": 24', '"cycleMonths": 0'));
    await expectPage(screen.dialog).toContainText('cycleMonths Give at least 1.');
    await screen.json.fill(whole.replace('"cycleMonths": 24', '"cycleMonths": 24 24'));
    await expectPage(screen.dialog).toContainText(/This is not JSON: look at line \d+, column \d+/);
    await laurel.screenshot(`policies-editor-json-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await screen.dialog.getByRole('tab', { name: 'Form' }).click();
    await expectPage(screen.dialog).toContainText('Mend the JSON first');
    await screen.json.fill(whole.replace('"cycleMonths": 24', '"cycleMonths": 30'));
    await screen.dialog.getByRole('tab', { name: 'Form' }).click();
    await expectPage(screen.dialog.getByRole('textbox', { name: 'Months of a cycle' })).toHaveValue(
      '30',
    );
    await screen.save.click();
    await screen.dialog.waitFor({ state: 'hidden' });
    await expectPage(screen.detail('Village fire warden')).toContainText('30 months');
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('units, nested categories, a way, a step and a fee are made in the form alone', async () => {
  await using laurel = await open();
  const { page } = laurel;
  const screen = policiesOf(page);
  const { dialog } = screen;
  await screen.go();
  await page.getByRole('button', { name: 'Add policy' }).click();
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  const pick = async (name: string, option: string) => {
    await dialog.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await field('Name').fill('Guild master');
  await field('Issuer').fill('Guild');
  await dialog.getByRole('button', { name: 'Add units' }).click();
  await field('Unit').fill('credit');
  await field('Total a cycle').fill('40');
  await field('Least a year').fill('10');
  await field('Minutes a unit').fill('50');
  for (const [place, name, min] of [
    [1, 'Craft', '20'],
    [2, 'Wood', '8.5'],
  ] as const) {
    await dialog.getByRole('button', { name: 'Add category' }).click();
    await field(`Category of category ${place}`).fill(name);
    await field(`Least of category ${place}`).fill(min);
  }
  await pick('Within of category 2', 'Craft');
  await dialog.getByRole('button', { name: 'Add a way' }).click();
  await pick('By', 'Retake the exam');
  await field('As the body calls it').fill('master piece');
  await field('Cost').fill('120.50');
  await dialog.getByRole('checkbox', { name: 'It is known what happens after the end' }).check();
  await dialog.getByRole('button', { name: 'Add a step' }).click();
  await field('For days').fill('60');
  await pick('Units earned then', 'Do not count');
  await dialog.getByRole('button', { name: 'Add a fee' }).click();
  await field('Fee').fill('75');
  await pick('For', 'Each year');
  await pick('Due', 'On the anniversary');
  await field('Source').fill('Statutes');
  await field('Address').fill('https://guild.example');
  await laurel.screenshot('policies-editor-lists');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });

  const detail = screen.detail('Guild master');
  for (const words of [
    '40 credits a cycle',
    'At least 10 credits in each year',
    '50 minutes make one credit',
    'Wood at least 8.5',
    'Master piece, $120.50',
    '60 days in grace, submitting only, must not be used meanwhile',
    '$75 a year, due on the anniversary',
  ])
    await expectPage(detail).toContainText(words);

  await page.getByRole('button', { name: 'More for Guild master' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  const file = join(laurel.saved, 'guild-guild-master.json');
  const read = () => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  await expectPage.poll(read).toContain('"minutesPerUnit": 50');

  await page.getByRole('button', { name: 'More for Guild master' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await detail.waitFor({ state: 'hidden' });
  await page.locator('main input[type=file]').setInputFiles(file);
  await expectPage(field('Total a cycle')).toHaveValue('40');
  await screen.save.click();
  await dialog.waitFor({ state: 'hidden' });
  await expectPage(detail).toContainText('Wood at least 8.5');
});

test('by the keyboard alone a policy is found, read, opened and left as it was', async () => {
  await using laurel = await open();
  const { page } = laurel;
  const screen = policiesOf(page);
  await screen.go();
  await screen.search.focus();
  await page.keyboard.type('isc2');
  await expectPage(screen.line(/CISSP/)).toBeVisible();
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('Tab');
  await expectPage(screen.lines.first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expectPage(screen.lines.nth(1)).toBeFocused();
  const name = await page.getByRole('heading', { level: 2 }).innerText();
  await page.getByRole('button', { name: 'Copy and edit' }).press('Enter');
  await screen.dialog.waitFor();
  await page.keyboard.press('Escape');
  await screen.dialog.waitFor({ state: 'hidden' });
  await expectPage(page.getByRole('button', { name: 'Copy and edit' })).toBeFocused();
  await expectPage(screen.detail(name)).toContainText('Rules from the catalogue');
});

test('in a narrow window the keyboard goes into a policy and back to its line', async () => {
  await using laurel = await open({ size: { width: 900, height: 600 } });
  const { page } = laurel;
  const screen = policiesOf(page);
  await screen.go();
  await screen.search.fill('isc2');
  await screen.lines.first().focus();
  await page.keyboard.press('ArrowDown');
  await expectPage(screen.lines.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expectPage(page.getByRole('button', { name: 'All policies' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expectPage(screen.lines.nth(1)).toBeFocused();
});

test('a credential’s Cycles tab leads to the rules of its policy, and to changing them', async () => {
  await using laurel = await open();
  const { page } = laurel;
  const screen = policiesOf(page);
  await page.getByRole('link', { name: 'Credentials' }).click();
  await page.getByRole('grid').getByText('Project Management Professional').click();
  const pane = page.getByRole('complementary', { name: /^Details of/ });
  await pane.getByRole('tab', { name: 'Cycles' }).click();
  await pane.getByRole('button', { name: 'Copy and edit the rules' }).click();
  await screen.dialog.getByLabel('Months of a cycle').fill('24');
  await screen.save.click();
  await screen.dialog.waitFor({ state: 'hidden' });
  await expectPage(pane).toContainText('24 months a cycle');
  await laurel.screenshot('policies-cycles-tab');
  expect(await axeViolations(page)).toEqual([]);
  await pane.getByRole('link', { name: 'All its rules' }).click();
  await expectPage(screen.detail('Project Management Professional')).toContainText('2 years');
});
