import { expect, test } from 'vitest';
import { z } from 'zod';
import { edited, shownText } from '../../../renderer/features/share/editedText.ts';
import { linesOf } from '../../../renderer/features/share/lines.ts';
import { readKept } from '../../../renderer/features/share/kept.ts';
import { initials } from '../../../renderer/features/share/initials.ts';

test('a text is the options’ own until it is changed, and the user’s from then on', () => {
  expect(shownText('made', null)).toEqual({ text: 'made', edited: false, outdated: false });
  const edit = edited('made', null, 'made by me');
  expect(edit).toEqual({ base: 'made', text: 'made by me' });
  expect(shownText('made', edit)).toEqual({ text: 'made by me', edited: true, outdated: false });
});

test('options that change keep the edits, and say that there is another text', () => {
  const edit = edited('made', null, 'made by me');
  expect(shownText('made anew', edit)).toEqual({
    text: 'made by me',
    edited: true,
    outdated: true,
  });
  // Typing on does not take up the new text unasked.
  expect(edited('made anew', edit, 'made by me, too')).toEqual({
    base: 'made',
    text: 'made by me, too',
  });
});

test('a text that reads as composed is no edit, so later options count again', () => {
  expect(edited('made', { base: 'made', text: 'x' }, 'made')).toBeNull();
  expect(shownText('made', { base: 'other', text: 'made' }).edited).toBe(false);
});

test('initials are of the first and the last word, in any script', () => {
  expect(initials('Elena Marchetti')).toBe('EM');
  expect(initials('ana maria de la cruz')).toBe('AC');
  expect(initials('Cher')).toBe('C');
  expect(initials('Éa É')).toBe('ÉÉ');
  expect(initials(' 2 — ')).toBe('');
  expect(initials('')).toBe('');
});

test('what was kept comes back; what is malformed or of another version is the usual', () => {
  const schema = z.strictObject({ most: z.int() });
  const usual = { most: 3 };
  expect(readKept('{"most":5}', schema, usual)).toEqual({ most: 5 });
  for (const stored of [null, '', '{', '[]', '{"most":"5"}', '{"most":5,"old":1}', 'null'])
    expect(readKept(stored, schema, usual)).toBe(usual);
});

test('lines that say something are taken, at most twenty of a thousand characters', () => {
  expect(linesOf(' one \r\n\n\ttwo\n')).toEqual({ lines: ['one', 'two'], tooMany: false });
  expect(linesOf('')).toEqual({ lines: [], tooMany: false });
  const many = linesOf(Array.from({ length: 21 }, (_, index) => `${index}`).join('\n'));
  expect(many.lines).toHaveLength(20);
  expect(many.tooMany).toBe(true);
  expect(linesOf('x'.repeat(2000)).lines[0]).toHaveLength(1000);
});
