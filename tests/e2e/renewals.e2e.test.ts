import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { addMonths } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, plainDateSchema } from '#shared/domain/plainDate.ts';
import { axeViolations } from '../support/app.ts';
import { cissp, hold, monthsAgo, openWith, renewals, today } from '../support/renewals.ts';

test('PMP from the catalogue, a webinar for PMP and CISSP at once, renewed, undone', async () => {
  await using laurel = await openWith(async (engine) => {
    await cissp(engine);
  });
  const { page } = laurel;
  const screen = renewals(page);
  const issued = monthsAgo(31);
  const end = addMonths(issued, 36);

  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(`PMP, Project Management Institute, issued ${issued}`);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Credentials' }).click();
  await page
    .getByRole('grid')
    .getByText(/PMP|Project Management Professional/)
    .first()
    .click();
  const pane = page.getByRole('complementary', { name: /^Details of/ });
  await pane.getByRole('tab', { name: 'Cycles' }).click();
  await pane.getByRole('button', { name: /^(Choose a|Change) policy$/ }).click();
  await expectPage(page.getByRole('option').first()).toContainText(
    'Project Management Professional (PMP)',
  );
  await expectPage(page.getByRole('option').first()).toContainText(`Would expire ${end}`);
  await page.getByRole('option').first().click();
  await expectPage(pane.getByText(`${issued} – ${end}`)).toBeVisible();
  await expectPage(pane.getByText(/as of 2025-01\. Cross-checked/)).toBeVisible();

  await screen.go();
  await expectPage(screen.total('PMP')).toHaveAttribute('aria-valuenow', '0');
  await expectPage(screen.row('PMP')).toContainText('60 PDUs');

  await page.getByRole('button', { name: 'Log activity' }).click();
  await screen.dialog.getByLabel('What you did').fill('Scenario planning for operations leaders');
  await screen.dialog.getByLabel('Length').fill('1 h 30 min');
  // Esc loses nothing that was typed.
  await page.keyboard.press('Escape');
  await expectPage(screen.dialog).toBeHidden();
  await page.getByRole('button', { name: 'Log activity' }).click();
  await expectPage(screen.dialog.getByLabel('What you did')).toHaveValue(
    'Scenario planning for operations leaders',
  );
  await screen.counts('PMP').check();
  await screen.counts('CISSP').check();
  await screen.category('PMP', 'Business Acumen');
  await screen.category('CISSP', 'Group B');
  await expectPage(screen.dialog.getByLabel('Units for PMP')).toHaveValue('1.50');
  await expectPage(screen.dialog).toContainText('0 → 1.5 of 60, Business Acumen 1.5 of 8');
  await expectPage(screen.dialog).toContainText('3 units on 2 credentials');
  await laurel.screenshot('renewals-log');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expectPage(screen.dialog).toBeHidden();
  await expectPage(
    page.getByText('Logged Scenario planning for operations leaders for 2 credentials'),
  ).toBeVisible();

  await expectPage(screen.total('PMP')).toHaveAttribute('aria-valuenow', '1.5');
  await expectPage(screen.bar('PMP', 'Education')).toHaveAttribute('aria-valuenow', '1.5');
  await expectPage(screen.bar('PMP', 'Business Acumen')).toHaveAttribute('aria-valuenow', '1.5');
  await expectPage(screen.bar('CISSP', 'Group B (general professional)')).toHaveAttribute(
    'aria-valuenow',
    '1.5',
  );
  await expectPage(screen.row('PMP')).toContainText('6.5 short');

  await page.getByRole('radiogroup').getByText('Planner').click();
  const need = page.getByRole('region', { name: 'What each still needs' });
  await expectPage(need.getByRole('row').filter({ hasText: 'PMP' })).toContainText(
    '6.5 PDUs in Business Acumen',
  );
  await expectPage(
    page.getByText(/^\d[\d.,]* h is the least that covers everything open\.$/),
  ).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'What binds' })).toContainText('in all');
  await page.getByRole('radiogroup').getByText('Cycles').click();

  await page.getByRole('button', { name: 'Renew PMP' }).click();
  const next = { start: addDays(plainDateSchema.parse(end), 1), end: addMonths(end, 36) };
  await expectPage(screen.dialog).toContainText(`${next.start} – ${next.end}`);
  await expectPage(screen.dialog).toContainText('The dates never move');
  await expectPage(screen.dialog).toContainText('58.5 PDUs');
  expect(await axeViolations(page)).toEqual([]);
  await screen.dialog.getByRole('button', { name: /^Renew/ }).click();
  await expectPage(screen.dialog).toBeHidden();
  await expectPage(screen.row('PMP')).toContainText(`through ${next.end}`);

  await screen.row('PMP').getByRole('link', { name: 'PMP' }).click();
  await pane.getByRole('tab', { name: 'Cycles' }).click();
  await expectPage(pane.getByText(`${next.start} – ${next.end}`)).toBeVisible();
  await expectPage(pane.getByText(`Renewed ${today}, credits`)).toBeVisible();
  await expectPage(pane.getByText(`${issued} – ${end}`)).toBeVisible();

  await screen.undo.click();
  await expectPage(pane.getByText(`${next.start} – ${next.end}`)).toHaveCount(0);
  await expectPage(pane.getByText(`${issued} – ${end}`)).toBeVisible();
  await pane.getByRole('tab', { name: 'Units' }).click();
  await expectPage(pane.getByText('Scenario planning for operations leaders')).toBeVisible();
});

