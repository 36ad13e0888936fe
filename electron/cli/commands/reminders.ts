import { spawnSync } from 'node:child_process';
import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { timerFiles, timerKinds, type TimerKind } from '../timerFiles.ts';

type Reminders = ProcedureOutput<'reminders.due'>['reminders'];
type Options = Readonly<{ notify?: boolean; preview?: boolean; installTimer?: TimerKind }>;

/** remind: the reminders due now, for a person, for cron, systemd timers and the Task Scheduler. */
export function addReminderCommands(program: Command, act: Act): void {
  program
    .command('remind')
    .description('the reminders due now')
    .option('--notify', 'show them on the desktop and mark them shown')
    .option('--preview', 'everything that will fire in the next twelve months')
    .addOption(
      new Option(
        '--install-timer <kind>',
        'print what runs "laurel remind --notify" every hour',
      ).choices(timerKinds),
    )
    .action(
      act(async ({ engine, asOf, answer }, options: Options) => {
        if (options.installTimer !== undefined) {
          const files = timerFiles(options.installTimer);
          answer(
            { files },
            files.map(({ path, content, how }) => `# ${path}\n${content}\n# ${how}`).join('\n\n'),
          );
          return;
        }
        if (options.preview === true) {
          const days = await engine.call('reminders.preview', { asOf });
          const rows = days.flatMap(({ day, reminders }) =>
            reminders.map(({ title, body }) => [day, toLine(title), toLine(body)]),
          );
          answer(
            { asOf, days },
            rows.length === 0 ? 'Nothing will fire in the next twelve months.' : toTable(rows),
          );
          return;
        }
        const due = await engine.call('reminders.due', { asOf });
        if (options.notify === true && due.reminders.length > 0) {
          notify(due.reminders);
          await engine.call('reminders.mark', {
            keys: due.reminders.map(({ key }) => key),
            state: 'shown',
            today: asOf,
          });
        }
        const rows = due.reminders.map(({ on, title, body }) => [on, toLine(title), toLine(body)]);
        answer(due, rows.length === 0 ? 'Nothing to be reminded of.' : toTable(rows));
      }),
    );
}

/** Shows one notification: a single reminder, or all of them as one. @throws AppError refused */
function notify(reminders: Reminders): void {
  const [only, more] = reminders;
  if (only === undefined) return;
  const title = more === undefined ? only.title : `You have ${reminders.length} reminders`;
  const body =
    more === undefined ? only.body : reminders.map((reminder) => reminder.title).join('\n');
  const [command, args] = notifier(toLine(title), body.split('\n').map(toLine).join('\n'));
  const { error, status } = spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 });
  if (error || status !== 0) {
    throw new AppError(
      'refused',
      `The desktop took no notification (${command}). Nothing was marked as shown.`,
      { cause: error },
    );
  }
}

/** The system's own program for a notification; texts travel as arguments, never as a script. */
function notifier(title: string, body: string): [command: string, args: string[]] {
  if (process.platform === 'darwin') {
    const script =
      'on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run';
    return ['osascript', ['-e', script, title, body]];
  }
  if (process.platform === 'win32') return ['msg', ['*', `${title}\n${body}`]];
  return ['notify-send', ['--app-name=Laurel', '--', title, body]];
}
