import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../support/app.ts';
import { hold, monthsAgo, openWith, renewals, today } from '../support/renewals.ts';

/** A picture of one red point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\nnot a real one');

const open = (options: Parameters<typeof openWith>[1] = {}) =>
  openWith(async (engine) => {
    const id = await hold(engine, {
      title: 'Project Management Professional',
      abbreviation: 'PMP',
      issuer: 'PMI',
      issued: monthsAgo(10),
      policyId: 'pmi-pmp',
    });
    await engine.call('activities.create', {
      on: today,
      title: 'Scenario planning',
      hours: 1.5,
      allocations: [{ credentialId: id, category: 'Business Acumen' }],
      proofs: [{ name: 'attendance.pdf', mime: 'application/pdf', bytes: new Uint8Array(PDF) }],
    });
  }, options);

const paneOf = (page: Page) => page.getByRole('complementary', { name: /^Details of/ });
const toTab = async (page: Page, name: string) => {
  await page.getByRole('link', { name: 'Credentials' }).click();
  await page.getByRole('grid').getByText('Project Management Professional').click();
  await paneOf(page).getByRole('tab', { name }).click();
};
const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  paneOf(page).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

describe.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 900, height: 600 }],
] as const)('in %s at %o', (colorScheme, size) => {
  test('files are attached, shown, saved, removed and brought back', async () => {
    await using laurel = await open({ colorScheme, size });
    const { page, saved } = laurel;
    const pane = paneOf(page);
    await toTab(page, 'Evidence');
    await pane.getByText('No files yet.').waitFor();
    await choose(page, 'certificate.pdf', 'application/pdf', PDF);
    await choose(page, 'badge.png', 'image/png', PNG);
    const files = pane.getByRole('list', { name: /^Files of/ });
    await expectPage(files.getByRole('listitem')).toHaveCount(2);
    await laurel.screenshot(`evidence-${colorScheme}-${size.width}`);
    expect(await axeViolations(page)).toEqual([]);

    // What the page shows is the picture itself, decoded.
    await pane.getByRole('button', { name: 'badge.png', exact: true }).click();
    const picture = page.getByRole('dialog').getByRole('img', { name: 'badge.png' });
    await picture.waitFor();
    await expectPage
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(1);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await pane.getByRole('button', { name: 'Save certificate.pdf' }).click();
    await expectPage
      .poll(() => {
        try {
          return readFileSync(join(saved, 'certificate.pdf'), 'latin1');
        } catch {
          return null;
        }
      })
      .toBe(PDF.toString('latin1'));

    await pane.getByRole('button', { name: 'Remove badge.png' }).click();
    await expectPage(files.getByRole('listitem')).toHaveCount(1);
    await renewals(page).undo.first().click();
    await expectPage(files.getByRole('listitem')).toHaveCount(2);

    await pane.getByRole('tab', { name: 'Overview' }).click();
    await pane.getByRole('button', { name: '2 files' }).click();
    await files.waitFor();
    expect(laurel.denied()).toEqual([]);
  });
});

test('a proof of units is saved and removed where it stands, and with the evidence', async () => {
  await using laurel = await open();
  const { page, saved } = laurel;
  const pane = paneOf(page);
  await toTab(page, 'Units');
  await pane.getByRole('button', { name: 'Save attendance.pdf' }).click();
  await expectPage
    .poll(() => {
      try {
        return readFileSync(join(saved, 'attendance.pdf')).length;
      } catch {
        return 0;
      }
    })
    .toBe(PDF.length);
  await laurel.screenshot('evidence-units');
  expect(await axeViolations(page)).toEqual([]);
  await pane.getByRole('button', { name: 'Remove attendance.pdf' }).click();
  await pane.getByText('no proof').waitFor();
  await renewals(page).undo.click();

  await pane.getByRole('tab', { name: 'Evidence' }).click();
  await pane.getByText('Proofs of logged units').waitFor();
  await pane.getByRole('button', { name: 'Remove attendance.pdf' }).click();
  await pane.getByText('Proofs of logged units').waitFor({ state: 'hidden' });
});

test('a file dropped on the tab is attached, not imported, and the keyboard removes it', async () => {
  await using laurel = await open();
  const { page } = laurel;
  const pane = paneOf(page);
  await toTab(page, 'Evidence');
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['passed'], 'score.txt', { type: 'text/plain' }));
    return transfer;
  });
  await pane
    .getByRole('group', { name: 'Drop files here to attach them' })
    .dispatchEvent('drop', { dataTransfer });
  const remove = pane.getByRole('button', { name: 'Remove score.txt' });
  await remove.waitFor();
  await expectPage(page.getByRole('heading', { name: 'Credentials', level: 1 })).toBeVisible();

  await pane.getByRole('button', { name: 'Attach files' }).focus();
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab');
  await expectPage(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await pane.getByText('No files yet.').waitFor();
});