test('what a renewal renews as well is proposed, accepted by a tick, and undone as one', async () => {
  await using laurel = await openWith(async (engine) => {
    await hold(engine, {
      title: 'CompTIA A+',
      issuer: 'CompTIA',
      issued: monthsAgo(34),
      policyId: 'comptia-aplus',
    });
    await hold(engine, {
      title: 'CompTIA Security+',
      issuer: 'CompTIA',
      issued: monthsAgo(33),
      policyId: 'comptia-securityplus',
    });
  });
  const { page } = laurel;
  const screen = renewals(page);
  await screen.go();
  await page.getByRole('radiogroup').getByText('Simulator').click();
  await page.getByRole('combobox', { name: 'If I renew' }).click();
  await page.getByRole('option', { name: /Security\+/ }).click();
  await page.getByRole('combobox', { name: 'Renewed by' }).click();
  await page.getByRole('option', { name: 'Retake the exam' }).click();
  await expectPage(page.getByRole('checkbox', { name: 'CompTIA A+' })).not.toBeChecked();

  // Nothing is written by looking.
  await page.getByRole('radiogroup').getByText('Cycles').click();
  await expectPage(page.getByText('Nothing, it is renewed')).toHaveCount(0);

  await page.getByRole('button', { name: 'Renew CompTIA Security+' }).click();
  await screen.dialog.getByRole('checkbox', { name: 'CompTIA A+' }).check();
  await screen.dialog.getByRole('button', { name: /^Renew/ }).click();
  await expectPage(page.getByText('Renewed CompTIA Security+ and 1 more')).toBeVisible();
  const newEnd = addMonthsToDay(monthsAgo(33), 72);
  await expectPage(screen.row('CompTIA Security+')).toContainText(`through ${newEnd}`);
  // Its own cycle runs to its end, and the new one follows.
  await expectPage(screen.row('CompTIA A+')).toContainText(`through ${newEnd}`);
  await screen.undo.click();
  await expectPage(page.getByText('Nothing, it is renewed')).toHaveCount(0);
  await expectPage(screen.row('CompTIA A+')).toContainText(addMonthsToDay(monthsAgo(34), 36));
});

test('a route that is not open says from when, and its window opens six months before', async () => {
  await using laurel = await openWith(async (engine) => {
    await hold(engine, {
      title: 'Microsoft Certified: Azure Administrator Associate',
      abbreviation: 'AZ-104',
      issuer: 'Microsoft',
      issued: monthsAgo(3),
      policyId: 'ms-role-based',
    });
  });
  const { page } = laurel;
  const screen = renewals(page);
  const end = addMonthsToDay(monthsAgo(3), 12);
  const opens = addMonthsToDay(end, -6);
  await screen.go();
  const row = page.getByRole('region', { name: 'By exam or assessment' }).getByRole('listitem');
  await expectPage(row).toContainText(`opens ${opens}`);
  await row.getByRole('button', { name: 'Renew AZ-104' }).click();
  await expectPage(screen.dialog.getByRole('alert')).toContainText(`from ${opens} on`);
  await expectPage(screen.dialog.getByRole('button', { name: /^Renew/ })).toBeDisabled();
  await screen.dialog.getByLabel('On', { exact: true }).fill(opens);
  await expectPage(screen.dialog).toContainText(addMonthsToDay(end, 12));
  await expectPage(screen.dialog.getByRole('button', { name: /^Renew/ })).toBeEnabled();
});

test('logging by keyboard alone, from the row to the toast', async () => {
  await using laurel = await openWith(async (engine) => {
    await cissp(engine);
  });
  const { page } = laurel;
  const screen = renewals(page);
  await page.keyboard.press('Control+5');
  const button = page.getByRole('button', { name: 'Log units for CISSP' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expectPage(screen.dialog.getByLabel('What you did')).toBeFocused();
  await expectPage(screen.counts('CISSP')).toBeChecked();
  await page.keyboard.type('Threat modelling');
  await page.keyboard.press('Control+Enter');
  await expectPage(screen.dialog.getByRole('alert')).toHaveText('Give the units or the length.');
  await screen.dialog.getByLabel('Length').focus();
  await page.keyboard.type('2');
  await page.keyboard.press('Control+Enter');
  await expectPage(screen.dialog).toBeHidden();
  await expectPage(button).toBeFocused();
  await expectPage(screen.total('CISSP')).toHaveAttribute('aria-valuenow', '2');
});
