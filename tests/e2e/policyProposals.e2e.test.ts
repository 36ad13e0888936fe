import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { addMonths } from '#shared/domain/partialDate.ts';
import { addDays } from '#shared/domain/plainDate.ts';
import { axeViolations } from '../support/app.ts';
import { hold, monthsAgo, openWith, renewals } from '../support/renewals.ts';

const issued = monthsAgo(20);
const computed = addMonths(issued, 36);

/** A portfolio that is not empty, since an empty one begins with the first run. */
const open = (options: Parameters<typeof openWith>[1] = {}) =>
  openWith(async (engine) => {
    await hold(engine, { title: 'First aid', issuer: 'Red Cross', issued });
  }, options);

describe.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 900, height: 600 }],
] as const)('in %s at %o', (colorScheme, size) => {
  test('quick add proposes the policy that fits, beside the entered expiry, and takes it when told', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page } = laurel;
    const dialog = page.getByRole('dialog');
    const entered = addDays(issued, 900);
    await page.keyboard.press('Control+n');
    await dialog.waitFor();
    await page.keyboard.type(`PMP, issued ${issued}, expires ${entered}`);
    const use = dialog.getByRole('button', {
      name: 'Use the policy Project Management Institute: PMP',
    });
    await use.waitFor();
    await expectPage(dialog).toContainText(
      'Project Management Institute: PMP, renews every 3 years',
    );
    await expectPage(dialog).toContainText(
      `By its rules it expires ${computed}; the entered ${entered} is kept.`,
    );
    await laurel.screenshot(`quick-add-policy-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);

    await use.click();
    await expectPage(dialog).toContainText('Kept by Project Management Institute: PMP');
    await laurel.screenshot(`quick-add-policy-used-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('link', { name: 'Credentials' }).click();
    await page.getByRole('grid').getByText('Project Management Professional').click();
    const pane = page.getByRole('complementary', { name: /^Details of/ });
    await expectPage(
      pane.getByRole('button', { name: 'Policy PMP, renews every 3 years' }),
    ).toBeVisible();
    await expectPage(pane).toContainText(`${computed} by the policy`);
    await laurel.screenshot(`overview-policy-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('an import proposes policies for its new rows: one, all or none are taken', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page } = laurel;
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.locator('main input[type=file]').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'Title,Issuer,Issued,Expires',
          `Project Management Professional,PMI,${issued},`,
          `CISSP,ISC2,${issued},${addDays(issued, 900)}`,
          'Pottery for beginners,Village college,2020-05-01,',
        ].join('\n'),
      ),
    });
    const table = page.getByRole('table', { name: 'Rows of the file' });
    await table.waitFor();
    const row = (title: string) => table.getByRole('row').filter({ hasText: title });
    await laurel.screenshot(`import-policy-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await expectPage(row('Pottery').getByRole('button')).toHaveCount(1);

    await row('CISSP')
      .getByRole('button', { name: /^CISSP: use the policy ISC2: CISSP/ })
      .click();
    await expectPage(page.getByRole('menuitem').first()).toContainText(
      `By its rules it expires ${computed}; the entered ${addDays(issued, 900)} is kept.`,
    );
    await laurel.screenshot(`import-policy-menu-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('menuitem').first().click();
    await row('CISSP')
      .getByRole('button', { name: 'CISSP: under the policy ISC2: CISSP' })
      .waitFor();

    await page.getByRole('button', { name: 'Use all 2 proposed policies' }).click();
    await expectPage(row('Project Management')).toContainText(`${computed}by the policy`);
    await page.getByRole('button', { name: 'Use none of the 2 proposed policies' }).click();
    await expectPage(row('Project Management')).toContainText('No expiry');
    await page.getByRole('button', { name: 'Use all 2 proposed policies' }).click();
    await laurel.screenshot(`import-policy-all-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Import 3 rows' }).click();
    await page.getByRole('heading', { name: '3 rows are in' }).waitFor();
    await renewals(page).go();
    await renewals(page).total('Project Management Professional').waitFor();
    await renewals(page).total('CISSP').waitFor();
  });
});

test('by the keyboard alone: a policy is chosen on quick add, dropped, and another one picked', async () => {
  await using laurel = await open();
  const { page } = laurel;
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+n');
  await dialog.waitFor();
  await page.keyboard.type(`PMP, issued ${issued}`);
  await dialog.getByRole('button', { name: /^Use the policy/ }).waitFor();
  await page.keyboard.press('Tab');
  await expectPage(dialog.getByRole('button', { name: /^Use the policy/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Do not use/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Another policy' }).press('Enter');
  await dialog.getByRole('combobox', { name: 'Renewal policy' }).fill('CAPM');
  await page.getByRole('option', { name: /CAPM/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectPage(dialog).toContainText('Kept by Project Management Institute: CAPM');
  // Esc closes the dialog, and what was chosen is there when it opens again.
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+n');
  await expectPage(dialog).toContainText('Kept by Project Management Institute: CAPM');
});

test('a credential without a policy is offered the one that fits, and undo takes it off', async () => {
  await using laurel = await openWith(async (engine) => {
    await hold(engine, { title: 'CISSP', issuer: 'ISC2', issued });
  });
  const { page } = laurel;
  await page.getByRole('link', { name: 'Credentials' }).click();
  await page.getByRole('grid').getByText('CISSP').click();
  const pane = page.getByRole('complementary', { name: /^Details of/ });
  await pane.getByRole('button', { name: 'Use CISSP?' }).click();
  await expectPage(pane.getByRole('button', { name: `Expires ${computed}` })).toBeVisible();
  await renewals(page).undo.click();
  await pane.getByRole('button', { name: 'Use CISSP?' }).waitFor();

  await pane.getByRole('button', { name: 'Policy Add' }).click();
  await pane.getByRole('combobox', { name: 'Policy' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('option', { name: /CISSP/ }).first().click();
  await expectPage(pane.getByRole('button', { name: /^Policy CISSP/ })).toBeVisible();
});
