import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { aCredential, TODAY } from '../support/engine.ts';
import { launchLaurel, seed } from '../support/app.ts';
import { callFromPage, outcomeFromPage, TEST_PAGE } from '../support/testPage.ts';

const everything = { asOf: TODAY } as const;

let work: string;
let folder: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'laurel-engine-'));
  folder = join(work, 'portfolio');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));
const isGone = (pid: number): boolean => !existsSync(`/proc/${pid}`);
const day = (text: string) => partialDateSchema.parse(text);

const launch = () => launchLaurel({ folder, home: join(work, 'home'), renderer: TEST_PAGE });

describe('the engine ends by itself', () => {
  test('an open call fails, the window says so, and the next engine has all that was acknowledged', async () => {
    await using laurel = await launch();
    const { page } = laurel;
    await page.getByText('running').waitFor();
    await callFromPage(page, 'credentials.create', {
      fields: aCredential({ title: 'Kept' }),
      asOf: TODAY,
    });

    const pid = laurel.enginePid();
    process.kill(pid, 'SIGSTOP');
    const open = outcomeFromPage(page, 'credentials.list', everything);
    // The message has left the page when a later turn of its loop has run.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    process.kill(pid, 'SIGKILL');

    expect(await open).toBe('engine_stopped');
    await page.getByText('running').waitFor();
    expect(
      await page.evaluate(() =>
        globalThis.heard.map((message) => (message as { type: string }).type),
      ),
    ).toContain('engine-stopped');
    const { items } = await callFromPage(page, 'credentials.list', everything);
    expect(items.map(({ title }) => title)).toEqual(['Kept']);
    expect(laurel.enginePid()).not.toBe(pid);
  });

  test('calls between two engines are answered, and three ends in a row are survived', async () => {
    await using laurel = await launch();
    const { page } = laurel;
    for (let round = 0; round < 3; round += 1) {
      await page.getByText('running').waitFor();
      process.kill(laurel.enginePid(), 'SIGKILL');
      await page.getByText('stopped').waitFor();
      expect(['engine_stopped', 'done']).toContain(
        await outcomeFromPage(page, 'portfolio.info', {}),
      );
    }
    await page.getByText('running').waitFor();
    expect(await outcomeFromPage(page, 'portfolio.info', {})).toBe('done');
  });
});

describe('the page and the engine', () => {
  test('columns of numbers and bytes cross in both directions as they are', async () => {
    await seed(folder, async (engine) => {
      await engine.call('credentials.create', {
        fields: aCredential({ issued: day('2024-05-14'), expires: day('2027-05-14') }),
        asOf: TODAY,
      });
    });
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();

    const shape = await laurel.page.evaluate(async (asOf) => {
      const bars = (await globalThis.callEngine('credentials.timeline', { asOf, filter: {} })) as {
        start: Float64Array;
        end: Float64Array;
      };
      return { kind: bars.start.constructor.name, days: [...bars.start, ...bars.end] };
    }, TODAY);

    expect(shape.kind).toBe('Float64Array');
    const dayNumber = (day: string) => Date.parse(day) / 86_400_000;
    expect(shape.days).toEqual([
      dayNumber('2024-05-14'),
      expect.closeTo(dayNumber('2027-05-14'), -0.5),
    ]);
  });

  test('a page that is loaded again gets a port of its own', async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    const pid = laurel.enginePid();
    await laurel.page.reload();
    await laurel.page.getByText('running').waitFor();
    expect(await outcomeFromPage(laurel.page, 'portfolio.info', {})).toBe('done');
    expect(laurel.enginePid()).toBe(pid);
  });

  test('another process changes the portfolio: the page is told within two seconds', async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await seed(folder, async (engine) => {
      await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
    });
    await laurel.page.waitForFunction(
      () =>
        globalThis.heard.some((message) => JSON.stringify(message).includes('"elsewhere":true')),
      null,
      { timeout: 2000 },
    );
  });

  test('closing the window closes the portfolio: nothing is left in the WAL, no process stays', async () => {
    const laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await callFromPage(laurel.page, 'credentials.create', { fields: aCredential(), asOf: TODAY });
    const pid = laurel.enginePid();
    await laurel.close();

    await expect.poll(() => isGone(pid), { timeout: 5000 }).toBe(true);
    const left = readdirSync(folder);
    expect(left).toContain('portfolio.sqlite');
    expect(left.filter((name) => /-wal$|-shm$|^\.running$/.test(name))).toEqual([]);
  });

  test('the window is killed: the engine ends too, and what was acknowledged is there', async () => {
    const laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await callFromPage(laurel.page, 'credentials.create', {
      fields: aCredential({ title: 'Kept' }),
      asOf: TODAY,
    });
    const pid = laurel.enginePid();
    laurel.app.process().kill('SIGKILL');
    await expect.poll(() => isGone(pid), { timeout: 10_000 }).toBe(true);
    await seed(folder, async (engine) => {
      const { items } = await engine.call('credentials.list', everything);
      expect(items.map(({ title }) => title)).toEqual(['Kept']);
    });
  });
});

