import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { oneLine } from '#shared/domain/escape.ts';
import { lineText, toSections, type Section } from '#shared/domain/line.ts';
import { outgoingStatuses, selectOutgoing } from '#shared/domain/order.ts';
import { toHtmlDocument, toHtmlFragment } from '../../../electron/engine/exporters/html.ts';
import { toMarkdown } from '../../../electron/engine/exporters/markdown.ts';
import { toText } from '../../../electron/engine/exporters/text.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { elements, htmlText, htmlTree, markdownTree } from '../../support/parsed.ts';
import { outgoingDay as asOf, outgoingPortfolio } from '../../support/outgoingPortfolio.ts';

const GOLDEN = '../../fixtures/golden';
const NAUGHTY = new URL('../../../../shared/corpora/blns/blns.json', import.meta.url);

const shown = { expiry: true, number: true, link: true, skills: true, locale: 'en', asOf };

function sectionsOf(asked: Readonly<{ inProgress: boolean; expired: boolean }>): Section[] {
  const { kept } = selectOutgoing(outgoingPortfolio(), {
    statuses: outgoingStatuses(asked),
    ids: null,
    tags: [],
    degrees: true,
  });
  return toSections(kept, shown);
}

const usual = sectionsOf({ inProgress: true, expired: false });
const document = (sections: readonly Section[]) =>
  toHtmlDocument(sections, { heading: true, locale: 'en', title: 'Resume' });

describe('the files', () => {
  test.each([
    ['resume.md', toMarkdown(usual, true)],
    ['resume.txt', toText(usual, true)],
    ['resume.html', document(usual)],
    ['resume-with-expired.txt', toText(sectionsOf({ inProgress: false, expired: true }), false)],
  ])('%s is as it was approved', async (name, output) => {
    await expect(output).toMatchFileSnapshot(`${GOLDEN}/${name}`);
  });

  test('a portfolio with nothing to show makes empty files', () => {
    expect([toMarkdown([], true), toText([], true), toHtmlFragment([], true)]).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('reading the files back', () => {
  const lines = usual.flatMap((section) => section.lines);
  const headings = usual.map(({ heading }) => heading);

  test('HTML gives back every heading and line, and links only where there are links', () => {
    const tree = htmlTree(toHtmlFragment(usual, true));
    expect(elements(tree, 'h2').map(({ 2: children }) => htmlText(children))).toEqual(headings);
    expect(elements(tree, 'li').map(({ 2: children }) => htmlText(children))).toEqual(
      lines.map(lineText),
    );
    expect(elements(tree, 'a').map(({ 1: attributes }) => attributes)).toEqual([
      { href: 'https://www.credly.com/badges/0a1b?source=a&b=c' },
    ]);
    expect(new Set(tree.map((node) => node[0]))).toEqual(new Set(['h2', 'ul']));
    expect(elements(tree, 'script')).toEqual([]);
  });

  test('the HTML document says its encoding and language', () => {
    const { childNodes, mode } = parse(document(usual));
    expect(mode).toBe('no-quirks');
    expect(childNodes.map(({ nodeName }) => nodeName)).toEqual(['#documentType', 'html']);
    expect(document(usual)).toMatch(/<html lang="en">\n<head>\n<meta charset="utf-8">/);
  });

  test.each([['CommonMark', false] as const, ['GitHub', true] as const])(
    'Markdown, read as %s, gives back every heading and line',
    (_name, github) => {
      const tree = markdownTree(toMarkdown(usual, true), github);
      expect(elements(tree, 'h2').map(({ 2: children }) => htmlText(children))).toEqual(headings);
      expect(elements(tree, 'li').map(({ 2: children }) => htmlText(children))).toEqual(
        lines.map(lineText),
      );
      expect(elements(tree, 'a')).toHaveLength(1);
    },
  );

  test('plain text has one line each, with the address in full', () => {
    const text = toText(usual, false).split('\n').filter(Boolean);
    expect(text).toHaveLength(lines.length);
    expect(text[0]).toContain('https://www.credly.com/badges/0a1b?source=a&b=c');
  });
});

describe.skipIf(!existsSync(NAUGHTY))('the big list of naughty strings', () => {
  const strings = existsSync(NAUGHTY)
    ? z.array(z.string()).parse(JSON.parse(readFileSync(NAUGHTY, 'utf8')))
    : [];
  const credentials = strings
    .filter((title) => oneLine(title) !== '')
    .map((title, index) =>
      aStoredCredential({ n: index + 1, title, issuer: title, number: title.slice(0, 500) }),
    );
  const sections = toSections(credentials, shown);
  const lines = sections.flatMap((section) => section.lines.map(lineText));

  test('is all there', () => {
    expect(strings.length).toBeGreaterThan(500);
    expect(lines).toHaveLength(credentials.length);
  });

  test('comes through HTML as text and nothing else', () => {
    const tree = htmlTree(toHtmlFragment(sections, true));
    const items = elements(tree, 'li');
    expect(items.map(({ 2: children }) => htmlText(children))).toEqual(lines);
    expect(
      items.every(({ 2: children }) => children.every((child) => typeof child === 'string')),
    ).toBe(true);
  });

  test.each([['CommonMark', false] as const, ['GitHub', true] as const])(
    'comes through Markdown, read as %s, as text and nothing else',
    (_name, github) => {
      const items = elements(markdownTree(toMarkdown(sections, true), github), 'li');
      expect(items.map(({ 2: children }) => htmlText(children))).toEqual(lines);
      const names = new Set(
        items.flatMap(({ 2: children }) =>
          children.map((child) => (typeof child === 'string' ? '' : child[0])),
        ),
      );
      // GitHub makes links of e-mail addresses, which no escape can stop.
      names.delete('a');
      expect(names).toEqual(new Set(['']));
    },
  );

  test('comes through plain text, a line each', () => {
    expect(toText(sections, false)).toBe(lines.map((line) => `- ${line}\n`).join(''));
  });
});
