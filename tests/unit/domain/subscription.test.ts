import { expect, test } from 'vitest';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import {
  assertBilling,
  nextPayment,
  paymentsThrough,
  priceOn,
  projectSubscription,
  savingBy,
  savingsAhead,
  subscriptionState,
  type Billing,
} from '#shared/domain/subscription.ts';
import { sharePayments, withStatedShares } from '#shared/domain/subscriptionShares.ts';

const day = (text: string) => plainDateSchema.parse(text);

function aSubscription(fields: Partial<Billing> = {}): Billing {
  return {
    price: { amount: 49_00, currency: 'USD' },
    from: day('2026-01-31'),
    until: null,
    trialEnds: null,
    pauses: [],
    priceChanges: [],
    aidPercent: 0,
    ...fields,
  };
}

const days = (billing: Billing, through: string) =>
  paymentsThrough(billing, day(through)).map(({ on }) => on);

test('a start on 31 January is paid on the last day of short months, and on the 31st after them', () => {
  expect(days(aSubscription(), '2026-05-31')).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ]);
  expect(days(aSubscription({ from: day('2028-01-31') }), '2028-03-01')).toEqual([
    '2028-01-31',
    '2028-02-29',
  ]);
});

test('each payment is for the days until the next one', () => {
  const [first, second] = paymentsThrough(aSubscription(), day('2026-03-01'));
  expect([first?.through, second?.on, second?.through]).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-30',
  ]);
});

test('a pause takes the payments of its days, both ends included, and leaves the day of the month', () => {
  const pauses = [{ from: day('2026-02-28'), to: day('2026-03-31') }];
  expect(days(aSubscription({ pauses }), '2026-05-01')).toEqual(['2026-01-31', '2026-04-30']);
  const open = [{ from: day('2026-02-01'), to: null }];
  expect(days(aSubscription({ pauses: open }), '2036-01-01')).toEqual(['2026-01-31']);
  expect(nextPayment(aSubscription({ pauses: open }), day('2026-03-01'))).toBeNull();
});

test('the last day is still paid for, the day after it is not', () => {
  expect(days(aSubscription({ until: day('2026-03-31') }), '2027-01-01')).toHaveLength(3);
  expect(days(aSubscription({ until: day('2026-03-30') }), '2027-01-01')).toHaveLength(2);
});

