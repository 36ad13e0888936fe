import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuzzyMatch } from '../../../renderer/features/palette/fuzzy.ts';

const marked = (query: string, text: string) =>
  fuzzyMatch(query, text)?.ranges.map(([start, end]) => text.slice(start, end)) ?? null;

describe('where letters are found', () => {
  test.each([
    ['pmp', 'Project Management Professional, PMP', ['PMP']],
    ['pmp', 'PMI Agile Practitioner, PMI-ACP', ['PM', 'P']],
    ['manage', 'Project Management', ['Manage']],
    ['sec plus', 'CompTIA Security+', null],
    ['security+', 'CompTIA Security+', ['Security+']],
    ['data goo', 'Google Data Analytics', ['Goo', 'Data']],
    ['ecole', 'École polytechnique', ['École']],
    ['c#', 'Advanced C#', ['C#']],
    ['xyz', 'Google Data Analytics', null],
    ['', 'Anything', []],
  ])('%s in %s', (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });

  test('the start of the text goes before the start of a word, that before the inside of one', () => {
    const score = (text: string) => fuzzyMatch('data', text)?.score ?? 0;
    expect(score('Data Analyst')).toBeGreaterThan(score('Google Data Analytics'));
    expect(score('Google Data Analytics')).toBeGreaterThan(score('Metadata'));
  });
});

test('whatever is typed, marks lie within the text, in order and apart', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, fc.string({ unit: 'grapheme', maxLength: 12 }), (where, query) => {
      let before = -1;
      for (const [start, end] of fuzzyMatch(query, where)?.ranges ?? []) {
        expect(start).toBeGreaterThan(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(where.length);
        before = end;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a title of many like words is given up on, not tried in every combination', () => {
  expect(fuzzyMatch(`${'a'.repeat(40)}b`, 'a '.repeat(500))).toBeNull();
});
