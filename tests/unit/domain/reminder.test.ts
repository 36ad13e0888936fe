import { expect, test } from 'vitest';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { addDays } from '#shared/domain/plainDate.ts';
import { remindersDue } from '#shared/domain/reminder.ts';
import { ladderOfKey, parseReminderKey, reminderKey } from '#shared/domain/reminderKey.ts';
import {
  defaultReminderSettings,
  reminderSettingsSchema,
} from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { day } from '../../support/aPolicy.ts';
import { dueOn, expiry, firstSeen, pmp, settingsWith } from '../../support/aReminder.ts';

test('an expiry is told 180, 90, 60, 30, 14, 7, 1 and 0 days before, each on its day', () => {
  expect(firstSeen(expiry('2027-05-31'), '2026-01-01', '2028-01-01')).toEqual([
    '2026-12-02 pmp-id:expires:180:2027-05-31',
    '2027-03-02 pmp-id:expires:90:2027-05-31',
    '2027-04-01 pmp-id:expires:60:2027-05-31',
    '2027-05-01 pmp-id:expires:30:2027-05-31',
    '2027-05-17 pmp-id:expires:14:2027-05-31',
    '2027-05-24 pmp-id:expires:7:2027-05-31',
    '2027-05-30 pmp-id:expires:1:2027-05-31',
    '2027-05-31 pmp-id:expires:0:2027-05-31',
  ]);
});

test('only the newest step stands, with the day on which it came due', () => {
  expect(dueOn('2026-12-01', expiry('2027-05-31'))).toEqual([]);
  expect(dueOn('2027-05-11', expiry('2027-05-31'))).toEqual([
    {
      key: 'pmp-id:expires:30:2027-05-31',
      kind: 'expires',
      subjectId: 'pmp-id',
      title: 'PMP expires in 20 days',
      body: 'You hold it through 31 May 2027. Renew it by then to keep it.',
      on: '2027-05-01',
    },
  ]);
});

test('an expiry known to the month or the year holds through its last day', () => {
  const key = 'pmp-id:expires:1:2027-05-31';
  expect(dueOn('2027-05-30', expiry('2027-05'))).toMatchObject([
    { key, body: 'You hold it through May 2027. Renew it by then to keep it.' },
  ]);
  // Learning the day later does not bring the reminder again.
  expect(dueOn('2027-05-30', expiry('2027-05-31'))).toMatchObject([{ key }]);
  expect(dueOn('2027-12-01', expiry('2027'))).toMatchObject([
    { key: 'pmp-id:expires:30:2027-12-31', on: '2027-12-01' },
  ]);
});

test('after the end it goes on weekly in grace and while suspended, and no longer', () => {
  const subject = expiry('2027-05-31', { ladder: { graceDays: 10, suspendedDays: 15 } });
  expect(firstSeen(subject, '2027-05-31', '2028-05-31')).toEqual([
    '2027-05-31 pmp-id:expires:0:2027-05-31',
    '2027-06-07 pmp-id:expires:-7:2027-05-31',
    '2027-06-14 pmp-id:expires:-14:2027-05-31',
    '2027-06-21 pmp-id:expires:-21:2027-05-31',
  ]);
  expect(
    firstSeen(subject, '2027-05-31', '2028-05-31', settingsWith({ weeklyAfterEnd: false })),
  ).toEqual(['2027-05-31 pmp-id:expires:0:2027-05-31']);
  const bodies = ['2027-06-10', '2027-06-11', '2027-06-26'].map(
    (on) => dueOn(on, subject)[0]?.body,
  );
  expect(bodies).toEqual([
    'You are in its grace period: you can renew it until 10 June 2027.',
    'It is suspended: do not use it. You can have it reinstated until 25 June 2027.',
    'It ended on 31 May 2027. You no longer hold it.',
  ]);
});

test('what ended is told for 90 days, and only if it was on record before it ended', () => {
  const ended = expiry('2027-05-31');
  expect(dueOn('2027-08-29', ended)).toMatchObject([{ title: 'PMP expired 90 days ago' }]);
  expect(dueOn('2027-08-30', ended)).toEqual([]);
  expect(dueOn('2027-06-01', expiry('2027-05-31', { knownSince: day('2027-05-31') }))).toHaveLength(
    1,
  );
  expect(dueOn('2027-06-01', expiry('2027-05-31', { knownSince: day('2027-06-01') }))).toEqual([]);
  // In grace it can still be mended, whenever it was put on record.
  const inGrace = { knownSince: day('2027-06-01'), ladder: { graceDays: 30, suspendedDays: 0 } };
  expect(dueOn('2027-06-01', expiry('2027-05-31', inGrace))).toHaveLength(1);
  // Asked for a past day, what is on record now counts as it would have then.
  expect(dueOn('2027-05-31', expiry('2027-05-31', { knownSince: day('2030-01-01') }))).toHaveLength(
    1,
  );
});

