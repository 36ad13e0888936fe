import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineText } from '#shared/domain/line.ts';
import { readingKey } from '#shared/domain/readBack.ts';
import { toPages } from '../../../electron/engine/exporters/typst.ts';
import { docxToHtml } from '../../../electron/engine/exporters/readText.ts';
import { makeFile, titleOf, type Content } from '../../../electron/engine/services/exportFile.ts';
import { designs, type Design } from '#shared/domain/profile.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import {
  contentOf,
  documentContent,
  hasNaughtyStrings,
  isInstalled,
  linesOf,
  naughtyCredentials,
  partsOfDocx,
} from '../../support/documents.ts';
import { elements, htmlText, htmlTree } from '../../support/parsed.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const usual = documentContent({ locale: 'en-US' });
const lines = linesOf(usual.sections).map(lineText);

/** Without the letters that no font of a bare machine has. */
function plainContent(design: Design = 'list', count = 3): Content {
  const credentials = Array.from({ length: count }, (_, n) =>
    aStoredCredential({
      n: n + 1,
      title: `Certified Récit ${n + 1} & Co. <b>#let x = 1</b> $x$ @ref`,
      issued: '2024-05-03',
      expires: '2027-05',
      number: `A-${n + 1}`,
      url: 'https://example.org/a?b=c&d=e_f~g%20h#i',
    }),
  );
  return contentOf(credentials, { ...usual.options, link: true, number: true }, design);
}

async function pages(content: Content, design: Design): Promise<string[]> {
  const { heading, locale } = content.options;
  return toPages(content.sections, { heading, locale, title: 'T', author: '', design });
}

describe('PDF', () => {
  test.each(designs)('%s: equal data gives equal bytes, other data others', async (design) => {
    const first = await makeFile('pdf', plainContent(design));
    const again = await makeFile('pdf', plainContent(design));
    const other = await makeFile('pdf', plainContent(design, 4));
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(first.bytes, other.bytes)).not.toBe(0);
  });

  test.each(designs)('%s: it says that it is tagged and PDF/UA-1', async (design) => {
    const { bytes, warnings } = await makeFile('pdf', plainContent(design));
    const text = Buffer.from(bytes).toString('latin1');
    expect(warnings).toEqual([]);
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/Lang\s*\(en-US\)/);
    expect(text).not.toMatch(/\/CreationDate|\/ModDate|JavaScript|\/OpenAction/);
  });

  test('a letter in no font costs the mark of PDF/UA, and is told', async () => {
    // No letter is assigned to U+0378, so no font has one.
    const odd = aStoredCredential({ title: 'A \u{378} B' });
    const { bytes, warnings } = await makeFile('pdf', contentOf([odd], usual.options));
    expect(warnings).toEqual([
      'No font here has U+0378: the PDF shows a box instead and is not marked PDF/UA.',
    ]);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).not.toContain('pdfuaid:part');
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  });

  test('the preview has the pages of the PDF, in which nothing acts', async () => {
    const long = plainContent('list', 90);
    const svgs = await pages(long, 'list');
    expect(svgs.length).toBeGreaterThan(2);
    for (const [page, svg] of svgs.entries()) {
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 [\d.]+ 612 79[12]/);
      expect(svg).not.toMatch(/<script|onload|<foreignObject/i);
      if (page > 0) expect(svg).not.toBe(svgs[page - 1]);
    }
  });

  test('nothing to show makes an empty page, not a failure', async () => {
    const { bytes } = await makeFile('pdf', contentOf([], usual.options));
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  test.skipIf(!isInstalled('pdftotext', '-v')).each(designs)(
    '%s: pdftotext and pdfinfo of Poppler read it',
    async (design) => {
      using folder = temporaryFolder();
      const file = join(folder.path, 'resume.pdf');
      const content = plainContent(design, 30);
      writeFileSync(file, (await makeFile('pdf', content)).bytes);
      const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', stdio: 'pipe' });
      for (const { title } of content.credentials) {
        expect(readingKey(text)).toContain(readingKey(title));
      }
      const info = execFileSync('pdfinfo', ['-struct-text', file], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      expect(info.match(/^\s*H1 /gm)).toHaveLength(1);
      expect(info.match(/^\s*LI /gm)).toHaveLength(30);
      expect(info.match(/^\s*Link /gm)).toHaveLength(30);
      const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: 'pipe' });
      expect(facts).toMatch(/Title: +Licenses and certifications\n/);
      expect(facts).toMatch(/Author: +Ada Lovelace\n/);
      expect(facts).toMatch(/Tagged: +yes\n/);
      expect(facts).toMatch(/JavaScript: +no\n/);
    },
  );
});

