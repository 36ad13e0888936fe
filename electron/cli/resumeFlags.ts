import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import { designs, orderModes, resumeFormats, type Profile } from '#shared/domain/profile.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { Context } from './context.ts';
import { readInput } from './files.ts';

/** A job description; longer texts are something else. */
const JOB_MAX_BYTES = 1024 * 1024;

const switches = [
  ['expiry', 'when each expires'],
  ['number', 'credential numbers'],
  ['link', 'verification links'],
  ['skills', 'skills'],
  ['renewed', 'when each was last renewed'],
  ['credit', 'accepted academic credit'],
  ['courses', 'the courses of a program beneath it'],
  ['in-progress', 'what is under way'],
  ['expired', 'what has expired, marked so'],
  ['degrees', 'degrees'],
  ['heading', 'headings'],
  ['relevant-only', 'only what the job description has a word of'],
] as const;

type Switch =
  | 'expiry'
  | 'number'
  | 'link'
  | 'skills'
  | 'renewed'
  | 'credit'
  | 'courses'
  | 'inProgress'
  | 'expired'
  | 'degrees'
  | 'heading'
  | 'relevantOnly';

export type ResumeFlags = Readonly<
  { [K in Switch]?: boolean } & {
    format?: (typeof resumeFormats)[number];
    profile?: string;
    template?: string;
    design?: (typeof designs)[number];
    order?: (typeof orderModes)[number];
    formerly?: boolean;
    tag?: string[];
    skill?: string[];
    stack?: string[];
    only?: string[];
    hide?: string[];
    manual?: string[];
    job?: string;
    locale?: string;
  }
>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Adds what chooses, orders and words a resume section. A switch not named is the profile's. */
export function addResumeFlags(command: Command): Command {
  command
    .addOption(new Option('--format <format>').choices(resumeFormats))
    .option('--profile <name>', 'start from a saved version; what else is named changes it here')
    .option('--tag <tag>', 'only with this tag; may be given again', collect)
    .option('--skill <skill>', 'only with this skill; may be given again', collect)
    .option('--stack <stack>', 'only what serves in this stack; may be given again', collect)
    .option('--only <id>', 'only this credential; may be given again', collect)
    .option('--hide <id>', 'without this credential; may be given again', collect)
    .option('--job <file>', 'a job description as text; orders by relevance to it')
    .addOption(new Option('--order <mode>').choices(orderModes))
    .option('--manual <id>', 'the order by hand, one after the other; may be given again', collect)
    .option('--formerly', 'what has expired as "Formerly …, until …"')
    .option('--locale <tag>', 'language and region, such as en-US or de')
    .addOption(new Option('--design <design>', 'the look of a PDF').choices(designs))
    .option('--template <name>', 'a template of your own or a shipped one');
  for (const [name, what] of switches) {
    command.option(`--${name}`, `with ${what}`).option(`--no-${name}`, `without ${what}`);
  }
  return command;
}

/**
 * What the flags ask for, as exports.resume takes it.
 * @throws AppError not_found, ambiguous for names that lead to nothing or to several
 */
export async function resumeInput(
  context: Context,
  flags: ResumeFlags,
): Promise<ProcedureInput<'exports.resume'>> {
  const { engine, asOf } = context;
  const profile = flags.profile === undefined ? null : await profileOf(context, flags.profile);
  return {
    profile: profile?.id ?? null,
    options: await optionsOf(context, flags),
    asOf,
    ...(flags.format === undefined ? {} : { format: flags.format }),
    ...(flags.design === undefined ? {} : { design: flags.design }),
    ...(flags.template === undefined
      ? {}
      : {
          template: templateIdOf(
            await engine.call('templates.list', {}),
            flags.template,
            flags.format ?? profile?.format,
          ),
        }),
  };
}

type Options = NonNullable<ProcedureInput<'exports.resume'>['options']>;

async function optionsOf(context: Context, flags: ResumeFlags): Promise<Options> {
  const ids = (refs: readonly string[]): Promise<Id[]> =>
    Promise.all(refs.map((ref) => context.idOf(ref)));
  const job = flags.job === undefined ? undefined : readJob(flags.job);
  const order = flags.order ?? orderAskedFor(flags);
  const asked: Options = {
    expiry: flags.expiry,
    number: flags.number,
    link: flags.link,
    skills: flags.skills,
    renewed: flags.renewed,
    credit: flags.credit,
    courses: flags.courses,
    inProgress: flags.inProgress,
    expired: flags.formerly === true ? true : flags.expired,
    expiredAs: flags.formerly === true ? 'formerly' : undefined,
    degrees: flags.degrees,
    heading: flags.heading,
    relevantOnly: flags.relevantOnly,
    tag: flags.tag,
    skill: flags.skill,
    locale: flags.locale,
    job,
    order,
    stack:
      flags.stack &&
      (await Promise.all(
        flags.stack.map(async (ref) => (await context.engine.call('stacks.resolve', { ref })).id),
      )),
    ids: flags.only && (await ids(flags.only)),
    hidden: flags.hide && (await ids(flags.hide)),
    manual: flags.manual && (await ids(flags.manual)),
  };
  return asked;
}

/** A job description or an order by hand says by itself how to order. */
function orderAskedFor(flags: ResumeFlags): (typeof orderModes)[number] | undefined {
  if (flags.manual !== undefined) return 'manual';
  return flags.job === undefined ? undefined : 'relevance';
}

function readJob(file: string): string {
  return new TextDecoder().decode(readInput(file, JOB_MAX_BYTES));
}

/** The version of that id, name or unique begin of either. @throws AppError not_found, ambiguous */
export async function profileOf({ engine }: Context, ref: string): Promise<Profile> {
  return named(await engine.call('profiles.list', {}), ref, 'version of the resume', 'profile');
}

function templateIdOf(
  templates: readonly Readonly<{ id: string; name: string; target: string }>[],
  ref: string,
  format: string | undefined,
): string {
  // Shipped templates of two targets may bear one name; the format tells which is meant.
  const fitting = templates.filter(({ id, target }) => id === ref || target === format);
  return named(fitting.length > 0 ? fitting : templates, ref, 'template', 'template').id;
}

/** @throws AppError not_found, ambiguous */
export function named<T extends Readonly<{ id: string; name: string }>>(
  all: readonly T[],
  ref: string,
  what: string,
  path: string,
): T {
  const key = textKey(ref);
  const exact = all.filter(({ id, name }) => id === ref || textKey(name) === key);
  const found =
    exact.length > 0
      ? exact
      : all.filter(({ id, name }) => id.startsWith(ref) || textKey(name).startsWith(key));
  const [one, another] = found;
  if (one === undefined) throw new AppError('not_found', `There is no ${what} "${ref}".`, { path });
  if (another !== undefined) {
    throw new AppError(
      'ambiguous',
      `"${ref}" may be ${found.map(({ name, id }) => `${name} (${id})`).join(' or ')}.`,
      {
        path,
      },
    );
  }
  return one;
}
