import { Option, type Command } from 'commander';
import type { Id } from '#shared/domain/credential.ts';
import { AppError } from '#shared/appError.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import type { Story } from '#shared/procedures/stories.ts';
import type { Act, Context } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { byIdPrefix, collectOption, idLength } from '../values.ts';

const parts = ['situation', 'task', 'action', 'result', 'metric', 'why', 'question'] as const;

type StoryFlags = Readonly<
  { [K in (typeof parts)[number]]?: string } & {
    questionId?: string;
    tool?: string[];
    for?: string[];
    evidence?: string[];
  }
>;

/** story: interview stories, their questions and what they cover. */
export function addStoryCommands(program: Command, act: Act): void {
  const story = program
    .command('story')
    .description('interview stories with credentials as their evidence');
  story
    .command('list [id]', { isDefault: true })
    .description('all, or those of one credential')
    .action(
      act(async (context, ref: string | undefined) => {
        const { engine, asOf, answer } = context;
        const credentialId = ref === undefined ? null : await context.idOf(ref);
        const { items } = await engine.call('stories.list', { credentialId, asOf });
        const length = idLength(items.map(({ id }) => id));
        answer(
          { asOf, items },
          items.length === 0
            ? 'There is no story yet.'
            : toTable(
                items.map((item) => [
                  item.id.slice(0, length),
                  toLine(item.asked || 'no question'),
                  toLine(item.credentials.map(({ title }) => title).join(', ')),
                  `${item.words} words, ${item.seconds} s`,
                  item.lints.map(({ code }) => code).join(', '),
                ]),
              ),
        );
      }),
    );
  story
    .command('show <id>')
    .description('one story with what weakens it')
    .action(
      act(async (context, ref: string) => {
        const found = await context.engine.call('stories.get', {
          id: await storyId(context, ref),
          asOf: context.asOf,
        });
        context.answer(found, describe(found));
      }),
    );
  withFlags(story.command('add').description('a new story')).action(
    act(async (context, flags: StoryFlags) => {
      const made = await context.engine.call('stories.create', {
        fields: await fieldsOf(context, flags),
        asOf: context.asOf,
      });
      context.answer(made, describe(made));
    }),
  );
  withFlags(
    story
      .command('edit <id>')
      .description('change what is named; a credential’s own story by its name'),
  ).action(
    act(async (context, ref: string, flags: StoryFlags) => {
      const changed = await context.engine.call('stories.update', {
        id: await storyId(context, ref),
        fields: await fieldsOf(context, flags),
        asOf: context.asOf,
      });
      context.answer(changed, describe(changed));
    }),
  );
  story
    .command('remove <id>')
    .description('take a story out')
    .action(
      act(async (context, ref: string) => {
        const id = await storyId(context, ref);
        const done = await context.engine.call('stories.remove', { id, asOf: context.asOf });
        context.answer(done, 'Removed. laurel undo brings it back.');
      }),
    );
  addQuestions(story, act);
}

function addQuestions(story: Command, act: Act): void {
  const locale = () => new Option('--locale <tag>', 'en, de, es or fr').default('en');
  story
    .command('questions')
    .description('the questions that interviews ask')
    .addOption(locale())
    .action(
      act(async ({ engine, answer }, options: Readonly<{ locale: string }>) => {
        const { items } = await engine.call('stories.questions', options);
        answer({ items }, toTable(items.map(({ id, group, text }) => [id, group, text])));
      }),
    );
  story
    .command('coverage')
    .description('which question is answered by which credential')
    .addOption(locale())
    .action(
      act(async ({ engine, asOf, answer }, options: Readonly<{ locale: string }>) => {
        const coverage = await engine.call('stories.coverage', { ...options, asOf });
        const titles = new Map(coverage.credentials.map(({ id, title }) => [id, title]));
        const rows = coverage.questions.map(({ id, text }) => {
          const cells = coverage.cells.filter(({ questionId }) => questionId === id);
          const told = cells.map(
            ({ credentialId, storyIds }) =>
              `${toLine(titles.get(credentialId) ?? '')} (${storyIds.length})`,
          );
          const covered = !coverage.uncovered.includes(id);
          return [
            text,
            told.length > 0
              ? told.join(', ')
              : covered
                ? 'told, without a credential'
                : 'not covered',
          ];
        });
        answer({ asOf, ...coverage }, toTable(rows));
      }),
    );
}

function withFlags(command: Command): Command {
  for (const part of parts) command.option(`--${part} <text>`);
  return command
    .option('--question-id <id>', 'a question of the bank (laurel story questions)')
    .option('--tool <name>', 'may be given again', collectOption)
    .option('--for <credential>', 'which credential shows it; may be given again', collectOption)
    .option(
      '--evidence <file>',
      'name or id of a file of those credentials; may be given again',
      collectOption,
    );
}

async function fieldsOf(
  context: Context,
  flags: StoryFlags,
): Promise<ProcedureInput<'stories.update'>['fields']> {
  const credentialIds =
    flags.for === undefined
      ? undefined
      : await Promise.all(flags.for.map((ref) => context.idOf(ref)));
  const texts = Object.fromEntries(
    parts.flatMap((part) => (flags[part] === undefined ? [] : [[part, flags[part]]])),
  );
  return {
    ...texts,
    ...(flags.questionId === undefined
      ? {}
      : { questionId: flags.questionId === '' ? null : flags.questionId }),
    ...(flags.tool === undefined ? {} : { tools: flags.tool }),
    ...(credentialIds === undefined ? {} : { credentialIds }),
    ...(flags.evidence === undefined
      ? {}
      : { evidenceIds: await evidenceOf(context, flags.evidence, credentialIds ?? []) }),
  };
}

/** @throws AppError invalid_input without a credential, not_found */
async function evidenceOf(
  { engine, asOf }: Context,
  refs: readonly string[],
  ids: readonly Id[],
): Promise<Id[]> {
  if (ids.length === 0)
    throw new AppError(
      'invalid_input',
      '--evidence: say with --for which credential has the file.',
      { path: 'evidence' },
    );
  const credentials = await Promise.all(
    ids.map((id) => engine.call('credentials.get', { id, asOf })),
  );
  const files = credentials.flatMap(({ evidence }) => evidence);
  return refs.map(
    (ref) => files.find(({ name }) => name === ref)?.id ?? byIdPrefix(files, ref, 'file').id,
  );
}

/** A story by its id, or the own story of a credential by what that is called. @throws AppError */
async function storyId(context: Context, ref: string): Promise<Id> {
  const { items } = await context.engine.call('stories.list', { asOf: context.asOf });
  const found = ref.length < 6 ? [] : items.filter(({ id }) => id.startsWith(ref.toLowerCase()));
  return found.length === 1 && found[0] !== undefined ? found[0].id : context.idOf(ref);
}

function describe(story: Story): string {
  const lines: ReadonlyArray<readonly [string, string]> = [
    ['Id', story.id],
    ['Question', story.asked],
    ['Situation', story.situation],
    ['Task', story.task],
    ['Action', story.action],
    ['Result', story.result],
    ['Figures', story.metric],
    ['Tools', story.tools.join(', ')],
    ['Why here', story.why],
    ['Shown by', story.credentials.map(({ title }) => title).join(', ')],
    ['Evidence', story.evidence.map(({ name }) => name).join(', ')],
    ['Spoken', `${story.words} words, ${story.seconds} seconds`],
  ];
  return [
    toTable(lines.filter(([, text]) => text !== '').map(([name, text]) => [name, toLine(text)])),
    ...story.lints.map(({ message }) => `! ${toLine(message)}`),
  ].join('\n');
}
