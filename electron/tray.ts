import {
  app,
  Menu,
  nativeImage,
  Tray,
  type BrowserWindow,
  type MenuItemConstructorOptions,
} from 'electron';
import { iconFile } from './icons.ts';
import { trayMenu, type TrayAction, type TrayFacts } from './trayMenu.ts';
import { words } from './words.ts';

export type LaurelTray = Readonly<{
  show: (facts: TrayFacts & Readonly<{ attention: number }>) => void;
}>;

/**
 * Puts Laurel into the tray.
 * @returns null where there is none to be had
 */
export function createTray(
  carryOut: (action: TrayAction) => void,
  onFailure: (error: unknown) => void,
): LaurelTray | null {
  let tray: Tray;
  try {
    tray = new Tray(iconFile(process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'));
  } catch (error) {
    onFailure(error);
    return null;
  }
  // On macOS a click opens the menu; elsewhere it opens the window, and the other button the menu.
  if (process.platform !== 'darwin') tray.on('click', () => carryOut({ do: 'open-window' }));
  return {
    show: ({ attention, ...facts }) => {
      const lines = trayMenu(facts).map((line): MenuItemConstructorOptions => {
        if (line === 'rule') return { type: 'separator' };
        const { label, action } = line;
        return {
          label: literal(label),
          enabled: action !== null,
          click: () => {
            if (action !== null) carryOut(action);
          },
        };
      });
      // Linux takes up a change only with a new menu.
      tray.setContextMenu(Menu.buildFromTemplate(lines));
      tray.setToolTip(attention === 0 ? 'Laurel' : `Laurel: ${words.attention(attention)}`);
    },
  };
}

/** Shows how many need attention on the dock or the taskbar, where the system has a place for it. */
export function showAttention(count: number, window: BrowserWindow | null): void {
  if (process.platform === 'win32') {
    if (count === 0) window?.setOverlayIcon(null, '');
    else
      window?.setOverlayIcon(
        nativeImage.createFromPath(iconFile('overlay.png')),
        words.attention(count),
      );
  } else {
    app.setBadgeCount(count);
  }
}

/** Menus take an ampersand for the mark of a shortcut, except on macOS. */
function literal(label: string): string {
  return process.platform === 'darwin' ? label : label.replaceAll('&', '&&');
}