describe('Word', () => {
  test('headings are headings, lists are lists, links are links', async () => {
    const { bytes } = await makeFile('docx', usual);
    const tree = htmlTree(await docxToHtml(bytes));
    expect(elements(tree, 'h1').map(({ 2: children }) => htmlText(children))).toEqual(
      usual.sections.map(({ heading }) => heading),
    );
    expect(elements(tree, 'li')).toHaveLength(lines.length);
    expect(elements(tree, 'a').map(({ 1: attributes }) => attributes['href'])).toEqual([
      'https://www.credly.com/badges/0a1b?source=a&b=c',
    ]);
    expect(new Set(tree.map((node) => node[0]))).toEqual(new Set(['h1', 'ul']));
  });

  test('it says language, title and author, and has no boxes, columns or pictures', async () => {
    const { bytes } = await makeFile('docx', usual);
    const parts = await partsOfDocx(bytes);
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-US"/>');
    expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${titleOf(usual.sections)}`);
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Ada Lovelace</dc:creator>');
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toContain('<w:pgSz w:w="12240" w:h="15840"');
    expect(body).not.toMatch(/w:txbxContent|w:drawing|w:tbl>|w:cols w:num/);
    expect([...parts.keys()].filter((name) => /media|vba|activeX|embeddings/i.test(name))).toEqual(
      [],
    );
  });

  test.skipIf(!isInstalled('soffice') || !isInstalled('pdftotext', '-v'))(
    'LibreOffice opens it and prints every line unchanged',
    async () => {
      using folder = temporaryFolder();
      const naughty = naughtyCredentials().filter(({ title }) => /^[\x20-\x7e]+$/.test(title));
      const files = {
        usual: documentContent({ locale: 'de' }),
        ...(hasNaughtyStrings ? { naughty: contentOf(naughty, usual.options) } : {}),
      };
      for (const [name, content] of Object.entries(files)) {
        const file = join(folder.path, `${name}.docx`);
        writeFileSync(file, (await makeFile('docx', content)).bytes);
        execFileSync(
          'soffice',
          [
            `-env:UserInstallation=file://${join(folder.path, 'profile')}`,
            '--headless',
            '--convert-to',
            'pdf',
            '--outdir',
            folder.path,
            file,
          ],
          { stdio: 'pipe', timeout: 120_000 },
        );
        const pdf = join(folder.path, `${name}.pdf`);
        const text = readingKey(
          execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', stdio: 'pipe' }),
        );
        const shown = linesOf(content.sections).map(lineText);
        expect(shown.length).toBeGreaterThan(6);
        expect(shown.filter((line) => !text.includes(readingKey(line)))).toEqual([]);
      }
    },
    180_000,
  );
});

/** Depth of braces after each sign of a LaTeX source; escaped ones do not count. */
function braceDepths(source: string): number[] {
  let depth = 0;
  return [...source.replace(/\\[{}\\]/g, '')].map((sign) => {
    depth += Number(sign === '{') - Number(sign === '}');
    return depth;
  });
}

describe('LaTeX', () => {
  const naughty = contentOf(naughtyCredentials(), { ...usual.options, link: true });

  test.each([
    ['usual', usual],
    ['naughty', naughty],
  ])('%s: braces are closed, and no sign that acts is left', async (_name, content) => {
    const { text } = await makeFile('tex', content);
    const depths = braceDepths(text);
    expect(Math.min(...depths)).toBe(0);
    expect(depths.at(-1)).toBe(0);
    const items = text.split('\n').filter((line) => line.startsWith('  \\item '));
    expect(items).toHaveLength(linesOf(content.sections).length);
    for (const item of items) {
      const printed = item.replace(/\\href\{[^{}]*(?:\{\}[^{}]*)*\}/g, '');
      expect(printed).not.toMatch(/(?<!\\)[$&#%_^~]/);
      expect(printed).not.toMatch(
        /\\(?!item |newline\{\}|text(?:backslash|asciicircum|asciitilde|quotedbl|asciigrave)\{\}|[{}$&#%_])/,
      );
    }
  });

  test.skipIf(!isInstalled('pdflatex')).each([
    ['usual', usual],
    ['naughty', naughty],
  ])(
    '%s: pdflatex prints it',
    async (name, content) => {
      using folder = temporaryFolder();
      const ascii = contentOf(
        content.credentials.filter(({ title }) => /^[\x20-\x7e]+$/.test(title)),
        content.options,
      );
      writeFileSync(join(folder.path, 'all.tex'), (await makeFile('tex', content)).text);
      writeFileSync(join(folder.path, 'ascii.tex'), (await makeFile('tex', ascii)).text);
      for (const file of ['all', 'ascii']) {
        execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', `${file}.tex`], {
          cwd: folder.path,
          stdio: 'pipe',
          timeout: 120_000,
        });
        const log = readFileSync(join(folder.path, `${file}.log`), 'utf8');
        expect(log.match(/^! .*/gm), `${name} ${file}`).toBeNull();
      }
      if (!isInstalled('pdftotext', '-v')) return;
      const printed = execFileSync('pdftotext', ['-layout', join(folder.path, 'ascii.pdf'), '-'], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      // TeX sets typographic quotes, as one would by hand; those of ASCII are told apart in none.
      const key = (text: string) => readingKey(text).replace(/[’‘‛′`´']/g, "'");
      const text = key(printed);
      const hasOutlines = spawnSync('kpsewhich', ['lmodern.sty']).status === 0;
      const lost = linesOf(ascii.sections)
        .map(lineText)
        .filter((line) => line.length < 60 && !text.includes(key(line)))
        // Where the outlines of Latin Modern are not installed, joined letters are pictures.
        .filter((line) => hasOutlines || !/f[fil]/.test(line));
      expect(lost).toEqual([]);
    },
    180_000,
  );
});
