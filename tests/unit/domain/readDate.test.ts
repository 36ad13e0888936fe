import { describe, expect, test } from 'vitest';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';

const orders: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];

describe('dates that read the same in every order', () => {
  test.each([
    ['2019', '2019'],
    [' 2019 ', '2019'],
    ['2020-11', '2020-11'],
    ['2020/11', '2020-11'],
    ['11/2020', '2020-11'],
    ['11.2020', '2020-11'],
    ['11-2020', '2020-11'],
    ['1/2020', '2020-01'],
    ['Nov 2020', '2020-11'],
    ['Nov. 2020', '2020-11'],
    ['NOV 2020', '2020-11'],
    ['nov-2020', '2020-11'],
    ['Nov2020', '2020-11'],
    ['November 2020', '2020-11'],
    ['November, 2020', '2020-11'],
    ['2020 November', '2020-11'],
    ['2020-11-03', '2020-11-03'],
    ['2020‑11‑03', '2020-11-03'],
    ['2020/11/03', '2020-11-03'],
    ['2020.11.03', '2020-11-03'],
    ['2020-11-3', '2020-11-03'],
    ['20201103', '2020-11-03'],
    ['3 Nov 2020', '2020-11-03'],
    ['03-Nov-2020', '2020-11-03'],
    ['03NOV2020', '2020-11-03'],
    ['Nov 3, 2020', '2020-11-03'],
    ['Nov\u00a03,\u202f2020', '2020-11-03'],
    ['\ufeff\u200e3 Nov 2020\u200e', '2020-11-03'],
    ['November 3rd, 2020', '2020-11-03'],
    ['the 3rd of November 2020', '2020-11-03'],
    ['Tuesday, 3 November 2020', '2020-11-03'],
    ['Sept 2021', '2021-09'],
    ['may 2021', '2021-05'],
    ['29 Feb 2024', '2024-02-29'],
    ['13/11/2020', '2020-11-13'],
    ['11/13/2020', '2020-11-13'],
    ['11/11/2020', '2020-11-11'],
    ['２０２０-１１', '2020-11'],
  ])('%j is %s', (text, date) => {
    for (const order of orders)
      expect(readDate(text, order), order).toEqual({ date, ambiguous: false });
  });

  test.each([
    ['3. März 2021', '2021-03-03'],
    ['Dienstag, 3. November 2020', '2020-11-03'],
    ['Dez. 2020', '2020-12'],
    ['Jänner 2020', '2020-01'],
    ['Maerz 2020', '2020-03'],
    ['3 de noviembre de 2020', '2020-11-03'],
    ['enero 2020', '2020-01'],
    ['setiembre de 2020', '2020-09'],
    ['1er août 2019', '2019-08-01'],
    ['févr. 2019', '2019-02'],
    ['mardi 3 novembre 2020', '2020-11-03'],
    ['juil. 2019', '2019-07'],
    ['De\u0301c 2020', '2020-12'],
  ])('other languages: %j is %s', (text, date) => {
    expect(readDate(text, 'day-first')).toEqual({ date, ambiguous: false });
  });

  test.each([
    ['2024-05-03T23:30:00-05:00', '2024-05-03'],
    ['2024-05-03T00:30:00+14:00', '2024-05-03'],
    ['2024-05-03T23:59:59.999Z', '2024-05-03'],
    ['2024-05-03T10:00:00+01:00[Europe/Berlin]', '2024-05-03'],
    ['2024-05-03t10:00z', '2024-05-03'],
    ['2024-05-03 10:00:00', '2024-05-03'],
    ['2024-05-03Z', '2024-05-03'],
    ['2024-05-03-05:00', '2024-05-03'],
    ['2021-01-04 09:00 UTC', '2021-01-04'],
    ['Tue, 03 Nov 2020 23:00:00 -0800', '2020-11-03'],
    ['Tue Nov 03 2020 09:00:00 GMT+0100 (Central European Standard Time)', '2020-11-03'],
    ['Nov 3, 2020, 9:00:00 AM', '2020-11-03'],
    ['Nov 3, 2020 at 9:00 p.m.', '2020-11-03'],
  ])('an instant gives the day as written: %j is %s', (text, date) => {
    for (const order of orders)
      expect(readDate(text, order), order).toEqual({ date, ambiguous: false });
  });
});

