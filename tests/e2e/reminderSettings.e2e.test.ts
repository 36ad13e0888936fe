import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import ICAL from 'ical.js';
import { expect as expectPage } from 'playwright/test';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import { axeViolations } from '../support/app.ts';
import { aPortfolio, AZURE, remindersScreen } from '../support/remindersScreen.ts';
import { today } from '../support/renewals.ts';

test('a matter is put off until its day or dismissed, also after a restart, and both can be undone', async () => {
  using portfolio = await aPortfolio();
  {
    await using laurel = await portfolio.open();
    const { page } = laurel;
    const screen = remindersScreen(page);
    await expectPage(screen.line(`Open ${AZURE}`)).toBeVisible();

    await screen.choose(AZURE, /in a week/);
    await page.getByText(`${AZURE} comes again ${addDays(today, 7)}`).waitFor();
    await expectPage(screen.line(`Open ${AZURE}`)).toHaveCount(0);
    await screen.undo.click();
    await expectPage(screen.line(`Open ${AZURE}`)).toBeVisible();

    // By keyboard alone, and whoever uses it stays where the line was.
    await screen.attention.getByRole('button', { name: `Reminder of ${AZURE}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /^Remind me tomorrow/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expectPage(
      page.getByRole('menuitem', { name: 'Remind me on another day' }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    const day = screen.dialog.getByLabel('Day', { exact: true });
    await day.fill(today);
    await page.keyboard.press('Enter');
    await screen.dialog.getByText(/^Write a day after today/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await day.fill(addDays(today, 40));
    await page.keyboard.press('Enter');
    await expectPage(screen.dialog).toBeHidden();
    await expectPage(screen.line(`Open ${AZURE}`)).toHaveCount(0);

    await screen.choose('Supply Chain Dynamics', /^Dismiss/);
    await expectPage(screen.line('Open Supply Chain Dynamics')).toHaveCount(0);
    await expectPage(
      page.getByRole('button', { name: 'Reminder of You are behind on CEU for CompTIA Security+' }),
    ).toBeFocused();
  }
  await using laurel = await portfolio.open();
  const { page } = laurel;
  const screen = remindersScreen(page);
  await page.getByRole('button', { name: '2 put off or settled' }).click();
  await expectPage(screen.attention).toContainText(`Comes again ${addDays(today, 40)}`);
  await expectPage(screen.line(`Open ${AZURE}`)).toHaveCount(0);
  await expectPage(screen.line('Open Supply Chain Dynamics')).toHaveCount(0);
  await laurel.screenshot('reminders-still');

  // As of the day itself it is there again; what was dismissed stays away until its next step.
  await page.getByRole('button', { name: /^Today, / }).click();
  const calendar = page.getByRole('dialog', { name: 'Choose a day' });
  for (const _ of monthsBetween(today, addDays(today, 40)))
    await calendar.getByRole('button', { name: 'Next month' }).click();
  await calendar.getByRole('button', { name: dayWords(addDays(today, 40)), exact: true }).click();
  await expectPage(screen.line(`Open ${AZURE}`)).toBeVisible();
  await page.getByRole('button', { name: 'Back to today' }).click();

  await page.getByRole('button', { name: `Bring back ${AZURE}` }).click();
  await expectPage(screen.line(`Open ${AZURE}`)).toBeVisible();
});

test('what is told of one day of a credential is one line with its next step', async () => {
  using portfolio = await aPortfolio();
  await using laurel = await portfolio.open();
  const { page } = laurel;
  const screen = remindersScreen(page);
  const pmp = screen.attention.getByRole('listitem').filter({ hasText: 'for PMP' });
  await expectPage(pmp).toHaveCount(1);
  await expectPage(pmp).toContainText('You are behind on PDU for PMP');
  await expectPage(pmp).toContainText('You have 2 of 60 PDU');
  await pmp.getByRole('button', { name: /^Log units/ }).click();
  await expectPage(
    screen.dialog.getByRole('checkbox', { name: 'Counts towards PMP' }),
  ).toBeChecked();
});

test('settings of reminders hold after a restart, and one credential may differ', async () => {
  using portfolio = await aPortfolio();
  {
    await using laurel = await portfolio.open();
    const { page } = laurel;
    const screen = remindersScreen(page);
    await screen.go('Settings');
    await page.getByRole('button', { name: /^Remove 180 days before from: A credential/ }).click();
    await page.getByRole('button', { name: 'Add a day to: A credential expires' }).click();
    const field = page.getByRole('textbox', { name: 'Days before: A credential expires' });
    await field.fill('4000');
    await page.keyboard.press('Enter');
    await page.getByText('A whole number from 0 to 3650').waitFor();
    await field.fill('45');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Remove 45 days before/ }).waitFor();
    await page.getByRole('switch', { name: 'A fee falls due' }).press('Space');
    await page.getByRole('switch', { name: 'Go on weekly after the end' }).press('Space');
    await page.getByRole('switch', { name: 'Start at login' }).press('Space');
    await expectPage(page.getByRole('switch', { name: 'Start at login' })).toBeChecked();
    await page.getByRole('button', { name: 'Send a test notification' }).click();
    // Whichever it is, the answer of the system is said.
    await page
      .getByText(/^The system (took the latest|refused the latest notification, so reminders)/)
      .waitFor();
    await page.getByRole('button', { name: 'Pause reminders' }).click();
    await page.getByRole('menuitem', { name: 'Until tomorrow' }).click();
    await page.getByText(`Paused until ${addDays(today, 1)}`).waitFor();
    await page.getByLabel('Quiet from').fill('22:30');
    await page.keyboard.press('Enter');
    await expectPage(page.getByLabel('Quiet from')).toHaveValue('22:30');

    await screen.go('Credentials');
    await page.getByRole('grid').getByText('Project Management Professional').click();
    await page.getByRole('tab', { name: 'Cycles' }).click();
    await page.getByRole('button', { name: /^Change the reminders of/ }).click();
    await screen.dialog
      .getByRole('radiogroup', { name: 'Units fall behind pace' })
      .getByText('Off')
      .click();
    await screen.dialog
      .getByRole('radiogroup', { name: 'A credential expires' })
      .getByText('Own days')
      .click();
    await screen.dialog
      .getByRole('button', { name: /^Remove 30 days before from: A credential/ })
      .click();
    await laurel.screenshot('reminders-rules');
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expectPage(screen.dialog).toBeHidden();
    await page
      .getByText('Differs from the rest: A credential expires, Units fall behind pace (off).')
      .waitFor();
  }
  await using laurel = await portfolio.open();
  const { page } = laurel;
  const screen = remindersScreen(page);
  await expectPage(screen.attention.getByRole('listitem').first()).toBeVisible();
  await screen.settled();
  await expectPage(screen.attention).not.toContainText('behind on PDU for PMP');
  await screen.go('Settings');
  await expectPage(page.getByRole('button', { name: /^Remove 45 days before/ })).toBeVisible();
  await expectPage(
    page.getByRole('button', { name: /^Remove 180 days before from: A credential/ }),
  ).toHaveCount(0);
  await expectPage(page.getByRole('switch', { name: 'Start at login' })).toBeChecked();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause reminders' }).waitFor();
  await expectPage(page.getByRole('switch', { name: 'A fee falls due' })).not.toBeChecked();
  await expectPage(
    page.getByRole('switch', { name: 'Go on weekly after the end' }),
  ).not.toBeChecked();
  await expectPage(page.getByLabel('Quiet from')).toHaveValue('22:30');
});

test('the preview names what will fire and opens its record; the calendar file has those days', async () => {
  using portfolio = await aPortfolio();
  await using laurel = await portfolio.open();
  const { page } = laurel;
  const screen = remindersScreen(page);
  await screen.go('Renewals');
  await page.getByRole('button', { name: 'More of Renewals' }).click();
  await page.getByRole('menuitem', { name: 'Save a calendar file' }).click();
  await page.getByText(/^Calendar file with \d+ days made$/).waitFor();
  const file = join(laurel.saved, 'laurel.ics');
  await expect
    .poll(() => existsSync(file) && readFileSync(file, 'utf8'))
    .toContain('END:VCALENDAR');
  const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')))
    .getAllSubcomponents('vevent')
    .map((event) =>
      [event.getFirstPropertyValue('dtstart'), event.getFirstPropertyValue('summary')]
        .map(String)
        .join(' '),
    );
  expect(events).toContain(`${addDays(today, 20)} ${AZURE}: expires`);
  expect(events).toContain(`${addDays(today, 5)} Supply Chain Dynamics: target date`);

  await page.getByRole('button', { name: 'More of Renewals' }).click();
  await page.getByRole('menuitem', { name: 'What will fire' }).click();
  const last = screen.dialog
    .getByRole('listitem')
    .filter({ hasText: addDays(today, 20) })
    .filter({ hasText: `${AZURE} expires today` });
  await expectPage(last).toBeVisible();
  await last.getByRole('link', { name: `${AZURE} expires today` }).click();
  await expectPage(screen.dialog).toBeHidden();
  await page.getByRole('heading', { level: 2, name: AZURE }).waitFor();
});

test('an audit packet says what is missing, is saved as a zip, and old proofs may go', async () => {
  using portfolio = await aPortfolio();
  await using laurel = await portfolio.open();
  const { page } = laurel;
  const screen = remindersScreen(page);
  await screen.go('Renewals');
  await page.getByRole('button', { name: 'Details of PMP' }).click();
  await page.getByRole('button', { name: 'Audit packet of PMP' }).click();
  const missing = screen.dialog.getByRole('region', { name: 'Missing so far' });
  await expectPage(missing.getByRole('listitem').first()).toContainText('2 of 60 PDU');
  await expectPage(missing).toContainText('“Risk workshop”');
  await laurel.screenshot('reminders-audit');
  expect(await axeViolations(page)).toEqual([]);
  await screen.dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('2 things are missing and named in it').waitFor();

  await screen.go('Credentials');
  await page.getByRole('grid').getByText('CompTIA Security+').click();
  await page.getByRole('tab', { name: 'Cycles' }).click();
  await page.getByText(/^Its 1 proof can be deleted since \d{4}-\d\d-\d\d$/).waitFor();
  // The first cycle, not the one that runs now: it has the proof.
  await page
    .getByRole('button', { name: /^Audit packet of the cycle/ })
    .last()
    .click();
  await screen.dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Units' }).click();
  await page.getByText(/^can be deleted since \d{4}-\d\d-\d\d$/).waitFor();

  await expect.poll(() => readdirSync(laurel.saved).length).toBe(2);
  const packets = await Promise.all(
    readdirSync(laurel.saved).map((name) => filesIn(join(laurel.saved, name))),
  );
  for (const files of packets) {
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['index.html', 'log.csv']));
    const { SHA256SUMS: sums, ...others } = files;
    const expected = Object.entries(others).map(
      ([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}`,
    );
    expect(sums?.trim().split('\n').toSorted()).toEqual(expected.toSorted());
  }
  expect(packets.map((files) => files['log.csv']).join()).toContain('Risk workshop');
  expect(packets.flatMap((files) => Object.keys(files)).join()).toContain('Threat hunting.pdf');
});

async function filesIn(zipFile: string): Promise<Readonly<Record<string, string>>> {
  const zip = await fromBufferPromise(readFileSync(zipFile));
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    files[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  }
  return files;
}

/** One entry for each page that the calendar has to be turned. */
const monthsBetween = (from: PlainDate, to: PlainDate) =>
  Array.from({ length: monthOf(to) - monthOf(from) });

const monthOf = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** As the calendar names its days: "4 January 2027". */
const dayWords = (day: PlainDate) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
