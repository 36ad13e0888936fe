import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { creditSystemSchema, type Id } from '#shared/domain/credential.ts';
import { toDecimal, type Money } from '#shared/domain/money.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Act, Context } from '../context.ts';
import { toLine, toTable } from '../table.ts';

type OfferOptions = Readonly<{
  title: string;
  institution: string;
  degree: string;
  credits?: string;
  of?: string;
  system: ProcedureOutput<'credits.ledger'>[number]['system'];
  stack?: string;
  credential?: string[];
  admission: boolean;
  minGrade?: string;
  deadline?: string;
  countsAgain?: boolean;
  source?: string;
  note?: string;
}>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** stack credit list, offer, admit, accept, path, remove. */
export function addCreditCommands(stack: Command, act: Act): void {
  const credit = stack
    .command('credit')
    .description('credit towards a degree: what is offered, apart from what was accepted');

  credit
    .command('list')
    .description('every degree with its offers')
    .action(
      act(async ({ engine, asOf, answer }) => {
        const degrees = await engine.call('credits.ledger', { asOf });
        const lines = degrees.flatMap((degree) => [
          `${toLine(degree.degree)}, ${toLine(degree.institution)}: ${degree.accepted} accepted, ${degree.offered} offered${degree.of === null ? '' : `, of ${degree.of}`}`,
          toTable(
            degree.offers.map(({ id, title, reason }) => [
              `  ${id.slice(0, 13)}`,
              toLine(title),
              toLine(reason),
            ]),
          ),
        ]);
        answer(
          { asOf, degrees },
          lines.length === 0 ? 'No offers of credit yet.' : lines.join('\n'),
        );
      }),
    );

  credit
    .command('offer')
    .description('record what an institution says it would credit')
    .requiredOption('--title <title>')
    .requiredOption('--institution <name>')
    .requiredOption('--degree <name>')
    .option('--credits <n>')
    .option('--of <n>', 'credits of the whole degree')
    .addOption(
      new Option('--system <system>').choices(creditSystemSchema.options).default('usCredits'),
    )
    .option('--stack <stack>', 'the stack that earns it')
    .option('--credential <id>', 'a credential that it asks for, may be given again', collect)
    .option('--no-admission', 'it is credited without admission')
    .option('--min-grade <percent>')
    .option('--deadline <date>', 'the last day on which it is taken')
    .option('--counts-again', 'its courses may count in another offer to the degree too')
    .option('--source <text>')
    .option('--note <text>')
    .action(
      act(async (context, options: OfferOptions) => {
        const { engine, asOf, answer } = context;
        const fields = await offerFields(context, options);
        const made = await engine.call('credits.putOffer', { fields, asOf });
        answer(made, `Added ${toLine(made.title)} (${made.id}). ${made.reason}`);
      }),
    );

  credit
    .command('admit <offer>')
    .description('record that the institution admitted you to the degree')
    .option('--on <day>', 'the day (default: the as-of day)')
    .option('--not', 'take it back')
    .action(
      act(async (context, ref: string, options: Readonly<{ on?: string; not?: boolean }>) => {
        const { engine, asOf, answer } = context;
        const id = await offerId(context, ref);
        const on =
          options.not === true ? null : options.on === undefined ? asOf : dayOf(options.on);
        const line = await engine.call('credits.admit', { id, on, asOf });
        answer(line, line.reason);
      }),
    );

  credit
    .command('accept <offer>')
    .description('record credit that the institution accepted')
    .option('--credits <n>', 'how many (default: what the offer says)')
    .option('--on <day>', 'the day (default: the as-of day)')
    .option('--note <text>')
    .action(
      act(
        async (
          context,
          ref: string,
          options: Readonly<{ credits?: string; on?: string; note?: string }>,
        ) => {
          const { engine, asOf, answer } = context;
          const line = await engine.call('credits.accept', {
            offerId: await offerId(context, ref),
            on: options.on === undefined ? asOf : dayOf(options.on),
            credits: options.credits === undefined ? null : Number(options.credits),
            note: options.note ?? null,
            asOf,
          });
          answer(line, line.reason);
        },
      ),
    );

  credit
    .command('remove <offer>')
    .description('take an offer away that no credit was accepted by')
    .action(
      act(async (context, ref: string) => {
        const id = await offerId(context, ref);
        answerRemoved(context, await context.engine.call('credits.removeOffer', { id }));
      }),
    );

  credit
    .command('path <credits>')
    .description('the cheapest or quickest way to so many credits of a degree')
    .requiredOption('--institution <name>')
    .requiredOption('--degree <name>')
    .addOption(new Option('--by <what>').choices(['cost', 'hours']).default('cost'))
    .action(
      act(
        async (
          { engine, asOf, answer },
          credits: string,
          options: Readonly<{ institution: string; degree: string; by: 'cost' | 'hours' }>,
        ) => {
          const path = await engine.call('credits.path', {
            ...options,
            credits: Number(credits),
            asOf,
          });
          const rows = path.offers.map((offer) => [
            toLine(offer.title),
            `${offer.credits} credits`,
            offer.hours === null ? '' : `${offer.hours} h`,
            moneyText(offer.cost),
            offer.courses.map(toLine).join(', '),
          ]);
          const total = `${path.credits} credits, ${path.accepted} of them accepted${path.hours === null ? '' : `, ${path.hours} h`}${path.cost.length === 0 ? '' : `, ${moneyText(path.cost)}`}.`;
          const left = path.left.map(
            ({ title, reason }) => `Left out: ${toLine(title)}. ${reason}`,
          );
          answer(
            path,
            [
              ...(rows.length > 0 ? [toTable(rows)] : []),
              path.reached ? total : `Not to be reached: ${total}`,
              ...left,
            ].join('\n'),
          );
        },
      ),
    );
}

