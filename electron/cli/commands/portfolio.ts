import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { settingsSchema, type Settings } from '#shared/domain/settings.ts';
import { databaseFile } from '../../engine/database.ts';
import { dataFolderOf, type Act, type GlobalOptions } from '../context.ts';
import { toLine, toTable } from '../table.ts';

const UNITS_DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
const DAMAGED = 3;

/** demo, due, doctor, path. */
export function addPortfolioCommands(program: Command, act: Act): void {
  program
    .command('demo')
    .description('fill an empty portfolio with a realistic sample')
    .action(
      act(async ({ engine, answer }) => {
        const done = await engine.call('portfolio.demo', {});
        answer(done, `Added ${done.added} sample credentials.`);
      }),
    );

  program
    .command('due')
    .description('what needs attention, soonest first')
    .option('--within <days>', 'how far ahead, such as 90d', '90d')
    .action(
      act(async ({ engine, asOf, answer }, { within }: Readonly<{ within: string }>) => {
        const due = await engine.call('credentials.due', { asOf, withinDays: toDays(within) });
        const rows = due.items.map(({ on, title, reason }) => [on, toLine(title), reason]);
        answer(due, rows.length === 0 ? `Nothing is due within ${within}.` : toTable(rows));
      }),
    );

  program
    .command('settings')
    .description('preferences of the portfolio, such as leadDays, weeklyHours, birthMonth')
    .option(
      '--set <name=value>',
      'may be given again',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .action(
      act(async ({ engine, answer }, { set = [] }: Readonly<{ set?: string[] }>) => {
        const settings =
          set.length === 0
            ? await engine.call('settings.get', {})
            : await engine.call('settings.set', changesOf(set));
        answer(
          settings,
          toTable(Object.entries(settings).map(([name, value]) => [name, String(value ?? '')])),
        );
      }),
    );

  program
    .command('doctor')
    .description('prove that the portfolio is whole')
    .option('--repair', 'mend what can be mended from the change log')
    .action(
      act(async ({ engine, answer }, { repair }: Readonly<{ repair?: boolean }>) => {
        const report = await engine.call('portfolio.doctor', { repair: repair === true });
        const rows = report.findings.map(({ state, check, detail }) => [
          state,
          check,
          toLine(detail),
        ]);
        answer(
          report,
          `${toTable(rows)}\n${report.healthy ? 'The portfolio is whole.' : 'The portfolio is damaged.'}`,
        );
        if (!report.healthy) process.exitCode = DAMAGED;
      }),
    );

  program
    .command('path')
    .description('where the data lies')
    .action((_options: unknown, command: Command) => {
      const globals = command.optsWithGlobals<GlobalOptions>();
      const folder = dataFolderOf(globals);
      const place = { folder, database: databaseFile(folder) };
      process.stdout.write(globals.json === true ? `${JSON.stringify(place)}\n` : `${folder}\n`);
    });
}

function changesOf(entries: readonly string[]): Partial<Settings> {
  const raw = Object.fromEntries(
    entries.map((entry): [string, unknown] => {
      const [name = '', ...rest] = entry.split('=');
      const text = rest.join('=').trim();
      return [name.trim(), text === '' ? null : /^\d+(\.\d+)?$/.test(text) ? Number(text) : text];
    }),
  );
  const changes = settingsSchema.partial().safeParse(raw);
  if (changes.success) return changes.data as Partial<Settings>; // without undefined: every name has a value
  const [issue] = changes.error.issues;
  throw new AppError(
    'invalid_input',
    `${String(issue?.path[0] ?? 'settings')}: ${issue?.message ?? 'not a setting'}`,
    { path: String(issue?.path[0] ?? 'set') },
  );
}

/** `90d`, `12w`, `6m` or `1y` as days. @throws AppError invalid_input */
function toDays(text: string): number {
  const match = /^(\d+)\s*([dwmy]?)$/i.exec(text.trim());
  if (!match)
    throw new AppError('invalid_input', `--within: "${text}" is not a time such as 90d or 6m.`, {
      path: 'within',
    });
  return Number(match[1]) * (UNITS_DAYS[(match[2] || 'd').toLowerCase()] ?? 1);
}
