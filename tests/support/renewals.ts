import type { Page } from 'playwright';
import { idSchema } from '#shared/domain/credential.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { addMonthsToDay, plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Engine } from '../../electron/engine/engine.ts';
import { launchLaurel, seed, type Laurel, type LaurelOptions } from './app.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const today = plainDateSchema.parse(localToday());
export const monthsAgo = (months: number) => addMonthsToDay(today, -months);

function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The real application on a portfolio that is filled as told; dates are written as ISO. */
export async function openWith(
  fill: (engine: Engine) => Promise<void>,
  options: LaurelOptions = {},
): Promise<Laurel> {
  const folder = temporaryFolder();
  await seed(folder.path, async (engine) => {
    await engine.call('settings.set', { dateStyle: 'iso' });
    await fill(engine);
  });
  const laurel = await launchLaurel({
    size: { width: 1280, height: 800 },
    ...options,
    folder: folder.path,
  });
  await laurel.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  return {
    ...laurel,
    [Symbol.asyncDispose]: async () => {
      await laurel.close();
      folder[Symbol.dispose]();
    },
  };
}

type Given = Readonly<{
  title: string;
  abbreviation?: string;
  issuer: string;
  issued: PartialDate;
  policyId?: string;
}>;

/** Adds an earned certification; returns its id. */
export async function hold(engine: Engine, fields: Given) {
  const made = await engine.call('credentials.create', {
    fields: { kind: 'certification', ...fields },
    asOf: today,
  });
  return idSchema.parse(made.id);
}

/** A CISSP in the second of its three years. */
export const cissp = (engine: Engine) =>
  hold(engine, {
    title: 'Certified Information Systems Security Professional',
    abbreviation: 'CISSP',
    issuer: 'ISC2',
    issued: monthsAgo(20),
    policyId: 'isc2-cissp',
  });

/** What a person finds on the Renewals screen, by role and name. */
export function renewals(page: Page) {
  const dialog = page.getByRole('dialog');
  const row = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  return {
    go: async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Renewals' }).click();
      await page.getByRole('heading', { level: 1, name: 'Renewals' }).waitFor();
    },
    row,
    bar: (name: string, category: string) =>
      row(name).getByRole('meter', { name: category, exact: true }),
    total: (name: string) => row(name).getByRole('meter', { name: new RegExp(`^${name}: `) }),
    dialog,
    counts: (name: string) => dialog.getByRole('checkbox', { name: `Counts towards ${name}` }),
    category: async (name: string, category: string) => {
      await dialog.getByRole('combobox', { name: `Category for ${name}` }).click();
      await page.getByRole('option', { name: category }).click();
    },
    undo: page.locator('.mantine-Notification-root').getByRole('button', { name: 'Undo' }),
  };
}
