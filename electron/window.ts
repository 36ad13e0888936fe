import { fileURLToPath } from 'node:url';
import { BrowserWindow, nativeTheme, screen, type Session } from 'electron';
import { iconFile } from './icons.ts';
import { fitBounds, readWindowState, SMALLEST, writeWindowState } from './windowState.ts';

export type Theme = 'system' | 'light' | 'dark';

/** Page backgrounds of ux/tokens.md, so that the first frame has the page's colour. */
const BACKGROUND = { light: '#FFFFFF', dark: '#171A19' } as const;

/**
 * Opens the one window, where and as large as it was. It shows itself once the page has painted.
 * @param profile folder that keeps its place
 */
export function openWindow(profile: string, session: Session, isPackaged: boolean): BrowserWindow {
  const state = readWindowState(profile);
  nativeTheme.themeSource = state.theme;
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(
    ({ workArea }) => workArea,
  );
  const window = new BrowserWindow({
    ...fitBounds(state.bounds, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Laurel',
    icon: iconFile('app/256x256.png'),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      session,
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(profile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
      theme: nativeTheme.themeSource,
    });
  });
  return window;
}

/** Takes up the theme that the page has been set to, for the frame and for the next start. */
export function useTheme(window: BrowserWindow, theme: Theme): void {
  nativeTheme.themeSource = theme;
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light);
}

/** Brings the window to the front, from wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
