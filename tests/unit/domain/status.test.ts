import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { first, last, partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import {
  DEFAULT_LEAD_DAYS,
  isValid,
  lifecycleSchema,
  statusOn,
  statusSchema,
  type Status,
  type StatusFacts,
} from '#shared/domain/status.ts';
import { anyDay, anyPartialDate } from '../../support/anyDate.ts';
import { propertyRuns } from '../../support/property.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);
const end = day('2025-06-30');

const facts = (changes: Partial<StatusFacts> = {}): StatusFacts => ({
  lifecycle: 'earned',
  issued: date('2022-06'),
  expires: date('2025-06'),
  leadDays: DEFAULT_LEAD_DAYS,
  ladder: null,
  ...changes,
});

const past = (days: number, changes: Partial<StatusFacts> = {}) =>
  statusOn(facts(changes), addDays(end, days));

describe('lifecycles that are not earned are the status', () => {
  test.each(['planned', 'in-progress', 'revoked', 'abandoned'] as const)(
    '%s, whatever the dates',
    (lifecycle) => {
      for (const asOf of ['1990-01-01', '2022-06-15', '2025-06-30', '2099-01-01'].map(day)) {
        expect(statusOn(facts({ lifecycle }), asOf)).toEqual({ status: lifecycle, daysLeft: null });
      }
    },
  );
});

describe('the first day', () => {
  test('until the first day of its issue date it is scheduled', () => {
    expect(statusOn(facts(), day('2022-05-31'))).toEqual({ status: 'scheduled', daysLeft: 1126 });
    expect(statusOn(facts(), day('2022-06-01')).status).toBe('active');
    expect(statusOn(facts({ issued: date('2022') }), day('2021-12-31')).status).toBe('scheduled');
    expect(statusOn(facts({ issued: date('2022') }), day('2022-01-01')).status).toBe('active');
    expect(statusOn(facts({ expires: null }), day('2022-05-31'))).toEqual({
      status: 'scheduled',
      daysLeft: null,
    });
  });

  test('without an issue date it counts from ever', () => {
    expect(statusOn(facts({ issued: null }), day('1900-01-01')).status).toBe('active');
  });
});

describe('up to the end', () => {
  test('without an end it is active for good', () => {
    expect(statusOn(facts({ expires: null }), day('2200-12-31'))).toEqual({
      status: 'active',
      daysLeft: null,
    });
  });

  test('the lead time begins on the day with as many days left', () => {
    expect(past(-91)).toEqual({ status: 'active', daysLeft: 91 });
    expect(past(-90)).toEqual({ status: 'expiring', daysLeft: 90 });
  });

  test('on the last day it still holds, with 0 days left; the day after it does not', () => {
    expect(past(0)).toEqual({ status: 'expiring', daysLeft: 0 });
    expect(past(0, { leadDays: 0 })).toEqual({ status: 'expiring', daysLeft: 0 });
    expect(past(-1, { leadDays: 0 })).toEqual({ status: 'active', daysLeft: 1 });
    expect(past(1)).toEqual({ status: 'expired', daysLeft: -1 });
  });

  test('an end known by the year or month holds through the last day of it', () => {
    expect(statusOn(facts({ expires: date('2025') }), day('2025-12-31')).daysLeft).toBe(0);
    expect(statusOn(facts({ expires: date('2024-02') }), day('2024-02-29')).status).toBe(
      'expiring',
    );
    expect(statusOn(facts({ expires: date('2024-02') }), day('2024-03-01')).status).toBe('expired');
  });
});

describe('after the end', () => {
  const ladder = { graceDays: 30, suspendedDays: 335 };
  test.each<[number, Status]>([
    [0, 'expiring'],
    [1, 'grace'],
    [30, 'grace'],
    [31, 'suspended'],
    [365, 'suspended'],
    [366, 'expired'],
  ])('%i days past it is %s', (days, status) => {
    const { daysLeft, ...rest } = past(days, { ladder });
    expect(rest).toEqual({ status });
    expect(Math.abs(daysLeft ?? Number.NaN)).toBe(days);
  });

  test('a rung of no days is skipped', () => {
    expect(past(1, { ladder: { graceDays: 0, suspendedDays: 1 } }).status).toBe('suspended');
    expect(past(2, { ladder: { graceDays: 0, suspendedDays: 1 } }).status).toBe('expired');
    expect(past(2, { ladder: { graceDays: 1, suspendedDays: 0 } }).status).toBe('expired');
    expect(past(1, { ladder: { graceDays: 0, suspendedDays: 0 } }).status).toBe('expired');
  });
});

test('valid means active or expiring', () => {
  expect(statusSchema.options.filter(isValid)).toEqual(['active', 'expiring']);
});

test('status agrees with the rules read off Temporal, over 40,000 cases', () => {
  const rung = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }));
  const anyFacts = fc.record<StatusFacts>({
    lifecycle: fc.oneof(
      { weight: 5, arbitrary: fc.constant('earned' as const) },
      fc.constantFrom(...lifecycleSchema.options),
    ),
    issued: fc.option(anyPartialDate),
    expires: fc.option(anyPartialDate, { freq: 8 }),
    leadDays: fc.oneof(fc.constantFrom(0, 1, DEFAULT_LEAD_DAYS), fc.integer({ min: 0, max: 3650 })),
    ladder: fc.option(fc.record({ graceDays: rung, suspendedDays: rung })),
  });
  // Days on and about each edge of the rules, since hardly any other day can be wrong.
  const anyCase = fc
    .tuple(anyFacts, anyDay, fc.nat(5), fc.integer({ min: -1, max: 1 }))
    .map(([credential, other, edge, off]): [StatusFacts, PlainDate] => {
      const { issued, expires, leadDays, ladder } = credential;
      const grace = ladder?.graceDays ?? 0;
      const ends = expires && Temporal.PlainDate.from(last(expires));
      const edges = [
        issued && Temporal.PlainDate.from(first(issued)),
        ends,
        ends?.subtract({ days: leadDays }),
        ends?.add({ days: grace }),
        ends?.add({ days: grace + (ladder?.suspendedDays ?? 0) }),
      ];
      const near = plainDateSchema.safeParse(edges[edge]?.add({ days: off }).toString());
      return [credential, near.data ?? other];
    });

  const seen = new Map<Status, number>();
  fc.assert(
    fc.property(anyCase, ([credential, asOf]) => {
      const actual = statusOn(credential, asOf);
      seen.set(actual.status, (seen.get(actual.status) ?? 0) + 1);
      expect(actual).toEqual(statusByTemporal(credential, asOf));
    }),
    propertyRuns(40_000),
  );
  for (const status of statusSchema.options)
    expect(seen.get(status) ?? 0, status).toBeGreaterThan(100);
});

