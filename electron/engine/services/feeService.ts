import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import { openFees } from '#shared/domain/fee.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { FeeRepository, StoredPayment } from '../repositories/feeRepository.ts';
import type { HeldService } from './heldService.ts';

type Parts = Readonly<{ writer: Writer; fees: FeeRepository; held: HeldService }>;
type Fees = ProcedureOutput<'fees.list'>;

export type FeeService = ReturnType<typeof createFeeService>;

/** Fees of credentials: what falls due by the policy, and what was paid of it. */
export function createFeeService({ writer, fees, held }: Parts) {
  /** @throws AppError not_found */
  const titleOf = (id: Id): string => {
    const row = writer.rows.get('credential', id);
    if (!row) throw new AppError('not_found', `There is no credential ${id}.`);
    return String(row['title']);
  };

  const list = (id: Id, asOf: PlainDate): Fees => {
    const title = titleOf(id);
    const item = held.find(id);
    const known = item ? openFees(item.policy, item.cycles, asOf) : [];
    const payments = new Map(fees.of(id).map((payment) => [payment.due, payment]));
    const days = new Set(known.map(({ due }) => due));
    const others = [...payments.values()].filter(({ due }) => !days.has(due));
    return {
      credentialId: id,
      title,
      fees: [
        ...known.map(({ due, fee }) => ({
          due,
          per: fee.per,
          price: fee.price,
          member: fee.member,
          note: fee.note,
          fromMemory: fee.fromMemory,
          ...paidOf(payments.get(due), due, asOf),
        })),
        ...others.map((payment) => ({
          due: payment.due,
          per: 'other' as const,
          price: null,
          member: null,
          note: null,
          fromMemory: false,
          ...paidOf(payment, payment.due, asOf),
        })),
      ].toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due))),
    };
  };

  return {
    list,

    /**
     * Records a payment; it settles whatever falls due on that day.
     * @throws AppError refused when a payment for that day is on record
     * @throws AppError invalid_input for a day on which nothing falls due, unless `other` is said
     */
    pay: ({ id, due, on, amount, other, asOf }: ParsedInput<'fees.pay'>): Fees => {
      const title = titleOf(id);
      const paid = fees.of(id).find((payment) => payment.due === due);
      if (paid)
        throw new AppError(
          'refused',
          `What fell due on ${due} was paid on ${paid.on}. Take that back first.`,
          { path: 'due' },
        );
      const item = held.find(id);
      const days = item
        ? [...new Set(openFees(item.policy, item.cycles, asOf).map((fee) => fee.due))]
        : [];
      if (!other && !days.includes(due))
        throw new AppError(
          'invalid_input',
          days.length === 0
            ? `No fee of ${title} is known. Say that it is another fee to record it.`
            : `Nothing falls due on ${due} for ${title}. Its days: ${days.join(', ')}.`,
          { path: 'due' },
        );
      writer.run(`Paid a fee of ${title}`, (tx) =>
        tx.put('fee_payment', {
          id: tx.newId(),
          credential_id: id,
          due_on: due,
          paid_on: on,
          amount_minor: amount?.amount ?? null,
          currency: amount?.currency ?? null,
        }),
      );
      return list(id, asOf);
    },

    /** @throws AppError not_found when no payment for that day is on record */
    unpay: (id: Id, due: PlainDate, asOf: PlainDate): Fees => {
      const title = titleOf(id);
      const paid = fees.of(id).find((payment) => payment.due === due);
      if (!paid)
        throw new AppError('not_found', `No payment for ${due} is on record for ${title}.`, {
          path: 'due',
        });
      writer.run(`Took back a payment of ${title}`, (tx) => tx.remove('fee_payment', paid.id));
      return list(id, asOf);
    },
  };
}

function paidOf(
  payment: StoredPayment | undefined,
  due: PlainDate,
  asOf: PlainDate,
): Pick<Fees['fees'][number], 'state' | 'paid'> {
  if (payment) return { state: 'paid', paid: { on: payment.on, amount: payment.amount } };
  return { state: due < asOf ? 'overdue' : 'due', paid: null };
}
