import { describe, expect, test } from 'vitest';
import { currencyDigits } from '#shared/domain/money.ts';
import { createFormat } from '../../../renderer/formatting.ts';

describe('dates keep the precision that they have', () => {
  test.each([
    ['en-US', 'locale', '2024-05-14', 'May 14, 2024'],
    ['en-GB', 'locale', '2024-05-14', '14 May 2024'],
    ['de-DE', 'locale', '2024-05', 'Mai 2024'],
    ['en-US', 'day-first', '2024-09-01', '1 Sep 2024'],
    ['en-US', 'day-first', '2024-09', 'Sep 2024'],
    ['de-DE', 'month-first', '2024-09-01', 'Sep 1, 2024'],
    ['en-US', 'iso', '2024-09', '2024-09'],
    ['en-US', 'locale', '2024', '2024'],
    ['en-US', 'locale', null, ''],
  ] as const)('%s, %s: %s is %s', (locale, dateStyle, date, expected) => {
    expect(createFormat(locale, dateStyle).date(date)).toBe(expected);
  });

  test('the first and the last day of a year stay in it, whatever the zone', () => {
    const zone = process.env['TZ'];
    try {
      for (const at of ['Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
        process.env['TZ'] = at;
        const { date } = createFormat('en-US', 'locale');
        expect([date('2024-01-01'), date('2024-12-31')]).toEqual(['Jan 1, 2024', 'Dec 31, 2024']);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

test('money is in the minor units of its currency', () => {
  const { money } = createFormat('en-US', 'locale');
  expect(money({ amount: 40_500, currency: 'USD' })).toBe('$405');
  expect(money({ amount: 40_550, currency: 'USD' })).toBe('$405.50');
  expect(money({ amount: 5000, currency: 'JPY' })).toBe('¥5,000');
  expect([currencyDigits('USD'), currencyDigits('JPY'), currencyDigits('KWD')]).toEqual([2, 0, 3]);
});

test('one day, two days', () => {
  const { days } = createFormat('en-US', 'locale');
  expect([days(1), days(2), days(0)]).toEqual(['1 day', '2 days', '0 days']);
});
