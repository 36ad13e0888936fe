import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { axeViolations, launchLaurel, seed } from '../support/app.ts';
import { aCredential, TODAY } from '../support/engine.ts';
import {
  friendlyCertifications,
  friendlyEducation,
  friendlySkills,
  nastyArchive,
  zipOf,
} from '../support/linkedinFixtures.ts';

const day = (text: string) => partialDateSchema.parse(text);
const BAD_ROW = 'First Aid,https://redcross.example/1,Red Cross,31 Feb 2024,,FA-7';

let work: string;
let folder: string;

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'laurel-import-'));
  folder = join(work, 'portfolio');
  await seed(folder, async (engine) => {
    const cissp = aCredential({ title: 'CISSP', issuer: 'ISC2', issued: day('2022-02') });
    await engine.call('credentials.create', { fields: cissp, asOf: TODAY });
  });
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const importScreen = (page: Page) => ({
  open: async () => {
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByRole('heading', { name: 'Import' }).waitFor();
  },
  choose: (name: string, content: Uint8Array | string) =>
    page
      .locator('main input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }),
  drop: async (name: string, content: Uint8Array) => {
    const dataTransfer = await page.evaluateHandle(
      ([file, bytes]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], file));
        return transfer;
      },
      [name, [...content]] as const,
    );
    await page
      .getByRole('group', { name: 'Drop a file here' })
      .dispatchEvent('drop', { dataTransfer });
  },
  table: page.getByRole('table', { name: 'Rows of the file' }),
  row: (title: string) => page.getByRole('row').filter({ hasText: title }),
  commit: (rows: number) =>
    page.getByRole('button', { name: `Import ${rows.toLocaleString('en')} rows` }).click(),
});

const archiveWithBadRow = () =>
  zipOf({
    'Certifications.csv': `${friendlyCertifications}\n${BAD_ROW}`,
    'Education.csv': friendlyEducation,
    'Skills.csv': friendlySkills,
  });

describe.each([
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 900, height: 600 }],
] as const)('in %s at %o', (colorScheme, size) => {
  test('a LinkedIn archive is dropped, a bad row mended, taken in, undone and taken in again', async () => {
    await using laurel = await launchLaurel({
      folder,
      home: join(work, 'home'),
      colorScheme,
      size,
    });
    const { page, screenshot } = laurel;
    const screen = importScreen(page);
    const picture = (name: string) => screenshot(`import-${name}-${colorScheme}-${size.width}`);

    await screen.open();
    await picture('begin');
    expect(await axeViolations(page)).toEqual([]);

    await screen.drop('LinkedIn.zip', await archiveWithBadRow());
    await screen.table.waitFor();
    await picture('preview');
    expect(await axeViolations(page)).toEqual([]);
    // Of the 14 rows one is bad and one is here already, with less.
    await page.getByRole('radio', { name: /Needs a fix 1/ }).waitFor({ state: 'attached' });
    expect(await screen.row('CISSP').innerText()).toMatch(/Merge[\s\S]*ISC2, in the file \(ISC\)²/);

    const field = page.getByRole('textbox', { name: 'Issued of row 8' });
    expect(await field.inputValue()).toBe('31 Feb 2024');
    await page.getByText('Row 8: February 2024 has 29 days.').waitFor();
    await page.getByRole('button', { name: 'Use Feb 2024', exact: true }).click();
    await field.waitFor({ state: 'detached' });

    await screen.commit(14);
    await page.getByRole('heading', { name: '14 rows are in' }).waitFor();
    await picture('done');
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Undo the import' }).click();
    await screen.table.waitFor();
    await screen.commit(14);
    await page.getByRole('heading', { name: '14 rows are in' }).waitFor();

    await page.getByRole('button', { name: 'Show them' }).click();
    await page.getByText('First Aid').first().waitFor();
  });
});

