import { describe, expect, test } from 'vitest';
import { textEncodings } from '#shared/domain/textEncodings.ts';
import { decodeText } from '../../../electron/engine/importers/encoding.ts';
import { corpusFile, corpusFiles, hasCorpora } from '../../support/corpora.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const units = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? units : units.swap16());
};
const choicesOf = (content: Uint8Array) => {
  const decoded = decodeText(content, undefined);
  return 'choices' in decoded ? decoded.choices : [];
};

describe('what a mark or UTF-8 itself decides', () => {
  test.each([
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, ...utf8('É,ü'))],
    ['UTF-8 without', utf8('É,ü')],
    ['UTF-16 LE', bytes(0xff, 0xfe, ...utf16('É,ü', 'le'))],
    ['UTF-16 BE', bytes(0xfe, 0xff, ...utf16('É,ü', 'be'))],
  ])('%s', (_name, content) => {
    expect(decodeText(content, undefined)).toEqual({ text: 'É,ü' });
    // A choice is for texts that need one.
    expect(decodeText(content, 'windows-1252')).toEqual({ text: 'É,ü' });
  });
});

describe('what is neither is asked, never guessed', () => {
  const latin = bytes(...Buffer.from('Name,Ort\nPrüfung,Köln\n', 'latin1'));

  test('the readings that make a text are offered with the line that shows the difference', () => {
    const [first] = choicesOf(latin);

    expect(first).toEqual({ encoding: 'windows-1252', sample: 'Prüfung,Köln' });
    expect(new Set(choicesOf(latin).map(({ sample }) => sample)).size).toBe(
      choicesOf(latin).length,
    );
  });

  test('the chosen one is read', () => {
    expect(decodeText(latin, 'windows-1252')).toEqual({ text: 'Name,Ort\nPrüfung,Köln\n' });
    expect(decodeText(latin, 'windows-1251')).toEqual({ text: 'Name,Ort\nPrьfung,Kцln\n' });
  });

  test.each(['le', 'be'] as const)('UTF-16 %s without its mark is offered as such', (order) => {
    const content = utf16('Name,Url\nKurs,https://a.b\n', order);

    expect(choicesOf(content)).toEqual([{ encoding: `utf-16${order}`, sample: 'Name,Url' }]);
    expect(decodeText(content, `utf-16${order}`)).toEqual({ text: 'Name,Url\nKurs,https://a.b\n' });
  });

  test('a single NUL in UTF-8 is asked too, and dropped', () => {
    const content = utf8('Name,Url\nA\0B,https://example.org/long/enough\n');

    expect(choicesOf(content).map(({ encoding }) => encoding)).toContain('utf-8');
    expect(decodeText(content, 'utf-8')).toEqual({
      text: 'Name,Url\nAB,https://example.org/long/enough\n',
    });
  });
});

test('every encoding that is offered is one that can be read', () => {
  for (const encoding of textEncodings)
    expect(new TextDecoder(encoding).decode(utf8('ab'))).toHaveLength(
      encoding.startsWith('utf-16') ? 1 : 2,
    );
});

describe.skipIf(!hasCorpora)('texts in some 35 encodings', () => {
  const folder = 'encodings/src/test/data/encodings';
  const byName: ReadonlyArray<readonly [RegExp, string]> = [
    // The English text of ISO 8859-1 is ASCII to the letter.
    [/^(ascii|utf8|utf16le|utf16be|iso88591_en)/, 'text'],
    [/^shiftjis/, 'shift_jis'],
    [/^euc_jp/, 'euc-jp'],
    [/^euc_kr/, 'euc-kr'],
    [/^gb18030/, 'gb18030'],
    [/^big5/, 'big5'],
    [/^koi8r/, 'koi8-r'],
    [/^iso88592_cs/, 'iso-8859-2'],
    [/^iso88595_ru/, 'iso-8859-5'],
    [/^windows_1251/, 'windows-1251'],
  ];

  test.each(corpusFiles(folder))(
    '%s is read or asked, and its own encoding is among the choices',
    (name) => {
      const decoded = decodeText(corpusFile(folder, name), undefined);
      const expected = byName.find(([pattern]) => pattern.test(name))?.[1];

      if (expected === 'text') expect(Object.keys(decoded)).toEqual(['text']);
      else if (expected !== undefined)
        expect(choicesOf(corpusFile(folder, name)).map(({ encoding }) => encoding)).toContain(
          expected,
        );
      // That file has the mark of one order before text in the other; the mark is believed.
      if ('text' in decoded && name !== 'utf16be') expect(decoded.text).not.toContain('\ufffd');
    },
  );
});
