import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { splitList, unguardCell } from '#shared/domain/csvCell.ts';
import { csvHeader, toCsv } from '../../../electron/engine/exporters/csv.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { outgoingPortfolio } from '../../support/outgoingPortfolio.ts';

const NAUGHTY = new URL('../../../../shared/corpora/blns/blns.json', import.meta.url);
const rowSchema = z.record(z.string(), z.string());

/** Rows as our own import sees them: read by the CSV library, guards taken off. */
function rowsOf(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse(csv, {
    header: true,
    delimiter: ',',
    skipEmptyLines: 'greedy',
  });
  expect(errors).toEqual([]);
  return z
    .array(rowSchema)
    .parse(data)
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, unguardCell(cell)])),
    );
}

test('the table is as it was approved', async () => {
  await expect(toCsv(outgoingPortfolio())).toMatchFileSnapshot(
    '../../fixtures/golden/credentials.csv',
  );
});

test('it is RFC 4180: a header, CRLF after every record, as many cells in each', () => {
  const csv = toCsv(outgoingPortfolio());
  expect(csv.startsWith(`${csvHeader.join(',')}\r\n`)).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const { data } = Papa.parse<string[]>(csv.trimEnd());
  expect(new Set(data.map((row) => row.length))).toEqual(new Set([csvHeader.length]));
});

test('an empty portfolio makes a header alone', () => {
  expect(toCsv([])).toBe(`${csvHeader.join(',')}\r\n`);
});

test('every field is there and unknown ones are empty', () => {
  const [full, bare] = rowsOf(
    toCsv([
      aStoredCredential({
        n: 1,
        title: 'A',
        issuer: 'I',
        issued: '2024-05',
        skills: ['SQL', 'C; C++'],
        credits: { amount: 30, system: 'ects' },
        cost: { amount: 5, currency: 'USD' },
        story: { situation: 's', task: 't', action: 'a', result: '-r' },
        verifiedTrack: false,
        pinned: true,
      }),
      aStoredCredential({ n: 2, issuer: null }),
    ]),
  );
  expect(full).toMatchObject({
    title: 'A',
    issuer: 'I',
    issued: '2024-05',
    credits: '30',
    creditSystem: 'ects',
    cost: '0.05',
    currency: 'USD',
    situation: 's',
    result: '-r',
    verifiedTrack: 'false',
    pinned: 'true',
  });
  expect(splitList(full?.['skills'] ?? '')).toEqual(['SQL', 'C; C++']);
  expect(bare).toMatchObject({ issuer: '', issued: '', cost: '', currency: '', verifiedTrack: '' });
});

test.each([
  [19_900, 'USD', '199.00'],
  [5, 'USD', '0.05'],
  [500, 'JPY', '500'],
  [1234, 'KWD', '1.234'],
])('%i minor units of %s are %s', (amount, currency, expected) => {
  expect(rowsOf(toCsv([aStoredCredential({ cost: { amount, currency } })]))[0]?.['cost']).toBe(
    expected,
  );
});

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: fc.constantFrom(...`'"=+-@\t\r\n\0,;＝＋－＠a `), minLength: 1 }),
  )
  .filter((text) => text.trim() !== '');

test('any text comes back as it was, and no cell begins with a sign that runs', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 }), (texts) => {
      const credentials = texts.map(([title, notes], index) =>
        aStoredCredential({ n: index + 1, title, notes }),
      );
      const csv = toCsv(credentials);
      expect(rowsOf(csv).map(({ title, notes }) => [title, notes])).toEqual(
        credentials.map(({ title, notes }) => [title, notes]),
      );
      const raw = Papa.parse<string[]>(csv, { delimiter: ',' }).data;
      expect(raw.flat().filter((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe.skipIf(!existsSync(NAUGHTY))('the big list of naughty strings', () => {
  test('comes back byte for byte', () => {
    const strings = z.array(z.string()).parse(JSON.parse(readFileSync(NAUGHTY, 'utf8')));
    const credentials = strings
      .filter((text) => text !== '')
      .map((title, index) => aStoredCredential({ n: index + 1, title, notes: title }));
    expect(rowsOf(toCsv(credentials)).map(({ title, notes }) => [title, notes])).toEqual(
      credentials.map(({ title, notes }) => [title, notes]),
    );
  });
});