test('the keyboard alone mends a row, folds a group and imports', async () => {
  await using laurel = await launchLaurel({ folder, home: join(work, 'home') });
  const { page } = laurel;
  const screen = importScreen(page);
  await screen.open();
  await screen.choose('LinkedIn.zip', await archiveWithBadRow());
  await screen.table.waitFor();

  await page.getByRole('textbox', { name: 'Issued of row 8' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('29 Feb 2024');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add: First Aid' }).waitFor();

  await page.getByRole('button', { name: 'Add: First Aid' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Leave it out' }).waitFor();
  await page.getByRole('menuitem', { name: 'Leave it out' }).press('Enter');
  await page.getByRole('button', { name: 'Import 13 rows' }).waitFor();

  const group = page.getByRole('button', { name: /^New 12/ });
  await group.press('Enter');
  expect(await group.getAttribute('aria-expanded')).toBe('false');

  await page.getByRole('button', { name: 'Import 13 rows' }).press('Enter');
  await page.getByRole('heading', { name: '13 rows are in' }).waitFor();
});

test('undo in the top bar takes the import back and shows its rows again', async () => {
  await using laurel = await launchLaurel({ folder, home: join(work, 'home') });
  const { page } = laurel;
  const screen = importScreen(page);
  await screen.open();
  await screen.choose('list.csv', 'Title,Issuer\nA course,A school\nAnother,A school\n');
  await screen.commit(2);
  await page.getByRole('heading', { name: '2 rows are in' }).waitFor();

  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('button', { name: 'Import 2 rows' }).waitFor();
});

test('columns, date order and encoding are chosen, and each choice is shown at once', async () => {
  await using laurel = await launchLaurel({
    folder,
    home: join(work, 'home'),
    size: { width: 1280, height: 800 },
  });
  const { page, screenshot } = laurel;
  const screen = importScreen(page);
  await screen.open();
  await screen.choose(
    'liste.csv',
    Buffer.from('Prüfung;Wer;Datum\nBrandschutz für Ämter;Feuerwehr Köln;03/04/2021\n', 'latin1'),
  );

  await page.getByRole('radio', { name: /Prüfung;Wer;Datum/ }).waitFor();
  await screenshot('import-encoding-light-1280');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read it this way' }).click();

  await page.getByText('No column is matched to the title yet.').waitFor();
  await page.getByRole('button', { name: 'Match the columns' }).click();
  const match = async (column: string, field: string) => {
    await page.getByRole('combobox', { name: `Field for the column ${column}` }).click();
    await page.getByRole('option', { name: field, exact: true }).click();
  };
  await match('Prüfung', 'Title');
  await match('Wer', 'Issuer');
  await screenshot('import-columns-light-1280');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByText('1 row could be read either way').waitFor();
  await page.getByText('Day first').click();
  await page
    .getByText(/3 Apr 2021|Apr 3, 2021/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.getByRole('heading', { name: '1 row is in' }).waitFor();
});

test('one fix and one issuer serve all rows that need them', async () => {
  await using laurel = await launchLaurel({ folder, home: join(work, 'home') });
  const { page } = laurel;
  const screen = importScreen(page);
  await screen.open();
  await screen.choose('list.csv', 'Title,Link\nFirst,javascript:a\nSecond,javascript:b\nThird,\n');

  await page.getByRole('textbox', { name: 'One issuer for all rows' }).fill('Night School');
  await page.getByRole('button', { name: 'Use it for all' }).click();
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
  await page.getByRole('button', { name: 'Leave the link out, all 2 rows' }).click();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByRole('heading', { name: '3 rows are in' }).waitFor();
});

test('a file that cannot be read is refused in plain words, and another can be chosen', async () => {
  await using laurel = await launchLaurel({ folder, home: join(work, 'home') });
  const { page } = laurel;
  const screen = importScreen(page);
  await screen.open();
  await screen.choose('certificate.pdf', '%PDF-1.7');

  await page.getByRole('alert').getByText('certificate.pdf is a PDF').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screen.choose('list.csv', 'Title,Issuer\nA course,A school\n');
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
});

test('5,000 rows are drawn as far as they are seen, and go in', async () => {
  await using laurel = await launchLaurel({ folder, home: join(work, 'home') });
  const { page } = laurel;
  const screen = importScreen(page);
  await screen.open();
  await screen.choose('nasty.zip', await nastyArchive());
  await page.getByText('5,006 rows').waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(60);

  await screen.commit(5003);
  await page.getByRole('heading', { name: '5,003 rows are in' }).waitFor({ timeout: 30_000 });
});
