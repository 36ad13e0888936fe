import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** Whether a session bus and a notification server can be started here, as on a Linux desktop. */
export const canNotify = ['dbus-daemon', 'dbus-send', 'dunst', 'notify-send'].every(isThere);

export type NotificationServer = AsyncDisposable &
  Readonly<{
    /** What a program needs to find the bus. */
    env: Readonly<Record<string, string>>;
    /** How many notifications stand on the desktop. */
    displayed: () => number;
    /** Does what a click on the latest one does. */
    click: () => void;
  }>;

/** Starts a session bus of its own and, unless told otherwise, the real server dunst on it. */
export async function startNotifications({ server = true } = {}): Promise<NotificationServer> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = await once(createInterface({ input: bus.stdout }), 'line');
  const env = { DBUS_SESSION_BUS_ADDRESS: String(address) };
  const surroundings = { ...process.env, ...env };
  const dunst = server ? spawn('dunst', { env: surroundings, stdio: 'ignore' }) : null;
  const control = (...args: string[]) =>
    execFileSync('dunstctl', args, {
      env: surroundings,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  if (dunst !== null) await untilAnswers(() => control('count', 'displayed'));
  return {
    env,
    displayed: () => Number(control('count', 'displayed')),
    click: () => void control('action', '0'),
    [Symbol.asyncDispose]: async () => {
      for (const child of [dunst, bus]) await end(child);
    },
  };
}

async function untilAnswers(ask: () => unknown): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      ask();
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
