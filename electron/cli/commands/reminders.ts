import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import { showOnDesktop } from '../desktopNotification.ts';
import { toLine, toTable } from '../table.ts';
import { timerFiles, timerKinds, type TimerKind } from '../timerFiles.ts';

type Reminders = ProcedureOutput<'reminders.due'>['reminders'];
type Options = Readonly<{
  notify?: boolean;
  preview?: boolean;
  installTimer?: TimerKind;
  dismiss?: string[];
  done?: string[];
  snooze?: string[];
  until?: string;
}>;

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
    .option('--dismiss <key...>', 'never tell these again; keys as --json prints them')
    .option('--done <key...>', 'these are done for this cycle')
    .option('--snooze <key...>', 'tell these again from --until on')
    .option('--until <day>', 'the day to snooze to')
    .action(
      act(async ({ engine, folder, asOf, answer }, options: Options) => {
        const marks = marksOf(options);
        if (marks.length > 0) {
          let marked = 0;
          for (const mark of marks) {
            marked += (await engine.call('reminders.mark', { ...mark, today: asOf })).marked;
          }
          answer({ marked }, `Kept for ${marked} ${marked === 1 ? 'reminder' : 'reminders'}.`);
          return;
        }
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
          await showOnDesktop({ ...noticeOf(due.reminders), folder });
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

type Mark = Omit<ProcedureInput<'reminders.mark'>, 'today'>;

/** @throws AppError invalid_input for a snooze without its day */
function marksOf({ dismiss, done, snooze, until }: Options): Mark[] {
  const day = plainDateSchema.safeParse(until);
  if (snooze !== undefined && !day.success) {
    throw new AppError('invalid_input', 'Say until when: --until 2027-03-01.', { path: 'until' });
  }
  return [
    ...(dismiss === undefined ? [] : [{ keys: dismiss, state: 'dismissed' as const }]),
    ...(done === undefined ? [] : [{ keys: done, state: 'done' as const }]),
    ...(snooze === undefined || !day.success
      ? []
      : [{ keys: snooze, state: 'snoozed' as const, until: day.data }]),
  ];
}

/** One notice: a single reminder, or all of them as one. */
function noticeOf(reminders: Reminders): Readonly<{
  title: string;
  body: string;
  subjectId: string | null;
}> {
  const [only, more] = reminders;
  return only !== undefined && more === undefined
    ? only
    : {
        title: `You have ${reminders.length} reminders`,
        body: reminders.map(({ title }) => title).join('\n'),
        subjectId: null,
      };
}
