import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { oneLine } from '#shared/domain/escape.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { corpusFile, hasCorpora } from '../../support/corpora.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';
import { elements, htmlText, htmlTree, markdownTree } from '../../support/parsed.ts';

/** Texts that break out of HTML, JSON in a script, Markdown, vCard or a terminal where one forgets. */
const OWN = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  'R&D in C#; &lt;b&gt; &amp;',
  '[x](javascript:alert(1))',
  '# heading\n- list\n\n---',
  'BEGIN:VCARD\r\nN:evil;;;;\r\n',
  '\u202eevil\u202c \u0000 \u2028 end',
  '=cmd|calc!A0',
  '$& $` $1 \\',
  '👩‍🚀 é e\u0301 ﷽',
];

const naughty = hasCorpora
  ? z.array(z.string()).parse(JSON.parse(new TextDecoder().decode(corpusFile('blns', 'blns.json'))))
  : [];

async function filled(engine: TestEngine, texts: readonly string[]): Promise<string[]> {
  const usable = [...new Set(texts)].filter(
    (text) => text.trim() !== '' && text.trim().length <= 200,
  );
  for (const text of usable) {
    await engine.call('credentials.create', {
      fields: {
        ...aCredential(),
        title: text,
        abbreviation: text.trim().slice(0, 60).trim() || null,
        issuer: text,
        number: text,
        issued: '2026-02',
        skills: [text],
        story: { situation: text, task: text, action: text, result: text },
      },
      asOf: TODAY,
    });
  }
  await engine.call('sharing.setDetails', {
    name: '<b>E & "M"</b>',
    role: '</p><script>',
    email: '"><x>',
    website: 'javascript:alert(1)',
  });
  return usable;
}

type Tree = ReturnType<typeof htmlTree>;

/** Nothing that runs, loads or submits, and no attribute that acts. */
function expectTame(tree: Tree): void {
  for (const name of [
    'script',
    'img',
    'iframe',
    'object',
    'embed',
    'form',
    'input',
    'svg',
    'math',
    'link',
    'base',
    'style',
  ])
    expect(elements(tree, name), name).toEqual([]);
  const walk = (nodes: Tree): void => {
    for (const node of nodes) {
      // A comment would hide what stands after it.
      expect(node, 'comment').not.toBe('<#comment>');
      if (typeof node === 'string') continue;
      for (const [name, value] of Object.entries(node[1])) {
        expect(name.startsWith('on'), `${name}=${value}`).toBe(false);
        if (name === 'href') expect(value).toMatch(/^(?:https?|mailto|tel):/u);
      }
      walk(node[2]);
    }
  };
  walk(tree);
}

/** Every text stands there to be read, its first line at least. */
function expectTold(tree: Tree, texts: readonly string[], format: string): void {
  const told = htmlText(tree).replaceAll(/\s+/gu, ' ');
  for (const each of texts) {
    const words = oneLine(each.split('\n')[0] ?? '').replaceAll(/\s+/gu, ' ');
    expect(told.includes(words), `${format}: ${JSON.stringify(each)}`).toBe(true);
  }
}

/** The page's head and body as trees, and the JSON in it. */
function pageOf(text: string): Readonly<{ body: Tree; json: unknown; scripts: number }> {
  const document = parse(text);
  expect(document.childNodes.map(({ nodeName }) => nodeName)).toEqual(['#documentType', 'html']);
  const body = htmlTree(
    text.slice(text.indexOf('<body>') + '<body>'.length, text.lastIndexOf('</body>')),
  );
  const scripts = [...text.matchAll(/<script/giu)].length;
  const json = /<script type="application\/ld\+json">\n([\s\S]*?)\n<\/script>/u.exec(text)?.[1];
  return { body, scripts, json: json === undefined ? null : JSON.parse(json) };
}

const schemaOrg = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Person'),
  hasCredential: z.array(
    z.object({
      '@type': z.literal('EducationalOccupationalCredential'),
      name: z.string(),
      identifier: z.string().optional(),
    }),
  ),
});

