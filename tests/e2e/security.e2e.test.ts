import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchLaurel, type Laurel } from '../support/app.ts';
import { listen, type Listener } from '../support/listener.ts';
import { callFromPage, hostilePage, outcomeFromPage } from '../support/testPage.ts';
import { probeNames } from '../fixtures/hostile/names.ts';

const SECRET = 'laurel-secret-4c41';

/** reliability.md, test 11: a hostile script in the page reaches nothing outside the contract. */
describe('hostile script in the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-secret-'));
  const renderer = hostilePage();
  let laurel: Laurel;
  let listener: Listener;
  let outcomes: Record<string, string>;
  let dialogs: string[];

  beforeAll(async () => {
    listener = await listen();
    laurel = await launchLaurel({ renderer });
    await laurel.page.getByText('running').waitFor();
    await laurel.app.evaluate(({ dialog, shell }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      // Only Electron's own doors to the outside are watched; what stands before them is ours.
      dialog.showMessageBox = async () => (
        asked.push('dialog'),
        { response: 0, checkboxChecked: false }
      );
      shell.openExternal = async (url) => void asked.push(url);
      shell.openPath = async (path) => (asked.push(path), '');
    });
    const secret = join(folder, 'secret.js');
    const picture = join(folder, 'picture.svg');
    writeFileSync(secret, `globalThis.secret = '${SECRET}'`);
    writeFileSync(picture, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    const target = {
      http: listener.http,
      udp: listener.udp,
      file: pathToFileURL(secret).href,
      picture: pathToFileURL(picture).href,
    };
    await laurel.page.evaluate(
      (detail) => dispatchEvent(new CustomEvent('run-probes', { detail })),
      target,
    );
    await laurel.page.waitForFunction(() => 'outcomes' in globalThis, null, { timeout: 80_000 });
    outcomes = await laurel.page.evaluate(
      () => (globalThis as unknown as { outcomes: Record<string, string> }).outcomes,
    ); // set by probes.js
    dialogs = await laurel.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked); // set above
  });

  afterAll(async () => {
    await laurel.close();
    await listener[Symbol.asyncDispose]();
    for (const path of [folder, renderer]) rmSync(path, { recursive: true, force: true });
  });

  test.each(probeNames)('%s is held', (name) => {
    expect(outcomes[name]).toBe('held');
  });

  test('every probe was run, and there are at least 60', () => {
    expect(Object.keys(outcomes).toSorted()).toEqual(probeNames.toSorted());
    expect(probeNames.length).toBeGreaterThanOrEqual(60);
  });

  test('nobody was called, over TCP or UDP', () => {
    expect(listener.calls()).toEqual([]);
  });

  test('nothing was asked of the system', () => {
    expect(dialogs).toEqual([]);
  });

  test('the page is where it was, alone, and its engine is the same', async () => {
    expect(laurel.page.url().replace(/#.*$/, '')).toBe('app://laurel/index.html');
    expect(laurel.app.windows()).toHaveLength(1);
    expect(
      await laurel.page.evaluate(
        (secret) => document.documentElement.outerHTML.includes(secret),
        SECRET,
      ),
    ).toBe(false);
    expect(await laurel.page.evaluate(() => 'secret' in globalThis)).toBe(false);
    expect(await callFromPage(laurel.page, 'portfolio.info', {})).toMatchObject({
      folder: laurel.folder,
    });
    expect(laurel.log().filter(({ msg }) => msg.startsWith('The engine ended'))).toEqual([]);
  });

  test('what was denied has been counted', () => {
    const kinds = new Set(laurel.denied().map(({ msg }) => msg));
    expect(kinds).toContain('Denied a navigation');
    expect(kinds).toContain('Denied a window');
  });

  test('a value with the wrong shape is refused by name', async () => {
    expect(
      await outcomeFromPage(laurel.page, 'credentials.trash', {
        ids: "'; DROP TABLE credential; --",
      }),
    ).toBe('invalid_input');
  });
});
