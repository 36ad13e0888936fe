import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell, joinList, splitList, unguardCell } from '#shared/domain/csvCell.ts';

const PAYLOADS = new URL(
  '../../../../shared/corpora/csv-injection/Intruder/csv-payload.txt',
  import.meta.url,
);

const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...`'=+-@\t\r\n\0＝＋－＠a1 `) }),
);

describe('guardCell', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
  ])('%j gets an apostrophe', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
  });

  test.each(['', 'C#', 'R&D', "O'Reilly", "'quoted'", 'a=b', ' x', '1-2', '🎓'])(
    '%j stays',
    (cell) => {
      expect(guardCell(cell)).toBe(cell);
      expect(unguardCell(cell)).toBe(cell);
    },
  );

  test('no guarded cell begins with a sign that runs, and unguardCell takes the guard off', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
        expect(unguardCell(guardCell(cell))).toBe(cell);
      }),
      { numRuns: 2000 },
    );
  });

  test.skipIf(!existsSync(PAYLOADS))('known injection payloads are disarmed', () => {
    const payloads = readFileSync(PAYLOADS, 'utf8').split('\n').filter(Boolean);
    expect(payloads.length).toBeGreaterThan(0);
    for (const payload of payloads) {
      expect(guardCell(payload)).not.toMatch(/^[=+\-@]/);
    }
  });
});

describe('joinList', () => {
  test('values are parted by semicolons; a semicolon within one is kept', () => {
    expect(joinList(['SQL', 'C; C++'])).toBe('SQL; C\\; C++');
    expect(splitList('SQL; C\\; C++')).toEqual(['SQL', 'C; C++']);
    expect(joinList(['Planning, advanced'])).toBe('Planning, advanced;');
    expect(splitList('Planning, advanced;')).toEqual(['Planning, advanced']);
    expect(splitList(' a ;;b\\')).toEqual(['a', 'b\\']);
    expect(splitList('')).toEqual([]);
  });

  test('splitList takes back what joinList wrote', () => {
    const value = fc
      .oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'\\; a') }))
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(splitList(joinList(values))).toEqual(values);
      }),
      { numRuns: 2000 },
    );
  });
});
