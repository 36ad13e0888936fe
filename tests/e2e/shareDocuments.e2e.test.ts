import { expect, test } from 'vitest';
import { addMonthsToDay } from '#shared/domain/plainDate.ts';
import { defaultProfile, defaultResumeOptions } from '#shared/domain/profile.ts';
import { axeViolations, type Laurel } from '../support/app.ts';
import { openWith, today } from '../support/renewals.ts';
import { choose, savedFile } from '../support/shareFiles.ts';
import { aPerson, looksRight, openOutput, pickOutput } from '../support/shareWords.ts';

const JOB =
  'Supply chain planner for Northwind Logistics.\nYou know supply chain, network design and operations, and you are a PMP.';
const WHOLE_MINUTE = 60_000;

test(
  'a version for a job goes out as Word and PDF, and is told of when it stops being true',
  async () => {
    await using laurel = await openOutput('Resume section');
    const { page } = laurel;
    await makeVersion(laurel);

    await page.getByRole('button', { name: 'Save as', exact: true }).click();
    const docx = await savedFile(laurel, 'resume-section.docx');
    const { default: mammoth } = await import('mammoth');
    const words = (await mammoth.extractRawText({ buffer: docx })).value;
    expect(words).toContain('SHRM Certified Professional (SHRM-CP)');
    expect(words.indexOf('Project Management Professional')).toBeLessThan(
      words.indexOf('Certified Public Accountant'),
    );

    await page.getByText('PDF', { exact: true }).click();
    await page.getByRole('img', { name: 'Page 1 of 1' }).waitFor();
    await page.getByText('PDF, 1 page').waitFor();
    await page.getByText('Read back from the file: all 6 lines match').waitFor();
    // The picture is drawn: the policy of the page lets it through.
    await expect
      .poll(() => page.getByRole('img', { name: 'Page 1 of 1' }).evaluate(naturalWidth))
      .toBeGreaterThan(400);
    await looksRight(laurel, 'resume-pdf');
    await page
      .getByRole('combobox', { name: 'Where does it go?' })
      .fill('Resume, Northwind as PDF');
    await page.getByRole('button', { name: 'Save as', exact: true }).click();
    const pdf = await savedFile(laurel, 'resume-section.pdf');
    const { extractText, getDocumentProxy } = await import('unpdf');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
      mergePages: true,
    });
    expect(text).toContain('SHRM Certified Professional (SHRM-CP)');
    await page.getByRole('button', { name: 'All 2' }).waitFor();

    await inThreeMonths(laurel);
    await page.getByRole('link', { name: 'Share, 2' }).waitFor();
    await page.getByRole('button', { name: 'All 2' }).click();
    const ledger = page.getByRole('dialog', { name: 'Sent out' });
    await ledger.getByText('Resume, Supply chain planner', { exact: true }).waitFor();
    await ledger.getByText('Resume, Northwind as PDF', { exact: true }).waitFor();
    await ledger.getByText('The text as it should be').first().click();
    const corrected = ledger.getByRole('group', { name: 'The text as it should be' });
    expect(await corrected.textContent()).not.toContain('SHRM');
    expect(await corrected.textContent()).toContain('Project Management Professional (PMP)');
    await looksRight(laurel, 'ledger');

    await ledger
      .getByRole('button', { name: 'Copy corrected: Resume, Supply chain planner' })
      .click();
    await ledger
      .getByRole('button', { name: 'It is put right in Resume, Supply chain planner' })
      .click();
    await ledger.getByText('True as it stands').waitFor();
    await ledger.getByRole('button', { name: 'It is gone from Resume, Northwind as PDF' }).click();
    await ledger.getByRole('checkbox', { name: 'Show what was taken out' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Share', exact: true }).waitFor();
    expect(laurel.denied()).toEqual([]);
  },
  3 * WHOLE_MINUTE,
);

test('Today says how many copies are no longer true, and leads to them', async () => {
  await using laurel = await openOutput('Resume section');
  const { page } = laurel;
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('button', { name: 'All 1' }).waitFor();
  await inThreeMonths(laurel);
  await page.getByRole('link', { name: /^Today/ }).click();
  const line = page.getByRole('region', { name: 'Copies that are no longer true' });
  await line.getByText('1 copy that you sent out is no longer true').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await laurel.screenshot('share-today');
  await line.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('dialog', { name: 'Sent out' }).getByText(/SHRM/).first().waitFor();
});

