import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { addDays, addMonthsToDay } from '#shared/domain/plainDate.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { axeViolations } from '../support/app.ts';
import { openWith, today } from '../support/renewals.ts';

const course = async (engine: Engine, title: string, hours: number) =>
  engine.call('credentials.create', {
    fields: {
      title,
      kind: 'course-certificate',
      issuer: 'Google',
      platform: 'Coursera',
      lifecycle: 'in-progress',
      progress: 50,
      started: addMonthsToDay(today, -1),
      hours,
    },
    asOf: today,
  });

async function openPlan(fill: (engine: Engine) => Promise<void>) {
  const laurel = await openWith(fill);
  await laurel.page.keyboard.press('Control+7');
  await laurel.page.getByRole('heading', { level: 1, name: 'Plan' }).waitFor();
  return laurel;
}

const view = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'View' }).getByText(name, { exact: true }).click();

test('a subscription: what it has cost, what finishing early saves, paused, undone', async () => {
  await using laurel = await openPlan(async (engine) => {
    await course(engine, 'Project Management', 60);
  });
  const { page } = laurel;
  await view(page, 'Subscriptions');
  await page.getByRole('button', { name: 'Add a subscription' }).click();
  const dialog = page.getByRole('dialog');
  // What is missing is said, and nothing is lost.
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectPage(dialog.getByRole('alert')).toContainText('A platform, a price');
  await dialog.getByLabel('Platform').fill('Coursera');
  await dialog.getByLabel('Plan').fill('Coursera Plus');
  await dialog.getByLabel('Price a month').fill('49');
  await dialog.getByLabel('From').fill(addMonthsToDay(today, -3));
  await dialog.getByLabel('Until').fill(addMonthsToDay(addDays(today, -1), 3));
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectPage(dialog).toBeHidden();

  const card = page.getByRole('article', { name: 'Coursera Plus' });
  // Three months back and today: four payments of 49.
  await expectPage(card).toContainText('4 payments');
  await expectPage(card).toContainText('$196');
  await expectPage(card).toContainText('saves 2 × $49 = $98');
  await expectPage(card).toContainText('Project Management');

  await card.getByRole('button', { name: 'What to do with Coursera Plus' }).click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await expectPage(card).toContainText('Paused');
  await page.keyboard.press('Control+z');
  await expectPage(card).toContainText('Running');
});

test('the budget adds up a payment that came back, in its own currency', async () => {
  await using laurel = await openPlan(async (engine) => {
    await course(engine, 'Project Management', 60);
  });
  const { page } = laurel;
  await page.getByRole('button', { name: 'Add a cost' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: 'Project Management' }).click();
  await dialog.getByLabel('Amount').fill('120.50');
  await dialog.getByLabel('Currency').first().fill('EUR');
  await dialog.getByLabel('Came back', { exact: true }).fill('20');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectPage(dialog).toBeHidden();
  const euros = page.getByRole('row', { name: /^EUR/ });
  await expectPage(euros).toContainText('€120.50');
  await expectPage(euros).toContainText('€20');
  expect(await axeViolations(page)).toEqual([]);
});

test('a study plan says when it does not fit, takes the hours it needs, and is kept', async () => {
  await using laurel = await openPlan(async (engine) => {
    await course(engine, 'Project Management', 80);
    await course(engine, 'Data Analytics', 40);
  });
  const { page } = laurel;
  await view(page, 'Study');
  await page.getByLabel('Courses', { exact: true }).first().click();
  await page.getByRole('option', { name: 'Project Management' }).click();
  await page.getByRole('option', { name: 'Data Analytics' }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('Hours a week').fill('2');
  await page.getByLabel('Done by').fill(addDays(today, 70));
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Use it' }).click();
  await expectPage(page.getByText(/^It fits/)).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'Week by week' })).toContainText('done');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expectPage(page.getByText('The study plan is saved.')).toBeVisible();
  await page.reload();
  await expectPage(page.getByText(/^It fits/)).toBeVisible();
});