describe('a portfolio that cannot be opened', () => {
  test('every call says why, and the file stays as it was', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'portfolio.sqlite'),
      'a letter to a friend, no database at all\n'.repeat(200),
    );
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    expect(await outcomeFromPage(laurel.page, 'portfolio.info', {})).toBe('not_a_portfolio');

    rmSync(join(folder, 'portfolio.sqlite'));
    await askApp(laurel.page, { type: 'app', action: 'reopen' });
    await expect
      .poll(() => outcomeFromPage(laurel.page, 'portfolio.info', {}), { timeout: 10_000 })
      .toBe('done');
  });
});

describe('what the page asks of the application', () => {
  test('the sample opens in a folder of its own and is left again', async () => {
    await using laurel = await launch();
    const { page } = laurel;
    await page.getByText('running').waitFor();
    const info = () => callFromPage(page, 'portfolio.info', {}).catch(() => null);

    await askApp(page, { type: 'app', action: 'open-sample' });
    await expect
      .poll(info, { timeout: 10_000 })
      .toMatchObject({ folder: `${folder}-sample`, sample: true });
    expect((await info())?.credentials).toBeGreaterThan(20);

    await askApp(page, { type: 'app', action: 'leave-sample' });
    await expect
      .poll(info, { timeout: 10_000 })
      .toMatchObject({ folder, sample: false, credentials: 0 });

    await askApp(page, { type: 'app', action: 'open-sample' });
    await expect.poll(info, { timeout: 10_000 }).toMatchObject({ sample: true });
  });

  test('the data folder is shown, the theme is taken up', async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await laurel.app.evaluate(({ shell }) => {
      shell.openPath = async (path) => (Object.assign(globalThis, { shown: path }), '');
    });
    await askApp(laurel.page, { type: 'app', action: 'show-folder' });
    await askApp(laurel.page, { type: 'app', action: 'theme', theme: 'dark' });
    await expect
      .poll(() => laurel.app.evaluate(() => Reflect.get(globalThis, 'shown')))
      .toBe(folder);
    await expect
      .poll(() => laurel.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource))
      .toBe('dark');
  });
});

test('the real window says that the engine is starting again, and shows the record after it', async () => {
  await seed(folder, async (engine) => {
    await engine.call('credentials.create', {
      fields: aCredential({ title: 'Kept through it' }),
      asOf: TODAY,
    });
  });
  await using laurel = await launchLaurel({ folder });
  const { page } = laurel;
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: /^Credentials/ })
    .click();
  await page.getByText('Kept through it').first().waitFor();
  const told = page.getByRole('status').filter({ hasText: /engine stopped/i });
  // Each end in a row makes the next start later, so that the words stay long enough to be read.
  for (let round = 0; round < 4; round += 1) {
    process.kill(laurel.enginePid(), 'SIGKILL');
    await told.waitFor();
    await told.waitFor({ state: 'hidden' });
  }
  await page.getByText('Kept through it').first().waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

function askApp(page: Page, request: unknown): Promise<void> {
  return page.evaluate((message) => globalThis.port.postMessage(message), request);
}
