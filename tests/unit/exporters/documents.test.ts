import { describe, expect, test } from 'vitest';
import { outputLocales } from '#shared/domain/outputWords.ts';
import { readText } from '../../../electron/engine/exporters/readText.ts';
import { makeFile, mimeOfFormat } from '../../../electron/engine/services/exportFile.ts';
import { readBack, readBackWarnings } from '../../../electron/engine/services/selfTest.ts';
import type { Credential } from '#shared/domain/credential.ts';
import { designs, type Design, type ResumeFormat } from '#shared/domain/profile.ts';
import {
  contentOf,
  documentContent,
  hasNaughtyStrings,
  linesOf,
  naughtyCredentials,
  partsOfDocx,
} from '../../support/documents.ts';

const GOLDEN = '../../fixtures/golden/documents';
const textFormats = ['md', 'txt', 'html', 'tex', 'json'] as const satisfies readonly ResumeFormat[];

describe.each(outputLocales)('the files in %s', (locale) => {
  test.each(textFormats)('%s is as it was approved', async (format) => {
    const { text } = await makeFile(format, documentContent({ locale, expired: true }));
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/resume.${locale}.${format}`);
  });

  test('docx is as it was approved', async () => {
    const { bytes } = await makeFile('docx', documentContent({ locale, expired: true }));
    const xml = (await partsOfDocx(bytes)).get('word/document.xml') ?? '';
    // The library gives links a random number.
    const told = xml
      .replace(/r:id="[^"]*"/g, 'r:id=""')
      .replace(/(<w:p>|<w:p |<w:sectPr)/g, '\n$1');
    await expect(told).toMatchFileSnapshot(`${GOLDEN}/resume.${locale}.docx.xml`);
  });

  test.each(['list', 'entries'] as const)('pdf (%s) reads as it was approved', async (design) => {
    const options = { locale, expired: true, expiredAs: 'formerly' } as const;
    const { bytes } = await makeFile('pdf', documentContent(options, design));
    const { text } = await readText(bytes, null);
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/resume.${locale}.${design}.pdf.txt`);
  });
});

const everyFile = [
  ...textFormats.map((format) => [format, 'list'] as const),
  ['docx', 'list'] as const,
  ['pdf', 'list'] as const,
  ['pdf', 'entries'] as const,
];

describe('what was made is read again', () => {
  test.each(everyFile)('%s (%s): every line is there, in its order', async (format, design) => {
    const content = documentContent({}, design);
    const made = await makeFile(format, content);
    const { result } = await readBack(made, {
      ...content,
      format,
      template: null,
      kept: content.credentials,
    });
    expect(result).toEqual({ matched: 8, lines: 8, missing: [] });
    expect(format === 'pdf' ? made.warnings : []).toEqual([]);
  });

  test.each(everyFile)('%s (%s): what is missing from the file is told', async (format, design) => {
    const content = documentContent({}, design);
    const [first] = content.credentials;
    if (first === undefined) throw new Error('there are eight');
    const without = contentOf(content.credentials.slice(1), content.options, design);
    const { result } = await readBack(await makeFile(format, without), {
      ...content,
      format,
      template: null,
      kept: content.credentials,
    });
    expect(result.matched).toBeLessThan(result.lines);
    expect(result.missing[0]).toMatchObject({ id: first.id });
    expect(result.missing[0]?.missing.map(({ fact }) => fact)).toContain('title');
  });

  test('the content is found without being told what it is', async () => {
    for (const [format, design] of everyFile) {
      if (format === 'md') continue;
      const { bytes } = await makeFile(format, documentContent({}, design));
      expect((await readText(bytes, null)).mime).toBe(mimeOfFormat[format]);
    }
  });
});

describe.skipIf(!hasNaughtyStrings)('the big list of naughty strings', () => {
  const naughty = naughtyCredentials();
  const { options } = documentContent({ link: false });
  const read = async (format: ResumeFormat, design: Design, titles: readonly Credential[]) => {
    const content = contentOf(titles, options, design);
    expect(linesOf(content.sections)).toHaveLength(titles.length);
    const made = await makeFile(format, content);
    const kept = content.credentials;
    return { made, ...(await readBack(made, { ...content, format, template: null, kept })) };
  };
  const lostOf = ({ missing }: Awaited<ReturnType<typeof read>>['result']) =>
    missing.map(({ title }) => title);

  test('is all there', () => {
    expect(naughty.length).toBeGreaterThan(450);
  });

  test.each([...textFormats, 'docx'] as const)('comes through %s as what it is', async (format) => {
    // The one character that XML cannot hold is all there is of that title.
    const { result } = await read(
      format,
      'list',
      naughty.filter(({ title }) => title !== '\ufffe'),
    );
    expect(lostOf(result)).toEqual([]);
  });

  test.each(designs)('comes through pdf (%s) as far as fonts go', async (design) => {
    const plain = naughty.filter(({ title }) => !needsMoreThanAFont(title));
    expect(plain.length).toBeGreaterThan(350);
    const { result, made } = await read('pdf', design, plain);
    expect(lostOf(result)).toEqual([]);
    expect(made.warnings).toEqual([]);
  });

  test('all of it makes a PDF still, and what cannot be read from it is told', async () => {
    const { result, made } = await read('pdf', 'list', naughty);
    expect(made.warnings.join()).toMatch(/^No font here has .* and \d+ more: the PDF shows a box/);
    expect(result.matched).toBeGreaterThan(100);
    expect(readBackWarnings(result).join()).toContain(
      `${result.lines - result.matched} of ${result.lines} lines`,
    );
  });
});

/**
 * Beyond the letters of Latin, Greek and Cyrillic: scripts that run from right to left or that no
 * font here has, towers of accents, signs that show nothing, forms that stand for other letters.
 */
function needsMoreThanAFont(title: string): boolean {
  return (
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{S}\s]/u.test(title) ||
    /[\p{Extended_Pictographic}\u{1d400}-\u{1d7ff}]/u.test(title.replace(/[\p{N}#*©®™]/gu, '')) ||
    title.normalize('NFKC') !== title.normalize('NFC') ||
    /[\u2400-\u{10ffff}]/u.test(title)
  );
}
