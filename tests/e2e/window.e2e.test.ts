import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { axeViolations, launchLaurel, type Laurel } from '../support/app.ts';
import { TEST_PAGE } from '../support/testPage.ts';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'laurel-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const launch = (options = {}) => launchLaurel({ home, renderer: TEST_PAGE, ...options });

describe('links out', () => {
  /** Answers the dialog with one of its buttons and notes what was asked and done. */
  async function answerDialogs(laurel: Laurel, button: number): Promise<void> {
    await laurel.app.evaluate(({ clipboard, dialog, shell }, response) => {
      Object.assign(globalThis, { seen: [] });
      const note = (...what: unknown[]) =>
        (Reflect.get(globalThis, 'seen') as unknown[]).push(what); // set above
      Object.assign(dialog, {
        showMessageBox: async (
          _window: unknown,
          { message, buttons }: { message: string; buttons: string[] },
        ) => {
          note('asked', message, buttons);
          return { response, checkboxChecked: false };
        },
      });
      shell.openExternal = async (url) => {
        note('opened', url);
      };
      Object.assign(clipboard, { writeText: (text: string) => note('copied', text) });
    }, button);
  }
  const seen = (laurel: Laurel): Promise<unknown> =>
    laurel.app.evaluate(() => Reflect.get(globalThis, 'seen'));
  const asked = ['asked', 'Open example.org outside Laurel?', ['Open', 'Copy link', 'Cancel']];

  test.each([
    ['Open', 0, [['opened', 'https://example.org/a?b=1']]],
    ['Copy link', 1, [['copied', 'https://example.org/a?b=1']]],
    ['Cancel', 2, []],
  ])('the host is shown first; %s', async (_name, button, then) => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await answerDialogs(laurel, button);
    await laurel.page.getByRole('link', { name: 'A link out' }).click();
    await expect.poll(() => seen(laurel)).toEqual([asked, ...then]);
    expect(laurel.app.windows()).toHaveLength(1);
  });

  test('a click opens one dialog, whatever the page makes of it; other schemes none', async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await answerDialogs(laurel, 2);
    await laurel.page.evaluate(() => {
      document.querySelector('h1')?.addEventListener('click', () => {
        for (const url of ['file:///etc/passwd', 'https://a.example/', 'https://b.example/'])
          window.open(url);
      });
    });
    await laurel.page.getByRole('heading').click();
    await laurel.page.getByRole('link', { name: 'A link out' }).click();
    await expect
      .poll(() => seen(laurel))
      .toEqual([['asked', 'Open a.example outside Laurel?', asked[2]], asked]);
  });
});

describe('files that the page makes', () => {
  test('are saved under their name and nowhere else', async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await laurel.page.evaluate(() => {
      for (const name of ['resume.md', '../../../above.md']) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([`# ${name}`], { type: 'text/markdown' }));
        link.download = name;
        link.click();
      }
    });
    await expect.poll(() => readdirSync(laurel.saved).length).toBe(2);
    expect(readFileSync(join(laurel.saved, 'resume.md'), 'utf8')).toBe('# resume.md');
    expect(existsSync(join(laurel.saved, '../../../above.md'))).toBe(false);
  });
});

describe('the window', () => {
  test('opens as large as it was left, at the same place, in the same theme', async () => {
    const folder = join(home, 'portfolio');
    const bounds = { x: 40, y: 30, width: 911, height: 677 };
    const first = await launch({ folder });
    await first.app.evaluate(({ BrowserWindow, nativeTheme }, wanted) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
      nativeTheme.themeSource = 'dark';
    }, bounds);
    // The display takes a new size in its own time, as it does under a hand that drags.
    await expect
      .poll(() =>
        first.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
        ),
      )
      .toEqual(bounds);
    await first.close();

    await using second = await launch({ folder });
    const state = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
      theme: nativeTheme.themeSource,
    }));
    expect(state).toEqual({ bounds, theme: 'dark' });
  });

  test('a second start on the same portfolio ends and brings the first to the front', async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await laurel.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    const { spawnfile, spawnargs } = laurel.app.process();
    const args = spawnargs.slice(1).filter((arg) => !/^--(inspect|remote-debugging)/.test(arg));
    const second = spawn(spawnfile, args, {
      env: { ...process.env, XDG_CONFIG_HOME: home },
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    await expect
      .poll(() =>
        laurel.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.isVisible()),
        ),
      )
      .toEqual([true]);
  });

  test('two portfolios are open at once', async () => {
    await using first = await launch();
    await using second = await launch();
    await first.page.getByText('running').waitFor();
    await second.page.getByText('running').waitFor();
    expect(first.folder).not.toBe(second.folder);
  });

  test('its styles stand under the policy, with no breach of it', async () => {
    await using laurel = await launch();
    const breaches: string[] = [];
    laurel.page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) breaches.push(message.text());
    });
    await laurel.page.reload();
    await laurel.page.getByText('running').waitFor();
    expect(
      await laurel.page.evaluate(
        () => getComputedStyle(document.querySelector('h1') as Element).color,
      ),
    ).toBe('rgb(1, 2, 3)');
    const nonces = new Set<string>();
    for (let load = 0; load < 3; load += 1) {
      await laurel.page.reload();
      nonces.add(
        await laurel.page.evaluate(
          () => document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '',
        ),
      );
    }
    expect(nonces.size).toBe(3);
    expect([...nonces].every((nonce) => nonce.length >= 24 && !nonce.includes('LAUREL'))).toBe(
      true,
    );
    expect(breaches).toEqual([]);
    expect(laurel.denied()).toEqual([]);
    expect(await axeViolations(laurel.page)).toEqual([]);
  });

  test("the menu presses the page's keys and leaves undo to it", async () => {
    await using laurel = await launch();
    await laurel.page.getByText('running').waitFor();
    await laurel.page.evaluate(() => {
      Object.assign(window, { pressed: [] });
      window.addEventListener('keydown', ({ key, ctrlKey, shiftKey }) =>
        Reflect.get(window, 'pressed').push([key.toLowerCase(), ctrlKey, shiftKey]),
      );
    });
    await laurel.app.evaluate(({ BrowserWindow, Menu }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.focus();
      const items =
        Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      for (const label of ['Undo', 'Redo', 'Command palette'])
        items.find((item) => item.label === label)?.click(undefined, window, window?.webContents);
    });
    await expect
      .poll(() => laurel.page.evaluate(() => Reflect.get(window, 'pressed')))
      .toEqual([
        ['z', true, false],
        ['z', true, true],
        ['k', true, false],
      ]);
  });
});
