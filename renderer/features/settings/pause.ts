export const pauseLengths = ['hour', 'tomorrow', 'week'] as const;
export type PauseLength = (typeof pauseLengths)[number];

const HOUR_MS = 3_600_000;

/** When a pause ends: an hour on, at the next midnight of the reader's clock, or the same time in a week. */
export function pauseEnd(length: PauseLength, now: Date): Date {
  if (length === 'hour') return new Date(now.getTime() + HOUR_MS);
  const end = new Date(now);
  // By the calendar, not by hours: a day of the clock's change has 23 or 25 of them.
  if (length === 'tomorrow') end.setHours(24, 0, 0, 0);
  else end.setDate(end.getDate() + 7);
  return end;
}
