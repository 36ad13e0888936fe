import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '#shared/appError.ts';
import { notificationBody } from '../notificationText.ts';
import { toLine } from './table.ts';

export type DesktopNotice = Readonly<{
  title: string;
  body: string;
  /** The record that a click opens; null: what is due today. */
  subjectId: string | null;
  /** The portfolio's folder. */
  folder: string;
}>;

/** Waits for the notification's click or its end, and starts Laurel on a click. */
const OPEN_ON_CLICK = `
  action=$(notify-send --app-name=Laurel --action=default=Open -- "$1" "$2") || exit 1
  [ "$action" = default ] || exit 0
  shift 2
  exec "$@" >/dev/null 2>&1`;

/** A desktop that refuses does so at once; one that shows a notification says nothing until its end. */
const REFUSAL_MS = 1000;

/**
 * Shows a notification by the system's own program; texts travel as arguments, never as a script.
 * On Linux, where Laurel is installed, a click on it opens the record also when Laurel is not running.
 * @param app the installed application; null: there is none
 * @throws AppError refused when the desktop takes it not
 */
export async function showOnDesktop(
  notice: DesktopNotice,
  app: string | null = installedApp(),
): Promise<void> {
  const title = toLine(notice.title);
  const body = notificationBody(notice.body.split('\n').map(toLine).join('\n'));
  if (process.platform === 'linux' && app !== null && takesActions()) {
    await showClickable(title, body, [
      app,
      `--data=${notice.folder}`,
      ...(notice.subjectId === null ? [] : [`--open=${notice.subjectId}`]),
    ]);
    return;
  }
  const [command, args] = notifier(title, body);
  const { error, status } = spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 });
  if (error || status !== 0) throw refused(command, error);
}

/** Leaves a process behind that waits for the click; it ends with the notification. */
async function showClickable(title: string, body: string, open: string[]): Promise<void> {
  const waiting = spawn('sh', ['-c', OPEN_ON_CLICK, 'sh', title, body, ...open], {
    detached: true,
    stdio: 'ignore',
  });
  const [status] = await Promise.race([once(waiting, 'exit'), setTimeout(REFUSAL_MS, [0])]);
  if (status !== 0) throw refused('notify-send', undefined);
  waiting.unref();
}

/** Whether this notify-send (0.7.10 or later) can wait for a click. */
function takesActions(): boolean {
  const { stdout } = spawnSync('notify-send', ['--help'], { encoding: 'utf8', timeout: 10_000 });
  return stdout?.includes('--action') ?? false;
}

/** The application that this command was installed with: its Node lies in its resources folder. */
function installedApp(): string | null {
  const program = join(dirname(process.execPath), '..', 'laurel-app');
  return existsSync(program) ? program : null;
}

function notifier(title: string, body: string): [command: string, args: string[]] {
  if (process.platform === 'darwin') {
    const script =
      'on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run';
    return ['osascript', ['-e', script, title, body]];
  }
  if (process.platform === 'win32') return ['msg', ['*', `${title}\n${body}`]];
  return ['notify-send', ['--app-name=Laurel', '--', title, body]];
}

function refused(command: string, cause: Error | undefined): AppError {
  return new AppError(
    'refused',
    `The desktop took no notification (${command}). Nothing was marked as shown.`,
    { cause },
  );
}
