import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { clipboard, lookAhead, looksRight, openOutput, pickOutput } from '../support/shareWords.ts';

test('a signature: an expired one leaves by itself as of a later day, and the copy is told untrue', async () => {
  await using laurel = await openOutput('E-mail signature');
  const { page } = laurel;
  const preview = page.getByRole('region', { name: 'Preview' });

  await expectPage(preview.getByText('Elena Marchetti, CPA, SHRM-CP, PMP')).toBeVisible();
  await expectPage(preview.getByText(/\+1 512 555 0142 · elena@example\.org/)).toBeVisible();
  await expectPage(page.getByText(/BSc Industrial Engineering is left out/)).toBeVisible();
  await looksRight(laurel, 'signature');

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await clipboard(laurel);
  expect(copied.text).toContain('Elena Marchetti, CPA, SHRM-CP, PMP\n');
  expect(copied.html).toContain('<strong>Elena Marchetti</strong>, CPA, SHRM-CP, PMP');

  // Typed details are kept without a button.
  const role = page.getByRole('textbox', { name: 'Role' });
  await role.fill('Head of supply chain');
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.keyboard.press('Control+6');
  await pickOutput(page, 'E-mail signature');
  await expectPage(preview.getByText('Head of supply chain, Northwind Logistics')).toBeVisible();

  // PMP is valid for six months from today, SHRM-CP for two.
  await lookAhead(laurel, 4);
  await expectPage(preview.getByText('Elena Marchetti, BSc, CPA, PMP')).toBeVisible();
  await expectPage(page.getByText(/SHRM Certified Professional is left out/)).toBeVisible();
  await expectPage(page.getByRole('region', { name: 'Sent out' })).toContainText('SHRM-CP');
});

test('a name line: presets, letters hidden and renamed, an own order by key and by drag', async () => {
  await using laurel = await openOutput('Name line');
  const { page } = laurel;
  const line = page.getByRole('region', { name: 'Preview' }).locator('p').first();
  const letters = page.getByRole('list', { name: 'Letters after the name' });

  await expectPage(line).toHaveText('Elena Marchetti, CPA, SHRM-CP, PMP');
  await page.getByLabel('At most').fill('4');
  await expectPage(line).toHaveText('Elena Marchetti, BSc, CPA, SHRM-CP, PMP');
  await expectPage(page.getByText(/More than three sets of letters/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'Licence first' }).click();
  await expectPage(line).toHaveText('Elena Marchetti, CPA, SHRM-CP, PMP, BSc');
  await letters.getByRole('checkbox', { name: /^BSc/ }).click();
  await expectPage(line).toHaveText('Elena Marchetti, CPA, SHRM-CP, PMP');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectPage(line).toHaveText('Elena Marchetti, CPA, SHRM-CP, PMP, BSc');

  await letters.getByRole('button', { name: 'More on BSc' }).click();
  await page.getByRole('menuitem', { name: 'Letters and rank' }).click();
  await page.getByRole('dialog').getByLabel('Letters').fill('B.Sc.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expectPage(line).toHaveText('Elena Marchetti, CPA, SHRM-CP, PMP, B.Sc.');
  await letters.getByRole('button', { name: 'More on B.Sc.' }).click();
  await page.getByRole('menuitem', { name: 'As the rule has it' }).click();
  await expectPage(line).toHaveText('Elena Marchetti, CPA, SHRM-CP, PMP, BSc');

  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'My own order' }).click();
  await letters.getByRole('button', { name: 'Move PMP' }).waitFor();
  await looksRight(laurel, 'nameLine');
  await letters.getByRole('button', { name: 'Move PMP' }).focus();
  const first = letters.getByRole('listitem').first();
  for (let steps = 0; steps < 4 && !(await first.textContent())?.startsWith('PMP'); steps += 1) {
    const before = await letters.textContent();
    await page.keyboard.press('Alt+ArrowUp');
    await expectPage(letters).not.toHaveText(before ?? '');
  }
  await expectPage(line).toHaveText(/^Elena Marchetti, PMP, /);
  await letters
    .getByRole('button', { name: 'Move CPA' })
    .dragTo(letters.getByRole('listitem').first());
  await expectPage(line).toHaveText(/^Elena Marchetti, CPA, PMP/);
});

test('a business card: its lines, and a vCard that is saved with the letters as suffixes', async () => {
  await using laurel = await openOutput('Business card');
  const { page, saved } = laurel;
  await expectPage(
    page
      .getByRole('region', { name: 'Preview' })
      .getByText('Elena Marchetti, CPA, SHRM-CP, PMP', { exact: true }),
  ).toBeVisible();
  await looksRight(laurel, 'card');
  await page.getByRole('button', { name: 'Save vCard' }).click();
  await expect.poll(() => readdirSync(saved)).toEqual(['contact.vcf']);
  await expect
    .poll(() => readFileSync(join(saved, 'contact.vcf'), 'utf8'))
    .toContain('N:Marchetti;Elena;;;CPA,SHRM-CP,PMP\r\n');
  await page.getByRole('button', { name: 'Copy lines' }).click();
  await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await clipboard(laurel)).text).toBe(
    'Elena Marchetti, CPA, SHRM-CP, PMP\nOperations and supply chain, Northwind Logistics',
  );
});
