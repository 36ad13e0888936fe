import { currencyDigits, type Money } from '#shared/domain/money.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { t } from './i18n/index.ts';

export type Format = Readonly<{
  /** A partial date at its own precision: "14 May 2024", "May 2024", "2024"; null is an empty text. */
  date: (partial: string | null) => string;
  /** A whole day with its weekday: "Monday 23 November". */
  weekday: (day: string) => string;
  day: (day: string) => string;
  days: (count: number) => string;
  /** An amount in minor units, in the way of its currency. */
  money: (money: Money) => string;
  number: (value: number) => string;
}>;

/** Formats for a locale and a date style; days are never shifted by a time zone. */
export function createFormat(locale: string, dateStyle: Settings['dateStyle']): Format {
  const ofLocale = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale(locale, dateStyle), { ...options, timeZone: 'UTC' });
  const wholeDay = ofLocale({ day: 'numeric', month: 'short', year: 'numeric' });
  const monthOfYear = ofLocale({ month: 'short', year: 'numeric' });
  const weekday = ofLocale({ weekday: 'long', day: 'numeric', month: 'long' });
  const numbers = new Intl.NumberFormat(locale);

  const date = (partial: string | null): string => {
    if (partial === null || partial.length === 4) return partial ?? '';
    if (dateStyle === 'iso') return partial;
    const wide = partial.length === 7 ? monthOfYear : wholeDay;
    if (dateStyle !== 'day-first') return wide.format(instantOf(partial));
    // British English writes "Sept"; the parts of American English keep months at three letters.
    const parts = wide.formatToParts(instantOf(partial)).filter(({ type }) => type !== 'literal');
    const order = ['day', 'month', 'year'];
    return parts
      .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
      .map(({ value }) => value)
      .join(' ');
  };

  return {
    date,
    day: date,
    weekday: (day) => weekday.format(instantOf(day)),
    days: (count) => t('common.days', { count }),
    money: ({ amount, currency }) => formatMoney(locale, amount, currency),
    number: (value) => numbers.format(value),
  };
}

function dateLocale(locale: string, dateStyle: Settings['dateStyle']): string {
  return dateStyle === 'month-first' || dateStyle === 'day-first' ? 'en-US' : locale;
}

/** Noon in UTC of the day, or of the first day of the month. */
function instantOf(partial: string): Date {
  const [year = '1970', month = '01', day = '01'] = partial.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 12));
}

function formatMoney(locale: string, amount: number, currency: string): string {
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const digits = currencyDigits(currency);
  return money.format(amount / 10 ** digits);
}
