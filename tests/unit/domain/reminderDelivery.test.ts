import { expect, test } from 'vitest';
import {
  deliver,
  digest,
  dismiss,
  isQuiet,
  markDone,
  snooze,
  type Delivery,
  type ReminderMark,
} from '#shared/domain/reminderDelivery.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { day } from '../../support/aPolicy.ts';
import { dueOn, expiry } from '../../support/aReminder.ts';

const NOON = 12 * 60;
const night = { from: 21 * 60, to: 8 * 60 };
const KEY_30 = 'pmp-id:expires:30:2027-05-31';

/** A user's reminders of one subject or more, looked at on one day after another. */
function aUser(...subjects: readonly ReminderSubject[]) {
  const marks = new Map<string, ReminderMark>();
  const keep = (mark: ReminderMark) => void marks.set(mark.key, mark);
  const look = (on: string, minute = NOON, options: { pausedThrough?: string } = {}): Delivery => {
    const delivery = deliver({
      due: dueOn(on, ...subjects),
      marks: [...marks.values()],
      now: { day: day(on), minute },
      quietHours: night,
      pausedThrough: options.pausedThrough === undefined ? null : day(options.pausedThrough),
    });
    delivery.marks.forEach(keep);
    return delivery;
  };
  const shown = (on: string, minute = NOON, options: { pausedThrough?: string } = {}): string[] => {
    const { notice } = look(on, minute, options);
    if (notice === null) return [];
    return notice.kind === 'single'
      ? [notice.reminder.key]
      : notice.reminders.map(({ key }) => key);
  };
  return { keep, look, shown };
}

test('a reminder is shown once, alone', () => {
  const user = aUser(expiry('2027-05-31'));
  const { notice, marks } = user.look('2027-05-01');
  expect(notice).toMatchObject({ kind: 'single', reminder: { key: KEY_30 } });
  expect(marks).toEqual([{ key: KEY_30, state: 'shown', until: null }]);
  expect(user.look('2027-05-01')).toEqual({ notice: null, marks: [], waiting: [] });
  expect(user.shown('2027-05-02')).toEqual([]);
  expect(user.shown('2027-05-17')).toEqual(['pmp-id:expires:14:2027-05-31']);
});

test('what came due while the app was closed arrives as one digest', () => {
  const subjects = Array.from({ length: 7 }, (_, index) =>
    expiry(`2027-05-0${index + 1}`, { subjectId: `c${index}`, title: `C${index}` }),
  );
  const user = aUser(...subjects);
  const { notice } = user.look('2027-04-20');
  expect(notice).toMatchObject({
    kind: 'digest',
    title: 'You have 7 reminders',
    body: [
      'C0 expires in 11 days',
      'C1 expires in 12 days',
      'C2 expires in 13 days',
      'C3 expires in 14 days',
      'C4 expires in 15 days',
      'and 2 more',
    ].join('\n'),
  });
  expect(user.shown('2027-04-20')).toEqual([]);
  expect(digest(dueOn('2027-05-31', expiry('2027-05-31'))).title).toBe('You have 1 reminder');
});

test('in the quiet hours it waits, and comes when they end', () => {
  const user = aUser(expiry('2027-05-31'));
  expect(user.look('2027-05-01', 0)).toMatchObject({
    notice: null,
    marks: [],
    waiting: [{ key: KEY_30 }],
  });
  expect(user.shown('2027-05-01', 8 * 60 - 1)).toEqual([]);
  expect(user.shown('2027-05-01', 8 * 60)).toEqual([KEY_30]);
});

test('quiet hours run over midnight or not, and none are never quiet', () => {
  const quietOf = (quietHours: Parameters<typeof isQuiet>[0]) =>
    [0, 479, 480, 720, 1259, 1260, 1439].filter((minute) => isQuiet(quietHours, minute));
  expect(quietOf(night)).toEqual([0, 479, 1260, 1439]);
  expect(quietOf({ from: 480, to: 1260 })).toEqual([480, 720, 1259]);
  expect(quietOf({ from: 480, to: 480 })).toEqual([]);
  expect(quietOf(null)).toEqual([]);
});

