import { textKey } from '#shared/domain/textKey.ts';

/** A title made ready for comparing. */
export type Likeable = Readonly<{
  key: string;
  /** Its numbers, Roman ones included, in the order in which they stand. */
  numbers: string;
  /** Its pairs of neighbouring signs, counted, and how many they are in all. */
  pairs: ReadonlyMap<string, number>;
  size: number;
}>;

/** From this likeness on, two titles of one issuer may be the same credential. */
export const LIKELY = 0.85;

/** Prepares a text once, so that it can be compared with many. */
export function likeable(text: string): Likeable {
  const key = textKey(text);
  // Blanks do not count: "A+" and "A +" are alike.
  const signs = Array.from(key.replaceAll(' ', ''));
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < signs.length; at += 1) {
    const pair = `${signs[at]}${signs[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { key, numbers: numbersOf(key), pairs, size: Math.max(signs.length - 1, 0) };
}

/**
 * How alike two texts are, 0 to 1: twice the shared pairs of neighbouring signs over all pairs
 * (Sørensen and Dice). Texts that differ only in numbers, such as "Part 1" and "Part 2", are
 * different things and count as 0, as do those of very different length.
 */
export function likeness(a: Likeable, b: Likeable): number {
  if (a.key === b.key) return 1;
  if (!mayBeLike(a, b)) return 0;
  const [few, many] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, count] of few.pairs) shared += Math.min(count, many.pairs.get(pair) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/** Whether two texts can reach LIKELY at all, decided without comparing them sign by sign. */
export function mayBeLike(a: Likeable, b: Likeable): boolean {
  if (a.size === 0 || b.size === 0) return false;
  return a.numbers === b.numbers && 2 * Math.min(a.size, b.size) >= LIKELY * (a.size + b.size);
}

function numbersOf(key: string): string {
  return key
    .split(' ')
    .filter((word) => /\p{N}|^[ivx]+$/u.test(word))
    .join(' ');
}
