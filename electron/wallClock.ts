import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { WallClock } from '#shared/domain/reminderDelivery.ts';
import { systemClock } from './engine/systemClock.ts';

/** What the clock on the user's wall shows now. */
export function wallClock(): WallClock {
  const now = new Date();
  return {
    day: plainDateSchema.parse(systemClock.today()),
    minute: now.getHours() * 60 + now.getMinutes(),
  };
}

/** The instant, UTC ISO text, so many minutes from now. */
export function minutesFromNow(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

/** The instant, UTC ISO text, at which tomorrow begins where the machine is. */
export function startOfTomorrow(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
}
