import type { Page } from 'playwright';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, plainDateSchema } from '#shared/domain/plainDate.ts';
import { launchLaurel, seed, type Laurel, type LaurelOptions } from './app.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The reader's calendar date, as the window takes it. */
export const today = plainDateSchema.parse(localToday());
const date = (text: string) => partialDateSchema.parse(text);

/** Five credentials, one of each of the statuses that a list shows most. */
export const portfolio: readonly NewCredential[] = [
  {
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    kind: 'certification',
    issuer: 'Project Management Institute',
    issued: date('2018-05-14'),
    expires: addDays(today, 200),
    number: '2098417',
    url: 'https://certification.pmi.org/registry',
    skills: ['Scheduling', 'Risk'],
  },
  {
    title: 'Azure Administrator Associate',
    abbreviation: 'AZ-104',
    kind: 'certification',
    issuer: 'Microsoft',
    issued: date('2024-11'),
    expires: addDays(today, 20),
  },
  {
    title: 'Google Data Analytics',
    kind: 'professional-certificate',
    issuer: 'Google',
    platform: 'Coursera',
    issued: date('2023'),
  },
  {
    title: 'Google Ads Search',
    kind: 'certification',
    issuer: 'Google',
    issued: date('2021-03'),
    expires: date('2022-03'),
  },
  {
    title: 'MITx Supply Chain',
    kind: 'micromasters',
    issuer: 'MITx',
    platform: 'edX',
    lifecycle: 'in-progress',
    progress: 64,
  },
];

export type Opened = Laurel & Readonly<{ list: ReturnType<typeof listOf> }>;

/** What a person finds on the screen, by role and name. */
export function listOf(page: Page) {
  const grid = page.getByRole('grid', { name: 'Credentials' });
  return {
    grid,
    row: (title: string) => grid.getByRole('row').filter({ hasText: title }),
    titles: async () =>
      grid.locator('[role=row][id] [data-column=title] > span:first-of-type').allTextContents(),
    count: page.getByRole('status').filter({ hasText: /^\d/ }),
    search: page.getByRole('searchbox', { name: 'Search everything' }),
    pane: (title: string) => page.getByRole('complementary', { name: `Details of ${title}` }),
    toast: (words: string) => page.getByRole('alert').filter({ hasText: words }),
    undo: (words: string) =>
      page.getByRole('alert').filter({ hasText: words }).getByRole('button', { name: 'Undo' }),
  };
}

/** A window on these credentials, at the Credentials screen. */
export async function openCredentials(
  credentials: readonly NewCredential[],
  options: LaurelOptions = {},
): Promise<Opened> {
  const folder = temporaryFolder();
  await seed(folder.path, async (engine) => {
    for (const fields of credentials)
      await engine.call('credentials.create', { fields, asOf: today });
  });
  const laurel = await launchLaurel({
    size: { width: 1280, height: 800 },
    ...options,
    folder: folder.path,
  });
  const { page } = laurel;
  if (credentials.length > 0) await page.getByRole('link', { name: 'Credentials' }).click();
  return {
    ...laurel,
    list: listOf(page),
    [Symbol.asyncDispose]: async () => {
      await laurel.close();
      folder[Symbol.dispose]();
    },
  };
}

function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
