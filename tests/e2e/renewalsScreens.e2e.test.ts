import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { axeViolations } from '../support/app.ts';
import { cissp, hold, monthsAgo, openWith, renewals } from '../support/renewals.ts';

test.each(['light', 'dark'] as const)(
  'Renewals has no breach of WCAG 2.2 A and AA in %s',
  async (colorScheme) => {
    await using laurel = await openWith(
      async (engine) => {
        const pmp = await hold(engine, {
          title: 'Project Management Professional',
          abbreviation: 'PMP',
          issuer: 'PMI',
          issued: monthsAgo(30),
          policyId: 'pmi-pmp',
        });
        await cissp(engine);
        await hold(engine, {
          title: 'CompTIA Security+',
          issuer: 'CompTIA',
          issued: monthsAgo(34),
          policyId: 'comptia-securityplus',
        });
        await engine.call('activities.create', {
          on: monthsAgo(9),
          title: 'Strategy day',
          allocations: [
            { credentialId: pmp, units: 31, unit: 'PDU', category: 'Ways of Working' },
            { credentialId: pmp, units: 12, unit: 'PDU', category: 'Working as a practitioner' },
          ],
        });
      },
      { colorScheme },
    );
    const { page, app } = laurel;
    const screen = renewals(page);
    for (const [width, height] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
        [width, height] as const,
      );
      await page.waitForFunction((expected) => window.innerWidth === expected, width);
      await screen.go();
      await page.getByRole('button', { name: 'Details of PMP' }).click();
      for (const view of ['Cycles', 'Routes', 'Simulator', 'Planner']) {
        await page.getByRole('radiogroup').getByText(view).click();
        await expectPage(page.locator('[aria-busy=true]')).toHaveCount(0);
        await laurel.screenshot(`renewals-${view.toLowerCase()}-${colorScheme}-${width}`);
        expect(await axeViolations(page)).toEqual([]);
      }
      await page.getByRole('radiogroup').getByText('Cycles').click();
      await screen.row('PMP').getByRole('link', { name: 'PMP' }).click();
      for (const tab of ['Cycles', 'Units']) {
        await page.getByRole('tab', { name: tab }).click();
        if (tab === 'Cycles') {
          await page.getByRole('button', { name: 'Change policy' }).click();
          await page.getByRole('option').first().waitFor();
          expect(await axeViolations(page)).toEqual([]);
          await page.keyboard.press('Escape');
        }
        await laurel.screenshot(`renewals-tab-${tab.toLowerCase()}-${colorScheme}-${width}`);
        expect(await axeViolations(page)).toEqual([]);
      }
    }
  },
);
