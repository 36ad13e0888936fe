import { expect, test } from 'vitest';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { defaultReminderSettings } from '#shared/domain/reminderSettings.ts';
import { remindersDue } from '#shared/domain/reminder.ts';
import { nextRenewal } from '#shared/domain/reminderRungs.ts';
import type { SubscriptionSubject } from '#shared/domain/reminderSubject.ts';
import {
  countsAsVerified,
  openDeadlines,
  trackModeOf,
  unknownTrack,
  type Track,
} from '#shared/domain/trackMode.ts';

const day = (text: string) => plainDateSchema.parse(text);

test('an audited course does not count where a verified one is required, every other does', () => {
  expect(countsAsVerified('audit')).toBe(false);
  expect((['verified', 'aid', 'employer-paid', null] as const).map(countsAsVerified)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('the mode says it; without one, the yes or no of the record does', () => {
  expect(trackModeOf('aid', false)).toBe('aid');
  expect(trackModeOf(null, true)).toBe('verified');
  expect(trackModeOf(null, false)).toBe('audit');
  expect(trackModeOf(null, null)).toBeNull();
});

const dated: Track = {
  mode: null,
  upgradeBy: day('2026-12-10'),
  refundBy: day('2026-12-01'),
  aidBy: day('2026-12-05'),
  trialEnds: day('2026-11-30'),
};

test.each([
  ['audit', ['free-trial', 'aid', 'verified-upgrade']],
  ['verified', ['free-trial', 'refund']],
  ['aid', ['free-trial']],
  ['employer-paid', ['free-trial', 'refund']],
  [null, ['free-trial', 'refund', 'aid', 'verified-upgrade']],
] as const)('as %s, deadlines are told about which something can be done', (mode, expected) => {
  expect(openDeadlines({ ...dated, mode }).map(({ deadline }) => deadline)).toEqual(expected);
});

test('a track without days has no deadlines', () => {
  expect(openDeadlines(unknownTrack)).toEqual([]);
});

const subscription: SubscriptionSubject = {
  subjectId: 's',
  title: 'Coursera Plus',
  knownSince: day('2026-01-31'),
  kind: 'subscription-renews',
  from: day('2026-01-31'),
  everyMonths: 1,
  until: null,
  price: { amount: 49_00, currency: 'USD' },
  pauses: [{ from: day('2026-12-01'), to: day('2026-12-31') }],
};

test('a renewal is told three days before, and none that falls into a pause', () => {
  const titles = (asOf: string) =>
    remindersDue([subscription], defaultReminderSettings, day(asOf)).map(({ title }) => title);
  expect(titles('2026-11-26')).not.toContain('Coursera Plus renews in 4 days');
  expect(titles('2026-11-27')).toContain('Coursera Plus renews in 3 days');
  expect(titles('2026-12-30').filter((title) => title.includes('renews in'))).toEqual([]);
  expect(titles('2027-01-28')).toContain('Coursera Plus renews in 3 days');
});

test('the next renewal passes over pauses, and there is none after the end', () => {
  expect(nextRenewal(subscription, day('2026-11-30'))).toBe('2026-11-30');
  expect(nextRenewal(subscription, day('2026-12-01'))).toBe('2027-01-31');
  expect(nextRenewal({ ...subscription, until: day('2026-12-31') }, day('2026-12-01'))).toBeNull();
});
