import { expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay } from '#shared/domain/plainDate.ts';
import { remindersDue } from '#shared/domain/reminder.ts';
import { defaultReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';

/** Ends around each border of what can still give a reminder, in each precision. */
const ends = [-400, -200, -92, -91, -90, -89, -1, 0, 1, 89, 179, 180, 181, 200, 400].flatMap(
  (days) => {
    const day = addDays(TODAY, days);
    return [day, day.slice(0, 7), day.slice(0, 4)].map((end) => partialDateSchema.parse(end));
  },
);

test('reading only the dates that matter leaves no reminder out', async () => {
  using engine = openTestEngine();
  const subjects: ReminderSubject[] = [];
  for (const [index, end] of ends.entries()) {
    const isTarget = index % 2 === 1;
    const dates = isTarget
      ? { lifecycle: 'in-progress' as const, target: end, issued: null }
      : { expires: end, issued: partialDateSchema.parse('2010-01-01') };
    const made = await engine.call('credentials.create', {
      fields: aCredential({ title: `Ends ${end} ${index}`, abbreviation: null, ...dates }),
      asOf: TODAY,
    });
    const about = { subjectId: made.id, title: made.title, knownSince: TODAY };
    subjects.push(
      isTarget
        ? { ...about, kind: 'target-date', target: end }
        : {
            ...about,
            kind: 'expires',
            expires: end,
            ladder: { graceDays: 0, suspendedDays: 0 },
          },
    );
  }
  for (const asOf of [TODAY, addDays(TODAY, 60), addDays(TODAY, 95), addMonthsToDay(TODAY, 12)]) {
    const { reminders } = await engine.call('reminders.due', { asOf });
    const expected = remindersDue(subjects, defaultReminderSettings, asOf);
    expect(reminders.map(({ key }) => key).toSorted()).toEqual(
      expected.map(({ key }) => key).toSorted(),
    );
  }
});
