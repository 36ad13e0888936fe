import { moneySchema } from '#shared/domain/credential.ts';
import type { FeePayment } from '#shared/domain/fee.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Database } from '../database.ts';

type PaymentRow = Readonly<{
  id: string;
  credential_id: string;
  due_on: string;
  paid_on: string;
  amount_minor: number | null;
  currency: string | null;
}>;

export type StoredPayment = FeePayment & Readonly<{ id: string }>;

export type FeeRepository = ReturnType<typeof createFeeRepository>;

/** Payments of fees. */
export function createFeeRepository(db: Database) {
  const columns = 'id, credential_id, due_on, paid_on, amount_minor, currency';
  const of = db.prepare<[string], PaymentRow>(
    `SELECT ${columns} FROM fee_payment WHERE credential_id = ? ORDER BY due_on, id`,
  );
  const all = db.prepare<[], PaymentRow>(`SELECT ${columns} FROM fee_payment ORDER BY due_on, id`);

  return {
    /** Payments of a credential, by the day on which they were due. */
    of: (credentialId: string): StoredPayment[] => of.all(credentialId).map(toPayment),
    /** Payments of every credential that has some. */
    all: (): ReadonlyMap<string, StoredPayment[]> => {
      const rows = Map.groupBy(all.all(), (row) => row.credential_id);
      return new Map([...rows].map(([id, own]) => [id, own.map(toPayment)]));
    },
  };
}

const toPayment = (row: PaymentRow): StoredPayment => ({
  id: row.id,
  due: plainDateSchema.parse(row.due_on),
  on: plainDateSchema.parse(row.paid_on),
  amount:
    row.amount_minor === null || row.currency === null
      ? null
      : moneySchema.parse({ amount: row.amount_minor, currency: row.currency }),
});
