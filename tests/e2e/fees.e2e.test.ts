import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { addDays, addMonthsToDay } from '#shared/domain/plainDate.ts';
import { axeViolations } from '../support/app.ts';
import { hold, monthsAgo, openWith, renewals, today } from '../support/renewals.ts';

/** The first anniversary, on which the yearly fee falls due, is in twenty days. */
const issued = addDays(monthsAgo(12), 20);
const due = addMonthsToDay(issued, 12);

const open = (options: Parameters<typeof openWith>[1] = {}) =>
  openWith(async (engine) => {
    await hold(engine, {
      title: 'Certified Information Systems Security Professional',
      abbreviation: 'CISSP',
      issuer: 'ISC2',
      issued,
      policyId: 'isc2-cissp',
    });
  }, options);

describe.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 900, height: 600 }],
] as const)('in %s at %o', (colorScheme, size) => {
  test('a fee is paid from its cycle, taken back, and paid from Today, which then lets it go', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page } = laurel;
    const screen = renewals(page);
    await screen.go();
    await page.getByRole('button', { name: 'Details of CISSP' }).click();
    const fees = page.getByRole('list', { name: 'Fees of CISSP' });
    const pay = fees.getByRole('button', { name: new RegExp(`^Record .* due ${due} for CISSP`) });
    await pay.waitFor();
    await laurel.screenshot(`fees-cycle-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await pay.click();
    await screen.dialog.getByLabel('Amount, USD').fill('about 100');
    await screen.dialog.getByText('Give an amount such as 150.00, or none.').waitFor();
    await screen.dialog.getByLabel('Amount, USD').fill('130,5');
    await laurel.screenshot(`fees-dialog-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await screen.dialog.waitFor({ state: 'hidden' });
    await expectPage(fees).toContainText(`$130.50 paid ${today}`);
    await fees.getByRole('button', { name: /^Take the payment/ }).click();
    await pay.waitFor();

    await page.getByRole('link', { name: 'Today' }).click();
    const line = page.getByRole('listitem').filter({ hasText: 'A fee for' });
    await line.getByRole('button', { name: /^Record the payment/ }).click();
    await expectPage(screen.dialog).toContainText(`due ${due}`);
    await screen.dialog.getByRole('button', { name: 'Record payment' }).click();
    await screen.dialog.waitFor({ state: 'hidden' });
    await expectPage(line).toHaveCount(0);
    await screen.undo.first().click();
    await line.waitFor();
  });

  test('what passing a credential that is not held yet would bring is shown, and nothing is written', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page } = laurel;
    await renewals(page).go();
    await page.getByRole('radiogroup').getByText('Simulator').click();
    await page.getByText('One that I do not hold yet').click();
    await page.getByRole('combobox', { name: 'If I pass' }).fill('PMP');
    await page.getByRole('option', { name: /Project Management Professional \(PMP\)/ }).click();
    const result = page.getByRole('region', { name: 'What it would do' });
    await expectPage(result).toContainText(`${today} – ${addMonthsToDay(today, 36)}`);
    await expectPage(result).toContainText('60 PDUs');
    await expectPage(result).toContainText('$150');
    await laurel.screenshot(`simulate-new-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Credentials' }).click();
    await expectPage(page.getByRole('grid').getByText('Project Management')).toHaveCount(0);
  });

  test('the state that a licence is of changes its rules, and undo takes it back', async () => {
    await using laurel = await openWith(
      async (engine) => {
        await hold(engine, {
          title: 'Certified Public Accountant',
          abbreviation: 'CPA',
          issuer: 'State Board',
          issued: monthsAgo(8),
          policyId: 'cpa-generic',
        });
      },
      { colorScheme, size },
    );
    const { page } = laurel;
    await page.getByRole('link', { name: 'Credentials' }).click();
    await page.getByRole('grid').getByText('Certified Public Accountant').click();
    const pane = page.getByRole('complementary', { name: /^Details of/ });
    await pane.getByRole('tab', { name: 'Cycles' }).click();
    const state = pane.getByRole('combobox', { name: 'Your state' });
    await state.click();
    await page.getByRole('option', { name: 'Alaska' }).click();
    await expectPage(state).toHaveValue('Alaska');
    await laurel.screenshot(`choices-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);
    await pane.getByRole('tab', { name: 'Units' }).click();
    await expectPage(pane).toContainText('of 80 CPE');
    await renewals(page).undo.first().click();
    await pane.getByRole('tab', { name: 'Cycles' }).click();
    await expectPage(state).toHaveValue('Not chosen');
  });
});

test('better allocations of several activities are made at once, and one undo takes them back', async () => {
  await using laurel = await openWith(async (engine) => {
    const given = { title: 'PMP', issuer: 'PMI', issued: monthsAgo(10), policyId: 'pmi-pmp' };
    const id = await hold(engine, given);
    // Without a category they meet no minimum: counted as education they would leave less to do.
    for (const title of ['Webinar', 'Workshop', 'Lecture'])
      await engine.call('activities.create', {
        on: today,
        title,
        hours: 20,
        allocations: [{ credentialId: id, units: 20 }],
      });
  });
  const { page } = laurel;
  await renewals(page).go();
  await page.getByRole('radiogroup').getByText('Planner').click();
  const all = page.getByRole('button', { name: 'Allocate all 3 activities this way' });
  await all.click();
  await page.getByText('What you logged is allocated as well as it can be.').waitFor();
  await renewals(page).undo.first().click();
  await all.waitFor();
});
