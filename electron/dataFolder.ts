import { createHash } from 'node:crypto';
import { posix, win32 } from 'node:path';

type Surroundings = Readonly<{
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  home: string;
}>;

const paths = (platform: NodeJS.Platform) => (platform === 'win32' ? win32 : posix);

/**
 * Where Laurel keeps its own things, without asking Electron, so that window and command line
 * agree: `~/.config/Laurel` on Linux (or under XDG_CONFIG_HOME), `~/Library/Application
 * Support/Laurel` on macOS, `%APPDATA%\Laurel` on Windows.
 */
export function applicationFolder({ env, platform, home }: Surroundings): string {
  const { join } = paths(platform);
  if (platform === 'win32')
    return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Laurel');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Laurel');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'Laurel');
}

/** The portfolio's folder where none is named: LAUREL_DATA, else `portfolio` in the application's. */
export function defaultDataFolder(
  env: Surroundings['env'],
  platform: NodeJS.Platform,
  home: string,
): string {
  return (
    env['LAUREL_DATA'] ||
    paths(platform).join(applicationFolder({ env, platform, home }), 'portfolio')
  );
}

/** The sample's folder, beside the portfolio's, so that the two never mix. */
export function sampleFolder(dataFolder: string): string {
  return `${dataFolder.replace(/[/\\]+$/, '')}-sample`;
}

/**
 * Where a window keeps its size, logs and page cache: apart from the portfolio, which may lie on a
 * medium that cannot be written. One to each data folder, so that two portfolios can be open at once.
 */
export function profileFolder(dataFolder: string, surroundings: Surroundings): string {
  const own = applicationFolder(surroundings);
  const { join } = paths(surroundings.platform);
  if (dataFolder === join(own, 'portfolio')) return join(own, 'window');
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return join(own, 'windows', key);
}
