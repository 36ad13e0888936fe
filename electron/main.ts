import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { app, session, shell, type BrowserWindow } from 'electron';
import { AppError } from '#shared/appError.ts';
import type { AppRequest } from '#shared/messages.ts';
import { defaultDataFolder, profileFolder, sampleFolder } from './dataFolder.ts';
import { openLog } from './engine/log.ts';
import { createEngineHost } from './engineHost.ts';
import { setMenu } from './menu.ts';
import { mapPageFiles, PAGE_ORIGIN } from './pageFiles.ts';
import { guardContents, secureProcess, secureSession } from './security.ts';
import { focusWindow, openWindow, useTheme } from './window.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const surroundings = { env: process.env, platform: process.platform, home: homedir() } as const;
const { values: given } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' } },
  strict: false,
});
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
  onEvent: () => {},
  log: warn,
});

/** What a page may ask of the application (shared/messages.ts). */
async function carryOut(request: AppRequest): Promise<void> {
  if (request.action === 'theme') {
    if (window !== null) useTheme(window, request.theme);
  } else if (request.action === 'show-folder') {
    await showFolder();
  } else if (request.action === 'open-sample') {
    await host.open(sampleFolder(dataFolder), fillSample);
  } else {
    await host.open(request.action === 'leave-sample' ? dataFolder : host.folder());
  }
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
  const page = session.defaultSession;
  await secureSession(page, {
    files: devAddress === undefined ? mapPageFiles(path('../renderer')) : new Map(),
    devOrigin: devAddress === undefined ? null : new URL(devAddress).origin,
    saveFolder: saveFolder ?? null,
    log: warn,
  });
  const opened = openWindow(profile, page, app.isPackaged);
  window = opened;
  opened.on('closed', () => {
    window = null;
  });
  setMenu(opened, () => void showFolder());
  const contents = opened.webContents;
  contents.on('dom-ready', () => {
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
  host.start();
  await open();
}

if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, home, warn));
  app.on('second-instance', () => window !== null && focusWindow(window));
  app.on('activate', () => {
    if (window === null) void open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
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
