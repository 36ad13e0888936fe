import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { parseMoneyText } from '#shared/domain/fieldText.ts';
import { subscriptionFieldsSchema } from '#shared/domain/subscriptionFields.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import type { SubscriptionView } from '#shared/procedures/money.ts';
import type { Act, Context } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { dayOf } from '../day.ts';
import { collectOption, dayOrNone, idLength, moneyText } from '../values.ts';

type Options = Readonly<{
  platform?: string;
  plan?: string;
  price?: string;
  since?: string;
  from?: string;
  until?: string;
  trialEnds?: string;
  aid?: string;
  payer?: 'self' | 'employer' | 'other';
  for?: string[];
  note?: string;
}>;
type Patch = ProcedureInput<'subscriptions.update'>['patch'];

/** subscription list, show, add, edit, pause, remove. */
export function addSubscriptionCommands(program: Command, act: Act): void {
  const subscription = program
    .command('subscription')
    .description('platforms that you pay by the month');

  subscription
    .command('list')
    .description('what they have cost, will cost, and how to save')
    .action(
      act(async ({ engine, asOf, answer }) => {
        const { items } = await engine.call('subscriptions.list', { asOf });
        answer({ asOf, items }, items.length === 0 ? 'No subscriptions yet.' : listText(items));
      }),
    );

  subscription
    .command('show <id>')
    .description('one with its payments')
    .option('--finish-by <day>', 'what stopping by then saves')
    .action(
      act(async (context: Context, ref: string, options: Readonly<{ finishBy?: string }>) => {
        const { engine, asOf, answer } = context;
        const finishBy = dayOrNone(options.finishBy, '--finish-by') ?? null;
        const id = await subscriptionId(context, ref);
        const shown = await engine.call('subscriptions.get', { id, asOf, finishBy });
        const rows = shown.payments.map(({ on, price, state }) => [
          on,
          moneyText(price),
          state === 'paid' ? 'paid' : 'to come',
        ]);
        const saving =
          finishBy === null
            ? []
            : [
                shown.saving === null
                  ? `Finishing by ${finishBy} saves nothing.`
                  : savingText(shown.saving),
              ];
        answer(shown, [listText([shown.subscription]), toTable(rows), ...saving].join('\n'));
      }),
    );

  withFields(subscription.command('add').description('begin to keep one'))
    .requiredOption('--platform <name>')
    .requiredOption('--price <amount:currency>', 'of a month, such as 49.00:USD')
    .requiredOption('--from <day>', 'its first day')
    .action(
      act(async (context: Context, options: Options) => {
        const { engine, asOf, answer } = context;
        const fields = subscriptionFieldsSchema.safeParse(await patchOf(context, options));
        if (!fields.success)
          throw new AppError(
            'invalid_input',
            fields.error.issues[0]?.message ?? 'Something is missing.',
          );
        const made = await engine.call('subscriptions.add', { fields: fields.data, asOf });
        answer(made, `Added ${nameOf(made)} (${made.id}).\n${listText([made])}`);
      }),
    );

  withFields(subscription.command('edit <id>').description('change it; an empty value clears'))
    .option('--platform <name>')
    .option('--price <amount:currency>', 'of a month')
    .option('--since <day>', 'the price holds from then on; without it, from the beginning')
    .option('--from <day>', 'its first day')
    .action(
      act(async (context: Context, ref: string, options: Options) => {
        const { engine, asOf, answer } = context;
        const id = await subscriptionId(context, ref);
        const patch = await patchOf(context, options);
        const changed = await engine.call('subscriptions.update', {
          id,
          patch:
            options.since === undefined ? patch : await withPriceSince(context, id, patch, options),
          asOf,
        });
        answer(changed, `Changed ${nameOf(changed)}.\n${listText([changed])}`);
      }),
    );

  subscription
    .command('pause <id>')
    .description('no payments for a while; --end ends a pause that has no end')
    .option('--from <day>', 'the first day (default: the as-of day)')
    .option('--to <day>', 'the last day (default: until ended)')
    .option('--end', 'it goes on again')
    .action(
      act(
        async (
          context: Context,
          ref: string,
          options: Readonly<{ from?: string; to?: string; end?: boolean }>,
        ) => {
          const { engine, asOf, answer } = context;
          const id = await subscriptionId(context, ref);
          const from = options.from === undefined ? asOf : dayOf(options.from, '--from');
          const changed = await engine.call('subscriptions.pause', {
            id,
            from: options.end === true ? null : from,
            to: dayOrNone(options.to, '--to') ?? null,
            asOf,
          });
          const done = options.end === true ? 'goes on again' : 'is paused';
          answer(changed, `${nameOf(changed)} ${done}.\n${listText([changed])}`);
        },
      ),
    );

  subscription
    .command('remove <id>')
    .description('take it out of the record; to stop one, set --until')
    .action(
      act(async (context: Context, ref: string) => {
        const id = await subscriptionId(context, ref);
        const done = await context.engine.call('subscriptions.remove', { id });
        context.answer({ ...done, id }, 'Removed it. "laurel undo" brings it back.');
      }),
    );
}

