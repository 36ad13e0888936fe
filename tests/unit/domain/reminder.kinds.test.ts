import { expect, test } from 'vitest';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import type {
  FeeSubject,
  PaceSubject,
  ProofSubject,
  StackSubject,
  SubscriptionSubject,
  WindowSubject,
  YearSubject,
  DeadlineSubject,
} from '#shared/domain/reminderSubject.ts';
import { day } from '../../support/aPolicy.ts';
import { dueOn, firstSeen, pmp } from '../../support/aReminder.ts';

test('the opening of the renewal window is told once, until the cycle ends', () => {
  const subject: WindowSubject = {
    ...pmp,
    kind: 'renewal-window-opens',
    opens: day('2026-11-30'),
    cycleEnd: parsePartialDate('2027-05'),
  };
  expect(firstSeen(subject, '2026-01-01', '2028-01-01')).toEqual([
    '2026-11-30 pmp-id:renewal-window-opens:0:2027-05-31',
  ]);
  expect(dueOn('2026-12-24', subject)).toMatchObject([
    {
      title: 'You can renew PMP now',
      body: 'You can renew it from 30 November 2026; its cycle ends in May 2027.',
    },
  ]);
  expect(dueOn('2027-06-01', subject)).toMatchObject([{ title: 'The time to renew PMP is over' }]);
});

const pace: PaceSubject = {
  ...pmp,
  kind: 'ce-behind-pace',
  cycleStart: parsePartialDate('2026-01-31'),
  cycleEnd: parsePartialDate('2027-01-30'),
  unit: 'PDU',
  total: 3640,
  counted: 1000,
};

test('being behind pace is told monthly at most, and not while on pace', () => {
  // 0.10 units a day are asked for: after the 100th day ten are too few.
  expect(firstSeen(pace, '2026-01-01', '2027-01-30')).toEqual([
    '2026-05-31 pmp-id:ce-behind-pace.PDU:244:2027-01-30',
    '2026-06-30 pmp-id:ce-behind-pace.PDU:214:2027-01-30',
    '2026-07-31 pmp-id:ce-behind-pace.PDU:183:2027-01-30',
    '2026-08-31 pmp-id:ce-behind-pace.PDU:152:2027-01-30',
    '2026-09-30 pmp-id:ce-behind-pace.PDU:122:2027-01-30',
    '2026-10-31 pmp-id:ce-behind-pace.PDU:91:2027-01-30',
    '2026-11-30 pmp-id:ce-behind-pace.PDU:61:2027-01-30',
    '2026-12-31 pmp-id:ce-behind-pace.PDU:30:2027-01-30',
  ]);
  expect(dueOn('2026-06-10', pace)).toMatchObject([
    {
      title: 'You are behind on PDU for PMP',
      body: 'You have 10 of 36.4 PDU; an even pace would be at 13 by now. The cycle ends on 30 January 2027.',
    },
  ]);
  expect(dueOn('2026-06-10', { ...pace, counted: 1200 })).toEqual([]);
  expect(dueOn('2027-01-30', { ...pace, counted: 3640 })).toEqual([]);
});

test('exactly on pace is not behind', () => {
  expect(dueOn('2026-05-31', { ...pace, counted: 1200 })).toEqual([]);
  expect(dueOn('2026-05-31', { ...pace, counted: 1199 })).toHaveLength(1);
});

test('a lacking yearly minimum is told 60 and 14 days before the end of the year', () => {
  const subject: YearSubject = {
    ...pmp,
    title: 'CISA',
    kind: 'ce-year-minimum',
    yearEnd: day('2026-12-31'),
    unit: 'CPE',
    min: 2000,
    counted: 1250,
  };
  expect(firstSeen(subject, '2026-01-01', '2026-12-31')).toEqual([
    '2026-11-01 pmp-id:ce-year-minimum.CPE:60:2026-12-31',
    '2026-12-17 pmp-id:ce-year-minimum.CPE:14:2026-12-31',
  ]);
  expect(dueOn('2026-12-31', subject)).toMatchObject([
    {
      title: 'CISA needs 7.5 more CPE by 31 December 2026',
      body: 'You have 12.5 of the 20 CPE that the year to 31 December 2026 asks for.',
    },
  ]);
  expect(dueOn('2026-12-31', { ...subject, counted: 2000 })).toEqual([]);
});

test('a target is told 30, 7 and 0 days before, and that it has passed', () => {
  const subject = { ...pmp, kind: 'target-date', target: parsePartialDate('2027-06-30') } as const;
  expect(firstSeen(subject, '2027-01-01', '2027-12-31')).toEqual([
    '2027-05-31 pmp-id:target-date:30:2027-06-30',
    '2027-06-23 pmp-id:target-date:7:2027-06-30',
    '2027-06-30 pmp-id:target-date:0:2027-06-30',
  ]);
  const titles = ['2027-06-29', '2027-06-30', '2027-07-01'].map(
    (on) => dueOn(on, subject)[0]?.title,
  );
  expect(titles).toEqual([
    'Your target for PMP is tomorrow',
    'Your target for PMP is today',
    'Your target for PMP was yesterday',
  ]);
});