test('a pause holds everything through its last day', () => {
  const user = aUser(expiry('2027-05-31'));
  expect(user.shown('2027-05-03', NOON, { pausedThrough: '2027-05-03' })).toEqual([]);
  expect(user.shown('2027-05-04', NOON, { pausedThrough: '2027-05-03' })).toEqual([KEY_30]);
});

test('set back, the clock brings nothing again, nor what a later step has said', () => {
  const user = aUser(expiry('2027-05-31'));
  expect(user.shown('2027-05-01')).toEqual([KEY_30]);
  expect(user.shown('2027-04-30')).toEqual([]);
  expect(user.shown('2027-03-02')).toEqual([]);
  expect(user.shown('2027-05-01')).toEqual([]);
  expect(user.shown('2027-05-24')).toEqual(['pmp-id:expires:7:2027-05-31']);
});

test('snoozed, the whole matter keeps still until that day, and then says how things stand', () => {
  const user = aUser(expiry('2027-05-31'));
  user.look('2027-05-01');
  user.keep(snooze(KEY_30, day('2027-05-20'), day('2027-05-02')));
  expect(user.shown('2027-05-17')).toEqual([]);
  expect(user.shown('2027-05-19')).toEqual([]);
  expect(user.look('2027-05-20')).toMatchObject({
    notice: {
      kind: 'single',
      reminder: { key: 'pmp-id:expires:14:2027-05-31', title: 'PMP expires in 11 days' },
    },
    marks: [
      { key: 'pmp-id:expires:14:2027-05-31', state: 'shown' },
      { key: KEY_30, state: 'shown', until: null },
    ],
  });
  expect(user.shown('2027-05-21')).toEqual([]);
  expect(user.shown('2027-05-15')).toEqual([]);
});

test('snoozed, the same reminder comes again on that day, once', () => {
  const user = aUser(expiry('2027-05-31'));
  user.look('2027-05-01');
  user.keep(snooze(KEY_30, day('2027-05-05'), day('2027-05-01')));
  const seen = ['2027-05-04', '2027-05-05', '2027-05-05', '2027-05-06'].map((on) => user.shown(on));
  expect(seen).toEqual([[], [KEY_30], [], []]);
});

test('a snooze of an earlier step counts for what was shown since', () => {
  const user = aUser(expiry('2027-05-31'));
  user.look('2027-05-01');
  user.look('2027-05-17');
  user.keep(snooze(KEY_30, day('2027-05-20'), day('2027-05-18')));
  expect(user.shown('2027-05-20')).toEqual(['pmp-id:expires:14:2027-05-31']);
  expect(user.shown('2027-05-21')).toEqual([]);
});

test('dismissed, it never comes again, but a later step does', () => {
  const user = aUser(expiry('2027-05-31'));
  user.look('2027-05-01');
  user.keep(dismiss(KEY_30));
  expect(user.shown('2027-05-02')).toEqual([]);
  expect(user.shown('2027-04-01')).toEqual([]);
  expect(user.shown('2027-05-17')).toEqual(['pmp-id:expires:14:2027-05-31']);
});

test('done, nothing of this cycle comes again, and the next cycle is told', () => {
  const user = aUser(expiry('2027-05-31'), expiry('2027-06-20', { subjectId: 'other' }));
  expect(user.shown('2027-05-02')).toHaveLength(2);
  user.keep(markDone(KEY_30));
  expect(user.shown('2027-05-31')).toEqual(['other:expires:30:2027-06-20']);

  const renewed = aUser(expiry('2028-05-31'));
  renewed.keep(markDone(KEY_30));
  expect(renewed.shown('2028-05-31')).toEqual(['pmp-id:expires:0:2028-05-31']);
});

test('a day that is not after today, and a key that is none, are refused', () => {
  expect(() => snooze(KEY_30, day('2027-05-01'), day('2027-05-01'))).toThrow(
    'Give a day after today',
  );
  expect(() => dismiss('PMP')).toThrow('is not the key of a reminder');
  expect(() => markDone('')).toThrow('is not the key of a reminder');
});
