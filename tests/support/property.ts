import { randomInt } from 'node:crypto';

const chosen = process.env['LAUREL_SEED'];
const seed = chosen === undefined || chosen === '' ? randomInt(2 ** 31) : Number(chosen);
if (!Number.isInteger(seed))
  throw new Error(`LAUREL_SEED must be a whole number, not "${chosen}".`);

// `npm run soak` multiplies the cases.
const factor = Number(process.env['LAUREL_SOAK'] || 1);

let announced = false;

/**
 * Settings of a property test with so many cases. The seed is random and printed once per test file;
 * LAUREL_SEED=<seed> repeats the very same cases.
 */
export function propertyRuns(numRuns: number): Readonly<{ seed: number; numRuns: number }> {
  if (!announced) console.info(`Property tests: LAUREL_SEED=${seed} repeats these cases.`);
  announced = true;
  return { seed, numRuns: numRuns * factor };
}