test('fees of one day are told apart, 30 and 7 days before', () => {
  const fee: FeeSubject = {
    ...pmp,
    kind: 'fee-due',
    dueOn: parsePartialDate('2027-03-01'),
    fee: 'Annual fee',
    amount: { amount: 13_500, currency: 'USD' },
  };
  expect(firstSeen(fee, '2027-01-01', '2027-03-01')).toEqual([
    '2027-01-30 pmp-id:fee-due.Annual%20fee:30:2027-03-01',
    '2027-02-22 pmp-id:fee-due.Annual%20fee:7:2027-03-01',
  ]);
  expect(dueOn('2027-02-22', fee, { ...fee, fee: 'CE fee', amount: null })).toMatchObject([
    {
      title: 'A fee for PMP is due in 7 days',
      body: 'Annual fee of 135.00 USD, due on 1 March 2027. You have not marked it as paid.',
    },
    { body: 'CE fee, due on 1 March 2027. You have not marked it as paid.' },
  ]);
  // Of a month, the first day is the safe reading, and no day is made up.
  expect(dueOn('2027-02-22', { ...fee, dueOn: parsePartialDate('2027-03') })).toMatchObject([
    {
      key: 'pmp-id:fee-due.Annual%20fee:7:2027-03-01',
      title: 'A fee for PMP is due in March 2027',
    },
  ]);
});

test('deadlines of one day are told apart, 7 days and 1 day before', () => {
  const refund: DeadlineSubject = {
    ...pmp,
    title: 'Data Science',
    kind: 'deadline',
    deadline: 'refund',
    on: parsePartialDate('2027-03-15'),
  };
  expect(firstSeen(refund, '2027-01-01', '2027-03-15')).toEqual([
    '2027-03-08 pmp-id:deadline.refund:7:2027-03-15',
    '2027-03-14 pmp-id:deadline.refund:1:2027-03-15',
  ]);
  const all = (['verified-upgrade', 'refund', 'aid', 'free-trial'] as const).map(
    (deadline): DeadlineSubject => ({ ...refund, deadline }),
  );
  expect(dueOn('2027-03-14', ...all).map(({ title }) => title)).toEqual([
    'Your time to ask for financial aid for Data Science ends tomorrow',
    'Your free trial of Data Science ends tomorrow',
    'Your time to ask for a refund of Data Science ends tomorrow',
    'Your chance to upgrade to the verified track of Data Science ends tomorrow',
  ]);
  expect(dueOn('2027-03-16', refund)).toMatchObject([
    { title: 'Your time to ask for a refund of Data Science ended yesterday' },
  ]);
});

test('a subscription is told 3 days before each renewal, on the day that the month has', () => {
  const subject: SubscriptionSubject = {
    ...pmp,
    title: 'Coursera Plus',
    kind: 'subscription-renews',
    from: day('2027-01-31'),
    everyMonths: 1,
    until: day('2027-05-01'),
    price: { amount: 5900, currency: 'USD' },
  };
  expect(firstSeen(subject, '2027-01-01', '2027-12-31')).toEqual([
    '2027-02-25 pmp-id:subscription-renews:3:2027-02-28',
    '2027-03-28 pmp-id:subscription-renews:3:2027-03-31',
    '2027-04-27 pmp-id:subscription-renews:3:2027-04-30',
  ]);
  expect(dueOn('2027-02-25', subject)).toMatchObject([
    {
      title: 'Coursera Plus renews in 3 days',
      body: 'It renews on 28 February 2027 for 59.00 USD. Cancel before then if you no longer need it.',
    },
  ]);
  expect(dueOn('2027-03-27', subject)).toMatchObject([
    { title: 'Coursera Plus renewed 27 days ago' },
  ]);
  expect(dueOn('2027-03-29', subject)).toMatchObject([{ title: 'Coursera Plus renews in 2 days' }]);
  const yearly = { ...subject, from: day('2024-02-29'), everyMonths: 12, until: null };
  expect(firstSeen(yearly, '2024-01-01', '2028-12-31')).toEqual(
    ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'].map(
      (end) => `${end.slice(0, 8)}${Number(end.slice(8)) - 3} pmp-id:subscription-renews:3:${end}`,
    ),
  );
  // One that was put on record late does not tell of renewals long past.
  expect(dueOn('2027-03-10', { ...subject, knownSince: day('2027-03-10') })).toEqual([]);
});

test('proofs may go from the day after they had to be kept', () => {
  const subject: ProofSubject = {
    ...pmp,
    kind: 'proof-deletable',
    cycleEnd: parsePartialDate('2026-05-31'),
    keptUntil: day('2027-05-31'),
    proofs: 12,
  };
  expect(dueOn('2027-05-31', subject)).toEqual([]);
  expect(dueOn('2027-06-01', subject)).toEqual([
    {
      key: 'pmp-id:proof-deletable:0:2026-05-31',
      kind: 'proof-deletable',
      subjectId: 'pmp-id',
      title: 'You can delete old proofs of PMP',
      body: 'The 12 proofs of the cycle that ended on 31 May 2026 had to be kept through 31 May 2027.',
      on: '2027-06-01',
    },
  ]);
  expect(dueOn('2027-06-02', { ...subject, knownSince: day('2027-06-02') })).toEqual([]);
});

test('a stack at risk is told once for each part that expires too soon', () => {
  const part = (credentialId: string): StackSubject => ({
    ...pmp,
    subjectId: 'stack',
    title: 'Marketing',
    knownSince: day('2026-11-25'),
    kind: 'stack-at-risk',
    credentialId,
    credentialTitle: 'Google Ads Search',
    expires: parsePartialDate('2027-02-10'),
    neededUntil: day('2027-06-30'),
  });
  expect(dueOn('2026-11-25', part('a'), part('b'))).toMatchObject([
    {
      key: 'stack:stack-at-risk.a:0:2027-02-10',
      title: 'Your stack Marketing is at risk',
      body: 'Google Ads Search expires on 10 February 2027, but you need it until 30 June 2027. Renew it in time.',
      on: '2026-11-25',
    },
    { key: 'stack:stack-at-risk.b:0:2027-02-10' },
  ]);
});
