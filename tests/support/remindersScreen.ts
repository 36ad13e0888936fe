import type { Page } from 'playwright';
import { expect as expectPage } from 'playwright/test';
import { addDays, addMonthsToDay } from '#shared/domain/plainDate.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { launchLaurel, seed, type Laurel } from './app.ts';
import { hold, monthsAgo, today } from './renewals.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const AZURE = 'Azure Administrator';

/**
 * A PMP that is behind its pace, with one activity without a proof; an Azure badge that expires in 20
 * days; a course with a target date; and a Security+ whose first cycle's proofs need not be kept any more.
 */
async function remindersPortfolio(engine: Engine): Promise<void> {
  await engine.call('settings.set', { dateStyle: 'iso' });
  const pmp = await hold(engine, {
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    issuer: 'PMI',
    issued: monthsAgo(20),
    policyId: 'pmi-pmp',
  });
  await engine.call('activities.create', {
    on: monthsAgo(3),
    title: 'Risk workshop',
    hours: 2,
    allocations: [{ credentialId: pmp, units: 2, unit: 'PDU', category: 'Power Skills' }],
  });
  await engine.call('credentials.create', {
    fields: {
      title: AZURE,
      kind: 'certification',
      issuer: 'Microsoft',
      issued: monthsAgo(11),
      expires: addDays(today, 20),
    },
    asOf: today,
  });
  await engine.call('credentials.create', {
    fields: {
      title: 'Supply Chain Dynamics',
      kind: 'course-certificate',
      issuer: 'MITx',
      lifecycle: 'in-progress',
      target: addDays(today, 5),
    },
    asOf: today,
  });
  const security = await hold(engine, {
    title: 'CompTIA Security+',
    issuer: 'CompTIA',
    issued: monthsAgo(60),
    policyId: 'comptia-securityplus',
  });
  await engine.call('activities.create', {
    on: monthsAgo(40),
    title: 'Threat hunting',
    hours: 5,
    allocations: [{ credentialId: security, units: 5, unit: 'CEU' }],
    proofs: [
      { name: 'certificate.pdf', mime: 'application/pdf', bytes: new TextEncoder().encode('%PDF') },
    ],
  });
  await engine.call('renewals.renew', {
    id: security,
    on: addMonthsToDay(today, -25),
    asOf: today,
  });
}

/** A portfolio that several windows open one after the other, each with the same home. */
export async function aPortfolio() {
  const folder = temporaryFolder();
  const home = temporaryFolder();
  await seed(folder.path, remindersPortfolio);
  return {
    open: async (colorScheme: 'light' | 'dark' = 'light'): Promise<Laurel> => {
      const laurel = await launchLaurel({
        folder: folder.path,
        home: home.path,
        size: { width: 1280, height: 800 },
        colorScheme,
      });
      await laurel.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      return laurel;
    },
    [Symbol.dispose]: () => {
      folder[Symbol.dispose]();
      home[Symbol.dispose]();
    },
  };
}

/** What a person finds of reminders, by role and name. */
export function remindersScreen(page: Page) {
  const attention = page.getByRole('region', { name: /^Needs attention/ });
  const dialog = page.getByRole('dialog');
  return {
    attention,
    dialog,
    line: (title: string | RegExp) =>
      attention.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) }),
    choose: async (title: string, item: string | RegExp) => {
      await attention.getByRole('button', { name: `Reminder of ${title}` }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    go: async (name: 'Today' | 'Settings' | 'Renewals' | 'Credentials') => {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    },
    undo: page.locator('.mantine-Notification-root').getByRole('button', { name: 'Undo' }),
    settled: () => expectPage(page.locator('[aria-busy=true]')).toHaveCount(0),
  };
}
