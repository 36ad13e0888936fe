import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { app, session, shell, type BrowserWindow } from 'electron';
import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import type { AppMessage, AppRequest } from '#shared/messages.ts';
import { defaultDataFolder, profileFolder, sampleFolder } from './dataFolder.ts';
import { openLog } from './engine/log.ts';
import { createEngineHost } from './engineHost.ts';
import { createLoginStart, wasStartedAtLogin } from './loginStart.ts';
import { setMenu } from './menu.ts';
import { createNativeReminders } from './nativeReminders.ts';
import { mapPageFiles, PAGE_ORIGIN } from './pageFiles.ts';
import { guardContents, secureProcess, secureSession } from './security.ts';
import { showAttention } from './tray.ts';
import { focusWindow, openWindow, useTheme } from './window.ts';

/** The same as in electron-builder.yml: Windows knows a program's notifications by it. */
const APP_ID = 'io.github.laurel.Laurel';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const surroundings = { env: process.env, platform: process.platform, home: homedir() } as const;
const { values: given } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' }, open: { type: 'string' }, hidden: { type: 'boolean' } },
  strict: false,
});
const startSchema = z.object({
  /** The record to open, by its id. */
  open: z.uuid().nullable().catch(null),
  /** Without a window: started by the system, not by a person. */
  hidden: z.boolean().catch(false),
});
const asked = startSchema.parse({ open: given.open, hidden: given.hidden });
const dataFolder = resolve(
  typeof given.data === 'string' && given.data !== ''
    ? given.data
    : defaultDataFolder(process.env, process.platform, homedir()),
);
const profile = profileFolder(dataFolder, surroundings);
const logs = join(profile, 'logs');
// A checkout only: a packaged app takes neither a page nor a place to save from its surroundings.
const devAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const saveFolder = app.isPackaged ? undefined : process.env['LAUREL_TEST_SAVE_DIR'];
const home = devAddress ?? `${PAGE_ORIGIN}/index.html`;

secureProcess();
mkdirSync(profile, { recursive: true });
app.setPath('userData', profile);
app.setPath('sessionData', profile);
app.setAppLogsPath(logs);

const log = openLog(logs, 'main');
const warn = (message: string, details: Readonly<Record<string, unknown>>) =>
  log.warn(details, message);
let window: BrowserWindow | null = null;
let attention = 0;
/** Whether the page has said that it is there to be told. */
let listening = false;
/** What the page is to open once it listens. */
let toOpen: AppMessage | null = null;
let lastFailure = '';
let stopped = false;

const host = createEngineHost({
  script: path('./engine.js'),
  folder: dataFolder,
  logs,
  version: app.getVersion(),
  onAppRequest: (request) => {
    carryOut(request).catch((error: unknown) =>
      log.error({ err: error }, 'A request of the page failed'),
    );
  },
  onEvent: (event) => {
    if (event.name === 'changed') native.changed();
  },
  onReady: () => native.changed(),
  log: warn,
});

const native = createNativeReminders({
  host,
  folder: dataFolder,
  profile,
  loginStart: createLoginStart({
    configHome: process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'),
    name: basename(profile) === 'window' ? APP_ID : `${APP_ID}-${basename(profile)}`,
    args:
      dataFolder === defaultDataFolder({}, process.platform, homedir())
        ? []
        : [`--data=${dataFolder}`],
  }),
  openRecord: (subjectId) => void openRecord(subjectId).catch(failed),
  showWindow,
  quit: () => app.quit(),
  tell,
  onAttention: (count) => {
    attention = count;
    showAttention(count, window);
  },
  onFailure: failed,
});

/** A failure that lasts is tried again every minute and logged once. */
function failed(error: unknown): void {
  const text = String(error);
  if (text !== lastFailure) log.error({ err: error }, 'Reminders could not be shown');
  lastFailure = text;
}

/** @returns false when no page listens */
function tell(message: AppMessage): boolean {
  if (listening) host.tell(message);
  return listening;
}

function showWindow(): void {
  if (window === null) void open().catch(failed);
  else focusWindow(window);
}