const answerRemoved = ({ answer }: Context, done: Readonly<{ removed: boolean }>) =>
  answer(done, 'Removed.');

async function offerFields(
  { engine, idOf }: Context,
  options: OfferOptions,
): Promise<ProcedureInput<'credits.putOffer'>['fields']> {
  const stackId =
    options.stack === undefined
      ? null
      : (await engine.call('stacks.resolve', { ref: options.stack })).id;
  return {
    title: options.title,
    institution: options.institution,
    degree: options.degree,
    credits: options.credits === undefined ? null : Number(options.credits),
    of: options.of === undefined ? null : Number(options.of),
    system: options.system,
    stackId,
    credentialIds: await Promise.all((options.credential ?? []).map((ref) => idOf(ref))),
    admissionRequired: options.admission,
    minGrade: options.minGrade === undefined ? null : Number(options.minGrade),
    deadline: options.deadline === undefined ? null : parsePartialDate(options.deadline),
    countsOnce: options.countsAgain !== true,
    source: options.source ?? null,
    note: options.note ?? null,
  };
}

/** An offer by its id, a unique prefix of 6 or more characters, or its unique title. */
async function offerId({ engine, asOf }: Context, ref: string): Promise<Id> {
  const degrees = await engine.call('credits.ledger', { asOf });
  const all = degrees.flatMap(({ offers }) => offers);
  const text = ref.trim().toLowerCase();
  const found = all.filter(
    ({ id, title }) => (text.length >= 6 && id.startsWith(text)) || title.toLowerCase() === text,
  );
  const [only, other] = found;
  if (only === undefined) throw new AppError('not_found', `No offer of credit is called "${ref}".`);
  if (other !== undefined)
    throw new AppError('ambiguous', `More than one offer is called "${ref}". Give its id.`, {
      details: found.map(({ id }) => id),
    });
  return only.id;
}

function dayOf(text: string): PlainDate {
  const day = plainDateSchema.safeParse(text);
  if (day.success) return day.data;
  throw new AppError('invalid_date', `--on: "${text}" is not a day. Give one such as 2026-11-23.`, {
    path: 'on',
  });
}

const moneyText = (amounts: readonly Money[]): string =>
  amounts.map((money) => `${toDecimal(money)} ${money.currency}`).join(' + ');
