import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { createEngine, type Engine } from '../../electron/engine/engine.ts';
import { systemClock } from '../../electron/engine/systemClock.ts';
import { electronSwitches } from '../../scripts/lib/display.mjs';
import { resolveElectron } from '../../scripts/electron-runtime.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCREENS = join(ROOT, 'tests', 'e2e', 'screens');

/**
 * Playwright calls `__playwright_run` when it has attached. The window waits for that: a page that
 * commits its first navigation while Playwright attaches is never seen by it, and the launch hangs.
 * The main process gets a clock that can be set; engine and page keep the machine's.
 */
const ATTACH = `
import { app } from 'electron';
const ready = app.whenReady();
const attached = new Promise((resolve) => { globalThis.__playwright_run = resolve; });
app.whenReady = () => attached.then(() => ready);
const RealDate = Date;
globalThis.setClock = (text) => {
  const ahead = RealDate.parse(text) - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + ahead);
      else super(...given);
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
};
if (process.env.LAUREL_TEST_CLOCK) globalThis.setClock(process.env.LAUREL_TEST_CLOCK);
await import('./out/main/main.js');
`;

export type LaurelOptions = Readonly<{
  /** The portfolio's folder; a fresh one by default, gone when the window closes. */
  folder?: string;
  /** Where the window keeps its size and logs; a fresh one by default. */
  home?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Of the page, in points. */
  size?: Readonly<{ width: number; height: number }>;
  colorScheme?: 'light' | 'dark';
  /** A build other than `out`. */
  out?: string;
  /** The built page to show instead of the build's own. */
  renderer?: string;
  /**
   * What the main process takes for the time at its start, such as `2027-05-07T10:00`. Night by
   * default: the quiet hours hold back reminders, which a test on something else would not expect.
   */
  clock?: string;
  /** Runs before the first window is waited for: after a start that shows none. */
  before?: (app: ElectronApplication) => Promise<void>;
  /** A program to start instead of Electron, which starts it in turn: a tracer. */
  through?: (electron: string) => string;
}>;

export type Laurel = Readonly<{
  app: ElectronApplication;
  page: Page;
  folder: string;
  /** Where files go that the page saves. */
  saved: string;
  /** Lines that the main process has logged. */
  log: () => readonly LogLine[];
  /** Requests and navigations that were denied so far. */
  denied: () => readonly LogLine[];
  /** Keeps a picture in tests/e2e/screens when LAUREL_SCREENS is set. */
  screenshot: (name: string) => Promise<void>;
  /** Process number of the engine that runs now. */
  enginePid: () => number;
  close: () => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}>;

export type LogLine = Readonly<Record<string, unknown> & { msg: string }>;

/** Starts the real application on a portfolio of its own. Needs a display and a build. */
export async function launchLaurel(options: LaurelOptions = {}): Promise<Laurel> {
  const work = mkdtempSync(join(tmpdir(), 'laurel-e2e-'));
  const folder = options.folder ?? join(work, 'portfolio');
  const home = options.home ?? join(work, 'home');
  const saved = join(work, 'saved');
  for (const path of [home, saved]) mkdirSync(path, { recursive: true });
  const runtime = await resolveElectron();
  const switches = electronSwitches();
  const app = await _electron.launch({
    timeout: 40_000,
    chromiumSandbox: !switches.includes('--no-sandbox'),
    executablePath: options.through?.(runtime.executablePath) ?? runtime.executablePath,
    args: [appFolder(work, options), ...switches, `--data=${folder}`, ...(options.args ?? [])],
    env: {
      ...environment(),
      XDG_CONFIG_HOME: home,
      LAUREL_TEST_SAVE_DIR: saved,
      LAUREL_TEST_CLOCK: options.clock ?? `${systemClock.today()}T03:00`,
      ...options.env,
    },
  });
  await options.before?.(app);
  const page = await app.firstWindow();
  await page.waitForURL(/^app:/);
  if (options.colorScheme !== undefined)
    await page.emulateMedia({ colorScheme: options.colorScheme });
  if (options.size !== undefined) await resize(app, options.size);

  const log = () => readLog(home);
  const close = async () => {
    await within(20_000, app.close(), () => {
      app.process().kill('SIGKILL');
      return `The window did not close. Its log: ${JSON.stringify(log())}`;
    });
    rmSync(work, { recursive: true, force: true });
  };
  return {
    app,
    page,
    folder,
    saved,
    log,
    denied: () => log().filter(({ msg }) => msg.startsWith('Denied')),
    screenshot: async (name) => {
      if (!process.env['LAUREL_SCREENS']) return;
      mkdirSync(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`) });
    },
    enginePid: () => enginePid(folder),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A copy of the built application, with another page in place when one is given. */
function appFolder(work: string, { out, renderer }: LaurelOptions): string {
  const build = out ?? process.env['LAUREL_OUT'] ?? join(ROOT, 'out');
  const copy = join(work, 'app');
  for (const part of ['main', 'preload'])
    cpSync(join(build, part), join(copy, 'out', part), { recursive: true });
  cpSync(renderer ?? join(build, 'renderer'), join(copy, 'out', 'renderer'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const description: object = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...description, main: 'attach.mjs' }));
  writeFileSync(join(copy, 'attach.mjs'), ATTACH);
  return copy;
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    // A test runner's own settings are none of the application's.
    ([name]) => !/^(VITEST|NODE_|ELECTRON_RUN|LAUREL_)/.test(name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']));
}

async function resize(
  app: ElectronApplication,
  size: Readonly<{ width: number; height: number }>,
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
}

function readLog(home: string): LogLine[] {
  const own = join(home, 'Laurel');
  if (!existsSync(own)) return [];
  return readdirSync(own, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('main.log'))
    .flatMap((name) => readFileSync(join(own, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine); // written by our own logger
}

/** The engine is the one process that has the portfolio open. */
function enginePid(folder: string): number {
  const file = join(folder, 'portfolio.sqlite');
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const engine = pids.find((pid) => pid !== process.pid && hasOpen(pid, file));
  if (engine === undefined) throw new Error('No engine has the portfolio open.');
  return engine;
}

function hasOpen(pid: number, file: string): boolean {
  return unlessGone(() => readdirSync(`/proc/${pid}/fd`), []).some(
    (fd) => unlessGone(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '') === file,
  );
}

/** A process or a file that has gone since it was listed, or is not ours to look at, has nothing. */
function unlessGone<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}

/** Waits so long and no longer; what is overdue fails with words of its own. */
async function within<T>(ms: number, work: Promise<T>, overdue: () => string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(overdue())), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Fills a portfolio through the real engine, before a window opens it. */
export async function seed(folder: string, fill: (engine: Engine) => Promise<void>): Promise<void> {
  const engine = createEngine({ folder, origin: 'test', version: '0.0.0-test', ...systemClock });
  try {
    await fill(engine);
  } finally {
    engine.close();
  }
}

/** Breaches of WCAG 2.2 A and AA that axe finds, one line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  // A tooltip that is half faded in has half the contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  // Electron has no second page to run axe in, which is what the legacy mode is for.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}
