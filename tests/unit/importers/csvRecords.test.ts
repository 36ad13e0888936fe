import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../electron/engine/importers/csvRecords.ts';
import { corpusFile, corpusFiles, hasCorpora } from '../../support/corpora.ts';
import { propertyRuns } from '../../support/property.ts';

const recordsOf = (text: string) =>
  parseCsv(text).records.filter((record) => record.join('') !== '');

describe('delimiters', () => {
  test.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb, c\n1\t2\n', '\t'],
    ['"a;x";"b;y"\n1;2\n', ';'],
    ['Name\nOnly one\n', ','],
  ])('%j is parted by %j', (text, delimiter) => expect(parseCsv(text).delimiter).toBe(delimiter));

  test('a line sep= names it, and stays a row that counts', () => {
    expect(parseCsv('sep=|\r\na|b\r\n1|2\r\n')).toMatchObject({
      delimiter: '|',
      records: [[''], ['a', 'b'], ['1', '2'], ['']],
    });
  });
});

describe('quotation marks', () => {
  test('enclosed ones are doubled, and commas and line ends are text within them', () => {
    expect(recordsOf('a,b\r\n"x, ""y""\r\nz",2\r\n')).toEqual([
      ['a', 'b'],
      ['x, "y"\r\nz', '2'],
    ]);
  });

  test('a mark within a cell is a sign like others', () => {
    expect(recordsOf('a,b\nsix 6" pipes,2\n')).toEqual([
      ['a', 'b'],
      ['six 6" pipes', '2'],
    ]);
  });

  test.each([
    [
      'a,b\n"x" y,2\n3,4\n',
      [
        ['"x" y', '2'],
        ['3', '4'],
      ],
    ],
    [
      'a,b\n"x,2\n3,4\n"5",6\n',
      [
        ['"x', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'a,b\n1,"2\n3,4\n',
      [
        ['1', '"2'],
        ['3', '4'],
      ],
    ],
    ['a,b\n"He said "hi" to me",2\n', [['He said "hi" to me', '2']]],
    ['a,b\n"x" y,"z"\n', [['"x" y', 'z']]],
    ['a,b\n"x,2', [['"x', '2']]],
  ])('in %j a mark that encloses nothing swallows no other cell and no other row', (text, rows) => {
    expect(recordsOf(text).slice(1)).toEqual(rows);
  });

  test('rows in which one is never closed are named', () => {
    expect(parseCsv('a,b\n1,2\n"x,2\n3,4\n').openQuotes).toEqual([2]);
    expect(parseCsv('a,b\n"1","2"\n').openQuotes).toEqual([]);
  });

  test('ten thousand spoiled lines are still read in a moment, each for itself', () => {
    const text = `a,b\n${'"x" y,"2\n'.repeat(10_000)}`;

    expect(recordsOf(text)).toHaveLength(10_001);
  });
});

test('rows keep the places that a spreadsheet gives them: blank ones count', () => {
  expect(parseCsv('\n\na,b\n\n1,2\n').records).toEqual([
    [''],
    [''],
    ['a', 'b'],
    [''],
    ['1', '2'],
    [''],
  ]);
});

test('lines may end in CR LF, LF or CR, also mixed', () => {
  for (const text of ['a,b\r\n1,2\r\n', 'a,b\n1,2\n', 'a,b\r1,2\r', 'a,b\r\n1,2\n']) {
    expect(recordsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  }
});

test('whatever is written as RFC 4180 says is read back exactly', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n\0]/g, ' '));
  // One line end within a cell is kept as it is; a blank table and one of blanks only say nothing.
  const table = fc.array(
    fc.tuple(
      cell.map((text) => `a${text}\nb`),
      cell,
      cell,
    ),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(table, (rows) => {
      const written = Papa.unparse([['one', 'two', 'three'], ...rows], {
        newline: '\r\n',
        quotes: true,
      });
      expect(parseCsv(`${written}\r\n`).records.slice(1, -1)).toEqual(rows);
    }),
    propertyRuns(1000),
  );
});

describe.skipIf(!hasCorpora)('csv-spectrum', () => {
  // Its expected file holds another telephone number than its table.
  const differing = 'location_coordinates.csv';

  test.each(corpusFiles('csv-spectrum/csvs'))('%s', (name) => {
    const [header = [], ...rows] = recordsOf(
      new TextDecoder().decode(corpusFile('csv-spectrum/csvs', name)),
    );
    const objects = rows.map((row) =>
      Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])),
    );
    const expected = JSON.parse(
      new TextDecoder().decode(corpusFile('csv-spectrum/json', name.replace('.csv', '.json'))),
    ) as unknown;

    if (name === differing)
      expect(objects).toEqual([
        expect.objectContaining({ Cities: 'Modesto', Counties: 'Stanislaus' }),
      ]);
    else expect(objects).toEqual(Array.isArray(expected) ? expected : [expected]);
  });
});
