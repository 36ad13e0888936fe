import { Option, type Command } from 'commander';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { toDecimal, type Money } from '#shared/domain/money.ts';
import type { NodeView } from '#shared/domain/stackView.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import { readJson } from '../files.ts';
import { toLine, toTable } from '../table.ts';
import { addCreditCommands } from './credits.ts';

type View = ProcedureOutput<'stacks.get'>;
type StartOptions = Readonly<{
  title?: string;
  target?: string;
  course?: string[];
  plan: boolean;
}>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** stack list, show, add, edit, remove, catalogue, start, what-if, credit. */
export function addStackCommands(program: Command, act: Act): void {
  const stack = program.command('stack').description('goals made of credentials');

  stack
    .command('list')
    .description('every stack with how far it is')
    .action(
      act(async ({ engine, asOf, answer }) => {
        const list = await engine.call('stacks.list', { asOf });
        const rows = list.items.map((item) => [
          item.id.slice(0, 13),
          toLine(item.title),
          percent(item.progress),
          `${item.done} of ${item.of}`,
          item.complete ? 'complete' : (item.forecast ?? ''),
          [
            ...(item.atRisk.length > 0 ? [`at risk: ${item.atRisk.map(toLine).join(', ')}`] : []),
            ...(item.lapsed.length > 0 ? [`expired: ${item.lapsed.map(toLine).join(', ')}`] : []),
          ].join('; '),
        ]);
        answer(
          list,
          rows.length === 0
            ? 'No stacks yet. "laurel stack catalogue" lists programs to begin from.'
            : toTable([['ID', 'Title', 'Progress', 'Parts', 'Done by', ''], ...rows]),
        );
      }),
    );

  stack
    .command('show <stack>')
    .description('one stack; --json prints it as a stack file')
    .action(
      act(async (context, ref: string) => {
        const { engine, asOf, json, answer } = context;
        const { id } = await engine.call('stacks.resolve', { ref });
        const file = await engine.call('stacks.file', { id, asOf });
        answer(file, json ? '' : describe(await engine.call('stacks.get', { id, asOf })));
      }),
    );

  stack
    .command('add <file>')
    .description('add the stack of a stack file')
    .action(
      act(async ({ engine, asOf, answer }, file: string) => {
        const { id, title } = await engine.call('stacks.create', { file: readJson(file), asOf });
        answer(await engine.call('stacks.file', { id, asOf }), `Added ${toLine(title)} (${id}).`);
      }),
    );

  stack
    .command('edit <stack> <file>')
    .description('put a stack file in place of the stack')
    .action(
      act(async ({ engine, asOf, answer }, ref: string, file: string) => {
        const { id } = await engine.call('stacks.resolve', { ref });
        const { title } = await engine.call('stacks.update', { id, file: readJson(file), asOf });
        answer(await engine.call('stacks.file', { id, asOf }), `Changed ${toLine(title)}.`);
      }),
    );

  stack
    .command('remove <stack>')
    .description('take a stack away; its credentials stay')
    .action(
      act(async ({ engine, answer }, ref: string) => {
        const { id } = await engine.call('stacks.resolve', { ref });
        answer(
          { id, ...(await engine.call('stacks.remove', { ids: [id] })) },
          `Removed ${toLine(ref)}.`,
        );
      }),
    );

  addCatalogueCommands(stack, act);

  stack
    .command('what-if')
    .description('which next course moves most')
    .option('--stack <stack>', 'in one stack only')
    .option('--skill <skill>', 'a wanted skill, may be given again', collect)
    .addOption(
      new Option('--sort <by>').choices(['perHour', 'perMoney', 'gain']).default('perHour'),
    )
    .action(
      act(
        async (
          { engine, asOf, answer },
          options: Readonly<{
            stack?: string;
            skill?: string[];
            sort: 'perHour' | 'perMoney' | 'gain';
          }>,
        ) => {
          const stackId =
            options.stack === undefined
              ? null
              : (await engine.call('stacks.resolve', { ref: options.stack })).id;
          const items = await engine.call('stacks.whatIf', {
            asOf,
            stackId,
            skills: options.skill ?? [],
            sort: options.sort,
          });
          const rows = items.map((item) => [
            toLine(item.title),
            item.hours === null ? 'hours not known' : `${item.hours} h`,
            item.cost === null ? '' : moneyText([item.cost]),
            item.stacks
              .map(({ title, from, to }) => `${toLine(title)} ${percent(from)} to ${percent(to)}`)
              .join('; '),
          ]);
          answer({ asOf, items }, rows.length === 0 ? 'Nothing would move.' : toTable(rows));
        },
      ),
    );

  addCreditCommands(stack, act);
}