test('a free trial comes first, and the day after it fixes the day of the month', () => {
  const billing = aSubscription({ from: day('2026-01-24'), trialEnds: day('2026-01-30') });
  expect(days(billing, '2026-03-31')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  expect(subscriptionState(billing, day('2026-01-30'))).toBe('trial');
  expect(subscriptionState(billing, day('2026-01-31'))).toBe('active');
});

test('a price holds from its day on, whatever the order in which changes are recorded', () => {
  const priceChanges = [
    { from: day('2026-04-01'), amount: 69_00 },
    { from: day('2026-02-28'), amount: 59_00 },
  ];
  const billing = aSubscription({ priceChanges });
  expect(paymentsThrough(billing, day('2026-05-01')).map(({ amount }) => amount)).toEqual([
    49_00, 59_00, 59_00, 69_00,
  ]);
  expect(priceOn(billing, day('2026-03-31'))).toEqual({ amount: 59_00, currency: 'USD' });
});

test('aid takes its part of each payment; the two parts are the price', () => {
  const [payment] = paymentsThrough(
    aSubscription({ price: { amount: 49_99, currency: 'USD' }, aidPercent: 75 }),
    day('2026-02-01'),
  );
  expect(payment).toMatchObject({ amount: 12_50, aid: 37_49 });
});

test.each([
  ['2026-01-30', 'upcoming'],
  ['2026-01-31', 'active'],
  ['2026-02-10', 'paused'],
  ['2026-02-21', 'active'],
  ['2026-06-30', 'active'],
  ['2026-07-01', 'ended'],
])('on %s it is %s', (on, state) => {
  const billing = aSubscription({
    until: day('2026-06-30'),
    pauses: [{ from: day('2026-02-10'), to: day('2026-02-20') }],
  });
  expect(subscriptionState(billing, day(on))).toBe(state);
});

test('finish by D saves 2 × 49', () => {
  const billing = aSubscription({ from: day('2026-01-15') });
  const projection = projectSubscription(billing, day('2026-11-23'), day('2027-02-20'));
  expect(projection).toMatchObject({ through: '2027-02-20', basis: 'courses' });
  expect(savingBy(projection, day('2027-01-14'))).toEqual({
    finishBy: '2027-01-14',
    payments: [{ times: 2, amount: 49_00 }],
    saved: 98_00,
  });
  // On the day of the payment it is too late for that one.
  expect(savingBy(projection, day('2027-01-15'))?.saved).toBe(49_00);
  expect(savingBy(projection, day('2027-02-15'))).toBeNull();
  expect(
    savingsAhead(projection, day('2026-11-23')).map(({ finishBy, saved }) => [finishBy, saved]),
  ).toEqual([
    ['2026-12-14', 147_00],
    ['2027-01-14', 98_00],
    ['2027-02-14', 49_00],
  ]);
});

test('a saving over a change of price names both prices', () => {
  const priceChanges = [{ from: day('2027-02-01'), amount: 59_00 }];
  const projection = projectSubscription(
    aSubscription({ from: day('2026-01-15'), priceChanges }),
    day('2026-11-23'),
    day('2027-03-20'),
  );
  expect(savingBy(projection, day('2027-01-01'))?.payments).toEqual([
    { times: 1, amount: 49_00 },
    { times: 2, amount: 59_00 },
  ]);
});

test('a projection goes to its own end, else until the courses are done, else a year', () => {
  const asOf = day('2026-11-23');
  const ended = aSubscription({ until: day('2026-12-31') });
  expect(projectSubscription(ended, asOf, day('2027-05-01'))).toMatchObject({
    through: '2026-12-31',
    basis: 'end',
  });
  expect(projectSubscription(aSubscription(), asOf, null)).toMatchObject({
    through: '2027-11-23',
    basis: 'year',
  });
});

test.each([
  ['an end before the start', { until: day('2026-01-30') }],
  ['a trial that ends before the start', { trialEnds: day('2026-01-30') }],
  ['a pause that ends first', { pauses: [{ from: day('2026-03-02'), to: day('2026-03-01') }] }],
  ['a trial after which no day can be recorded', { trialEnds: day('2200-12-31') }],
])('%s is refused', (_name, fields) => {
  expect(() => assertBilling(aSubscription(fields))).toThrow(
    expect.objectContaining({ code: 'invalid_date' }),
  );
});

const course = (id: string, from: string, to: string, hours: number | null) => ({
  id,
  from: day(from),
  to: day(to),
  hours,
});

test('a month is shared out by the hours worked in it', () => {
  const payments = paymentsThrough(aSubscription({ from: day('2026-03-01') }), day('2026-04-01'));
  const { byId, unshared } = sharePayments(payments, [
    // 60 of its 120 hours in March, as it takes 62 days; the other all of its 20.
    course('long', '2026-02-01', '2026-04-03', 124),
    course('short', '2026-03-01', '2026-03-31', 20),
  ]);
  // March: 62 hours against 20. April: the long one alone.
  expect(byId.get('short')).toBe(Math.round((49_00 * 20) / 82));
  expect((byId.get('long') ?? 0) + (byId.get('short') ?? 0)).toBe(98_00);
  expect(unshared).toBe(0);
});

test('one without hours weighs as the mean of the others; none with hours, all alike', () => {
  const payments = paymentsThrough(aSubscription({ from: day('2026-03-01') }), day('2026-03-01'));
  const span = ['2026-03-01', '2026-03-31'] as const;
  const mixed = sharePayments(payments, [
    course('a', ...span, 10),
    course('b', ...span, 30),
    course('c', ...span, null),
  ]);
  expect([...mixed.byId.values()]).toEqual([8_17, 24_50, 16_33]);
  const unknown = sharePayments(payments, [course('a', ...span, null), course('b', ...span, null)]);
  expect([...unknown.byId.values()]).toEqual([24_50, 24_50]);
});

test('a month in which nothing was worked on is shared with nobody', () => {
  const payments = paymentsThrough(aSubscription({ from: day('2026-03-01') }), day('2026-05-01'));
  const { byId, unshared } = sharePayments(payments, [course('a', '2026-04-10', '2026-04-20', 5)]);
  expect([byId.get('a'), unshared]).toEqual([49_00, 98_00]);
});

test('stated shares stand; they are taken from what nobody has, then from the others', () => {
  const shares = {
    byId: new Map([
      ['a', 30_00],
      ['b', 10_00],
    ]),
    unshared: 20_00,
  };
  expect(withStatedShares(shares, new Map([['x', 20_00]]))).toEqual({
    byId: new Map([
      ['a', 30_00],
      ['b', 10_00],
      ['x', 20_00],
    ]),
    unshared: 0,
  });
  expect(withStatedShares(shares, new Map([['x', 40_00]]))).toEqual({
    byId: new Map([
      ['a', 15_00],
      ['b', 5_00],
      ['x', 40_00],
    ]),
    unshared: 0,
  });
});
