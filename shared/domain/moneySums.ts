import type { Money } from '#shared/domain/money.ts';

/** Sums per currency, never converted (domain.md section 6), by the currencies' codes; no zeros. */
export function sumMoney(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([currency, amount]) => ({ amount, currency }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

/**
 * Splits a whole amount in proportion to weights, to the last minor unit: what rounding down leaves
 * over goes to the largest remainders, earlier ones first. Weights that are all 0 count alike.
 * @returns as many whole amounts as there are weights; they add up to `amount`
 */
export function splitByWeights(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) =>
    total > 0 ? (amount * weight) / total : amount / weights.length,
  );
  const parts = shares.map(Math.floor);
  let left = weights.length === 0 ? 0 : amount - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
