import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../electron/engine/systemClock.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { axeViolations, launchLaurel, seed, type Laurel } from '../support/app.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const screens = [
  'Today',
  'Credentials',
  'Timeline',
  'Stacks',
  'Renewals',
  'Share',
  'Plan',
  'Import',
  'Trash',
  'Settings',
] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const folder = temporaryFolder();
  let laurel: Laurel;

  beforeAll(async () => {
    await seed(folder.path, async (engine) => {
      await engine.call('portfolio.demo', {});
      const asOf = plainDateSchema.parse(systemClock.today());
      const { columns } = await engine.call('credentials.rows', {
        filter: { query: 'bootcamp' },
        asOf,
      });
      const { id } = await engine.call('credentials.resolve', { ref: columns.id[0] ?? '' });
      await engine.call('credentials.trash', { ids: [id] });
    });
    laurel = await launchLaurel({ folder: folder.path, colorScheme });
  });
  afterAll(async () => {
    await laurel.close();
    folder[Symbol.dispose]();
  });

  test.each(screens)(
    '%s has no breach of WCAG 2.2 A and AA at either size, nor at double zoom',
    async (screen) => {
      const { page, app } = laurel;
      for (const { width, height } of sizes) {
        await resize(laurel, width, height);
        await page.getByRole('navigation').getByRole('link', { name: screen }).click();
        await page.getByRole('heading', { level: 1, name: screen }).waitFor();
        await laurel.screenshot(`${screen.toLowerCase()}-${colorScheme}-${width}`);
        expect(await axeViolations(page)).toEqual([]);
      }
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
      );
      await page.getByRole('heading', { level: 1, name: screen }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
      );
    },
  );

  test('a credential’s details have none either', async () => {
    const { page } = laurel;
    for (const { width, height } of sizes) {
      await resize(laurel, width, height);
      await page.getByRole('navigation').getByRole('link', { name: 'Credentials' }).click();
      await page.getByText('Project Management Professional').first().click();
      await page
        .getByRole('heading', { level: 2, name: 'Project Management Professional' })
        .waitFor();
      await laurel.screenshot(`details-${colorScheme}-${width}`);
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  test.each([
    ['palette', 'Control+k'],
    ['quick-add', 'Control+n'],
    ['shortcuts', '?'],
  ])('%s has none either', async (name, keys) => {
    const { page } = laurel;
    await resize(laurel, 1280, 800);
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click();
    await page.keyboard.press(keys);
    await page.getByRole('dialog').waitFor();
    await laurel.screenshot(`${name}-${colorScheme}`);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

test.each(['light', 'dark'] as const)(
  'the first run in %s has none either',
  async (colorScheme) => {
    await using laurel = await launchLaurel({ colorScheme });
    await resize(laurel, 1280, 800);
    await laurel.page.getByRole('heading', { level: 1 }).waitFor();
    await laurel.screenshot(`first-run-${colorScheme}`);
    expect(await axeViolations(laurel.page)).toEqual([]);
  },
);

async function resize({ app, page }: Laurel, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
    [width, height] as const,
  );
  await page.waitForFunction((expected) => window.innerWidth === expected, width);
}
