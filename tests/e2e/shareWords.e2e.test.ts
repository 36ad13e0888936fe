import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { addMonthsToDay } from '#shared/domain/plainDate.ts';
import { today } from '../support/renewals.ts';
import { aPerson, clipboard, looksRight, openOutput, pickOutput } from '../support/shareWords.ts';

function elementsOf(node: Tree.Node): Tree.Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

test('a post: composed from the record, edited, kept over options and screens, counted and folded', async () => {
  await using laurel = await openOutput('LinkedIn post');
  const { page } = laurel;
  const text = page.getByRole('textbox', { name: 'Text', exact: true });

  await expectPage(text).toHaveValue(
    /^We cut a planning cycle.*\n\nI finished SC2x Supply Chain Design at MITx\./s,
  );
  await expectPage(text).toHaveValue(/That makes 1 of 2 parts of MicroMasters in Supply Chain/);
  await expectPage(text).toHaveValue(
    /Certificate: https:\/\/courses\.edx\.org\/certificates\/8c41f0\n#SupplyChain #NetworkDesign #Operations$/,
  );
  await expectPage(page.getByText(/Elena Marchetti, CPA, /)).toBeVisible();
  await looksRight(laurel, 'post');

  // An option changes the text as long as it is the options' own.
  await page.getByRole('button', { name: 'Remove #Operations' }).click();
  await expectPage(text).toHaveValue(/#SupplyChain #NetworkDesign$/);
  await page.getByLabel('Add a hashtag').fill('c#');
  await page.getByLabel('Add a hashtag').press('Enter');
  await expectPage(text).toHaveValue(/#SupplyChain #NetworkDesign #CSharp$/);
  await page.getByLabel('How I use it').fill('I set safety stock with it');
  await expectPage(text).toHaveValue(/How I use it: I set safety stock with it\./);

  // From the first change on it is the user's.
  const own = `Five words of my own\n${'x'.repeat(300)}`;
  await text.fill(own);
  await expectPage(page.getByText('You have edited this text.')).toBeVisible();
  await expectPage(page.getByText(`${own.length} of 3,000`)).toBeVisible();
  await page.getByRole('combobox', { name: 'Tone' }).click();
  await page.getByRole('option', { name: 'Warm' }).click();
  await expectPage(page.getByText('Your edits are kept.')).toBeVisible();
  await expectPage(text).toHaveValue(own);
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.keyboard.press('Control+6');
  await page.getByRole('button', { name: 'LinkedIn post' }).click();
  await expectPage(text).toHaveValue(own);

  const fold = page.getByRole('region', { name: 'As the feed folds it' });
  await expectPage(fold.getByText(`${own.slice(0, 210)} …see more`)).toBeVisible();
  await fold.getByText('Phone').click();
  await expectPage(fold.getByText(`${own.slice(0, 140)} …see more`)).toBeVisible();

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await clipboard(laurel)).text).toBe(own);
  await expectPage(
    page
      .getByRole('region', { name: 'Sent out' })
      .getByText(/LinkedIn post/)
      .first(),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Take the new text' }).click();
  await expectPage(text).toHaveValue(/^We cut a planning cycle/);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectPage(text).toHaveValue(own);

  // A text that claims what is not held is told so, and the finding can be put away.
  await text.fill('I am CISSP certified now, and thrilled to announce it');
  const finding = page.getByRole('region', { name: 'What to know before it goes out' });
  await expectPage(finding.getByText(/^Instead: /).first()).toBeVisible();
  await looksRight(laurel, 'post-findings');
  await finding.getByRole('button', { name: /^Dismiss the finding on/ }).click();
  await expectPage(finding.getByText(/^Instead: /)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectPage(finding.getByText(/^Instead: /)).toHaveCount(1);
});

test('stories: written with lints as one types, kept as a draft, saved, covered and rehearsed', async () => {
  await using laurel = await openOutput('Interview stories');
  const { page, saved } = laurel;
  const list = page.getByRole('list', { name: 'Stories' });
  await expectPage(list.getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: 'New story' }).click();
  const lints = page.getByRole('list', { name: 'What weakens it' });
  await expectPage(
    lints.getByText('Not written yet: situation, task, action, result.'),
  ).toBeVisible();

  await page.getByRole('combobox', { name: 'Question' }).click();
  await page
    .getByRole('option', { name: 'Describe a process that you made better. By how much?' })
    .click();
  await page.getByLabel('Situation').fill('Orders came late.');
  await page.getByLabel('Task').fill('I was to find out why.');
  await page.getByLabel('Action').fill('We met weekly. We measured, and we changed our layout.');
  await page.getByLabel('Result').fill('They are on time.');
  await expectPage(
    lints.getByText('"We" stands there 4 times, "I" once. Say what you did yourself.'),
  ).toBeVisible();
  await expectPage(lints.getByText(/The result has no figure/)).toBeVisible();
  await expectPage(page.getByText('23 words')).toBeVisible();
  await expectPage(page.getByText('10 seconds spoken')).toBeVisible();

  // Esc and another screen ask nothing and lose nothing.
  await page.getByLabel('Action').press('Escape');
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.keyboard.press('Control+6');
  await pickOutput(page, 'Interview stories');
  await expectPage(page.getByLabel('Situation')).toHaveValue('Orders came late.');

  await page.getByLabel('Action').fill('I measured for a week and changed the layout.');
  await page.getByLabel('Figure').fill('From 62 % to 97 %');
  await expectPage(lints.getByText(/"We" stands/)).toHaveCount(0);
  await expectPage(lints.getByText(/no figure/)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Credentials that stand behind it' }).fill('Project');
  await page.getByRole('option', { name: 'Project Management Professional' }).click();
  await page.keyboard.press('Escape');
  await looksRight(laurel, 'stories');
  await page.getByRole('button', { name: 'Add story' }).click();
  await expectPage(list.getByRole('button')).toHaveCount(3);
  await expectPage(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();

  await page.getByLabel('Result').fill('They are on time, and the customer stayed.');
  await page.getByLabel('Result').press('Control+s');
  await expectPage(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await clipboard(laurel)).text).toContain('They are on time, and the customer stayed.');

  const tab = (name: string) => page.getByRole('radiogroup', { name: 'Show' }).getByText(name);
  await tab('Coverage').click();
  await expectPage(
    page.getByText(/^1 of \d+ questions have a story with a result\./),
  ).toBeVisible();
  await looksRight(laurel, 'coverage');
  await page
    .getByRole('button', {
      name: 'Open the story of Project Management Professional for: Describe a process that you made better. By how much?',
    })
    .press('Enter');
  await expectPage(page.getByLabel('Situation')).toHaveValue('Orders came late.');

  await tab('Rehearse').click();
  await expectPage(
    page.getByRole('region', { name: 'Rehearsal sheet' }).getByText('From 62 % to 97 %'),
  ).toBeVisible();
  await looksRight(laurel, 'rehearsal');
  await page.getByRole('button', { name: 'Save sheet' }).click();
  await expect.poll(() => readdirSync(saved)).toEqual(['rehearsal.html']);
  await expect
    .poll(() => readFileSync(join(saved, 'rehearsal.html'), 'utf8'))
    .toContain('<h2>Describe a process that you made better. By how much?</h2>');

  await tab('Write').click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expectPage(list.getByRole('button')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectPage(list.getByRole('button')).toHaveCount(3);
});

test('a headline: from the role and what is valid, one of the variants copied', async () => {
  await using laurel = await openOutput('Headline');
  const { page } = laurel;
  await page.getByRole('textbox', { name: 'Role' }).fill('Operations lead');
  const variants = page.getByRole('radiogroup', { name: 'Variants' });
  const first = variants.getByRole('radio', { name: /^Operations lead \| / }).first();
  await expectPage(first).toBeChecked();
  await expectPage(page.getByText(/of 220$/)).toBeVisible();
  await looksRight(laurel, 'headline');
  const titles = variants.getByRole('radio', {
    name: /^Operations lead \| .*Project Management Professional \(PMP\)/,
  });
  await titles.first().check();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const { text } = await clipboard(laurel);
  expect(text).toMatch(/^Operations lead \| .*Project Management Professional \(PMP\)/);
  expect(text.length).toBeLessThanOrEqual(220);
});

test('a portfolio page: shown, saved, and read back without a script besides its data', async () => {
  const hostile = '<script>alert("É")</script> & "Co" 🎓';
  await using laurel = await openOutput('Portfolio page', {}, async (engine) => {
    await aPerson(engine);
    await engine.call('credentials.create', {
      fields: { title: hostile, kind: 'certification', issuer: 'École & Söhne', issued: today },
      asOf: today,
    });
  });
  const { page, saved } = laurel;
  const preview = page.getByRole('region', { name: 'Preview' });
  await expectPage(preview.getByText('Elena Marchetti, CPA, SHRM-CP, PMP')).toBeVisible();
  await expectPage(preview.getByText(hostile)).toBeVisible();
  await expectPage(preview.getByText('SC3x Supply Chain Dynamics')).toBeVisible();
  await looksRight(laurel, 'portfolio');
  await page.getByLabel('Introduction').fill('I plan supply chains.');
  await page.getByRole('switch', { name: 'In progress' }).click();
  await expectPage(preview.getByText('I plan supply chains.')).toBeVisible();
  await expectPage(preview.getByText('SC3x Supply Chain Dynamics')).toHaveCount(0);
  await expectPage(page.getByText(/^6 credentials, \d+ kB$/)).toBeVisible();

  await page.getByRole('button', { name: 'Save page' }).click();
  await expect.poll(() => readdirSync(saved)).toEqual(['portfolio.html']);
  const file = join(saved, 'portfolio.html');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('</html>');
  const elements = elementsOf(parse(readFileSync(file, 'utf8')));
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  expect(scripts.map(({ attrs }) => attrs)).toEqual([
    [{ name: 'type', value: 'application/ld+json' }],
  ]);
  expect(elements.filter(({ tagName }) => tagName === 'h3').map(textOf)).toContain(hostile);
  expect(
    elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on')),
  ).toEqual([]);
  await expectPage(page.getByRole('region', { name: 'Sent out' })).toContainText('Portfolio page');
});

test('the case for a raise: from a day on, with results, the market and the ask, as page and Markdown', async () => {
  await using laurel = await openOutput('Case for a raise');
  const { page, saved } = laurel;
  const preview = page.getByRole('region', { name: 'Preview' });
  await expectPage(preview.getByText(/SC2x Supply Chain Design, MITx/)).toBeVisible();
  await expectPage(preview.getByText(/SHRM Certified Professional/)).toHaveCount(0);
  await page.getByLabel('Since').fill(addMonthsToDay(today, -36));
  await expectPage(
    preview.getByText(/SHRM Certified Professional \(SHRM-CP\)/).first(),
  ).toBeVisible();
  await page
    .getByLabel('What it brought, a line each')
    .fill('Overtime fell by 31 %\nNo late order since May');
  await page
    .getByLabel('How the market puts it, a line each')
    .fill('Posting at Northwind: SHRM-CP required');
  await page.getByLabel('What you ask for').fill('Senior lead from March.');
  await expectPage(
    preview.getByRole('listitem').filter({ hasText: 'No late order since May' }),
  ).toBeVisible();
  await looksRight(laurel, 'raise');

  await page.getByText('Markdown', { exact: true }).click();
  await expectPage(preview.getByText(/- No late order since May/)).toBeVisible();
  await page.getByRole('button', { name: 'Save as' }).click();
  await expect.poll(() => readdirSync(saved)).toEqual(['case-for-a-raise.md']);
  await expect
    .poll(() => readFileSync(join(saved, 'case-for-a-raise.md'), 'utf8'))
    .toContain('Senior lead from March.');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await clipboard(laurel)).text).toContain('- No late order since May');
});
