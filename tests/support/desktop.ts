import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect } from 'vitest';
import { addDays, plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { systemClock } from '../../electron/engine/systemClock.ts';
import { launchLaurel, seed, type Laurel, type LaurelOptions } from './app.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const PMP = 'Project Management Professional';
/** Engine and page have the machine's clock: what expires does so after its today. */
export const today = plainDateSchema.parse(systemClock.today());
export const expires = addDays(today, 60);

/** What a clock shows so many days before `expires`. */
export const daysBefore = (days: number, time = '10:00') => `${addDays(expires, -days)}T${time}`;

export type Desk = Disposable &
  Readonly<{
    folder: string;
    home: string;
    /** Records certifications before a window opens, or beside it. */
    hold: (
      ...credentials: readonly (readonly [title: string, expires: PlainDate])[]
    ) => Promise<void>;
    /** Starts Laurel a week before `expires`; `meanwhile` runs before its first window. */
    launch: (
      options?: LaurelOptions & Readonly<{ answer?: SystemAnswer }>,
      meanwhile?: (app: ElectronApplication) => Promise<void>,
    ) => Promise<Laurel>;
  }>;

/** A portfolio, a home and a watched desktop of a test's own. */
export function createDesk(): Desk {
  const work = temporaryFolder();
  const folder = join(work.path, 'portfolio');
  const home = join(work.path, 'home');
  return {
    folder,
    home,
    hold: (...credentials) =>
      seed(folder, async (engine) => {
        for (const [title, end] of credentials)
          await engine.call('credentials.create', {
            fields: {
              title,
              kind: 'certification',
              issuer: 'A body',
              issued: addDays(today, -300),
              expires: end,
            },
            asOf: today,
          });
      }),
    launch: (options = {}, meanwhile = async () => {}) =>
      launchLaurel({
        folder,
        home,
        clock: daysBefore(7),
        ...options,
        before: async (app) => {
          await watchDesktop(app, options.answer);
          await meanwhile(app);
        },
      }),
    [Symbol.dispose]: () => work[Symbol.dispose](),
  };
}

/** What the system makes of a notification. */
export type SystemAnswer = 'show' | 'failed' | 'unsupported';

/** Electron's own doors to the desktop, as the main process of a test holds them. */
type Watched = Readonly<{
  answer: SystemAnswer;
  shown: { title: string; body: string; emit: (name: string) => void }[];
  menu: Electron.Menu | null;
  /** How often the tray was brought up to date, which is the end of every look. */
  looks: number;
}>;

/**
 * Stands where the desktop would: takes every notification and the tray's menu, and answers as told.
 * Only Electron's own classes are watched; what stands before them is ours.
 */
async function watchDesktop(
  app: ElectronApplication,
  answer: SystemAnswer = 'show',
): Promise<void> {
  const watch = () => evaluateWatch(app, answer);
  // Playwright can lose its hold on a process that is still starting; watching twice does no harm.
  await watch().catch((error: unknown) => {
    if (String(error).includes('garbage collected')) return watch();
    throw error;
  });
}

async function evaluateWatch(app: ElectronApplication, answer: SystemAnswer): Promise<void> {
  await app.evaluate(({ Notification, Tray }, answered) => {
    const desktop = { answer: answered, shown: [] as unknown[], menu: null as unknown, looks: 0 };
    Object.assign(globalThis, { desktop });
    Object.assign(Notification, { isSupported: () => desktop.answer !== 'unsupported' });
    Notification.prototype.show = function show(this: Electron.Notification) {
      desktop.shown.push(this);
      setTimeout(() => this.emit(desktop.answer));
    };
    const setContextMenu = Tray.prototype.setContextMenu;
    Tray.prototype.setContextMenu = function set(this: Electron.Tray, menu) {
      desktop.menu = menu;
      desktop.looks += 1;
      setContextMenu.call(this, menu);
    };
  }, answer);
}

declare global {
  // Set by watchDesktop and by the attaching script, in the main process.
  var desktop: Watched;
  var setClock: (text: string) => void;
}

/** Titles of the notifications that were shown so far. */
export const shownTitles = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => globalThis.desktop.shown.map(({ title }) => title));

/** Clicks the latest notification. */
export const clickNotification = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => globalThis.desktop.shown.at(-1)?.emit('click'));

/** Lines of the tray's menu, rules left out. */
export const trayLines = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() =>
    (globalThis.desktop.menu?.items ?? [])
      .filter(({ type }) => type !== 'separator')
      .map(({ label }) => label),
  );

/** Chooses a line of the tray's menu. */
export async function chooseInTray(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    const item = globalThis.desktop.menu?.items.find((each) => each.label.startsWith(wanted));
    if (item === undefined) throw new Error(`The tray has no "${wanted}".`);
    item.click();
  }, label);
}

/** Sets the main process's clock, wakes the machine and waits until Laurel has looked. */
export async function wakeAt(app: ElectronApplication, clock: string): Promise<void> {
  const before = await app.evaluate(() => globalThis.desktop.looks);
  await app.evaluate(({ powerMonitor }, text) => {
    globalThis.setClock(text);
    powerMonitor.emit('resume');
  }, clock);
  await expect.poll(() => app.evaluate(() => globalThis.desktop.looks)).toBeGreaterThan(before);
}

export const windowCount = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Starts Laurel once more on the same portfolio; returns the exit status of that start. */
export async function startAgain(
  app: ElectronApplication,
  home: string,
  ...args: readonly string[]
): Promise<unknown> {
  const { spawnfile, spawnargs } = app.process();
  const same = spawnargs
    .slice(1)
    .filter((arg) => !/^--(inspect|remote-debugging|hidden|open)/.test(arg));
  const second = spawn(spawnfile, [...same, ...args], {
    env: { ...process.env, XDG_CONFIG_HOME: home },
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  return code;
}
