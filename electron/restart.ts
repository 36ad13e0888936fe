const FIRST_MS = 100;
const LONGEST_MS = 10_000;
const MEMORY_MS = 60_000;

/**
 * How long to wait before the engine is started again: a moment after the first crash, twice as
 * long after each further one within a minute, never more than ten seconds.
 * @param crashes instants of all crashes, the newest included, in milliseconds
 */
export function nextDelayMs(crashes: readonly number[], now: number): number {
  const recent = crashes.filter((at) => now - at < MEMORY_MS).length;
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, recent - 1));
}
