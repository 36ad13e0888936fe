import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { addMonthsToDay, plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { axeViolations, seed, type LaurelOptions } from '../support/app.ts';
import { openWith, today } from '../support/renewals.ts';

const courses = [
  'SC0x Analytics',
  'SC1x Fundamentals',
  'SC2x Design',
  'SC3x Dynamics',
  'SC4x Systems',
];

async function openOn(fill: (engine: Engine) => Promise<void>, options: LaurelOptions = {}) {
  const laurel = await openWith(fill, options);
  await laurel.page.keyboard.press('Control+4');
  await laurel.page.getByRole('heading', { level: 1, name: 'Stacks' }).waitFor();
  return laurel;
}

const tree = (page: Page) => page.getByRole('list', { name: /^Parts of / });
const fact = (page: Page, name: string) =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

test('MITx Supply Chain Management: from the catalogue through five courses and the exam to credit', async () => {
  await using laurel = await openOn(async (engine) => {
    await engine.call('credentials.create', {
      fields: { title: 'Something else', kind: 'badge', issuer: 'Anyone', issued: today },
      asOf: today,
    });
  });
  const { page } = laurel;

  await page.getByRole('button', { name: 'Start from the catalogue' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Find a program').fill('supply chain');
  await dialog
    .getByRole('button', { name: /^MITx MicroMasters in Supply Chain Management MITx, 6/ })
    .click();
  await expectPage(dialog.getByText(/\$600 to \$1,500/).first()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByLabel('Names of its courses').fill(courses.join('\n'));
  await dialog.getByRole('button', { name: 'Start this stack' }).click();
  await expectPage(dialog).toBeHidden();

  for (const course of [...courses, 'CFx comprehensive final exam']) {
    await expectPage(tree(page).getByText(course, { exact: true })).toBeVisible();
  }
  await expectPage(page.getByRole('img', { name: '0% done' }).first()).toBeVisible();
  await expectPage(page.getByText(/An offer, not credit you hold/)).toBeVisible();

  // Each part is earned by a command that runs beside the window, which follows.
  await seed(laurel.folder, earnEverything);
  await expectPage(page.getByRole('img', { name: '100% done' }).first()).toBeVisible();
  await expectPage(fact(page, 'Complete')).toContainText('6 of 6');

  // Completed but not admitted is no credit.
  await page.getByRole('link', { name: /^Degree credit/ }).click();
  const degree = page.getByRole('region', { name: 'Degree credit' });
  await expectPage(fact(page, 'Accepted')).toContainText('0');
  await expectPage(degree.getByText(/not admitted/)).toBeVisible();
  await degree.getByRole('button', { name: 'I was admitted' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await degree.getByRole('button', { name: 'Record accepted credit' }).click();
  // The catalogue gives no figure, so the letter's is written down.
  await page.getByRole('dialog').getByLabel('Credits').fill('30');
  await page.getByRole('dialog').getByLabel('Who said so').fill('Letter of the registrar');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expectPage(fact(page, 'Accepted')).toContainText('30');
  await expectPage(degree.getByText('30 accepted')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);

  await page.keyboard.press('Control+z');
  await expectPage(fact(page, 'Accepted')).toContainText('0');
});

async function earnEverything(engine: Engine): Promise<void> {
  const { items } = await engine.call('credentials.list', {
    asOf: today,
    filter: { status: ['planned'] },
  });
  for (const { id } of items) {
    const patch = { lifecycle: 'earned', issued: today, verifiedTrack: true } as const;
    await engine.call('credentials.update', { id, patch, asOf: today });
  }
}

test('a stack for a role whose parts end at different times is at risk as of a later day', async () => {
  const end = addMonthsToDay(today, 5);
  await using laurel = await openOn(async (engine) => {
    const hold = async (title: string, issuer: string, expires: string | null) =>
      engine.call('credentials.create', {
        fields: {
          title,
          kind: 'certification',
          issuer,
          issued: addMonthsToDay(today, -7),
          ...(expires === null
            ? { neverExpires: true }
            : { expires: plainDateSchema.parse(expires) }),
        },
        asOf: today,
      });
    await hold('Google Ads Search', 'Google', end);
    await hold('HubSpot Content Marketing', 'HubSpot', addMonthsToDay(today, 20));
    await engine.call('stacks.create', {
      asOf: today,
      file: {
        title: 'Content and ads',
        kind: 'curated',
        target: addMonthsToDay(today, 9),
        options: { weeklyHours: 2 },
        root: {
          rule: 'all',
          children: [
            { match: { title: 'Google Ads Search' } },
            { match: { title: 'HubSpot Content Marketing' } },
            { match: { title: 'Meta Social Media Marketing' }, estimate: { hours: [60, 60] } },
          ],
        },
      },
    });
  });
  const { page } = laurel;
  await expectPage(fact(page, 'At risk')).toContainText('1 part');
  await expectPage(
    page.getByText(/Google Ads Search ends on .* before the stack is finished/),
  ).toBeVisible();
  await expectPage(page.getByRole('link', { name: /Content and ads.*At risk/ })).toBeVisible();
  await laurel.screenshot('stacks-at-risk');

  // Months later it has ended, and no longer counts.
  await page.getByRole('button', { name: /^Today, / }).click();
  const calendar = page.getByRole('dialog', { name: 'Choose a day' });
  for (let month = 0; month < 7; month += 1)
    await calendar.getByRole('button', { name: 'Next month' }).click();
  await calendar.getByRole('button', { name: /^15 / }).click();
  await expectPage(
    page.getByText('Google Ads Search counted once and no longer does.'),
  ).toBeVisible();
});

test('a stack is built by picking and by key, saved to a file, removed and undone', async () => {
  await using laurel = await openOn(async (engine) => {
    for (const title of ['Alpha', 'Beta', 'Gamma']) {
      await engine.call('credentials.create', {
        fields: { title, kind: 'course-certificate', issuer: 'edX', issued: today },
        asOf: today,
      });
    }
  });
  const { page } = laurel;
  await page.getByRole('button', { name: 'Build your own' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Three');
  for (const title of ['Alpha', 'Beta', 'Gamma'])
    await dialog.getByRole('button', { name: `Add ${title}` }).click();
  await dialog.getByRole('combobox', { name: 'Rule' }).click();
  await page.getByRole('option', { name: 'At least' }).click();
  await dialog.getByLabel('How many').fill('2');
  // The keyboard's twin of dragging the last part to the top.
  await dialog.getByRole('button', { name: 'Move Gamma' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expectPage(dialog.getByRole('button', { name: 'Move Gamma' })).toBeFocused();
  await expectPage(dialog.getByRole('button', { name: /^Move / }).first()).toHaveAccessibleName(
    'Move Gamma',
  );
  await expectPage(dialog.getByText('100% done as it stands')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save the stack' }).click();
  await expectPage(dialog).toBeHidden();
  await expectPage(page.getByRole('heading', { name: 'Three' })).toBeVisible();
  await expectPage(tree(page)).toContainText('any 2 of 3');

  await page.getByRole('button', { name: 'More about Three' }).click();
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  await expectPage.poll(() => readdirSync(laurel.saved)).toContain('Three.json');
  const file: unknown = JSON.parse(readFileSync(join(laurel.saved, 'Three.json'), 'utf8'));
  expect(file).toMatchObject({ title: 'Three', root: { rule: 'atLeast', n: 2 } });

  // What was saved comes in again as a second stack.
  await page.getByRole('button', { name: 'New stack' }).click();
  await page.getByRole('menuitem', { name: 'From a file' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).click(),
  ]);
  await chooser.setFiles(join(laurel.saved, 'Three.json'));
  await expectPage(page.getByRole('link', { name: /Three/ })).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expectPage(page.getByRole('link', { name: /Three/ })).toHaveCount(1);

  await page.getByRole('button', { name: 'More about Three' }).click();
  await page.getByRole('menuitem', { name: 'Remove the stack' }).click();
  await expectPage(page.getByText('No stack yet')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expectPage(page.getByRole('heading', { name: 'Three' })).toBeVisible();
});

test.each([
  ['light', 1280, 800],
  ['dark', 900, 600],
] as const)(
  'every view of the stacks can be used by all, %s at %i×%i',
  async (colorScheme, width, height) => {
    await using laurel = await openOn(
      async (engine) => {
        await engine.call('portfolio.demo', {});
      },
      { colorScheme, size: { width, height } },
    );
    const { page } = laurel;
    for (const [name, hash] of [
      ['stacks', '#/stacks'],
      ['stacks-next', '#/stacks?view=next'],
      ['stacks-credit', '#/stacks?view=credit'],
      ['plan', '#/plan'],
      ['plan-subscriptions', '#/plan?view=subscriptions'],
      ['plan-study', '#/plan?view=study'],
    ] as const) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      await laurel.screenshot(`${name}-${colorScheme}-${width}`);
      expect(await axeViolations(page), name).toEqual([]);
    }
  },
);
