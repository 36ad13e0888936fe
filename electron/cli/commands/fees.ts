import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { parseMoney, toDecimal, type Money } from '#shared/domain/money.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import { dayOf } from '../day.ts';
import { toLine, toTable } from '../table.ts';

type PayOptions = Readonly<{ due: string; on?: string; amount?: string; other?: boolean }>;

const kinds = { cycle: 'renewal', year: 'yearly', late: 'late', other: 'other' } as const;

/** fee list, pay, unpay. */
export function addFeeCommands(program: Command, act: Act): void {
  const fee = program
    .command('fee')
    .description('what keeping a credential costs, and what is paid');
  fee
    .command('list <id>')
    .description('fees by day, of the cycles under way')
    .action(
      act(async ({ engine, asOf, idOf, answer }, ref: string) => {
        const fees = await engine.call('fees.list', { id: await idOf(ref), asOf });
        answer(fees, toLines(fees));
      }),
    );
  fee
    .command('pay <id>')
    .description('record a payment; what fell due that day is no longer reminded of')
    .requiredOption('--due <day>', 'the day on which it was due, as "fee list" has it')
    .option('--on <day>', 'the day on which it was paid (default: the as-of day)')
    .option('--amount <amount:currency>', 'such as 159.00:USD')
    .option('--other', 'a fee that its policy does not know')
    .action(
      act(async ({ engine, asOf, idOf, answer }, ref: string, options: PayOptions) => {
        const fees = await engine.call('fees.pay', {
          id: await idOf(ref),
          due: dayOf(options.due, '--due'),
          on: options.on === undefined ? asOf : dayOf(options.on, '--on'),
          amount: options.amount === undefined ? null : amountOf(options.amount),
          other: options.other === true,
          asOf,
        });
        answer(fees, `Paid.\n${toLines(fees)}`);
      }),
    );
  fee
    .command('unpay <id>')
    .description('take a payment back')
    .requiredOption('--due <day>', 'the day on which it was due')
    .action(
      act(
        async ({ engine, asOf, idOf, answer }, ref: string, options: Readonly<{ due: string }>) => {
          const due = dayOf(options.due, '--due');
          const fees = await engine.call('fees.unpay', { id: await idOf(ref), due, asOf });
          answer(fees, `Taken back.\n${toLines(fees)}`);
        },
      ),
    );
}

function toLines({ title, fees }: ProcedureOutput<'fees.list'>): string {
  if (fees.length === 0) return `No fee of ${toLine(title)} is known.`;
  const rows = fees.map(({ due, per, price, state, paid, note, fromMemory }) => [
    due,
    kinds[per],
    price === null ? '' : words(price),
    paid === null
      ? state
      : `paid ${paid.on}${paid.amount === null ? '' : `, ${words(paid.amount)}`}`,
    [note === null ? '' : toLine(note), fromMemory ? '(from memory)' : ''].join(' ').trim(),
  ]);
  return toTable(rows);
}

const words = (money: Money) => `${toDecimal(money)} ${money.currency}`;

function amountOf(text: string): Money {
  const [amount, currency, more] = text.split(':');
  if (amount !== undefined && currency !== undefined && more === undefined)
    return parseMoney(amount, currency);
  throw new AppError('invalid_input', `--amount: "${text}" is not an amount such as 159.00:USD.`, {
    path: 'amount',
  });
}
