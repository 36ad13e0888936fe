import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import {
  axeViolations,
  launchLaurel,
  seed,
  type Laurel,
  type LaurelOptions,
} from '../support/app.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const day = plainDateSchema.parse('2026-11-23');
const date = (text: string) => partialDateSchema.parse(text);
const nextYear = new Date().getFullYear() + 1;

const held: readonly NewCredential[] = [
  {
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    kind: 'certification',
    issuer: 'Project Management Institute',
    issued: date('2018-05-14'),
    expires: date(`${nextYear}-12-31`),
    number: '2098417',
    url: 'https://www.credly.com/badges/0a1b',
    skills: ['Scheduling', 'Risk'],
    tags: ['Resume'],
    pinned: true,
  },
  {
    title: 'R&D in C# <script>alert("É")</script> 🎓',
    kind: 'certification',
    issuer: 'École & Söhne',
    issued: date('2024'),
  },
  {
    title: 'MicroMasters in Supply Chain Management',
    kind: 'micromasters',
    issuer: 'MITx',
    platform: 'edX',
    lifecycle: 'in-progress',
    target: date(`${nextYear}-06`),
  },
  {
    title: 'Google Ads Search',
    kind: 'certification',
    issuer: 'Google',
    issued: date('2023-03'),
    expires: date('2024-03'),
  },
  { title: 'BSc Physics', kind: 'degree', issuer: 'University of Graz', issued: date('2011') },
];

async function openShare(options: LaurelOptions = {}): Promise<Laurel> {
  const folder = temporaryFolder();
  await seed(folder.path, async (engine) => {
    for (const fields of held) await engine.call('credentials.create', { fields, asOf: day });
  });
  const laurel = await launchLaurel({
    size: { width: 1280, height: 800 },
    ...options,
    folder: folder.path,
  });
  await laurel.page.getByRole('link', { name: 'Share' }).click();
  await laurel.page.getByRole('heading', { name: 'Share' }).waitFor();
  return {
    ...laurel,
    [Symbol.asyncDispose]: async () => {
      await laurel.close();
      folder[Symbol.dispose]();
    },
  };
}

const clipboardText = ({ app }: Laurel) =>
  app.evaluate(async ({ clipboard }) => clipboard.readText());

