import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { axeViolations, type Laurel } from '../support/app.ts';
import { HEADERS } from '../support/linkedinFixtures.ts';
import { give } from '../support/shareFiles.ts';
import { looksRight, openOutput } from '../support/shareWords.ts';

test('a CV is read as a parser reads it, with what it lacks', async () => {
  await using laurel = await openOutput('Your own CV');
  const { page } = laurel;
  await page.getByText('No CV yet').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await give(laurel, 'cv.txt', [
    'Elena Marchetti',
    'Certified Public Accountant (CPA), Texas State Board of Public Accountancy',
    'BSc Industrial Engineering, somewhere',
  ]);
  await page.getByText(/^\d of 6 credentials found in it$/).waitFor();
  const lacking = page.getByRole('region', { name: 'Found in part' });
  await lacking.getByText('Certified Public Accountant').waitFor();
  await lacking.getByText(/118823/).waitFor();
  const absent = page.getByRole('region', { name: 'Not found' });
  await absent.getByText('SHRM Certified Professional').waitFor();
  await looksRight(laurel, 'cv');
  // Dropped anywhere, a file is taken by the check, not by the import.
  await dropOnWindow(laurel, 'other.txt', 'SHRM Certified Professional');
  await page.getByRole('heading', { level: 2, name: 'other.txt' }).waitFor();
  await page.getByText('1 of 6 credentials found in it').waitFor();
  await give(laurel, 'cv.txt', ['BSc Industrial Engineering, somewhere']);
  await page.getByText('Text', { exact: true }).click();
  await page.getByText('BSc Industrial Engineering, somewhere').waitFor();
});

test('a profile is held against the record; once it is put right, nothing is left', async () => {
  await using laurel = await openOutput('Profile drift');
  const { page } = laurel;
  await give(laurel, 'Certifications.csv', [
    HEADERS.certifications,
    'Project Management Professional (PMP),,Project Management Institute,Jan 2001,Feb 2020,2098417',
    'Basket weaving,,Guild,Jan 2001,,',
  ]);
  const outdated = page.getByRole('region', { name: 'Outdated there' });
  await outdated.getByRole('row', { name: /^Issued / }).waitFor();
  const missing = page.getByRole('region', { name: 'Missing there' });
  const link = missing.getByRole('link', { name: 'Add Certified Public Accountant' });
  expect(await link.getAttribute('href')).toContain('linkedin.com/profile/add');
  await page.getByRole('region', { name: 'Only there' }).getByText('Basket weaving').waitFor();
  await missing
    .getByRole('button', { name: /^Copy Credential ID of Certified Public Accountant/ })
    .click();
  expect(await laurel.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('118823');
  await looksRight(laurel, 'drift');

  // What the lists say, typed into LinkedIn and exported again.
  const applied: string[] = [];
  for (const table of await missing.getByRole('table').all()) {
    const name = (await table.getAttribute('aria-label')) ?? '';
    const value = async (field: string) => {
      const row = table.getByRole('row', { name: field });
      return (await row.count()) === 0 ? '' : row.getByRole('cell').first().innerText();
    };
    applied.push(
      [
        name.includes(')') ? await value('Name') : name,
        await value('Credential URL'),
        await value('Issuing organization'),
        short(await value('Issue date')),
        short(await value('Expiration date')),
        await value('Credential ID'),
      ].join(','),
    );
  }
  const right = await outdated
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .slice(1)
        .map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent)),
    );
  const of = (field: string) => short(right.find(([name]) => name === field)?.[2] ?? '');
  await give(laurel, 'Certifications.csv', [
    HEADERS.certifications,
    `Project Management Professional (PMP),,Project Management Institute,${of('Issued')},${of('Expires')},2098417`,
    ...applied,
  ]);
  await page.getByText('Your profile says what your record says.').waitFor();
});

test('an audit packet is saved with what it lacks named first', async () => {
  await using laurel = await openOutput('Audit packet', {}, async (engine) => {
    await engine.call('portfolio.demo', {});
  });
  const { page } = laurel;
  await page.getByText('Missing so far').waitFor();
  await looksRight(laurel, 'audit-packet');
  await page.getByRole('button', { name: 'Save as' }).click();
  await expect
    .poll(() => readdirSync(laurel.saved).filter((name) => name.endsWith('.zip')))
    .toHaveLength(1);
  const [name = ''] = readdirSync(laurel.saved);
  expect(readFileSync(join(laurel.saved, name)).subarray(0, 2).toString()).toBe('PK');
  await page.getByRole('button', { name: 'All 1' }).waitFor();
});

test.each(['Audit packet', 'Calendar file'])('%s is accessible in both sizes', async (name) => {
  await using laurel = await openOutput(name);
  await looksRight(laurel, name.split(' ')[0]?.toLowerCase() ?? '');
});

async function dropOnWindow({ page }: Laurel, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], file ?? '', { type: 'text/plain' }));
      const fire = (target: EventTarget, kind: string) =>
        target.dispatchEvent(
          new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      fire(document.body, 'dragenter');
      await new Promise((resolve) => setTimeout(resolve, 200));
      const zone = document.querySelector('.mantine-Dropzone-root') ?? document.body;
      fire(zone, 'dragover');
      fire(zone, 'drop');
    },
    [name, text],
  );
}

/** "May 2018" of a copy sheet as LinkedIn's export writes it. */
const short = (text: string) => text.replace(/^(\p{L}{3})\p{L}*/u, '$1');