/** Opens a record of the user's own portfolio, also from a start without a window. */
async function openRecord(subjectId: string | null): Promise<void> {
  if (host.folder() !== dataFolder) await host.open(dataFolder);
  toOpen = { type: 'open', subjectId };
  showWindow();
  openWhenReady();
}

function openWhenReady(): void {
  if (toOpen !== null && tell(toOpen)) toOpen = null;
}

/** What a page may ask of the application (shared/messages.ts). */
async function carryOut(request: AppRequest): Promise<void> {
  if (request.action === 'theme') {
    if (window !== null) useTheme(window, request.theme);
  } else if (request.action === 'show-folder') {
    await showFolder();
  } else if (request.action === 'open-sample') {
    await host.open(sampleFolder(dataFolder), fillSample);
  } else if (request.action === 'leave-sample') {
    await host.open(dataFolder);
  } else if (request.action === 'reopen') {
    await host.open(host.folder());
  } else {
    if (request.action === 'native-state') greetPage();
    await native.carryOut(request);
  }
}

/** The page has asked how things are, so it listens: now it gets what was kept for it. */
function greetPage(): void {
  listening = window !== null;
  openWhenReady();
  native.pageReady();
}

async function fillSample(): Promise<void> {
  try {
    await host.call('portfolio.demo', {});
  } catch (error) {
    // The sample from last time is opened as the user left it.
    if (!(error instanceof AppError && error.code === 'refused')) throw error;
  }
}

async function showFolder(): Promise<void> {
  const problem = await shell.openPath(host.folder());
  if (problem !== '') log.warn({ problem }, 'The data folder could not be shown');
}

async function open(): Promise<void> {
  const opened = openWindow(profile, session.defaultSession, app.isPackaged);
  window = opened;
  opened.on('closed', () => {
    window = null;
    listening = false;
  });
  showAttention(attention, opened);
  setMenu(opened, () => void showFolder());
  const contents = opened.webContents;
  contents.on('dom-ready', () => {
    listening = false;
    if (contents.getURL().split(/[?#]/, 1)[0] === home.split(/[?#]/, 1)[0]) host.connect(contents);
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    log.error({ reason }, 'The page ended by itself');
    if (reason !== 'clean-exit' && reason !== 'killed') contents.reload();
  });
  await contents.loadURL(home).catch(unlessReloaded);
}

/** A load that a reload has overtaken is no failure. */
function unlessReloaded(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) throw error;
}

async function run(): Promise<void> {
  await app.whenReady();
  await secureSession(session.defaultSession, {
    files: devAddress === undefined ? mapPageFiles(path('../renderer')) : new Map(),
    devOrigin: devAddress === undefined ? null : new URL(devAddress).origin,
    saveFolder: saveFolder ?? null,
    log: warn,
  });
  host.start();
  if (asked.open !== null) toOpen = { type: 'open', subjectId: asked.open };
  if (!asked.hidden && !wasStartedAtLogin()) await open();
  native.start();
}

/** Another start of Laurel has handed over what it was asked. */
function takeOver(start: unknown): void {
  const { open: subjectId, hidden } = startSchema.parse(start ?? {});
  if (subjectId !== null) openRecord(subjectId).catch(failed);
  // One that the session starts finds Laurel at work already.
  else if (!hidden) showWindow();
}

app.setAppUserModelId(APP_ID);
if (app.requestSingleInstanceLock(asked)) {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, home, warn));
  app.on('second-instance', (_event, _argv, _folder, start) => takeOver(start));
  app.on('activate', () => {
    if (window === null) void open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && !native.staysInTray()) app.quit();
  });
  app.on('will-quit', (event) => {
    if (stopped) return;
    // The portfolio is closed first, so that its WAL is written back.
    event.preventDefault();
    void host.stop().finally(() => {
      stopped = true;
      // Not from within this event: Electron takes no second quit while it handles the first.
      setImmediate(() => app.quit());
    });
  });
  run().catch((error: unknown) => {
    log.fatal({ err: error }, 'The window could not be opened');
    app.exit(1);
  });
} else {
  app.quit();
}