/** What a program that takes rich text gets: the paste into an editable element, as HTML. */
async function pasted({ page }: Laurel): Promise<string> {
  await page.evaluate(() => {
    const paper = document.createElement('div');
    paper.id = 'pasted';
    paper.contentEditable = 'true';
    document.body.append(paper);
    paper.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page.evaluate(() => {
    const paper = document.getElementById('pasted');
    paper?.remove();
    return paper?.innerHTML ?? '';
  });
}

const lines = ({ page }: Laurel) =>
  page.getByRole('region', { name: 'Preview' }).getByRole('listitem');

test('a resume section is previewed, narrowed, copied and saved', async () => {
  await using laurel = await openShare();
  const { page } = laurel;
  await expect
    .poll(() => lines(laurel).allTextContents())
    .toEqual([
      `Project Management Professional (PMP), Project Management Institute, May 2018 (expires Dec ${nextYear}), no. 2098417`,
      'R&D in C# <script>alert("É")</script> 🎓, École & Söhne, 2024',
      `MicroMasters in Supply Chain Management, MITx on edX, Expected Jun ${nextYear}`,
      'BSc Physics, University of Graz, 2011',
    ]);
  await page.getByText('Left out: Google Ads Search (expired)').waitFor();

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await clipboardText(laurel)).toContain(
    '- R&D in C# <script>alert("É")</script> 🎓, École & Söhne, 2024\n',
  );
  expect(await pasted(laurel)).toMatch(/<li[^>]*>R&amp;D in C# &lt;script&gt;/);

  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).waitFor();
  await page.getByRole('switch', { name: 'Expired' }).press('Space');
  await page.getByRole('switch', { name: 'Verification link' }).press('Space');
  await page.getByText('- Google Ads Search, Google, Mar 2023 (expired Mar 2024)').waitFor();
  await page.getByRole('button', { name: 'Save as' }).click();
  await laurel.screenshot('share-resume-markdown');
  const file = join(laurel.saved, 'resume-section.md');
  await expect.poll(() => read(file)).toContain('](<https://www.credly.com/badges/0a1b>)');
  expect(read(file)).toContain(
    '## Licences and certifications\n\n- Project Management Professional (PMP)',
  );
  expect(laurel.denied()).toEqual([]);
});

test('a credential is hidden in the output without a change to the record', async () => {
  await using laurel = await openShare();
  const { page } = laurel;
  await page.getByText('4 of 5 credentials').waitFor();
  await page.getByRole('button', { name: 'Choose' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose what this resume shows' });
  await dialog.getByRole('textbox', { name: 'Find a credential' }).fill('physics');
  await dialog.getByRole('checkbox', { name: 'BSc Physics' }).uncheck();
  expect(await axeViolations(page)).toEqual([]);
  await laurel.screenshot('share-choose');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByText('3 of 5 credentials').waitFor();
  expect((await lines(laurel).allTextContents()).join()).not.toContain('Physics');

  await page.getByRole('combobox', { name: 'Tags' }).click();
  await page.getByRole('option', { name: 'Resume' }).click();
  await page.getByText('1 of 5 credentials').waitFor();

  await page.getByRole('button', { name: 'CSV table' }).click();
  await page.getByRole('button', { name: 'Resume section' }).click();
  await page.getByText('1 of 5 credentials').waitFor();
});

test('the keyboard alone goes from the output to the copy', async () => {
  await using laurel = await openShare();
  const { page } = laurel;
  await page.getByRole('button', { name: 'Resume section' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(laurel, 'Word');
  for (let format = 0; format < 3; format += 1) await page.keyboard.press('ArrowRight');
  await page.getByText('## Licences and certifications').waitFor();
  await tabTo(laurel, 'Credential number');
  await page.keyboard.press('Space');
  await tabTo(laurel, 'Preview');
  await tabTo(laurel, 'Copy');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const text = await clipboardText(laurel);
  expect(text).toContain('## Licences and certifications');
  expect(text).not.toContain('2098417');
});

test('LinkedIn fields are copied one by one, and the link opens the form', async () => {
  await using laurel = await openShare();
  const { page } = laurel;
  await page.getByRole('button', { name: 'LinkedIn profile' }).click();
  const link = page.getByRole('link', { name: 'Open LinkedIn' });
  await expect
    .poll(() => link.getAttribute('href'))
    .toBe(
      'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME' +
        '&name=Project%20Management%20Professional%20(PMP)&organizationName=Project%20Management%20Institute' +
        `&issueYear=2018&issueMonth=5&expirationYear=${nextYear}&expirationMonth=12` +
        '&certUrl=https%3A%2F%2Fwww.credly.com%2Fbadges%2F0a1b&certId=2098417',
    );
  const copied: string[] = [];
  for (const name of [
    'Name',
    'Issuing organization',
    'Issue date',
    'Expiration date',
    'Credential ID',
    'Credential URL',
    'Skills',
  ]) {
    await page.getByRole('button', { name: `Copy ${name}`, exact: true }).click();
    await page.getByRole('button', { name: `${name} copied` }).waitFor();
    copied.push(await clipboardText(laurel));
  }
  expect(copied).toEqual([
    'Project Management Professional (PMP)',
    'Project Management Institute',
    'May 2018',
    `December ${nextYear}`,
    '2098417',
    'https://www.credly.com/badges/0a1b',
    'Scheduling, Risk',
  ]);
  await page.getByText('7 of 7 fields copied').waitFor();
  await laurel.screenshot('share-linkedin-copied');

  await page.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: 'R&D in C#' }).click();
  await expect
    .poll(() => link.getAttribute('href'))
    .toContain('&name=R%26D%20in%20C%23%20%3Cscript%3E');
  await page.getByText('The month of the issue date is unknown').waitFor();
  expect(await page.getByRole('button', { name: 'Copy Expiration date' }).count()).toBe(0);
});

test('the CSV table is saved with a mark that Excel knows', async () => {
  await using laurel = await openShare();
  const { page } = laurel;
  await page.getByRole('button', { name: 'CSV table' }).click();
  await page.getByText('5 rows, ').waitFor();
  await page.getByRole('button', { name: 'Save as' }).click();
  const file = join(laurel.saved, 'credentials.csv');
  await expect.poll(() => read(file)).toContain('Google Ads Search');
  expect(read(file).startsWith('\u{FEFF}id,title,')).toBe(true);
});

test.each([
  ['light', 1280, 800],
  ['dark', 1280, 800],
  ['light', 900, 600],
  ['dark', 900, 600],
] as const)('every output is accessible, %s at %i × %i', async (colorScheme, width, height) => {
  await using laurel = await openShare({ colorScheme, size: { width, height } });
  const { page } = laurel;
  for (const name of ['Resume section', 'LinkedIn profile', 'CSV table']) {
    if (width > 1000) await page.getByRole('button', { name }).click();
    else {
      await page.getByRole('combobox', { name: 'Output' }).click();
      await page.getByRole('option', { name }).click();
    }
    await page.getByRole('heading', { name, level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Copy' }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await laurel.screenshot(
      `share-${name.split(' ')[0]?.toLowerCase() ?? ''}-${colorScheme}-${width}`,
    );
  }
});

/** Presses Tab until the element of that name has the focus. */
async function tabTo({ page }: Laurel, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const named = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
    if (named.trim() === name) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not saved yet: the caller polls.
    return '';
  }
}
