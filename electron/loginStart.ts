import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { autostartEntry, isAutostartOn } from './autostart.ts';

export type LoginStart = Readonly<{
  /** Null: this system, or this start of Laurel, cannot do it. */
  isOn: () => boolean | null;
  /** @throws the file system's own error */
  set: (on: boolean) => void;
}>;

export type LoginStartOptions = Readonly<{
  /** The folder of configurations, XDG_CONFIG_HOME. */
  configHome: string;
  /** Tells apart the portfolios that start at login. */
  name: string;
  /** Arguments that open the same portfolio again. */
  args: readonly string[];
}>;

/**
 * Starting with the session, without a window: by the system's own list on Windows and macOS, by an
 * XDG autostart file on Linux.
 */
export function createLoginStart({ configHome, name, args }: LoginStartOptions): LoginStart {
  const own = [...ownArguments(), ...args, '--hidden'];
  if (process.platform === 'linux') {
    const file = join(configHome, 'autostart', `${name}.desktop`);
    return {
      isOn: () => existsSync(file) && isAutostartOn(readFileSync(file, 'utf8')),
      set: (on) => {
        if (!on) {
          rmSync(file, { force: true });
          return;
        }
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, autostartEntry([ownProgram(), ...own]));
      },
    };
  }
  // macOS starts bundles only, which a checkout is not.
  if (process.platform === 'darwin' && !app.isPackaged) return { isOn: () => null, set: () => {} };
  const item = process.platform === 'win32' ? { path: process.execPath, args: own } : {};
  return {
    isOn: () => app.getLoginItemSettings(item).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, ...item }),
  };
}

/** Whether the session has started this process, which shows no window then. */
export function wasStartedAtLogin(): boolean {
  // macOS passes no arguments to what it starts.
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** An AppImage runs from a mount that is gone by the next login. */
const ownProgram = (): string => process.env['APPIMAGE'] ?? process.execPath;

/** What starts a checkout again: its folder, and the switches without which it would not start. */
function ownArguments(): string[] {
  const switches = ['no-sandbox', 'disable-gpu'].filter((name) => app.commandLine.hasSwitch(name));
  return [...(app.isPackaged ? [] : [app.getAppPath()]), ...switches.map((name) => `--${name}`)];
}
