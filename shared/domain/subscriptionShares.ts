import { splitByWeights } from '#shared/domain/moneySums.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import type { Payment } from '#shared/domain/subscription.ts';

/** A credential that was worked on, from its first through its last day. */
export type WorkedOn = Readonly<{
  id: string;
  from: PlainDate;
  to: PlainDate;
  /** Of the whole of it; null: not known. */
  hours: number | null;
}>;

export type Shares = Readonly<{
  byId: ReadonlyMap<string, number>;
  /** Paid for months in which nothing was worked on. */
  unshared: number;
}>;

/**
 * Shares payments out over the credentials worked on in the month that each pays for, by hours where
 * known (domain.md section 6). A credential's hours are spread evenly over its days, so that a long
 * course weighs in a month what was done in it; one without hours weighs as the mean of the others.
 * Shares and what is unshared add up to the payments.
 */
export function sharePayments(
  payments: readonly Payment[],
  credentials: readonly WorkedOn[],
): Shares {
  const byId = new Map<string, number>();
  let unshared = 0;
  for (const payment of payments) {
    const active = credentials.filter(
      ({ from, to }) => from <= payment.through && to >= payment.on,
    );
    if (active.length === 0) unshared += payment.amount;
    const known = active.map((credential) => hoursWithin(credential, payment));
    const stated = known.filter((hours) => hours !== null);
    const mean =
      stated.length === 0 ? 1 : stated.reduce((sum, hours) => sum + hours, 0) / stated.length;
    const parts = splitByWeights(
      payment.amount,
      known.map((hours) => hours ?? mean),
    );
    active.forEach(({ id }, index) => byId.set(id, (byId.get(id) ?? 0) + (parts[index] ?? 0)));
  }
  return { byId, unshared };
}

/**
 * The same with shares that the holder stated: those stand, taken first from what is unshared, and
 * the others divide the rest in the proportion that they had.
 * @param stated by credential id, none of which is among the shares
 */
export function withStatedShares(shares: Shares, stated: ReadonlyMap<string, number>): Shares {
  if (stated.size === 0) return shares;
  const sum = [...stated.values()].reduce((total, amount) => total + amount, 0);
  const fromUnshared = Math.min(shares.unshared, sum);
  const ids = [...shares.byId.keys()];
  const computed = [...shares.byId.values()];
  const pool = computed.reduce((total, amount) => total + amount, 0) - (sum - fromUnshared);
  const parts = splitByWeights(Math.max(0, pool), computed);
  return {
    byId: new Map([...ids.map((id, index) => [id, parts[index] ?? 0] as const), ...stated]),
    unshared: shares.unshared - fromUnshared,
  };
}

function hoursWithin({ from, to, hours }: WorkedOn, { on, through }: Payment): number | null {
  if (hours === null) return null;
  const start = from > on ? from : on;
  const end = to < through ? to : through;
  return (hours * (daysBetween(start, end) + 1)) / (daysBetween(from, to) + 1);
}
