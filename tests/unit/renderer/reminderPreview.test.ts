import { expect, test } from 'vitest';
import { byMonth } from '../../../renderer/features/reminders/preview.ts';
import { recordOf } from '../../../renderer/features/reminders/records.ts';
import { pauseEnd } from '../../../renderer/features/settings/pause.ts';
import { platformOf } from '../../../renderer/features/settings/platform.ts';
import { day } from '../../support/aPolicy.ts';

const aReminder = (key: string) => ({
  key,
  kind: 'expires' as const,
  subjectId: 'pmp',
  title: key,
  body: '',
  on: day('2027-01-01'),
});

test('days are gathered by calendar month, with the number of their reminders', () => {
  const january = [
    { day: day('2027-01-03'), reminders: [aReminder('a'), aReminder('b')] },
    { day: day('2027-01-31'), reminders: [aReminder('c')] },
  ];
  const march = [{ day: day('2027-03-01'), reminders: [aReminder('d')] }];
  expect(byMonth([...january, ...march])).toEqual([
    { month: '2027-01', days: january, reminders: 3 },
    { month: '2027-03', days: march, reminders: 1 },
  ]);
});

test('a reminder leads to its credential, its stack or the subscriptions', () => {
  expect(recordOf({ kind: 'fee-due', subjectId: 'pmp' })).toEqual({
    to: '/credentials',
    search: { id: 'pmp' },
  });
  expect(recordOf({ kind: 'stack-at-risk', subjectId: 'mm' })).toEqual({
    to: '/stacks',
    search: { id: 'mm' },
  });
  expect(recordOf({ kind: 'subscription-renews', subjectId: 'coursera' })).toEqual({
    to: '/plan',
    search: { view: 'subscriptions' },
  });
});

test('a pause ends by the calendar of the reader', () => {
  const now = new Date(2027, 2, 27, 22, 30);
  expect(pauseEnd('hour', now)).toEqual(new Date(2027, 2, 27, 23, 30));
  expect(pauseEnd('tomorrow', now)).toEqual(new Date(2027, 2, 28));
  expect(pauseEnd('week', now)).toEqual(new Date(2027, 3, 3, 22, 30));
  expect(now).toEqual(new Date(2027, 2, 27, 22, 30));
});

test('the system is told apart by the user agent', () => {
  expect(platformOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows');
  expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('macos');
  expect(platformOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux');
});
