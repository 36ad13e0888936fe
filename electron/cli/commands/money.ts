import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { costKinds, payerSchema, type CostKind, type Payer } from '#shared/domain/cost.ts';
import { parseMoneyText } from '#shared/domain/fieldText.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { trackModeSchema, type TrackMode } from '#shared/domain/trackMode.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act, Context } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { dayOf } from '../day.ts';
import { byIdPrefix, dayOrNone, idLength, moneyText } from '../values.ts';
import { addSubscriptionCommands, subscriptionId } from './subscriptions.ts';

type CostOptions = Readonly<{
  for: string;
  kind: CostKind;
  amount: string;
  paid?: string;
  payer?: Payer;
  payerName?: string;
  reimbursed?: string;
  reimbursedOn?: string;
  subscription?: string;
  note?: string;
}>;
type TrackOptions = Readonly<{
  upgradeBy?: string;
  refundBy?: string;
  aidBy?: string;
  trialEnds?: string;
}>;

const EVERY_LINE = 100_000;

/** subscription, cost, track, budget, stats. */
export function addMoneyCommands(program: Command, act: Act): void {
  addSubscriptionCommands(program, act);
  addCostCommands(program, act);

  program
    .command('track <id> [mode]')
    .description(`how a course is taken: ${trackModeSchema.options.join(', ')}; and by when`)
    .option('--upgrade-by <day>', 'the last day to upgrade to the verified track')
    .option('--refund-by <day>', 'the last day to ask the money back')
    .option('--aid-by <day>', 'the last day to ask for financial aid')
    .option('--trial-ends <day>', 'the last free day')
    .action(
      act(
        async (context: Context, ref: string, word: string | undefined, options: TrackOptions) => {
          const { engine, asOf, idOf, answer } = context;
          const credentialId = await idOf(ref);
          const mode = word === undefined ? undefined : modeOf(word);
          const changes = {
            mode,
            upgradeBy: dayOrNone(options.upgradeBy, '--upgrade-by'),
            refundBy: dayOrNone(options.refundBy, '--refund-by'),
            aidBy: dayOrNone(options.aidBy, '--aid-by'),
            trialEnds: dayOrNone(options.trialEnds, '--trial-ends'),
          };
          const track = Object.fromEntries(
            Object.entries(changes).filter(([, value]) => value !== undefined),
          );
          const shown =
            Object.keys(track).length === 0
              ? await engine.call('tracks.get', { credentialId, asOf })
              : await engine.call('tracks.set', { credentialId, track, asOf });
          answer(shown, trackText(shown));
        },
      ),
    );

  program
    .command('budget')
    .description('money spent, committed and still open, per currency')
    .option('--until <day>', 'how far to look ahead (default: a year)')
    .action(
      act(async ({ engine, asOf, answer }, options: Readonly<{ until?: string }>) => {
        const until = dayOrNone(options.until, '--until') ?? null;
        const budget = await engine.call('budget.get', { asOf, until });
        answer(budget, budgetText(budget));
      }),
    );

  program
    .command('stats')
    .description('counts, hours and money of everything')
    .action(
      act(async ({ engine, asOf, answer }) => {
        const stats = await engine.call('stats.get', { asOf });
        answer(stats, statsText(stats));
      }),
    );
}

