import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addDays } from '#shared/domain/plainDate.ts';
import { remindersDue } from '#shared/domain/reminder.ts';
import {
  deliver,
  dismiss,
  markDone,
  snooze,
  type ReminderMark,
} from '#shared/domain/reminderDelivery.ts';
import { ladderOfKey } from '#shared/domain/reminderKey.ts';
import { defaultReminderSettings, type QuietHours } from '#shared/domain/reminderSettings.ts';
import {
  clockChanges,
  createFakeClock,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  wallClockAt,
  zones,
} from '../../support/fakeClock.ts';
import { propertyRuns } from '../../support/property.ts';
import { anyPlan, tellOf } from '../../support/reminderCases.ts';
import { createReminderOracle } from '../../support/reminderOracle.ts';

/** In 2011 Pacific/Apia skipped a day; 2026 has the rules of now. */
const years = [2011, 2026].map(
  (year) => [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 10)] as const,
);
const changesByZone = new Map(
  zones.map((zone) => [zone, years.flatMap(([from, to]) => clockChanges(zone, from, to))]),
);
type Step = Readonly<
  { act: 'move'; ms: number } | { act: 'snooze' | 'dismiss' | 'done'; which: number; days: number }
>;

const moves = (min: number, max: number, unit: number): fc.Arbitrary<Step> =>
  fc.integer({ min, max }).map((count) => ({ act: 'move', ms: count * unit }));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: moves(1, 90, MINUTE_MS) },
  { weight: 6, arbitrary: moves(1, 30, HOUR_MS) },
  { weight: 6, arbitrary: moves(1, 12, DAY_MS) },
  { weight: 2, arbitrary: fc.constant<Step>({ act: 'move', ms: 40 * DAY_MS }) },
  { weight: 1, arbitrary: moves(-48, -1, HOUR_MS) },
  { weight: 1, arbitrary: moves(-60, -1, DAY_MS) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom('snooze', 'dismiss', 'done'),
      which: fc.nat(5),
      days: fc.integer({ min: 1, max: 25 }),
    }),
  },
);

const minute = fc.nat(1439);
const anyQuiet: fc.Arbitrary<QuietHours | null> = fc.oneof(
  fc.constant(null),
  fc.constant(defaultReminderSettings.quietHours),
  fc.record({ from: minute, to: minute }),
);

const anyStart = fc.record({
  zone: fc.constantFrom(...zones),
  /** Which change of the clock to begin before; none in many zones. */
  change: fc.nat(7),
  hoursBefore: fc.integer({ min: 0, max: 60 }),
  dayOfYear: fc.nat(364),
});

/** Asserting is slow: a million looks are compared by themselves first. */
function expectSame(keys: readonly string[], expected: readonly string[]): void {
  if (keys.join() !== expected.join()) expect(keys).toEqual(expected);
}

test('the fake clock shows what clocks in every zone show, around every change', () => {
  let changes = 0;
  for (const zone of zones) {
    for (const change of changesByZone.get(zone) ?? []) {
      changes += 1;
      const shown = [-1, 0, 1].map((minutes) => wallClockAt(zone, change + minutes * MINUTE_MS));
      const byTemporal = [-1, 0, 1].map((minutes) => {
        const time = Temporal.Instant.fromEpochMilliseconds(
          change + minutes * MINUTE_MS,
        ).toZonedDateTimeISO(zone);
        return { day: time.toPlainDate().toString(), minute: time.hour * 60 + time.minute };
      });
      expect(shown, zone).toEqual(byTemporal);
    }
  }
  expect(changes).toBeGreaterThan(400);
  expect(wallClockAt('Pacific/Apia', Date.UTC(2011, 11, 30, 9, 59)).day).toBe('2011-12-29');
  expect(wallClockAt('Pacific/Apia', Date.UTC(2011, 11, 30, 10, 0)).day).toBe('2011-12-31');
});

const runs = propertyRuns(100_000);

