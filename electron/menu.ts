import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { words } from './words.ts';

type Shortcut = Readonly<{
  key: string;
  modifiers: readonly ('control' | 'meta' | 'shift')[];
  shown: string;
}>;

const command = process.platform === 'darwin' ? 'meta' : 'control';
const withCommand = (key: string): Shortcut => ({
  key,
  modifiers: [command],
  shown: `CommandOrControl+${key}`,
});

/**
 * The application's menu. Its own commands are the page's shortcuts: choosing one presses the keys
 * in the page, which knows whether a text field should undo its text first (ux.md, shell).
 */
export function setMenu(window: BrowserWindow, showFolder: () => void): void {
  const isMac = process.platform === 'darwin';
  app.setAboutPanelOptions({
    applicationName: 'Laurel',
    applicationVersion: app.getVersion(),
    credits: words.aboutText,
  });

  const item = (label: string, shortcut: Shortcut): MenuItemConstructorOptions => ({
    label,
    accelerator: shortcut.shown,
    registerAccelerator: false,
    click: () => press(window, shortcut),
  });
  const redo: Shortcut = isMac
    ? { key: 'Z', modifiers: ['meta', 'shift'], shown: 'Command+Shift+Z' }
    : { key: 'Z', modifiers: ['control', 'shift'], shown: 'Control+Shift+Z' };

  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        item(words.addCredential, withCommand('N')),
        { label: words.showFolder, click: showFolder },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        item(words.undo, withCommand('Z')),
        item(words.redo, redo),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        item(words.find, withCommand('F')),
        item(words.commands, withCommand('K')),
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged
          ? []
          : ([{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      label: words.help,
      submenu: [
        item(words.shortcuts, { key: '?', modifiers: ['shift'], shown: 'Shift+/' }),
        ...(isMac ? [] : [{ label: words.about, click: () => app.showAboutPanel() }]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function press(window: BrowserWindow, { key, modifiers }: Shortcut): void {
  // The menu outlives the window on macOS, and wherever Laurel stays in the tray.
  if (window.isDestroyed()) return;
  const event = { keyCode: key, modifiers: [...modifiers] };
  window.webContents.sendInputEvent({ type: 'keyDown', ...event });
  window.webContents.sendInputEvent({ type: 'char', ...event });
  window.webContents.sendInputEvent({ type: 'keyUp', ...event });
}