test('a renewed credential has reminders of its new cycle only, with new keys', () => {
  expect(dueOn('2027-05-30', expiry('2030-05-31'))).toEqual([]);
  expect(dueOn('2030-05-30', expiry('2030-05-31'))).toMatchObject([
    { key: 'pmp-id:expires:1:2030-05-31' },
  ]);
});

test('settings switch kinds and offsets, for all and for one', () => {
  const other = expiry('2027-05-31', { subjectId: 'other', title: 'A+' });
  const keysOn = (asOf: string, changes: Parameters<typeof settingsWith>[0]) =>
    remindersDue([expiry('2027-05-31'), other], settingsWith(changes), day(asOf)).map(
      ({ key }) => key,
    );
  const { kinds } = defaultReminderSettings;

  expect(
    keysOn('2027-05-31', { kinds: { ...kinds, expires: { isOn: false, offsets: [0] } } }),
  ).toEqual([]);
  expect(
    keysOn('2027-05-21', { kinds: { ...kinds, expires: { isOn: true, offsets: [10, 10] } } }),
  ).toEqual(['other:expires:10:2027-05-31', 'pmp-id:expires:10:2027-05-31']);
  expect(keysOn('2027-05-21', { subjects: { other: { expires: { isOn: false } } } })).toEqual([
    'pmp-id:expires:14:2027-05-31',
  ]);
  expect(keysOn('2027-05-21', { subjects: { other: { expires: { offsets: [200] } } } })).toEqual([
    'other:expires:200:2027-05-31',
    'pmp-id:expires:14:2027-05-31',
  ]);
  // A subject may have any id, also one that every object answers to.
  const odd = expiry('2027-05-31', { subjectId: 'constructor' });
  expect(dueOn('2027-05-31', odd)).toMatchObject([{ subjectId: 'constructor' }]);
});

test('the default settings are valid, and a kind that is left out is refused', () => {
  expect(reminderSettingsSchema.parse(defaultReminderSettings)).toEqual(defaultReminderSettings);
  const { expires: _, ...kinds } = defaultReminderSettings.kinds;
  expect(reminderSettingsSchema.safeParse({ ...defaultReminderSettings, kinds }).success).toBe(
    false,
  );
});

test('a key says what it is of, whatever the ids hold', () => {
  const parts = {
    subjectId: 'a:b%/é',
    kind: 'fee-due',
    part: 'CE fee: 50 %.',
    offset: -7,
    end: day('2027-05-31'),
  } as const;
  const key = reminderKey(parts);
  expect(parseReminderKey(key)).toEqual(parts);
  expect(ladderOfKey(key)).toBe(reminderKey({ ...parts, offset: 0 }));
  for (const text of [
    '',
    'a:expires:30',
    'a:other:30:2027-05-31',
    'a:expires:x:2027-05-31',
    'a:expires:1:2027-02-30',
    'a%:expires:1:2027-02-28',
  ]) {
    expect(() => parseReminderKey(text), text).toThrow('is not the key of a reminder');
  }
});

test('at the bounds of the calendar nothing fails', () => {
  const ladder = { graceDays: 3650, suspendedDays: 3650 };
  const forever: ReminderSubject = {
    ...pmp,
    kind: 'subscription-renews',
    from: day('1900-01-01'),
    everyMonths: 1,
    until: null,
    price: null,
  };
  for (const asOf of ['1900-01-01', '2200-12-31']) {
    for (const expires of ['1900', '1900-01-01', '2200-12-31']) {
      const due = dueOn(asOf, expiry(expires, { ladder, knownSince: day('1900-01-01') }), forever);
      expect(due.every(({ on }) => on <= asOf)).toBe(true);
    }
  }
  expect(dueOn('2200-12-31', expiry('2200-12-31', { ladder }))).toHaveLength(1);
});

test('the soonest occasion comes first, and the input is left as it was', () => {
  const subjects = Object.freeze([
    expiry('2027-05-20', { subjectId: 'later' }),
    expiry('2027-05-10', { subjectId: 'sooner' }),
  ]);
  const due = remindersDue(subjects, defaultReminderSettings, day('2027-05-09'));
  expect(due.map(({ subjectId }) => subjectId)).toEqual(['sooner', 'later']);
  expect(subjects.map(({ subjectId }) => subjectId)).toEqual(['later', 'sooner']);
});

test('names are shown on one line and at a length that a notification bears', () => {
  const [reminder] = dueOn(
    '2027-05-31',
    expiry('2027-05-31', { title: `A\nB\u0000${'🎓'.repeat(200)}` }),
  );
  expect(reminder?.title).toBe(`A B ${'🎓'.repeat(75)}… expires today`);
});

test('any partial date is understood', () => {
  for (const text of ['2027', '2027-02', '2027-02-28']) {
    const subject: ReminderSubject = {
      ...pmp,
      kind: 'target-date',
      target: parsePartialDate(text),
    };
    const lastDay = text === '2027' ? day('2027-12-31') : day('2027-02-28');
    expect(dueOn(addDays(lastDay, -7), subject)).toMatchObject([
      { key: `pmp-id:target-date:7:${lastDay}` },
    ]);
  }
});