async function check(texts: readonly string[]): Promise<void> {
  using engine = openTestEngine();
  const usable = await filled(engine, texts);
  const page = await engine.call('sharing.portfolio', {
    intro: texts.join('\n').slice(0, 5000),
    contact: true,
    asOf: TODAY,
  });
  const { body, json, scripts } = pageOf(page.text);
  expect(scripts).toBe(1);
  expectTame(body);
  const titles = elements(body, 'h3').map((node) => htmlText([node]));
  for (const text of usable) {
    const title = oneLine(text);
    if (title !== '')
      expect(
        titles.some((shown) => shown.includes(title)),
        JSON.stringify(text),
      ).toBe(true);
  }
  const data = schemaOrg.parse(json);
  expect(data.hasCredential).toHaveLength(usable.length);

  const { items } = await engine.call('stories.list', { asOf: TODAY });
  expect(items).toHaveLength(usable.length);
  for (const format of ['html', 'md'] as const) {
    const { text } = await engine.call('sharing.rehearsal', { format, asOf: TODAY });
    const tree = format === 'html' ? pageOf(text).body : markdownTree(text, true);
    expectTame(tree);
    expectTold(tree, usable, format);
  }
  for (const format of ['html', 'md', 'txt'] as const) {
    const { text } = await engine.call('sharing.raise', {
      since: '2026-01-01',
      results: ['<b>4</b>'],
      format,
      asOf: TODAY,
    });
    if (format !== 'txt') {
      const tree = format === 'html' ? pageOf(text).body : markdownTree(text, true);
      expectTame(tree);
      expectTold(tree, usable, format);
    }
    if (format === 'txt') expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
  }
  await checkSignature(engine);
  await checkPosts(engine, items.map(({ id }) => id).slice(0, 40));
}

async function checkSignature(engine: TestEngine): Promise<void> {
  for (const { id, letters } of (await engine.call('postnominals.list', { asOf: TODAY })).items)
    if (letters !== null) await engine.call('postnominals.set', { id, shown: true, asOf: TODAY });
  const made = await engine.call('sharing.signature', { format: 'html', most: 20, asOf: TODAY });
  const tree = htmlTree(made.text);
  expectTame(tree);
  expect(htmlText(tree)).toContain('<b>E & "M"</b>');
  for (const { letters } of made.letters) expect(htmlText(tree)).toContain(letters);
  const lines = made.vcard.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line.startsWith('BEGIN:'))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith('N:'))).toHaveLength(1);
  // Unescaped semicolons part the five components of N (RFC 6350 6.2.2).
  expect(lines.find((line) => line.startsWith('N:'))?.match(/(?<!\\)(?:\\\\)*;/gu)).toHaveLength(4);
}

async function checkPosts(
  engine: TestEngine,
  ids: readonly ProcedureOutput<'stories.list'>['items'][number]['id'][],
): Promise<void> {
  for (const id of ids) {
    const post = await engine.call('sharing.post', { id, story: true, asOf: TODAY });
    expect(post.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
    for (const tag of post.hashtags) expect(tag).toMatch(/^#[\p{L}\p{M}\p{N}]+$/u);
    const copy = await engine.call('copies.record', {
      output: 'post',
      format: 'txt',
      place: 'LinkedIn',
      how: 'copied',
      text: post.text,
      facts: post.facts,
      asOf: TODAY,
    });
    expect(copy.text).toBe(post.text);
  }
  expect(await engine.call('copies.staleCount', { asOf: TODAY })).toEqual({ copies: 0, facts: 0 });
}

describe('hostile titles through every output of words', () => {
  test('our own list', async () => {
    await check(OWN);
  });

  test.skipIf(!hasCorpora)(
    'the big list of naughty strings',
    async () => {
      expect(naughty.length).toBeGreaterThan(400);
      await check(naughty);
    },
    120_000,
  );
});