test('lines are arranged by hand with the keyboard alone, and a version keeps the order', async () => {
  await using laurel = await openOutput('Resume section');
  const { page } = laurel;
  await choose(laurel, 'Order', 'By hand');
  await page.getByRole('button', { name: 'Arrange' }).click();
  const dialog = page.getByRole('dialog', { name: 'Arrange the lines' });
  const handles = dialog.getByRole('button', { name: /^Move / });
  await handles.first().waitFor();
  const before = await handles.evaluateAll((all) => all.map((each) => each.ariaLabel));
  await handles.first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(() => handles.evaluateAll((all) => all.map((each) => each.ariaLabel)))
    .toEqual([before[1], before[0], ...before.slice(2)]);
  expect(await axeViolations(page)).toEqual([]);
  await laurel.screenshot('share-arrange');
  await handles.nth(3).dragTo(handles.first());
  await expect.poll(() => handles.first().getAttribute('aria-label')).toBe(before[3]);
  await dialog.getByRole('button', { name: 'Use this order' }).click();
  await dialog.waitFor({ state: 'detached' });

  await saveVersion(laurel, 'In my order');
  await choose(laurel, 'Language', 'German');
  await page.getByText('Changed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Go back' }).click();
  await page.getByText('Changed', { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'More about versions' }).click();
  await page.getByRole('menuitem', { name: 'Rename this version' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Version' }).inputValue())
    .toBe('Mine');
  await page.getByRole('button', { name: 'More about versions' }).click();
  await page.getByRole('menuitem', { name: 'Remove this version' }).click();
  await expect
    .poll(() => page.getByRole('combobox', { name: 'Version' }).inputValue())
    .toBe('Not saved');
});

test('a template is edited beside what it makes; a mistake is shown by its line', async () => {
  await using laurel = await openOutput('Resume section');
  const { page } = laurel;
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Edit the template' }).click();
  const dialog = page.getByRole('dialog', { name: /^Template: / });
  const source = dialog.getByRole('textbox', { name: 'Source' });
  await source.waitFor();
  const shipped = await source.inputValue();
  await source.fill(
    '{% for section in sections %}\n{{ section.heading | nonsense }}\n{% endfor %}',
  );
  await dialog.getByText(/^Line 2, column \d+: /).waitFor();
  expect(await dialog.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await source.fill('{% for section in sections %}== {{ section.heading }} ==\n{% endfor %}');
  await dialog
    .getByRole('group', { name: 'Preview' })
    .getByText('== Licences and certifications ==')
    .waitFor();
  await dialog.getByText('Variables', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Insert holder' }).click();
  await dialog.getByText('It can be rendered.').waitFor();
  await looksRight(laurel, 'template');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('== Licences and certifications ==').waitFor();

  await page.getByRole('button', { name: 'Edit the template' }).click();
  await dialog.getByRole('button', { name: 'Restore as shipped' }).click();
  await expect.poll(() => source.inputValue()).toBe(shipped);
});

test('choices of another portfolio that this one cannot know are let go of', async () => {
  await using laurel = await openWith(aPerson);
  const { page } = laurel;
  const kept = {
    ...defaultProfile,
    format: 'md',
    profile: null,
    template: '0199b3f0-0000-7000-8000-000000000001',
    options: { ...defaultResumeOptions, stack: ['0199b3f0-0000-7000-8000-000000000002'] },
  };
  await page.evaluate((text) => localStorage.setItem('share.resume', text), JSON.stringify(kept));
  await page.keyboard.press('Control+6');
  await page.getByText('## Licences and certifications').waitFor();
});

test('the address keeps which output is shown', async () => {
  await using laurel = await openOutput('CSV table');
  const { page } = laurel;
  expect(page.url()).toContain('output=csv');
  await pickOutput(page, 'Calendar file');
  await page.getByText(/^\d+ events?$/).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'CSV table' }).waitFor();
  await page.getByRole('button', { name: 'Save as' }).click();
  expect((await savedFile(laurel, 'credentials.csv')).toString('utf8')).toContain('SHRM');
});

/** A version for a job: relevance, the job's text, saved under the job's name. */
async function makeVersion(laurel: Laurel): Promise<void> {
  const { page } = laurel;
  await choose(laurel, 'Order', 'Relevance');
  await page.getByRole('button', { name: 'Add job text' }).click();
  const job = page.getByRole('dialog', { name: 'Job text' });
  await job.getByRole('textbox').fill(JOB);
  expect(await axeViolations(page)).toEqual([]);
  await laurel.screenshot('share-job');
  await job.getByRole('button', { name: 'Order by it' }).click();
  await job.waitFor({ state: 'detached' });
  await saveVersion(laurel, 'Supply chain planner');
  await page.getByText('Read back from the file: all 6 lines match').waitFor();
  await looksRight(laurel, 'resume-word');
}

async function saveVersion({ page }: Laurel, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More about versions' }).click();
  await page.getByRole('menuitem', { name: 'Save as a version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a version' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('combobox', { name: 'Version' }).inputValue()).toBe(name);
}

/** Looks at everything as of the middle of the month after the next two. */
async function inThreeMonths({ page }: Laurel): Promise<void> {
  const [year = '', month = ''] = addMonthsToDay(today, 3).split('-');
  await page.getByRole('button', { name: /^Today, / }).click();
  for (let times = 0; times < 3; times += 1) {
    await page.getByRole('button', { name: 'Next month' }).click();
  }
  const name = new Date(Number(year), Number(month) - 1, 15).toLocaleString('en', {
    month: 'long',
  });
  await page.getByRole('button', { name: `15 ${name} ${year}` }).click();
  await page.keyboard.press('Escape');
}

const naturalWidth = (picture: HTMLElement | SVGElement): number =>
  picture instanceof HTMLImageElement ? picture.naturalWidth : 0;
