import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  protocol,
  shell,
  type Session,
  type WebContents,
} from 'electron';
import { toExternalLink } from './externalLink.ts';
import {
  isOwnRequest,
  NONCE_PLACEHOLDER,
  PAGE_ORIGIN,
  pageHeaders,
  type PageFile,
} from './pageFiles.ts';
import { words } from './words.ts';

type Log = (message: string, details: Readonly<Record<string, unknown>>) => void;

/** Chromium keeps a user's gesture alive for five seconds; a link may be asked about as long. */
const GESTURE_MS = 5000;

/** What has to be set before the app is ready. */
export function secureProcess(): void {
  // Together with --no-sandbox (root) every child process would die in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Nothing is ever looked up or fetched: no name resolves, whoever asks.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

export type SessionOptions = Readonly<{
  files: ReadonlyMap<string, PageFile>;
  /** Origin of a development server, in a checkout only. */
  devOrigin: string | null;
  /** Where downloads go without a dialog, for tests of a checkout only. */
  saveFolder: string | null;
  log: Log;
}>;

/** Serves the page and denies everything else: permissions, devices, schemes, downloads. */
export async function secureSession(session: Session, options: SessionOptions): Promise<void> {
  const { files, devOrigin, log } = options;
  let denied = 0;

  session.protocol.handle('app', (request) => servePage(request, files));
  session.webRequest.onBeforeRequest((details, callback) => {
    const own = isOwnRequest(details.url, devOrigin);
    if (!own) {
      denied += 1;
      log('Denied a request', {
        denied,
        kind: details.resourceType,
        url: details.url.slice(0, 200),
      });
    }
    callback({ cancel: !own });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${PAGE_ORIGIN}/none/`);
  guardDownloads(session, options.saveFolder);
  // A proxy that is not there: what would not go through the requests above (WebRTC) ends here.
  if (devOrigin === null)
    await session.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://laurel.invalid:1' });
}

async function servePage(
  request: Request,
  files: ReadonlyMap<string, PageFile>,
): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  const entry = `${url.protocol}//${url.host}` === PAGE_ORIGIN ? files.get(path) : undefined;
  const nonce = randomBytes(18).toString('base64');
  if (request.method !== 'GET' || entry === undefined) {
    return new Response(null, { status: 404, headers: pageHeaders('text/plain', nonce) });
  }
  const headers = pageHeaders(entry.type, nonce);
  const body = await readFile(entry.file);
  if (!entry.type.startsWith('text/html')) return new Response(new Uint8Array(body), { headers });
  return new Response(body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
}

/** Only what the page itself has made may be saved, and only where the user says. */
function guardDownloads(session: Session, saveFolder: string | null): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${PAGE_ORIGIN}/`)) {
      event.preventDefault();
      return;
    }
    const name = basename(item.getFilename());
    if (saveFolder !== null) item.setSavePath(join(saveFolder, name));
    else item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), name) });
  });
}

/**
 * Keeps a page where it is: no navigation, redirect, frame, window or webview. A link out is asked
 * about first.
 */
export function guardContents(contents: WebContents, home: string, log: Log): void {
  const stay = (
    event: Readonly<{ preventDefault: () => void }>,
    kind: string,
    url: string,
  ): void => {
    if (url === home) return;
    event.preventDefault();
    log('Denied a navigation', { kind, url: url.slice(0, 200) });
  };
  contents.on('will-navigate', (event) => stay(event, 'navigate', event.url));
  contents.on('will-frame-navigate', (event) => stay(event, 'frame', event.url));
  contents.on('will-redirect', (event) => stay(event, 'redirect', event.url));
  contents.on('will-attach-webview', (event) => stay(event, 'webview', 'webview'));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');

  let lastGesture = -Infinity;
  contents.on('input-event', (_event, { type }) => {
    if (type === 'mouseDown' || type === 'rawKeyDown' || type === 'keyDown')
      lastGesture = performance.now();
  });
  contents.setWindowOpenHandler(({ url }) => {
    // A gesture opens one link: a page cannot ask again without another.
    const asked = performance.now() - lastGesture <= GESTURE_MS;
    lastGesture = -Infinity;
    if (asked) void askToOpen(url, contents);
    else log('Denied a window', { url: url.slice(0, 200) });
    return { action: 'deny' };
  });
}

async function askToOpen(text: string, contents: WebContents): Promise<void> {
  const link = toExternalLink(text);
  const window = BrowserWindow.fromWebContents(contents);
  if (link === null || window === null) return;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.openLink(link.target),
    detail: link.url,
    buttons: [words.open, words.copyLink, words.cancel],
    defaultId: 2,
    cancelId: 2,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(link.url);
  else if (response === 1) await clipboard.writeText(link.url);
}
