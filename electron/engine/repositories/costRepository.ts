import { costLineSchema, type CostLine } from '#shared/domain/cost.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { CostedCredential } from '#shared/domain/credentialCost.ts';
import type { Money } from '#shared/domain/money.ts';
import { first, partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { lifecycleSchema } from '#shared/domain/status.ts';
import { trackModeOf, trackModeSchema } from '#shared/domain/trackMode.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type LineRow = Readonly<{
  id: string;
  credential_id: string;
  title: string;
  kind: string;
  amount_minor: number;
  currency: string;
  paid_on: string | null;
  payer: string;
  payer_name: string | null;
  reimbursed_minor: number;
  reimbursed_on: string | null;
  subscription_id: string | null;
  note: string | null;
}>;

type CostedRow = Readonly<{
  id: string;
  title: string;
  lifecycle: string;
  issued: string | null;
  cost_minor: number | null;
  cost_currency: string | null;
  cost_paid_by: string | null;
  verified_track: 0 | 1 | null;
  mode: string | null;
}>;

/** A cost line with the title of its credential. */
export type TitledLine = CostLine & Readonly<{ title: string }>;

export type FeePayment = Readonly<{
  credentialId: Id;
  title: string;
  dueOn: PlainDate;
  paidOn: PlainDate;
  money: Money | null;
}>;

const LINE = `SELECT l.id, l.credential_id, c.title, l.kind, l.amount_minor, l.currency, l.paid_on,
    l.payer, l.payer_name, l.reimbursed_minor, l.reimbursed_on, l.subscription_id, l.note
  FROM cost_line l JOIN credential c ON c.id = l.credential_id`;

const COSTED = `SELECT c.id, c.title, c.lifecycle, c.issued, c.cost_minor, c.cost_currency,
    c.cost_paid_by, c.verified_track, t.mode
  FROM credential c LEFT JOIN track t ON t.id = c.id`;

export type CostRepository = ReturnType<typeof createCostRepository>;

/** Payments of credentials, and what else of credentials their money hangs on. */
export function createCostRepository(db: Database) {
  // What is not paid comes first: it is the newest of all.
  const lines = db.prepare<{ credentialId: string | null; limit: number }, LineRow>(
    `${LINE} WHERE c.trashed_at IS NULL AND (:credentialId IS NULL OR l.credential_id = :credentialId)
      ORDER BY coalesce(l.paid_on, '~') DESC, l.id DESC LIMIT :limit`,
  );
  const byId = db.prepare<[string], LineRow>(`${LINE} WHERE l.id = ?`);
  const stating = db
    .prepare<[string], number>('SELECT count(*) FROM cost_line WHERE subscription_id = ?')
    .pluck();
  const costed = db.prepare<[string], CostedRow>(
    `${COSTED} WHERE c.trashed_at IS NULL
        AND (c.cost_minor IS NOT NULL
          OR c.id IN (SELECT credential_id FROM cost_line)
          OR c.id IN (SELECT value FROM json_each(?)))
      ORDER BY c.seq`,
  );
  const one = db.prepare<[string], CostedRow>(`${COSTED} WHERE c.id = ?`);
  const payments = db.prepare<
    [],
    {
      credential_id: string;
      title: string;
      due_on: string;
      paid_on: string;
      amount_minor: number | null;
      currency: string | null;
    }
  >(
    `SELECT f.credential_id, c.title, f.due_on, f.paid_on, f.amount_minor, f.currency
       FROM fee_payment f JOIN credential c ON c.id = f.credential_id
      WHERE c.trashed_at IS NULL ORDER BY f.paid_on, f.id`,
  );

  return {
    /** Newest first, what is not paid before it; of one credential, or of all not in the trash. */
    lines: (credentialId: Id | null, limit: number): TitledLine[] =>
      lines.all({ credentialId, limit }).map(toLine),
    find: (id: Id): TitledLine | undefined => {
      const row = byId.get(id);
      return row && toLine(row);
    },
    /** How many lines state a share of a subscription. */
    statingCount: (subscriptionId: Id): number => stating.get(subscriptionId) ?? 0,

    put: (tx: WritableDb, { id, money, ...line }: CostLine): void =>
      tx.put('cost_line', {
        id,
        credential_id: line.credentialId,
        kind: line.kind,
        amount_minor: money.amount,
        currency: money.currency,
        paid_on: line.paidOn,
        payer: line.payer,
        payer_name: line.payerName,
        reimbursed_minor: line.reimbursed,
        reimbursed_on: line.reimbursedOn,
        subscription_id: line.subscriptionId,
        note: line.note,
        created_at: tx.get('cost_line', id)?.['created_at'] ?? tx.at,
        updated_at: tx.at,
      }),

    /** Credentials with a figure or a line, and those of the ids. */
    costed: (ids: readonly string[]): CostedCredential[] =>
      costed.all(JSON.stringify(ids)).map(toCosted),
    costedOne: (id: Id): CostedCredential | undefined => {
      const row = one.get(id);
      return row && toCosted(row);
    },

    /** Renewal fees that were paid. */
    feePayments: (): FeePayment[] =>
      payments.all().map((row) => ({
        credentialId: idSchema.parse(row.credential_id),
        title: row.title,
        dueOn: plainDateSchema.parse(row.due_on),
        paidOn: plainDateSchema.parse(row.paid_on),
        money: moneyOf(row.amount_minor, row.currency),
      })),
  };
}

function toLine(row: LineRow): TitledLine {
  const line = costLineSchema.parse({
    id: row.id,
    credentialId: row.credential_id,
    kind: row.kind,
    money: { amount: row.amount_minor, currency: row.currency },
    paidOn: row.paid_on,
    payer: row.payer,
    payerName: row.payer_name,
    reimbursed: row.reimbursed_minor,
    reimbursedOn: row.reimbursed_on,
    subscriptionId: row.subscription_id,
    note: row.note,
  });
  return { ...line, title: row.title };
}

function toCosted(row: CostedRow): CostedCredential {
  const mode = trackModeSchema.nullable().parse(row.mode);
  return {
    id: row.id,
    title: row.title,
    lifecycle: lifecycleSchema.parse(row.lifecycle),
    issuedOn: row.issued === null ? null : first(partialDateSchema.parse(row.issued)),
    figure: moneyOf(row.cost_minor, row.cost_currency),
    paidBy: row.cost_paid_by,
    mode: trackModeOf(mode, row.verified_track === null ? null : row.verified_track === 1),
  };
}

function moneyOf(amount: number | null, currency: string | null): Money | null {
  return amount === null || currency === null ? null : { amount, currency };
}
