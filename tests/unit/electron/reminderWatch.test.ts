import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import type { NativeNotice } from '#shared/messages.ts';
import { createReminderWatch } from '../../../electron/reminderWatch.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';

const expires = addDays(TODAY, 60);
const morning = 10 * 60;

/** A watch over a real engine, with a clock, a desktop and a disk that do as the test says. */
async function open(...ends: readonly PlainDate[]) {
  const engine = openTestEngine();
  for (const [index, end] of ends.entries())
    await engine.call('credentials.create', {
      fields: aCredential({ title: `Held ${index}`, expires: end }),
      asOf: TODAY,
    });
  const state = {
    clock: { day: TODAY, minute: morning },
    isPaused: false,
    isRefused: false,
    isReadOnly: false,
  };
  const shown: NativeNotice[] = [];
  const failures: unknown[] = [];
  const asked: PlainDate[] = [];
  const watch = createReminderWatch({
    now: () => state.clock,
    isPaused: () => state.isPaused,
    deliver: (clock) => {
      asked.push(clock.day);
      return engine.call('reminders.deliver', clock);
    },
    markShown: async (keys, today) => {
      if (state.isReadOnly) throw new Error('The disk is read-only');
      await engine.call('reminders.mark', { keys: [...keys], state: 'shown', today });
    },
    show: async (notice) => {
      if (!state.isRefused) shown.push(notice);
      return !state.isRefused;
    },
    onFailure: (error) => failures.push(error),
  });
  const at = async (day: PlainDate, minute = morning) => {
    state.clock = { day, minute };
    await watch.look();
  };
  return {
    engine,
    state,
    shown,
    failures,
    asked,
    watch,
    at,
    [Symbol.dispose]: engine[Symbol.dispose],
  };
}

const titles = (notices: readonly NativeNotice[]) => notices.map(({ title }) => title);

describe('a reminder is shown once', () => {
  test('however often is looked, at once and with the clock set back', async () => {
    using it = await open(expires);
    await it.at(addDays(expires, -7));
    await Promise.all(Array.from({ length: 20 }, () => it.watch.lookAnew()));
    await it.at(addDays(expires, -6));
    await it.at(addDays(expires, -8));
    await it.at(addDays(expires, -40));
    expect(titles(it.shown)).toEqual(['Held 0 expires in 7 days']);
    expect(it.failures).toEqual([]);
  });

  test('a sleep of forty days gives one digest', async () => {
    using it = await open(expires, addDays(expires, 2), addDays(expires, 4));
    await it.at(addDays(expires, -40));
    await it.at(expires);
    await it.watch.lookAnew();
    expect(titles(it.shown)).toEqual(['You have 3 reminders', 'You have 3 reminders']);
  });

  test('also when the engine could not take note of it', async () => {
    using it = await open(expires);
    it.state.isReadOnly = true;
    await it.at(addDays(expires, -7));
    await it.watch.lookAnew();
    expect(titles(it.shown)).toHaveLength(1);
    expect(it.failures.length).toBeGreaterThan(0);
    it.state.isReadOnly = false;
    await it.watch.lookAnew();
    await it.watch.lookAnew();
    expect(titles(it.shown)).toHaveLength(1);
    const { reminders } = await it.engine.call('reminders.due', { asOf: addDays(expires, -7) });
    expect(reminders).toEqual([]);
  });
});

describe('a reminder is not lost', () => {
  test('while it is quiet or paused, or the system refuses', async () => {
    using it = await open(expires);
    const day = addDays(expires, -7);
    await it.at(day, 6 * 60);
    it.state.isPaused = true;
    await it.at(day);
    it.state.isPaused = false;
    it.state.isRefused = true;
    await it.at(day);
    expect(it.shown).toEqual([]);
    it.state.isRefused = false;
    await it.at(day);
    expect(titles(it.shown)).toEqual(['Held 0 expires in 7 days']);
  });

  test('when something new comes due on a day that was done with', async () => {
    using it = await open();
    const day = addDays(expires, -7);
    await it.at(day);
    await it.engine.call('credentials.create', {
      fields: aCredential({ title: 'New', expires }),
      asOf: TODAY,
    });
    await it.watch.lookAnew();
    expect(titles(it.shown)).toEqual(['New expires in 7 days']);
  });
});

test('the engine is asked once a day while nothing changes', async () => {
  using it = await open();
  for (let minute = 0; minute < 1440; minute += 1) await it.at(TODAY, minute);
  await it.at(addDays(TODAY, 1));
  expect(it.asked).toEqual([TODAY, addDays(TODAY, 1)]);
});