function addCostCommands(program: Command, act: Act): void {
  const cost = program.command('cost').description('payments for your credentials, one by one');
  cost
    .command('list')
    .description('newest first')
    .option('--for <id>', 'of one credential')
    .action(
      act(async ({ engine, asOf, idOf, answer }, options: Readonly<{ for?: string }>) => {
        const credentialId = options.for === undefined ? null : await idOf(options.for);
        const { items } = await engine.call('costs.list', {
          credentialId,
          asOf,
          limit: EVERY_LINE,
        });
        answer({ items }, items.length === 0 ? 'No costs yet.' : costTable(items));
      }),
    );
  cost
    .command('show <id>')
    .description('what one credential has cost and will cost')
    .action(
      act(async ({ engine, asOf, idOf, answer }, ref: string) => {
        const shown = await engine.call('costs.of', { credentialId: await idOf(ref), asOf });
        answer(shown, costText(shown));
      }),
    );
  cost
    .command('add')
    .description('record a payment, made or to come')
    .requiredOption('--for <id>', 'the credential')
    .addOption(new Option('--kind <kind>', 'what for').choices(costKinds).makeOptionMandatory())
    .requiredOption('--amount <amount:currency>', 'such as 300.00:USD')
    .option('--paid <day>', 'when; a day to come is a payment that is fixed')
    .addOption(new Option('--payer <who>').choices(payerSchema.options))
    .option('--payer-name <name>', 'the employer, the grant, …')
    .option('--reimbursed <amount>', 'what came back of it')
    .option('--reimbursed-on <day>')
    .option('--subscription <id>', 'it is the share of a subscription')
    .option('--note <text>')
    .action(
      act(async (context: Context, options: CostOptions) => {
        const { engine, asOf, idOf, answer } = context;
        const money = parseMoneyText(options.amount);
        const made = await engine.call('costs.add', {
          fields: {
            credentialId: await idOf(options.for),
            kind: options.kind,
            money,
            paidOn: dayOrNone(options.paid, '--paid') ?? null,
            payer: options.payer ?? 'self',
            payerName: options.payerName ?? null,
            reimbursed:
              options.reimbursed === undefined
                ? 0
                : parseMoney(options.reimbursed, money.currency).amount,
            reimbursedOn:
              options.reimbursedOn === undefined
                ? null
                : dayOf(options.reimbursedOn, '--reimbursed-on'),
            subscriptionId:
              options.subscription === undefined
                ? null
                : await subscriptionId(context, options.subscription),
            note: options.note ?? null,
          },
          asOf,
        });
        answer(made, `Added ${moneyText(made.money)} for ${toLine(made.title)} (${made.id}).`);
      }),
    );
  cost
    .command('remove <id>')
    .description('take a payment out of the record')
    .action(
      act(async ({ engine, asOf, answer }, ref: string) => {
        const { items } = await engine.call('costs.list', { asOf, limit: EVERY_LINE });
        const { id, title, money } = byIdPrefix(items, ref, 'cost');
        const done = await engine.call('costs.remove', { id });
        answer({ ...done, id }, `Removed ${moneyText(money)} of ${toLine(title)}.`);
      }),
    );
}

function modeOf(word: string): TrackMode {
  const mode = trackModeSchema.safeParse(word);
  if (mode.success) return mode.data;
  throw new AppError(
    'invalid_input',
    `"${word}" is not a track. Give ${trackModeSchema.options.join(', ')}.`,
    { path: 'mode' },
  );
}

function trackText(track: ProcedureOutput<'tracks.get'>): string {
  const counts = track.countsAsVerified
    ? ''
    : ', does not count where a verified track is required';
  const lines = [`${toLine(track.title)}: ${track.effective ?? 'track not stated'}${counts}`];
  for (const { deadline, on, daysLeft } of track.deadlines)
    lines.push(`  ${deadline} by ${on}, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} left`);
  return lines.join('\n');
}

function costTable(items: ProcedureOutput<'costs.list'>['items']): string {
  const length = idLength(items.map(({ id }) => id));
  const rows = items.map((item) => [
    item.id.slice(0, length),
    item.paidOn ?? 'not paid',
    item.kind,
    moneyText(item.money),
    item.payer === 'self' ? '' : (item.payerName ?? item.payer),
    item.reimbursed === 0 ? '' : `${moneyText({ ...item.money, amount: item.reimbursed })} back`,
    toLine(item.title),
  ]);
  return toTable([['ID', 'Paid', 'Kind', 'Amount', 'By', 'Back', 'Credential'], ...rows]);
}

