import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { launchLaurel, type LaurelOptions } from './app.ts';

/** What a walk through the whole window came to. */
export type Walk = Readonly<{
  screens: readonly string[];
  denied: readonly string[];
  /** Failures that the page or the main process has logged. */
  failures: readonly string[];
}>;

/**
 * Opens the sample and every screen of the sidebar in the real window: what a user sees and what
 * was denied meanwhile.
 */
export async function walkThrough(options: LaurelOptions = {}): Promise<Walk> {
  await using laurel = await launchLaurel(options);
  const { page } = laurel;
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  await page.getByRole('button', { name: 'Open the sample' }).click();
  const screens: string[] = [];
  const navigation = page.getByRole('navigation').first();
  await navigation.waitFor();
  const links = await navigation.getByRole('link').all();
  for (const link of links) {
    await link.click();
    screens.push(await headingOf(page, (await link.textContent()) ?? ''));
  }
  const logged = laurel.log().filter(({ level }) => Number(level) >= 50);
  return {
    screens,
    denied: laurel.denied().map((line) => JSON.stringify(line)),
    failures: [...failures, ...logged.map((line) => JSON.stringify(line))],
  };
}

/** The screen's heading, once it is that of the link; counts beside a link's word are left out. */
async function headingOf(page: Page, linkText: string): Promise<string> {
  const name = linkText.replaceAll(/[\d\s]+$/g, '');
  const heading = page.getByRole('main').getByRole('heading', { level: 1, name });
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
}

// Run by itself inside a namespace without network.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await walkThrough()));
}
