import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { addDays, addMonthsToDay } from '#shared/domain/plainDate.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { axeViolations, type Laurel, type LaurelOptions } from './app.ts';
import { openWith, today } from './renewals.ts';

const ago = (months: number) => addMonthsToDay(today, -months);

const held: readonly NewCredential[] = [
  {
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    kind: 'certification',
    issuer: 'Project Management Institute',
    issued: ago(100),
    expires: addMonthsToDay(today, 6),
    number: '2098417',
    skills: ['Scheduling', 'Risk'],
    hours: 35,
    story: {
      situation: 'Our planning cycle took nine days and ended in overtime.',
      task: 'I was asked to halve it before the peak season.',
      action: 'I mapped the dependencies and ran the change in three waves.',
      result: 'The cycle takes four days; overtime fell by 31 %.',
    },
  },
  {
    title: 'Certified Public Accountant',
    abbreviation: 'CPA',
    kind: 'license',
    issuer: 'Texas State Board of Public Accountancy',
    issued: ago(130),
    expires: addMonthsToDay(today, 10),
    number: '118823',
  },
  {
    title: 'SHRM Certified Professional',
    abbreviation: 'SHRM-CP',
    kind: 'certification',
    issuer: 'Society for Human Resource Management',
    issued: ago(30),
    expires: addDays(today, 60),
  },
  {
    title: 'BSc Industrial Engineering',
    abbreviation: 'BSc',
    kind: 'degree',
    issuer: 'Purdue University',
    issued: ago(128),
    neverExpires: true,
  },
  {
    title: 'SC2x Supply Chain Design',
    kind: 'course-certificate',
    issuer: 'MITx',
    platform: 'edX',
    issued: ago(1),
    url: 'https://courses.edx.org/certificates/8c41f0',
    grade: '79%',
    skills: ['Supply chain', 'Network design', 'Operations'],
    hours: 120,
    story: {
      situation: 'Three sites each set their own stock.',
      task: 'I was to set it for all of them.',
      action: 'I built one model of the network and agreed the levels site by site.',
      result:
        'We cut a planning cycle from nine days to four, and this course is a good part of why.',
    },
  },
  {
    title: 'SC3x Supply Chain Dynamics',
    kind: 'course-certificate',
    issuer: 'MITx',
    lifecycle: 'in-progress',
    started: ago(2),
  },
];

/** A person with a name, letters, a story and a program that is under way. */
export async function aPerson(engine: Engine): Promise<void> {
  for (const fields of held) await engine.call('credentials.create', { fields, asOf: today });
  await engine.call('sharing.setDetails', {
    name: 'Elena Marchetti',
    role: 'Operations and supply chain',
    organization: 'Northwind Logistics',
    location: 'Austin',
    phone: '+1 512 555 0142',
    email: 'elena@example.org',
    website: 'elena.example.org',
  });
  await engine.call('stacks.create', {
    asOf: today,
    file: {
      title: 'MicroMasters in Supply Chain Management',
      kind: 'curated',
      root: {
        rule: 'all',
        children: ['SC2x Supply Chain Design', 'SC3x Supply Chain Dynamics'].map((title) => ({
          match: { title },
        })),
      },
    },
  });
}

/** The window on one output of Share. */
export async function openOutput(
  name: string,
  options: LaurelOptions = {},
  fill: (engine: Engine) => Promise<void> = aPerson,
): Promise<Laurel> {
  const laurel = await openWith(fill, options);
  await laurel.page.keyboard.press('Control+6');
  await laurel.page.getByRole('heading', { level: 1, name: 'Share' }).waitFor();
  await pickOutput(laurel.page, name);
  return laurel;
}

/** Chooses an output: from the list, or from the Select that stands for it in a small window. */
export async function pickOutput(page: Page, name: string): Promise<void> {
  const button = page.getByRole('navigation', { name: 'Outputs' }).getByRole('button', { name });
  const select = page.getByRole('combobox', { name: 'Output' });
  await button.or(select).first().waitFor();
  if (await button.isVisible()) await button.click();
  else {
    await select.click();
    await page.getByRole('option', { name, exact: true }).click();
  }
  await page.getByRole('heading', { level: 2, name }).waitFor({ state: 'attached' });
}

/** Looks at the screen as of the 15th of a later month. */
export async function lookAhead({ page }: Laurel, months: number): Promise<void> {
  await page.getByRole('button', { name: /^Today, / }).click();
  const calendar = page.getByRole('dialog', { name: 'Choose a day' });
  for (let month = 0; month < months; month += 1)
    await calendar.getByRole('button', { name: 'Next month' }).click();
  await calendar.getByRole('button', { name: /^15 / }).click();
}

/** What a program would get that pastes: plain text, and rich text where there is some. */
export async function clipboard({ page }: Laurel): Promise<{ text: string; html: string }> {
  // The promise is kept in the page, since the listener must be there before the key is pressed.
  const pasted = await page.evaluateHandle(() => ({
    paste: new Promise<{ text: string; html: string }>((resolve) => {
      const read = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        const part = (type: string) => event.clipboardData?.getData(type) ?? '';
        resolve({ text: part('text/plain'), html: part('text/html') });
      };
      document.addEventListener('paste', read, { capture: true, once: true });
    }),
  }));
  await page.keyboard.press('Control+v');
  return pasted.evaluate(({ paste }) => paste);
}

/** The same screen small and large, in both schemes: axe finds nothing, and a picture is kept. */
export async function looksRight(laurel: Laurel, name: string): Promise<void> {
  const { app, page } = laurel;
  // The large size last: that is how the test goes on.
  for (const [width, height] of [
    [900, 600],
    [1280, 800],
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page), `${name} ${width} ${colorScheme}`).toEqual([]);
      await laurel.screenshot(`words-${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