function costText(shown: ProcedureOutput<'costs.of'>): string {
  const figure =
    shown.figure === null
      ? []
      : [
          `Planned figure ${moneyText(shown.figure)}: ${
            {
              'as-spent': 'counts as spent, since nothing else is recorded',
              'as-open': 'counts for what payments and shares leave open of it',
              no: 'not counted, the payments say what it cost',
            }[shown.figureCounts]
          }.`,
        ];
  return [
    toLine(shown.title),
    ...figure,
    ...(shown.lines.length === 0 ? [] : [costTable(shown.lines)]),
    ...shown.shares.map(
      ({ title, burnt, toCome }) =>
        `Share of ${toLine(title)}: ${moneyText(burnt)}, ${moneyText({ ...burnt, amount: toCome })} to come`,
    ),
    ...shown.sums.map((sums) => {
      const of = (amount: number) => moneyText({ amount, currency: sums.currency });
      return `Spent ${of(sums.spent)}, back ${of(sums.reimbursed)}, aid ${of(sums.aid)}, by others ${of(sums.byOthers)}, to finish ${of(sums.toFinish)}`;
    }),
  ].join('\n');
}

function budgetText(budget: ProcedureOutput<'budget.get'>): string {
  const totals = budget.totals.map((row) => {
    const of = (amount: number) => moneyText({ amount, currency: row.currency });
    return [row.spent, row.reimbursed, row.net, row.aid, row.byOthers, row.committed, row.open].map(
      of,
    );
  });
  const months = budget.months
    .filter(({ spent, committed }) => spent.length + committed.length > 0)
    .map(({ month, spent, committed }) => [month, moneyText(spent), moneyText(committed)]);
  const finish = budget.toFinish.map(({ title, money, forecast }) => [
    toLine(title),
    moneyText(money),
    forecast ?? '',
  ]);
  const stacks = budget.stacks.map(({ title, money }) => [toLine(title), moneyText(money)]);
  const head = ['Spent', 'Back', 'Net', 'Aid', 'By others', 'Committed', 'Open'];
  const parts = [
    totals.length === 0 ? 'No money on record.' : toTable([head, ...totals]),
    months.length === 0 ? '' : toTable([['Month', 'Spent', 'Committed'], ...months]),
    finish.length === 0 ? '' : toTable([['To finish', 'Money', 'Forecast'], ...finish]),
    stacks.length === 0 ? '' : toTable([['Stack', 'Still to pay'], ...stacks]),
  ];
  return `Until ${budget.until}\n${parts.filter((part) => part !== '').join('\n\n')}`;
}

function statsText(stats: ProcedureOutput<'stats.get'>): string {
  const counted = (head: string, rows: readonly (readonly [string, number])[]) =>
    rows.length === 0
      ? ''
      : toTable([[head, 'Count'], ...rows.map(([name, count]) => [toLine(name), String(count)])]);
  const years = stats.years.map(({ year, earned, hours, activityHours, spent }) => [
    String(year),
    String(earned),
    `${hours} h`,
    `${activityHours} h`,
    moneyText(spent),
  ]);
  const { hours, money } = stats;
  const parts = [
    `${stats.total} credentials; ${hours.earned} h of study behind, ${hours.inProgress} h in courses under way, ${hours.left} h to go; ${stats.activityHours} h of continuing education`,
    `Spent ${moneyText(money.spent)}, back ${moneyText(money.reimbursed)}, net ${moneyText(money.net)}`,
    counted(
      'Status',
      stats.byStatus.map(({ status, count }) => [status, count]),
    ),
    counted(
      'Kind',
      stats.byKind.map(({ kind, count }) => [kind, count]),
    ),
    counted(
      'Issuer',
      stats.byIssuer.slice(0, 20).map(({ issuer, count }) => [issuer, count]),
    ),
    years.length === 0
      ? ''
      : toTable([['Year', 'Earned', 'Study', 'Education', 'Spent'], ...years]),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
