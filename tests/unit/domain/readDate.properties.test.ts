import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isPartialDate } from '#shared/domain/partialDate.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import { anyDay } from '../../support/anyDate.ts';
import { propertyRuns } from '../../support/property.ts';

const orders: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];
const anyOrder = fc.constantFrom(...orders);

describe('over many texts', () => {
  test('a day written by Intl in four languages is read back, 10,000 cases', () => {
    const styles: readonly Intl.DateTimeFormatOptions[] = [
      { dateStyle: 'full' },
      { dateStyle: 'long' },
      { day: 'numeric', month: 'short', year: 'numeric' },
      { month: 'long', year: 'numeric' },
      { month: 'short', year: 'numeric' },
      { dateStyle: 'long', timeStyle: 'short' },
    ];
    const formats = [
      'en-US',
      'en-GB',
      'de-DE',
      'de-AT',
      'es-ES',
      'es-MX',
      'fr-FR',
      'fr-CA',
    ].flatMap((locale) =>
      styles.map((style) => ({
        style,
        format: new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }),
      })),
    );
    fc.assert(
      fc.property(
        anyDay,
        anyOrder,
        fc.constantFrom(...formats),
        (day, order, { style, format }) => {
          const text = format.format(Temporal.Instant.from(`${day}T12:00Z`).epochMilliseconds);
          const date = style.dateStyle || style.day ? day : day.slice(0, 7);
          expect(readDate(text, order), text).toEqual({ date, ambiguous: false });
        },
      ),
      propertyRuns(10_000),
    );
  });

  test('numbers are read in their order, ambiguous when both orders give a day, 10,000 cases', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyOrder,
        fc.constantFrom('/', '-', ' ', ' / '),
        fc.boolean(),
        (day, order, separator, padded) => {
          const [year = '', month = '', dayOfMonth = ''] = day
            .split('-')
            .map((part) => (padded ? part : String(Number(part))));
          const [one, two] = order === 'month-first' ? [month, dayOfMonth] : [dayOfMonth, month];
          const text = [one, two, year].join(separator);
          const ambiguous = Number(dayOfMonth) <= 12 && Number(dayOfMonth) !== Number(month);
          expect(readDate(text, order), text).toEqual({ date: day, ambiguous });
        },
      ),
      propertyRuns(10_000),
    );
  });

  test('an instant keeps its own calendar day, 5,000 cases', () => {
    const anyInstant = fc.tuple(anyDay, fc.nat(86_399), fc.integer({ min: -14 * 4, max: 14 * 4 }));
    fc.assert(
      fc.property(anyInstant, anyOrder, ([day, second, quarters], order) => {
        const offset = `${quarters < 0 ? '-' : '+'}${new Temporal.PlainTime().add({ minutes: Math.abs(quarters) * 15 }).toString({ smallestUnit: 'minute' })}`;
        const text = `${day}T${new Temporal.PlainTime().add({ seconds: second }).toString()}${offset}`;
        const asWritten = Temporal.Instant.from(text).toZonedDateTimeISO(offset).toPlainDate();
        expect(readDate(text, order)).toEqual({ date: asWritten.toString(), ambiguous: false });
      }),
      propertyRuns(5_000),
    );
  });

  test('whatever the text, the answer is a real date, a plain reason or null, 20,000 cases', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(
          fc.constantFrom(
            '1',
            '9',
            '20',
            '02',
            '31',
            '2024',
            '13',
            '00',
            ' ',
            ' ',
            '/',
            '-',
            '.',
            ',',
            'T',
            ':',
            'Z',
            '+',
            'Nov',
            'mar',
            'de',
            'pm',
            "'",
            'º',
            '[',
            '(',
          ),
          { maxLength: 14 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, anyOrder, (text, order) => {
        const reading = readDate(text, order);
        if (reading === null) return;
        const dates = 'date' in reading ? [reading.date] : reading.suggestions;
        expect(dates.every(isPartialDate)).toBe(true);
        if ('message' in reading) expect(reading.message).toMatch(/^.+\.$/su);
        else expect(text).toContain(String(Number(reading.date.slice(0, 4))));
      }),
      propertyRuns(20_000),
    );
  });
});