/** The table of domain.md section 2 once more, as intervals of Temporal days. */
function statusByTemporal(
  { lifecycle, issued, expires, leadDays, ladder }: StatusFacts,
  asOf: PlainDate,
) {
  if (lifecycle !== 'earned') return { status: lifecycle, daysLeft: null };
  const today = Temporal.PlainDate.from(asOf);
  const isUpTo = (limit: Temporal.PlainDate) => Temporal.PlainDate.compare(today, limit) <= 0;
  const begins = issued && Temporal.PlainDate.from(issued.padEnd(10, '-01'));
  const scheduled = begins !== null && Temporal.PlainDate.compare(begins, today) > 0;
  if (expires === null) return { status: scheduled ? 'scheduled' : 'active', daysLeft: null };

  const span = {
    years: Number(expires.length === 4),
    months: Number(expires.length === 7),
    days: Number(expires.length === 10),
  };
  const ends = Temporal.PlainDate.from(expires.padEnd(10, '-01')).add(span).subtract({ days: 1 });
  const grace = ladder?.graceDays ?? 0;
  const rungs: [Status, boolean][] = [
    ['scheduled', scheduled],
    ['active', isUpTo(ends.subtract({ days: leadDays + 1 }))],
    ['expiring', isUpTo(ends)],
    ['grace', isUpTo(ends.add({ days: grace }))],
    ['suspended', isUpTo(ends.add({ days: grace + (ladder?.suspendedDays ?? 0) }))],
  ];
  const status = rungs.find(([, holds]) => holds)?.[0] ?? 'expired';
  return { status, daysLeft: today.until(ends, { largestUnit: 'day' }).days };
}