// Three milliseconds a case: many times what one takes on an idle machine.
test(
  'under any clock, each due reminder is told exactly once',
  { timeout: runs.numRuns * 3 },
  () => {
    const seenZones = new Set<string>();
    const happened = { told: 0, digests: 0, late: 0, onTheDay: 0, nearChange: 0, back: 0 };

    fc.assert(
      fc.property(
        anyStart,
        fc.array(anyPlan, { minLength: 1, maxLength: 3 }),
        fc.array(anyStep, { minLength: 1, maxLength: 14 }),
        anyQuiet,
        ({ zone, change, hoursBefore, dayOfYear }, plans, steps, quietHours) => {
          seenZones.add(zone);
          const changeAt = (changesByZone.get(zone) ?? [])[change];
          if (changeAt !== undefined) happened.nearChange += 1;
          const start =
            changeAt === undefined
              ? Date.UTC(2026, 0, 1 + dayOfYear)
              : changeAt - hoursBefore * HOUR_MS;
          const clock = createFakeClock(zone, start);
          const today = clock.now().day;
          const told = plans.map((plan, index) => tellOf(plan, index, today));
          const subjects = told.map(({ subject }) => subject);
          const oracle = createReminderOracle(
            told.flatMap(({ occasions }) => occasions),
            quietHours,
          );

          const marks = new Map<string, ReminderMark>();
          const timesTold = new Map<string, number>();
          const snoozes = new Map<string, number>();
          let actionable: string[] = [];

          const look = () => {
            const now = clock.now();
            const due = remindersDue(subjects, defaultReminderSettings, now.day);
            const delivery = deliver({ due, marks: [...marks.values()], now, quietHours });
            const { notice } = delivery;
            const shown =
              notice === null
                ? []
                : notice.kind === 'single'
                  ? [notice.reminder]
                  : notice.reminders;
            const keys = shown.map(({ key }) => key);
            expectSame(keys.toSorted(), oracle.look(now));
            for (const mark of delivery.marks) marks.set(mark.key, mark);
            for (const key of keys) timesTold.set(key, (timesTold.get(key) ?? 0) + 1);
            if (keys.length > 0) actionable = keys;
            if (notice?.kind === 'digest') happened.digests += 1;
            happened.told += keys.length;
            const onTheDay = shown.filter(({ on }) => on === now.day).length;
            happened.onTheDay += onTheDay;
            happened.late += shown.length - onTheDay;
            // Looking again changes nothing.
            const again = deliver({ due, marks: [...marks.values()], now, quietHours });
            if (again.notice !== null) expect(again.notice).toBeNull();
          };

          look();
          for (const step of steps) {
            if (step.act === 'move') {
              clock.move(step.ms);
              if (step.ms < 0) happened.back += 1;
              look();
              continue;
            }
            const [key] = actionable.splice(step.which % Math.max(actionable.length, 1), 1);
            if (key === undefined) continue;
            const { day } = clock.now();
            if (step.act === 'snooze') {
              const until = addDays(day, step.days);
              marks.set(key, snooze(key, until, day));
              oracle.snooze(key, until);
              snoozes.set(ladderOfKey(key), (snoozes.get(ladderOfKey(key)) ?? 0) + 1);
            } else if (step.act === 'dismiss') {
              marks.set(key, dismiss(key));
              oracle.dismiss(key);
            } else {
              marks.set(key, markDone(key));
              oracle.finish(key);
            }
            look();
          }
          for (const [key, times] of timesTold) {
            const most = 1 + (snoozes.get(ladderOfKey(key)) ?? 0);
            if (times > most) expect(times, key).toBeLessThanOrEqual(most);
          }
        },
      ),
      runs,
    );

    expect(seenZones.size).toBe(zones.length);
    for (const [what, times] of Object.entries(happened))
      expect(times, what).toBeGreaterThan(10_000);
    console.info(`Reminders under ${zones.length} zones: ${JSON.stringify(happened)}`);
  },
);
