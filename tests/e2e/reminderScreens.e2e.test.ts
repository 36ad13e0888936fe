import { expect, test } from 'vitest';
import { axeViolations } from '../support/app.ts';
import { aPortfolio, AZURE, remindersScreen } from '../support/remindersScreen.ts';

test.each(['light', 'dark'] as const)(
  'what reminders show has no breach of WCAG 2.2 A and AA in %s',
  async (colorScheme) => {
    using portfolio = await aPortfolio();
    await using laurel = await portfolio.open(colorScheme);
    const { page, app } = laurel;
    const screen = remindersScreen(page);
    const check = async (name: string) => {
      const violations = await axeViolations(page);
      await laurel.screenshot(`reminders-${name}`);
      expect(violations).toEqual([]);
    };
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      const suffix = `${colorScheme}-${width}`;
      await app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
        [width, height] as const,
      );
      await page.waitForFunction((expected) => window.innerWidth === expected, width);
      await screen.go('Today');
      await screen.attention.getByRole('button', { name: `Reminder of ${AZURE}` }).click();
      await page.getByRole('menuitem', { name: /^Remind me tomorrow/ }).waitFor();
      await check(`today-${suffix}`);
      await page.keyboard.press('Escape');

      await screen.go('Settings');
      await page.getByRole('heading', { name: 'Reminders' }).scrollIntoViewIfNeeded();
      await page
        .getByRole('heading', { name: 'Reminders' })
        .evaluate((heading) => heading.scrollIntoView());
      await check(`settings-${suffix}`);
      await page
        .getByRole('heading', { name: 'What you are reminded of' })
        .evaluate((heading) => heading.scrollIntoView());
      await check(`kinds-${suffix}`);
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await screen.dialog.getByRole('listitem').first().waitFor();
      await check(`preview-${suffix}`);
      await page.keyboard.press('Escape');

      await screen.go('Credentials');
      await page.getByRole('grid').getByText('CompTIA Security+').click();
      await page.getByRole('tab', { name: 'Cycles' }).click();
      await page.getByText(/proof can be deleted since/).waitFor();
      await check(`cycles-${suffix}`);
      await page.getByRole('button', { name: /^Change the reminders of/ }).click();
      await screen.dialog.getByRole('listitem').first().waitFor();
      await check(`rules-${suffix}`);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: 'Overview' }).click();
      await page.keyboard.press('Escape');
    }
  },
  // Six surfaces at two sizes, each read by axe.
  240_000,
);
