import type { Command } from 'commander';
import { toDecimal } from '#shared/domain/money.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import { readJson } from '../files.ts';
import { dayOf } from '../day.ts';
import { toLine, toTable } from '../table.ts';

const verifiedWords = { yes: 'checked', partly: 'partly checked', memory: 'from memory' } as const;

type ChooseOptions = Readonly<{
  state?: string;
  total?: string;
  alternative?: string;
  extra?: string;
  held?: string;
}>;

/** policy list, show, add, remove, choices, choose, simulate. */
export function addPolicyCommands(program: Command, act: Act): void {
  const policy = program
    .command('policy')
    .description('how long credentials hold and what keeps them');
  policy
    .command('list')
    .description('the catalogue and your own')
    .action(
      act(async ({ engine, answer }) => {
        const items = await engine.call('policies.list', {});
        const rows = items.map((item) => [
          item.id,
          toLine(item.abbreviation ?? item.name),
          toLine(item.issuer),
          item.cycleMonths === null ? 'no term' : `${item.cycleMonths} months`,
          item.units.map(({ unit, total }) => `${total} ${unit}`).join(' + '),
          `${item.asOf}, ${verifiedWords[item.verified]}`,
        ]);
        answer({ items }, toTable([['ID', 'Name', 'Issuer', 'Cycle', 'Units', 'As of'], ...rows]));
      }),
    );
  policy
    .command('show <id>')
    .description('one policy in full, as the JSON that "policy add" takes')
    .action(
      act(async ({ engine, answer }, id: string) => {
        const { policy: found } = await engine.call('policies.get', { id });
        answer(found, JSON.stringify(found, null, 2));
      }),
    );
  policy
    .command('add <file>')
    .description('add a policy of your own, or your changed copy of one')
    .action(
      act(async ({ engine, answer }, file: string) => {
        const added = await engine.call('policies.put', { policy: readJson(file) });
        answer(added, `Added ${added.id}.`);
      }),
    );
  policy
    .command('remove <id>')
    .description('take your own policy, or your changed copy, away')
    .action(
      act(async ({ engine, answer }, id: string) => {
        const done = await engine.call('policies.remove', { id });
        answer(done, `Removed ${id}.`);
      }),
    );
  addChoiceCommands(policy, act);
  policy
    .command('simulate <policy>')
    .description(
      '"if I pass it on a day": until when, at what cost, what else it renews; writes nothing',
    )
    .option('--on <day>', 'the day of the pass (default: the as-of day)')
    .option('--state <state>', 'where its policy has a table of states, such as TX')
    .action(
      act(
        async (
          { engine, asOf, answer },
          policyId: string,
          options: Readonly<{ on?: string; state?: string }>,
        ) => {
          const simulated = await engine.call('renewals.simulateNew', {
            policyId,
            on: options.on === undefined ? asOf : dayOf(options.on, '--on'),
            state: options.state?.toUpperCase() ?? null,
          });
          answer(simulated, simulatedLines(simulated));
        },
      ),
    );
}

/** What a holder chooses of the policy of a credential. */
function addChoiceCommands(policy: Command, act: Act): void {
  policy
    .command('choices <id>')
    .description('what can be chosen of a credential’s policy: state, total, another way')
    .action(
      act(async ({ engine, idOf, answer }, ref: string) => {
        const choices = await engine.call('ledger.choices', { id: await idOf(ref) });
        answer(choices, choiceLines(choices));
      }),
    );
  policy
    .command('choose <id>')
    .description('choose what applies to a credential; an empty value takes the choice back')
    .option('--state <state>', 'two letters, such as TX')
    .option('--total <who>', 'who you are, where the total hangs on it')
    .option('--alternative <text>', 'another way to meet it, in the words of "policy choices"')
    .option('--extra <count>', 'further tracks or licences held, beyond the first')
    .option('--held <count>', 'how many are held, where the total is asked for each')
    .action(
      act(async ({ engine, idOf, answer }, ref: string, options: ChooseOptions) => {
        const choices = await engine.call('ledger.setChoices', {
          id: await idOf(ref),
          choices: {
            ...(options.state === undefined ? {} : { state: orNull(options.state.toUpperCase()) }),
            ...(options.total === undefined ? {} : { totalWhen: orNull(options.total) }),
            ...(options.alternative === undefined
              ? {}
              : { alternative: orNull(options.alternative) }),
            ...(options.extra === undefined ? {} : { extraTracks: countOrNull(options.extra) }),
            ...(options.held === undefined ? {} : { held: countOrNull(options.held) }),
          },
        });
        answer(choices, choiceLines(choices));
      }),
    );
}

const orNull = (text: string) => (text === '' ? null : text);
const countOrNull = (text: string) => (text === '' ? null : Number(text));

function choiceLines(choices: ProcedureOutput<'ledger.choices'>): string {
  const { chosen, states, totals, alternatives, extras, perHeld, source } = choices;
  if (!choices.canChoose) return `${choices.policyId} leaves nothing to choose.`;
  const mark = (isChosen: boolean) => (isChosen ? '*' : '');
  const rows = [
    ...states.map(({ state, applied, words, ownPolicyId }) => [
      mark(chosen.state === state),
      `--state ${state}`,
      [
        applied.join(', '),
        ...words.map(toLine),
        ...(ownPolicyId === null ? [] : [`policy ${ownPolicyId} says more`]),
      ].join('; '),
    ]),
    ...totals.map(({ when, total, unit }) => [
      mark(chosen.totalWhen === when),
      `--total ${JSON.stringify(when)}`,
      `${total} ${unit}`,
    ]),
    ...alternatives.map(({ text, applied, besides, canChoose, fromMemory }) => [
      mark(chosen.alternative === text),
      canChoose ? `--alternative ${JSON.stringify(text)}` : toLine(text),
      [...applied, ...besides, ...(fromMemory ? ['from memory'] : [])].join(', '),
    ]),
    ...(extras === null
      ? []
      : [
          [
            mark((chosen.extraTracks ?? 0) > 0),
            `--extra ${chosen.extraTracks ?? 0}`,
            `${extras.each} ${extras.unit} for each further ${extras.what}`,
          ],
        ]),
    ...(perHeld === null
      ? []
      : [[mark(chosen.held !== undefined), `--held ${chosen.held ?? 1}`, `each ${perHeld}`]]),
  ];
  return `${toTable(rows)}\nAs of ${source.asOf}, ${verifiedWords[source.verified]}: ${source.url}`;
}

function simulatedLines(simulated: ProcedureOutput<'renewals.simulateNew'>): string {
  const { refusal, name, start, end, reason, fees, units, hours, proposals } = simulated;
  if (refusal !== null) return refusal;
  return [
    `${toLine(name)} would hold from ${start}${end === null ? '' : ` to ${end}`}. ${reason}`,
    ...units.map(({ unit, total }) => `To keep it: ${total} ${unit}`),
    ...(hours > 0 ? [`That takes ${hours} h.`] : []),
    ...fees.map(
      ({ due, price, note }) =>
        `Fee on ${due}: ${toDecimal(price)} ${price.currency}${note === null ? '' : ` (${toLine(note)})`}`,
    ),
    ...proposals.map(
      ({ title, end: until, reason: why }) => `Would renew ${toLine(title)} to ${until}: ${why}`,
    ),
  ].join('\n');
}
