import type { NativeNotice } from '#shared/messages.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { WallClock } from '#shared/domain/reminderDelivery.ts';

export type ReminderWatchOptions = Readonly<{
  now: () => WallClock;
  isPaused: () => boolean;
  /** What the engine would put before the user now; see the procedure `reminders.deliver`. */
  deliver: (now: WallClock) => Promise<Readonly<{ notice: NativeNotice | null; waiting: number }>>;
  markShown: (keys: readonly string[], today: PlainDate) => Promise<unknown>;
  /** Puts a notice before the user; false when nobody can have seen it. */
  show: (notice: NativeNotice) => Promise<boolean>;
  /** Takes what failed; the next look tries again. */
  onFailure: (error: unknown) => void;
}>;

export type ReminderWatch = Readonly<{
  /** Looks now, at whatever may have changed: the time, the day, a pause. */
  look: () => Promise<void>;
  /** Looks now and forgets what it knew of the portfolio, which has changed. */
  lookAnew: () => Promise<void>;
}>;

/**
 * Shows each reminder once (domain.md section 5). Whoever looks, and however often, the engine's
 * marks decide what still has to be seen; what came due meanwhile comes as one notice.
 */
export function createReminderWatch(options: ReminderWatchOptions): ReminderWatch {
  const { now, isPaused, deliver, markShown, show, onFailure } = options;
  /** The day for which the engine has said that nothing is left; null: ask it. */
  let doneFor: PlainDate | null = null;
  /** Shown, but the engine could not take note of it: not to be shown again by this process. */
  let owed: readonly string[] = [];
  let running: Promise<void> | null = null;
  let again = false;

  async function pass(): Promise<void> {
    const clock = now();
    if (isPaused() || doneFor === clock.day) return;
    // A portfolio that cannot be written must not silence what is new in it.
    if (owed.length > 0) await settle(clock.day).catch(onFailure);
    doneFor = clock.day;
    const { notice, waiting } = await deliver(clock);
    if (notice === null) {
      if (waiting > 0) doneFor = null;
      return;
    }
    doneFor = null;
    const keys = notice.reminders.map(({ key }) => key);
    if (keys.every((key) => owed.includes(key)) || !(await show(notice))) return;
    owed = [...new Set([...owed, ...keys])];
    await settle(clock.day);
  }

  async function settle(today: PlainDate): Promise<void> {
    const keys = owed;
    await markShown(keys, today);
    owed = owed.filter((key) => !keys.includes(key));
  }

  async function passes(): Promise<void> {
    do {
      again = false;
      try {
        await pass();
      } catch (error) {
        doneFor = null;
        onFailure(error);
      }
    } while (again);
    running = null;
  }

  const look = (): Promise<void> => {
    if (running === null) running = passes();
    else again = true;
    return running;
  };

  return {
    look,
    lookAnew: () => {
      doneFor = null;
      return look();
    },
  };
}