describe('dates that depend on the order', () => {
  test.each(['03/11/2020', '3/11/2020', '03-11-2020', '03 11 2020', '03/11/2020 09:00'])(
    '%j',
    (text) => {
      expect(readDate(text, 'day-first')).toEqual({ date: '2020-11-03', ambiguous: true });
      expect(readDate(text, 'year-first')).toEqual({ date: '2020-11-03', ambiguous: true });
      expect(readDate(text, 'month-first')).toEqual({ date: '2020-03-11', ambiguous: true });
    },
  );

  test('with points the day comes first, unless the other order is wished for', () => {
    expect(readDate('3.11.2020', 'day-first')).toEqual({ date: '2020-11-03', ambiguous: false });
    expect(readDate('3.11.2020', 'year-first')).toEqual({ date: '2020-11-03', ambiguous: false });
    expect(readDate('3.11.2020', 'month-first')).toEqual({ date: '2020-03-11', ambiguous: true });
  });
});

test.each(['', '  ', '\t\n', '\ufeff', '-', '—', 'N/A', 'n/a', 'none', 'null'])(
  '%j is no date, and no error',
  (text) => {
    expect(readDate(text, 'day-first')).toBeNull();
  },
);

describe('what is refused says why, and what may be meant', () => {
  test.each<[string, string, string[]]>([
    ['31 Feb 2024', 'February 2024 has 29 days.', ['2024-02', '2024-02-29']],
    ['2023-02-29', 'February 2023 has 28 days.', ['2023-02', '2023-02-28']],
    ['31/04/2024', 'April 2024 has 30 days.', ['2024-04', '2024-04-30']],
    ['02/31/2024', 'February 2024 has 29 days.', ['2024-02', '2024-02-29']],
    ['2020-11-00', 'November 2020 has 30 days.', ['2020-11', '2020-11-01']],
    ['2020-13-05', 'There is no month 13.', ['2020', '2020-05-13']],
    ['2020-00', 'There is no month 0.', ['2020']],
    ['13/14/2020', 'There is no month 14.', ['2020']],
    ['1850', 'Only years from 1900 to 2200 can be recorded.', []],
    ['Nov 2201', 'Only years from 1900 to 2200 can be recorded.', []],
    ['0000-00-00', 'Only years from 1900 to 2200 can be recorded.', []],
    [
      '03/11/20',
      'The year "20" has only two digits. Write all four.',
      ['2020-11-03', '1920-11-03'],
    ],
    ['29.2.23', 'The year "23" has only two digits. Write all four.', []],
    ['Nov-20', 'The year "20" has only two digits. Write all four.', ['2020-11', '1920-11']],
    [
      "3 Nov '20",
      'The year "20" has only two digits. Write all four.',
      ['2020-11-03', '1920-11-03'],
    ],
    ['11/20', 'The year "20" has only two digits. Write all four.', ['2020-11', '1920-11']],
    ['99', 'The year "99" has only two digits. Write all four.', ['2099', '1999']],
    ['November', 'The year is missing.', []],
    ['Nov 5', 'The year is missing.', []],
    ['11/5', 'The year is missing.', []],
    [
      'Spring 2019',
      '"Spring 2019" is not a date that can be read. Write it like 2024, 2024-05 or 2024-05-03.',
      ['2019'],
    ],
    [
      '2019 – 2021',
      '"2019 – 2021" is not a date that can be read. Write it like 2024, 2024-05 or 2024-05-03.',
      ['2019', '2021'],
    ],
  ])('%j: %s', (text, message, suggestions) => {
    expect(readDate(text, 'day-first')).toEqual({ error: 'invalid_date', message, suggestions });
  });

  test('a year of two digits is sought where the order puts it', () => {
    expect(readDate('03/11/20', 'month-first')).toMatchObject({
      suggestions: ['2020-03-11', '1920-03-11'],
    });
    expect(readDate('03/11/20', 'year-first')).toMatchObject({
      suggestions: ['2003-11-20', '1903-11-20'],
    });
    expect(readDate('20/11', 'year-first')).toMatchObject({ suggestions: ['2020-11', '1920-11'] });
  });

  test.each([
    'not a date',
    'Present',
    '44138',
    '1604361600',
    '2020-W45',
    '2020-308',
    '2020?',
    '2020-11-03T25:00',
    '2019 09:00',
    'Nov 2020 09:00',
    'Nov 2020 2021',
    '3 Nov 2020-21',
    '2020-11-03-04',
    '3 Nov Dec 2020',
    '3 4 Nov 2020',
    '1/2/3/2020',
    '2020/11-03',
    '=2020',
    'x'.repeat(5000),
    '٣ نوفمبر ٢٠٢٠',
    '2020-11-03; DROP TABLE',
    '()',
    '123/11/2020',
    '3 Nov 12020',
    '12.2020.11',
  ])('%j', (text) => {
    const reading = readDate(text, 'day-first');
    expect(reading).toMatchObject({
      error: 'invalid_date',
      message: expect.stringContaining('is not a date that can be read'),
    });
    expect(JSON.stringify(reading).length).toBeLessThan(250);
  });
});
