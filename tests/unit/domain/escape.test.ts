import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeHtml,
  escapeMarkdown,
  escapeMarkdownLink,
  escapeMarkdownLinkText,
  oneLine,
  webLink,
} from '#shared/domain/escape.ts';
import { elements, htmlText, htmlTree, markdownTree, type Parsed } from '../../support/parsed.ts';

const anyLine = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    // Signs that mean something to HTML or Markdown, and little else.
    fc.string({ unit: fc.constantFrom(...'<>&"\'`*_[]()!#+-=~|\\$:;./ 1aw&lt;') }),
  )
  .map(oneLine);

describe('oneLine', () => {
  test('line ends, tabs and control characters become one space', () => {
    expect(oneLine(' a\r\n\tb\u0000\u2028c  d ')).toBe('a b c d');
  });

  test('a lone surrogate becomes U+FFFD and a pair stays', () => {
    expect(oneLine('\ud83d x 🎓')).toBe('\ufffd x 🎓');
  });

  test('applying it twice changes nothing more', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(oneLine(line)).toBe(line);
      }),
    );
  });
});

describe('escapeHtml', () => {
  test('a script is text', () => {
    expect(escapeHtml('<script>alert("1")</script>')).toBe(
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;',
    );
  });

  test('an HTML parser gives back the text, and nothing but text', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(htmlTree(`<p>${escapeHtml(line)}</p>`)).toEqual([
          ['p', {}, line === '' ? [] : [line]],
        ]);
        expect(htmlTree(`<p title="${escapeHtml(line)}">x</p>`)).toEqual([
          ['p', { title: line }, ['x']],
        ]);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  test.each([
    ['R&D', 'R&D'],
    ['C#', 'C#'],
    ['# C', '\\# C'],
    ['É 🎓', 'É 🎓'],
    ['1. Foundations', '1\\. Foundations'],
    ['2019. A', '2019\\. A'],
    ['A+ *and* _more_', 'A+ \\*and\\* \\_more\\_'],
    ['&lt; &copy', '\\&lt; &copy'],
    ['<b>', '\\<b>'],
    ['> b', '\\> b'],
    ['+1', '\\+1'],
    ['www.example.org http://a', 'www\\.example.org http\\://a'],
  ])('%s is written %s', (text, source) => {
    expect(escapeMarkdown(text)).toBe(source);
  });

  test.each([['CommonMark', false] as const, ['GitHub', true] as const])(
    'a %s parser gives back the text, and nothing but text, at the start of a list item',
    (_name, github) => {
      fc.assert(
        fc.property(anyLine, (line) => {
          // An address of e-mail cannot be kept from becoming a link on GitHub.
          fc.pre(line !== '' && !(github && line.includes('@')));
          expect(markdownTree(`- ${escapeMarkdown(line)}\n`, github)).toEqual([
            ['ul', {}, [['li', {}, [line]]]],
          ]);
        }),
        { numRuns: 2000 },
      );
    },
  );

  test('in a heading and after other text it is text too', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        fc.pre(line !== '' && !line.includes('@'));
        const source = `- x, ${escapeMarkdown(line)}\n`;
        expect(htmlText(markdownTree(source, true))).toBe(`x, ${line}`);
      }),
    );
  });
});

describe('webLink', () => {
  test.each([
    ['https://example.org/a_b?c=1&d=2#e', 'https://example.org/a_b?c=1&d=2#e'],
    ['http://example.org', 'http://example.org'],
    ['https://example.org/É', 'https://example.org/%C3%89'],
    ['https://exa\nmple.org/', 'https://example.org/'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['example.org', null],
    [null, null],
  ])('%j becomes %j', (address, link) => {
    expect(webLink(address)).toBe(link);
  });

  test('as a link in Markdown and HTML it keeps its address', () => {
    const address = fc
      .tuple(
        fc.webUrl({ withQueryParameters: true }),
        fc.string({ unit: fc.constantFrom(...'&lt;copy()<>\\"\'` *_[]') }),
      )
      .map(([url, rest]) => webLink(url + rest))
      .filter((link) => link !== null);
    fc.assert(
      fc.property(address, (link) => {
        const source = `- [${escapeMarkdownLinkText(link)}](<${escapeMarkdownLink(link)}>)`;
        const tree = markdownTree(source, true);
        expect(htmlText(tree)).toBe(link);
        const [markdown = '', more] = links(tree);
        expect(more).toBeUndefined();
        const [html] = links(htmlTree(`<a href="${escapeHtml(link)}">x</a>`));
        // The renderer writes brackets percent-encoded, which is the same address.
        const bracketed = new URL(link).href.replace(/[[\]]/g, encodeURIComponent);
        expect(new URL(markdown).href).toBe(bracketed);
        expect(html).toBe(link);
      }),
    );
  });
});

function links(nodes: readonly Parsed[]): (string | undefined)[] {
  return elements(nodes, 'a').map(([, attributes]) => attributes['href']);
}
