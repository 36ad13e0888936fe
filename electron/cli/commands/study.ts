import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { splitWords } from '#shared/domain/fieldText.ts';
import { offSchema, type StudySettings } from '#shared/domain/studySettings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act, Context } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { dayOf } from '../day.ts';
import { collectOption } from '../values.ts';

type Options = Readonly<{
  hoursPerWeek?: string;
  by?: string;
  for?: string[];
  after?: string[];
  off?: string[];
  dryRun?: boolean;
  clear?: boolean;
}>;

/** study: which course in which week. */
export function addStudyCommands(program: Command, act: Act): void {
  program
    .command('study')
    .description('a study plan: which course in which week; without options, the one that is kept')
    .option('--for <id,…>', 'the courses; may be given again', collectOption)
    .option('--by <day>', 'when all is to be done')
    .option('--hours-per-week <hours>', 'default: those of the settings')
    .option('--off <day..day>', 'days without study; may be given again', collectOption)
    .option(
      '--after <course:before>',
      'a course comes after another; may be given again',
      collectOption,
    )
    .option('--dry-run', 'work it out, keep nothing')
    .option('--clear', 'keep no plan any more')
    .action(
      act(async (context: Context, options: Options) => {
        const { engine, asOf, answer } = context;
        if (options.clear === true) {
          const done = await engine.call('study.clear', {});
          answer(done, done.removed ? 'Removed the study plan.' : 'There was no study plan.');
          return;
        }
        const before = await engine.call('study.get', { asOf });
        const changes = ['for', 'by', 'hoursPerWeek', 'off', 'after'] as const;
        if (changes.every((name) => options[name] === undefined)) {
          if (before !== null) answer(before, planText(before));
          else answer(null, 'There is no study plan. Make one with --for and --by.');
          return;
        }
        const settings = await settingsOf(context, options, before?.settings ?? null);
        const plan = await engine.call(options.dryRun === true ? 'study.preview' : 'study.plan', {
          asOf,
          settings,
        });
        answer(plan, planText(plan));
      }),
    );
}

/** What is named in place of what the kept plan has. @throws AppError invalid_input, invalid_date */
async function settingsOf(
  { idOf }: Context,
  options: Options,
  before: StudySettings | null,
): Promise<StudySettings> {
  const refs = options.for?.flatMap(splitWords);
  const ids =
    refs === undefined
      ? before?.courses.map(({ credentialId }) => credentialId)
      : await Promise.all(refs.map((ref) => idOf(ref)));
  const by = options.by === undefined ? before?.by : dayOf(options.by, '--by');
  if (ids === undefined || ids.length === 0)
    throw new AppError('invalid_input', 'Say which courses: --for ID,ID.', { path: 'for' });
  if (by === undefined)
    throw new AppError('invalid_input', 'Say by when: --by 2027-03-31.', { path: 'by' });
  const pairs =
    options.after === undefined
      ? null
      : await Promise.all(
          options.after.map(async (text) => {
            const [course, first] = splitAt(text, ':', '--after', 'COURSE:BEFORE');
            return { course: await idOf(course), first: await idOf(first) };
          }),
        );
  const kept = new Map(before?.courses.map(({ credentialId, after }) => [credentialId, after]));
  return {
    weeklyHours:
      options.hoursPerWeek === undefined
        ? (before?.weeklyHours ?? null)
        : hoursOf(options.hoursPerWeek),
    by,
    off: options.off === undefined ? [...(before?.off ?? [])] : options.off.map(offOf),
    courses: ids.map((credentialId) => ({
      credentialId,
      after:
        pairs === null
          ? [...(kept.get(credentialId) ?? [])]
          : pairs.filter(({ course }) => course === credentialId).map(({ first }) => first),
    })),
  };
}

function offOf(text: string) {
  const [from, to] = text.includes('..') ? splitAt(text, '..', '--off', 'DAY..DAY') : [text, text];
  const off = offSchema.safeParse({ from: dayOf(from, '--off'), to: dayOf(to, '--off') });
  if (off.success) return off.data;
  throw new AppError('invalid_date', `--off: "${text}" ends before it begins.`, { path: 'off' });
}

/** The two sides of the last separator: titles may hold one too. @throws AppError invalid_input */
function splitAt(
  text: string,
  separator: string,
  option: string,
  form: string,
): [before: string, after: string] {
  const at = text.lastIndexOf(separator);
  const sides: [string, string] = [text.slice(0, at), text.slice(at + separator.length)];
  if (at > 0 && sides[1].trim() !== '') return sides;
  throw new AppError('invalid_input', `${option}: "${text}" is not ${form}.`, {
    path: option.slice(2),
  });
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (text.trim() !== '' && hours >= 0 && hours <= 100) return hours;
  throw new AppError(
    'invalid_input',
    `--hours-per-week: "${text}" is not a number from 0 to 100.`,
    {
      path: 'hoursPerWeek',
    },
  );
}

function planText(plan: NonNullable<ProcedureOutput<'study.get'>>): string {
  const weeks = plan.weeks
    .filter(({ items, daysOff }) => items.length > 0 || daysOff > 0)
    .map(({ monday, hours, items, daysOff }) => [
      monday,
      `${hours} h`,
      [
        ...items.map(
          ({ title, hours: own, done }) => `${toLine(title)} ${own} h${done ? ', done' : ''}`,
        ),
        ...(daysOff === 0 ? [] : [`${daysOff} ${daysOff === 1 ? 'day' : 'days'} off`]),
      ].join('; '),
    ]);
  const courses = plan.courses.map(({ title, hoursLeft, due, finishes, hoursShort }) => [
    toLine(title),
    `${hoursLeft} h`,
    `due ${due}`,
    finishes === null ? 'no end in sight' : `done about ${finishes}`,
    hoursShort === 0 ? '' : `${hoursShort} h short`,
  ]);
  return [
    plan.verdict,
    ...(courses.length === 0 ? [] : [toTable(courses)]),
    ...(weeks.length === 0 ? [] : [toTable([['Week of', 'Hours', 'Study'], ...weeks])]),
    ...plan.withoutHours.map(
      ({ title }) => `${toLine(title)}: no hours are stated, so it is not planned.`,
    ),
    ...plan.warnings.map((warning) => `Note: ${toLine(warning)}`),
  ].join('\n');
}
