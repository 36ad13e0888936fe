import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { templateTargets, type TemplateTarget } from '#shared/domain/template.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import type { Act, Context } from '../context.ts';
import { readInput } from '../files.ts';
import { addResumeFlags, named, profileOf, resumeInput, type ResumeFlags } from '../resumeFlags.ts';
import { toLine, toTable } from '../table.ts';

const TEMPLATE_MAX_BYTES = 1024 * 1024;

/** profile, template. */
export function addProfileCommands(program: Command, act: Act): void {
  const profile = program
    .command('profile')
    .description('versions of the resume section under a name');
  profile
    .command('list')
    .description('every saved version')
    .action(
      act(async ({ engine, answer }) => {
        const all = await engine.call('profiles.list', {});
        const rows = all.map(({ name, format, options }) => [
          toLine(name),
          format,
          options.order,
          options.locale,
          ...options.tag.map(toLine),
        ]);
        answer(all, rows.length === 0 ? 'No version is saved yet.' : toTable(rows));
      }),
    );
  profile
    .command('show <name>')
    .description('what a version chooses')
    .action(
      act(async (context, ref: string) => {
        const found = await profileOf(context, ref);
        context.answer(found, JSON.stringify(found, null, 2));
      }),
    );
  addResumeFlags(
    profile.command('save <name>').description('saves what is named; what is not stays as it is'),
  ).action(
    act(async (context, name: string, flags: ResumeFlags) => {
      const saved = await context.engine.call(
        'profiles.save',
        await savingInput(context, name, flags),
      );
      context.answer(saved, `Saved ${toLine(saved.name)}.`);
    }),
  );
  profile
    .command('remove <name>')
    .description('removes a version; no record changes')
    .action(
      act(async (context, ref: string) => {
        const { id, name } = await profileOf(context, ref);
        const removed = await context.engine.call('profiles.remove', { id });
        context.answer(removed, `Removed ${toLine(name)}.`);
      }),
    );
  addTemplateCommands(program, act);
}

/** A version of that name is changed; one of another name is made, from `--profile` if named. */
async function savingInput(
  context: Context,
  name: string,
  flags: ResumeFlags,
): Promise<ProcedureInput<'profiles.save'>> {
  const { engine } = context;
  const { options = {}, format, design, template } = await resumeInput(context, flags);
  const all = await engine.call('profiles.list', {});
  const same = all.find((each) => textKey(each.name) === textKey(name));
  const from = flags.profile === undefined ? null : await profileOf(context, flags.profile);
  const start =
    same !== undefined || from === null
      ? {}
      : { format: from.format, design: from.design, template: from.template };
  const startOptions = same !== undefined || from === null ? {} : from.options;
  const asked = Object.entries(options).filter(([, value]) => value !== undefined);
  return {
    id: same?.id ?? null,
    profile: {
      name,
      ...start,
      ...(format === undefined ? {} : { format }),
      ...(design === undefined ? {} : { design }),
      ...(template === undefined ? {} : { template }),
      options: { ...startOptions, ...Object.fromEntries(asked) },
    },
  };
}

function addTemplateCommands(program: Command, act: Act): void {
  const template = program
    .command('template')
    .description('what the text of an output is made with');
  template
    .command('list')
    .description('shipped templates and your own')
    .action(
      act(async ({ engine, answer }) => {
        const all = await engine.call('templates.list', {});
        const rows = all.map(({ id, name, target, origin }) => [id, toLine(name), target, origin]);
        answer(all, toTable(rows));
      }),
    );
  template
    .command('show <name>')
    .description('the source of a template')
    .action(
      act(async (context, ref: string) => {
        const found = await templateOf(context, ref);
        context.answer(found, found.body);
      }),
    );
  template
    .command('variables')
    .description('what a template can print')
    .action(
      act(async ({ engine, answer }) => {
        const { variables } = await engine.call('templates.schema', {});
        answer(variables, toTable(variables.map(({ path, type, what }) => [path, type, what])));
      }),
    );
  template
    .command('set <name> <file>')
    .description('takes a template’s source from a file; a new name makes a new one')
    .option('--target <target>', `what it makes: ${templateTargets.join(', ')}`)
    .action(
      act(async (context, ref: string, file: string, options: Readonly<{ target?: string }>) => {
        const body = new TextDecoder().decode(readInput(file, TEMPLATE_MAX_BYTES));
        const target = templateTargets.find((each) => each === options.target);
        if (options.target !== undefined && target === undefined) {
          throw new AppError('invalid_input', `--target is one of ${templateTargets.join(', ')}.`, {
            path: 'target',
          });
        }
        const saved = await context.engine.call(
          'templates.save',
          await templateInput(context, ref, body, target),
        );
        context.answer(saved, `Saved ${toLine(saved.name)} (${saved.id}).`);
      }),
    );
  template
    .command('restore <name>')
    .description('a shipped one as it was shipped; one of your own goes')
    .action(
      act(async (context, ref: string) => {
        const { id, name } = await templateOf(context, ref);
        const now = await context.engine.call('templates.restore', { id });
        context.answer(
          now,
          now === null ? `Removed ${toLine(name)}.` : `Restored ${toLine(name)}.`,
        );
      }),
    );
}

async function templateInput(
  { engine }: Context,
  ref: string,
  body: string,
  target: TemplateTarget | undefined,
): Promise<ProcedureInput<'templates.save'>> {
  const all = await engine.call('templates.list', {});
  const exact = all.filter(
    (each) =>
      (each.id === ref || textKey(each.name) === textKey(ref)) &&
      (target === undefined || each.target === target),
  );
  if (exact.length > 0) return { id: named(exact, ref, 'template', 'template').id, body };
  if (target === undefined) {
    throw new AppError('invalid_input', `"${ref}" is new: say what it makes with --target.`, {
      path: 'target',
    });
  }
  return { id: null, name: ref, target, body };
}

async function templateOf({ engine }: Context, ref: string) {
  return named(await engine.call('templates.list', {}), ref, 'template', 'template');
}