/** Resolves what the user calls a subscription. @throws AppError not_found, ambiguous */
export async function subscriptionId({ engine }: Context, ref: string) {
  return (await engine.call('subscriptions.resolve', { ref })).id;
}

function withFields(command: Command): Command {
  return command
    .option('--plan <name>', 'such as Coursera Plus')
    .option('--until <day>', 'its last day')
    .option('--trial-ends <day>', 'the last free day')
    .option('--aid <percent>', 'part of each payment that financial aid takes over')
    .addOption(
      new Option('--payer <who>', 'who pays the rest').choices(['self', 'employer', 'other']),
    )
    .option(
      '--for <id>',
      'a credential it is for; may be given again (default: all on it)',
      collectOption,
    )
    .option('--note <text>');
}

async function patchOf({ idOf }: Context, options: Options): Promise<Patch> {
  const text = (value: string | undefined) => (value?.trim() === '' ? null : value);
  const ids = options.for?.filter((ref) => ref.trim() !== '');
  const patch = {
    platform: options.platform,
    plan: text(options.plan),
    price:
      options.price === undefined || options.since !== undefined
        ? undefined
        : parseMoneyText(options.price),
    from: options.from === undefined ? undefined : dayOf(options.from, '--from'),
    until: dayOrNone(options.until, '--until'),
    trialEnds: dayOrNone(options.trialEnds, '--trial-ends'),
    aidPercent: options.aid === undefined ? undefined : percentOf(options.aid),
    payer: options.payer,
    credentialIds:
      ids === undefined
        ? undefined
        : ids.length === 0
          ? null
          : await Promise.all(ids.map((ref) => idOf(ref))),
    note: text(options.note),
  };
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) satisfies Patch;
}

/** The patch with another price from a day on. @throws AppError invalid_input */
async function withPriceSince(
  { engine, asOf }: Context,
  id: ProcedureInput<'subscriptions.get'>['id'],
  patch: Patch,
  { price, since = '' }: Options,
): Promise<Patch> {
  const { subscription } = await engine.call('subscriptions.get', { id, asOf });
  const { amount, currency } = parseMoneyText(price ?? '');
  if (currency !== subscription.price.currency)
    throw new AppError(
      'invalid_input',
      `It is paid in ${subscription.price.currency}; a later price cannot be in ${currency}.`,
      { path: 'price' },
    );
  const from = dayOf(since, '--since');
  const others = subscription.priceChanges.filter((change) => change.from !== from);
  return { ...patch, priceChanges: [...others, { from, amount }] };
}

function percentOf(text: string): number {
  const percent = Number(text);
  if (text.trim() !== '' && Number.isInteger(percent) && percent >= 0 && percent <= 100)
    return percent;
  throw new AppError('invalid_input', `--aid: "${text}" is not a percentage from 0 to 100.`, {
    path: 'aid',
  });
}

function listText(items: readonly SubscriptionView[]): string {
  const length = idLength(items.map(({ id }) => id));
  const rows = items.map((item) => [
    item.id.slice(0, length),
    nameOf(item),
    `${moneyText(item.priceNow)} a month`,
    item.state,
    item.nextPayment === null ? '' : item.nextPayment.on,
    moneyText(item.burnt),
    `${moneyText(item.projected.total)} by ${item.projected.through}`,
  ]);
  const head = ['ID', 'Subscription', 'Price', 'State', 'Next', 'Burnt', 'Projected'];
  const savings = items.flatMap(({ savings: [first] }) => (first ? [savingText(first)] : []));
  return [toTable([head, ...rows]), ...savings].join('\n');
}

/** `Finish by 2027-01-13: saves 2 × 49.00 USD = 98.00 USD.` */
function savingText({ finishBy, payments, saved }: SubscriptionView['savings'][number]): string {
  const parts = payments.map(({ times, price }) => `${times} × ${moneyText(price)}`).join(' + ');
  return `Finish by ${finishBy}: saves ${parts} = ${moneyText(saved)}.`;
}

const nameOf = ({ plan, platform }: Pick<SubscriptionView, 'plan' | 'platform'>): string =>
  toLine(plan ?? platform);
