import type { Command } from 'commander';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Act, Context } from '../context.ts';
import { readInput, requireWritable } from '../files.ts';
import { giveOut } from '../giveOut.ts';
import { addSaveFlags, giveOutSaved, recipeOf, type SaveFlags } from '../recordSaved.ts';
import { addResumeFlags, resumeInput, type ResumeFlags } from '../resumeFlags.ts';
import { toLine, toTable } from '../table.ts';

const CV_MAX_BYTES = 32 * 1024 * 1024;

type Output = Readonly<{ output?: string }>;

/** `export …`: resume section, tables, LinkedIn, and the check of one's own CV. */
export function addExportCommands(exporting: Command, act: Act): void {
  addSaveFlags(
    addResumeFlags(
      exporting.command('resume').description('the certifications section of a resume'),
    ),
  ).action(
    act(async (context, { output, record, place, ...flags }: ResumeFlags & SaveFlags) => {
      const input = await resumeInput(context, flags);
      const made = await context.engine.call('exports.resume', input);
      await giveOutSaved(
        context,
        made,
        { output, record, place },
        {
          output: 'resume',
          locale: await localeOf(context, input),
          ids: made.kept.map(({ id }) => id),
          recipe: recipeOf('exports.resume', input),
        },
      );
    }),
  );
  addResumeFlags(exporting.command('json-resume').description('a JSON Resume document'))
    .option('-o, --output <file>')
    .action(
      act(async (context, { output, ...flags }: ResumeFlags & Output) => {
        const input = await resumeInput(context, flags);
        giveOut(
          context,
          await context.engine.call('exports.resume', {
            ...input,
            format: 'json',
            template: null,
            // A document for programs carries what the record has, unless told otherwise.
            options: { number: true, link: true, skills: true, ...named(input.options) },
          }),
          output,
        );
      }),
    );
  exporting
    .command('schema')
    .description('the JSON Schema of the data that templates get')
    .option('-o, --output <file>')
    .action(
      act(async (context, { output }: Output) => {
        const { schema } = await context.engine.call('templates.schema', {});
        const text = `${JSON.stringify(schema, null, 2)}\n`;
        giveOut(
          context,
          { format: 'schema', mime: 'application/schema+json', text, warnings: [] },
          output,
        );
      }),
    );
  addResumeFlags(
    exporting
      .command('check <file>')
      .description('what a parser sees of your own CV, and which facts it finds'),
  ).action(
    act(async (context, file: string, flags: ResumeFlags) => {
      const { profile = null, options = {}, asOf } = await resumeInput(context, flags);
      const seen = await context.engine.call('exports.check', {
        bytes: readInput(file, CV_MAX_BYTES),
        profile,
        options,
        asOf,
      });
      context.answer(seen, describeCheck(seen));
    }),
  );
  addTableCommands(exporting, act);
}

/** The language of what is given out: as asked for, else the profile's. */
async function localeOf(
  { engine }: Context,
  { options, profile }: ProcedureInput<'exports.resume'>,
): Promise<string> {
  if (options?.locale !== undefined) return options.locale;
  const profiles = profile == null ? [] : await engine.call('profiles.list', {});
  return profiles.find(({ id }) => id === profile)?.options.locale ?? 'en';
}

function addTableCommands(exporting: Command, act: Act): void {
  exporting
    .command('csv')
    .description('every credential as a table')
    .option('-o, --output <file>')
    .action(
      act(async (context, { output }: Output) =>
        giveOut(context, await context.engine.call('exports.csv', { asOf: context.asOf }), output),
      ),
    );
  exporting
    .command('ics')
    .description('every day to come as a calendar file, with alarms')
    .option('-o, --output <file>')
    .action(
      act(async (context, { output }: Output) => {
        if (output !== undefined) requireWritable(output);
        giveOut(context, await context.engine.call('exports.ics', { asOf: context.asOf }), output);
      }),
    );
  addSaveFlags(
    exporting.command('linkedin [id]').description('the Add-to-profile link and the form’s fields'),
  ).action(
    act(async (context, ref: string | undefined, flags: SaveFlags) => {
      const ids = ref === undefined ? null : [await context.idOf(ref)];
      const sheets = await context.engine.call('exports.linkedin', { ids, asOf: context.asOf });
      const text = sheets
        .map(
          ({ title, link, fields }) =>
            `${toLine(title)}\n${toTable(fields.map(({ name, value }) => [`  ${name}`, toLine(value)]))}\n  ${link}\n`,
        )
        .join('\n');
      const warnings = sheets.flatMap((sheet) => sheet.warnings);
      await giveOutSaved(
        context,
        { format: 'linkedin', mime: 'text/plain', text, warnings },
        flags,
        { output: 'linkedin', ids: sheets.map(({ id }) => id) },
        { sheets },
      );
    }),
  );
}

function named<T extends object>(options: T | undefined): Partial<T> {
  const entries = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>; // the same keys, fewer of them
}

function describeCheck(seen: ProcedureOutput<'exports.check'>): string {
  const { credentials, absent, text, warnings } = seen;
  const rows = credentials.map(({ title, missing }) => [
    toLine(title),
    missing.length === 0
      ? 'found'
      : `lacks ${missing.map(({ fact, text: shown }) => `${fact} (${toLine(shown)})`).join(', ')}`,
  ]);
  return [
    `A parser reads ${text.length} characters.`,
    ...warnings.map(toLine),
    '',
    ...(rows.length === 0 ? [] : [toTable(rows)]),
    ...absent.map(({ title }) => `Not found: ${toLine(title)}`),
  ].join('\n');
}
