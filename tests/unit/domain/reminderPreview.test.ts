import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import { remindersDue } from '#shared/domain/reminder.ts';
import {
  deliver,
  dismiss,
  markDone,
  snooze,
  type ReminderMark,
} from '#shared/domain/reminderDelivery.ts';
import { previewReminders, type PreviewDay } from '#shared/domain/reminderPreview.ts';
import { defaultReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { day } from '../../support/aPolicy.ts';
import { expiry, pmp } from '../../support/aReminder.ts';
import { propertyRuns } from '../../support/property.ts';

const TODAY = day('2026-11-25');

function preview(
  subjects: readonly ReminderSubject[],
  marks: readonly ReminderMark[] = [],
): PreviewDay[] {
  return previewReminders({ subjects, settings: defaultReminderSettings, marks, today: TODAY });
}

/** What is shown day by day, by really looking at noon of every day. */
function byLooking(
  subjects: readonly ReminderSubject[],
  marks: readonly ReminderMark[],
  through: PlainDate,
): PreviewDay[] {
  const kept = new Map(marks.map((mark) => [mark.key, mark]));
  return Array.from({ length: daysBetween(TODAY, through) + 1 }, (_, index) =>
    addDays(TODAY, index),
  ).flatMap((today) => {
    const { notice, marks: shown } = deliver({
      due: remindersDue(subjects, defaultReminderSettings, today),
      marks: [...kept.values()],
      now: { day: today, minute: 720 },
      quietHours: null,
    });
    for (const mark of shown) kept.set(mark.key, mark);
    if (notice === null) return [];
    return [
      { day: today, reminders: notice.kind === 'single' ? [notice.reminder] : notice.reminders },
    ];
  });
}

test('the next twelve months by day, beginning with what stands today', () => {
  const days = preview([
    expiry('2027-01-10'),
    expiry('2027-12-10', { subjectId: 'b', title: 'CISA' }),
  ]);
  expect(
    days.map(({ day: on, reminders }) => [on, ...reminders.map(({ title }) => title)]),
  ).toEqual([
    ['2026-11-25', 'PMP expires in 46 days'],
    ['2026-12-11', 'PMP expires in 30 days'],
    ['2026-12-27', 'PMP expires in 14 days'],
    ['2027-01-03', 'PMP expires in 7 days'],
    ['2027-01-09', 'PMP expires tomorrow'],
    ['2027-01-10', 'PMP expires today'],
    ['2027-06-13', 'CISA expires in 180 days'],
    ['2027-09-11', 'CISA expires in 90 days'],
    ['2027-10-11', 'CISA expires in 60 days'],
    ['2027-11-10', 'CISA expires in 30 days'],
  ]);
});

const anySubject: fc.Arbitrary<ReminderSubject> = fc
  .record({
    kind: fc.nat(5),
    id: fc.nat(1000),
    inDays: fc.integer({ min: -120, max: 420 }),
    graceDays: fc.constantFrom(0, 20, 60),
  })
  .map(({ kind, id, inDays, graceDays }): ReminderSubject => {
    const date = addDays(TODAY, inDays);
    const about = { ...pmp, subjectId: `s${id}` };
    switch (kind) {
      case 0:
        return {
          ...about,
          kind: 'fee-due',
          dueOn: parsePartialDate(date),
          fee: 'fee',
          amount: null,
        };
      case 1:
        return {
          ...about,
          kind: 'subscription-renews',
          from: date,
          everyMonths: 3,
          until: null,
          price: null,
        };
      case 2:
        return {
          ...about,
          kind: 'ce-behind-pace',
          cycleStart: parsePartialDate(date),
          cycleEnd: parsePartialDate(addDays(date, 500)),
          unit: 'CPE',
          total: 12_000,
          counted: 3000,
        };
      case 3:
        return {
          ...about,
          kind: 'renewal-window-opens',
          opens: date,
          cycleEnd: parsePartialDate(addDays(date, 90)),
        };
      default:
        return expiry(date, { ...about, ladder: { graceDays, suspendedDays: 0 } });
    }
  });

test('the preview is what looking every day would show, with any history of marks', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anySubject, {
        minLength: 1,
        maxLength: 4,
        selector: ({ subjectId }) => subjectId,
      }),
      fc.array(
        fc.record({ before: fc.nat(200), act: fc.nat(3), days: fc.integer({ min: 1, max: 60 }) }),
        { maxLength: 5 },
      ),
      (subjects, history) => {
        const marks = new Map<string, ReminderMark>();
        for (const { before, act, days } of history) {
          const past = addDays(TODAY, -before);
          for (const { key } of remindersDue(subjects, defaultReminderSettings, past)) {
            const mark = [
              { key, state: 'shown', until: null } as const,
              dismiss(key),
              markDone(key),
              snooze(key, addDays(TODAY, days), TODAY),
            ][act];
            if (mark) marks.set(key, mark);
          }
        }
        const kept = [...marks.values()];
        expect(preview(subjects, kept)).toEqual(byLooking(subjects, kept, day('2027-11-25')));
      },
    ),
    propertyRuns(400),
  );
});
