import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/plainDate.ts';
import {
  chooseInTray,
  createDesk,
  daysBefore,
  expires,
  PMP,
  shownTitles,
  trayLines,
  wakeAt,
  windowCount,
  type Desk,
} from '../support/desktop.ts';
import { TEST_PAGE } from '../support/testPage.ts';

let desk: Desk;

beforeEach(() => {
  desk = createDesk();
});
afterEach(() => desk[Symbol.dispose]());

describe('the tray', () => {
  test('lists what is due next and opens it', async () => {
    const names = ['A+', 'B & C', 'CISA', 'CISM', 'CISSP', 'CRISC'];
    await desk.hold(...names.map((name, index) => [name, addDays(expires, index)] as const));
    await using laurel = await desk.launch();
    await expect
      .poll(() => trayLines(laurel.app))
      .toEqual([
        'Due next',
        'A+: Expires in 7 days',
        'B && C: Expires in 8 days',
        'CISA: Expires in 9 days',
        'CISM: Expires in 10 days',
        'CISSP: Expires in 11 days',
        'Pause reminders for an hour',
        'Pause reminders until tomorrow',
        'Open Laurel',
        'Quit Laurel',
      ]);
    await chooseInTray(laurel.app, 'CISM');
    await laurel.page.getByRole('heading', { name: 'CISM', exact: true }).waitFor();
  });

  test('a pause holds reminders back until it ends or is ended, also over a restart', async () => {
    await desk.hold([PMP, expires]);
    const first = await desk.launch({ clock: daysBefore(5, '23:00') });
    await expect.poll(() => trayLines(first.app)).toContain('Due next');
    await chooseInTray(first.app, 'Pause reminders until tomorrow');
    await expect.poll(() => trayLines(first.app)).toContain('Reminders are paused until tomorrow');
    await first.close();

    await using second = await desk.launch({ clock: daysBefore(5, '23:30') });
    await expect.poll(() => trayLines(second.app)).toContain('Reminders are paused until tomorrow');
    await wakeAt(second.app, daysBefore(4, '10:00'));
    await expect.poll(() => shownTitles(second.app)).toEqual([`${PMP} expires in 4 days`]);

    await chooseInTray(second.app, 'Pause reminders for an hour');
    await wakeAt(second.app, daysBefore(1, '09:00'));
    await expect.poll(() => shownTitles(second.app)).toHaveLength(2);
  });

  test('does not keep Laurel after its window is closed unless told to', async () => {
    await using laurel = await desk.launch({ renderer: TEST_PAGE });
    await laurel.page.getByText('running').waitFor();
    const ended = once(laurel.app.process(), 'exit');
    await laurel.page.close();
    expect(await ended).toEqual([0, null]);
  });

  test('keeps Laurel after its window is closed, if the reader has said so', async () => {
    await desk.hold([PMP, expires]);
    await using laurel = await desk.launch({ renderer: TEST_PAGE });
    await laurel.page.getByText('running').waitFor();
    await laurel.page.evaluate(() =>
      globalThis.port.postMessage({ type: 'app', action: 'set-keep-in-tray', on: true }),
    );
    await expect
      .poll(() => readFileSync(join(profile(), 'native.json'), 'utf8').includes('true'))
      .toBe(true);
    await laurel.page.close();
    await expect.poll(() => windowCount(laurel.app)).toBe(0);
    const window = laurel.app.waitForEvent('window');
    await chooseInTray(laurel.app, 'Open Laurel');
    await (await window).getByText('running').waitFor();
  });
});

/** The one window folder in this test's home. */
function profile(): string {
  const windows = join(desk.home, 'Laurel', 'windows');
  return join(windows, readdirSync(windows)[0] ?? '');
}

describe('what the page sets', () => {
  const autostart = () => join(desk.home, 'autostart');
  const entry = () => readdirSync(autostart())[0] ?? '';

  async function open() {
    const laurel = await desk.launch({ renderer: TEST_PAGE });
    await laurel.page.getByText('running').waitFor();
    const ask = (request: object) =>
      laurel.page.evaluate(
        (given) => globalThis.port.postMessage({ type: 'app', ...given }),
        request,
      );
    const states = () =>
      laurel.page.evaluate(() =>
        globalThis.heard.flatMap((message) => {
          const { type, state } = message as { type: string; state?: unknown };
          return type === 'native-state' ? [state] : [];
        }),
      );
    return { laurel, ask, states };
  }

  test('start at login writes an autostart entry, and takes it away', async () => {
    const { laurel, ask, states } = await open();
    await using _closing = laurel;
    await ask({ action: 'native-state' });
    await expect.poll(async () => (await states()).at(-1)).toMatchObject({ startAtLogin: false });
    await ask({ action: 'set-start-at-login', on: true });
    await expect.poll(async () => (await states()).at(-1)).toMatchObject({ startAtLogin: true });
    const text = readFileSync(join(autostart(), entry()), 'utf8');
    expect(text).toMatch(/^Exec=.* --hidden$/m);
    expect(text).toContain(`--data=${desk.folder}`);
    await ask({ action: 'set-start-at-login', on: false });
    await expect.poll(async () => (await states()).at(-1)).toMatchObject({ startAtLogin: false });
    expect(readdirSync(autostart())).toEqual([]);
  });

  test('a test of notifications says what the system made of it', async () => {
    const { laurel, ask, states } = await open();
    await using _closing = laurel;
    await ask({ action: 'native-state' });
    await ask({ action: 'test-notification' });
    await expect
      .poll(async () => (await states()).at(-1))
      .toMatchObject({ notifications: 'shown' });
    expect(await shownTitles(laurel.app)).toEqual(['This is how Laurel reminds you']);
    await laurel.app.evaluate(() => Object.assign(globalThis.desktop, { answer: 'failed' }));
    await ask({ action: 'test-notification' });
    await expect
      .poll(async () => (await states()).at(-1))
      .toMatchObject({ notifications: 'refused' });
  });

  test('a pause is told back, and an end that is no instant is left alone', async () => {
    const { laurel, ask, states } = await open();
    await using _closing = laurel;
    const until = new Date(Date.parse(daysBefore(3))).toISOString();
    await ask({ action: 'native-state' });
    await ask({ action: 'pause-reminders', until });
    await expect.poll(async () => (await states()).at(-1)).toMatchObject({ pausedUntil: until });
    await ask({ action: 'pause-reminders', until: 'for ever' });
    await ask({ action: 'pause-reminders', until: null });
    await expect.poll(async () => (await states()).at(-1)).toMatchObject({ pausedUntil: null });
    expect(laurel.log().map(({ msg }) => msg)).toContain(
      'A malformed request of the page was left alone',
    );
  });
});