function addCatalogueCommands(stack: Command, act: Act): void {
  stack
    .command('catalogue [words...]')
    .description('programs to begin from, with what they take and how far that was checked')
    .option('--show <program>', 'one of them in full')
    .action(
      act(async ({ engine, answer }, words: string[], options: Readonly<{ show?: string }>) => {
        if (options.show !== undefined) {
          const found = await engine.call('programs.get', { id: options.show });
          const parts = found.parts.map(({ title }) => `  ${toLine(title)}`);
          answer(
            found,
            [found.name, ...parts, ...found.warnings.map((text) => `Note: ${text}`)].join('\n'),
          );
          return;
        }
        const items = await engine.call('programs.list', { query: words.join(' ') });
        const rows = items.map((item) => [
          item.id,
          toLine(item.name),
          item.hours === null ? '' : `${range(item.hours)} h`,
          item.costLow === null || item.costHigh === null
            ? ''
            : `${moneyText([item.costLow])} to ${moneyText([item.costHigh])} ${item.costModel ?? ''}`,
          item.unconfirmed ? 'unconfirmed' : verifiedWords[item.verified],
        ]);
        answer({ items }, rows.length === 0 ? 'No program is called so.' : toTable(rows));
      }),
    );

  stack
    .command('start <program>')
    .description('make the stack of a program of the catalogue, its courses planned')
    .option('--title <title>')
    .option('--target <date>')
    .option('--course <name>', 'name of a course, may be given again', collect)
    .option('--no-plan', 'plan no credentials; find the parts by their titles')
    .action(
      act(async ({ engine, asOf, answer }, programId: string, options: StartOptions) => {
        const made = await engine.call('stacks.fromCatalogue', {
          programId,
          asOf,
          title: options.title ?? null,
          target: options.target === undefined ? null : parsePartialDate(options.target),
          courses: options.course ?? [],
          plan: options.plan,
        });
        answer(
          await engine.call('stacks.file', { id: made.id, asOf }),
          `Added ${toLine(made.title)} (${made.id}): ${made.added} planned, ${made.reused} already on record.`,
        );
      }),
    );
}

const verifiedWords = { yes: 'checked', partly: 'partly checked', memory: 'from memory' } as const;

function describe(view: View): string {
  const { report } = view;
  const facts = [
    ['Progress', `${percent(report.progress)}, ${report.done} of ${report.of} parts`],
    ['Hours left', report.remainingHours === null ? 'not known' : `${report.remainingHours} h`],
    ['Cost left', report.remainingCost.length === 0 ? '' : moneyText(report.remainingCost)],
    ['Done by', report.forecast ?? 'not known'],
    ['Target', view.target ?? ''],
    ['Grants', view.grants?.award ?? ''],
  ].filter(([, value]) => value !== '');
  const steps = report.nextSteps.map((step, at) => [
    `  ${at + 1}`,
    toLine(step.title),
    step.hours === null ? '' : `${step.hours} h`,
    step.cost === null ? '' : moneyText([step.cost]),
    step.blockedBy.length > 0 ? `after ${step.blockedBy.map(toLine).join(', ')}` : '',
  ]);
  return [
    toLine(view.title),
    toTable(facts),
    '',
    ...treeLines(view.root, 0),
    ...(steps.length > 0 ? ['', 'Next steps', toTable(steps)] : []),
    ...report.atRisk.map(({ title, expires }) => `At risk: ${toLine(title)} ends ${expires}.`),
    ...(report.retirement?.courses ?? []).map(
      ({ title, reason }) => `At risk: ${toLine(title)}. ${reason}`,
    ),
    ...view.offers.map(({ title, reason }) => `Credit: ${toLine(title)}. ${reason}`),
  ].join('\n');
}

function treeLines(node: NodeView, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (node.type === 'leaf') {
    const state = node.complete ? 'done' : node.state.replace('-', ' ');
    const reason = node.reason === null ? '' : `. ${node.reason}`;
    return [`${indent}${percent(node.progress)}  ${toLine(node.title)}, ${state}${reason}`];
  }
  const words = ruleWords(node);
  const name = node.title === null ? words : `${toLine(node.title)} (${words})`;
  return [
    `${indent}${percent(node.progress)}  ${name}`,
    ...node.children.flatMap((child) => treeLines(child, depth + 1)),
  ];
}

function ruleWords({ rule, n, of, children }: Extract<NodeView, { type: 'group' }>): string {
  switch (rule) {
    case 'all':
      return `all ${children.length}`;
    case 'any':
      return `any 1 of ${children.length}`;
    case 'atLeast':
      return `at least ${n} of ${children.length}`;
    case 'sum':
      return `${n} ${of === 'usCredits' ? 'US credits' : of === 'ects' ? 'ECTS' : 'hours'} in all`;
  }
}

/** Rounded down: what is not complete never reads 100%. */
const percent = (progress: number): string => `${Math.floor(progress * 100)}%`;

const range = ([low, high]: readonly [number, number]): string =>
  low === high ? String(low) : `${low} to ${high}`;

const moneyText = (amounts: readonly Money[]): string =>
  amounts.map((money) => `${toDecimal(money)} ${money.currency}`).join(' + ');
