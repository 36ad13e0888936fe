import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { LinePart, Section } from '#shared/domain/line.ts';
import type { Design } from '#shared/domain/profile.ts';
import { isLetterPaper } from './paper.ts';
import { typstSources } from './typstSource.ts';

type PdfOptions = Readonly<{
  heading: boolean;
  locale: string;
  title: string;
  author: string;
  design: Design;
}>;

/** Rounds of use after which Typst forgets what it has not used again. */
const CACHE_ROUNDS = 10;

let compiler: Promise<NodeCompiler> | undefined;

/** Loaded when first used: the compiler is 50 MB, and few sessions need it. */
async function compilerOf(): Promise<NodeCompiler> {
  compiler ??= import('@myriaddreamin/typst-ts-node-compiler').then((typst) =>
    typst.NodeCompiler.create(),
  );
  return compiler;
}

/**
 * The sections as a PDF: one column of real text, tagged, PDF/UA-1. Equal sections and options give
 * equal bytes on one machine, since the file carries neither date nor random number.
 * @returns `lacking`: the characters that no font of this machine has. With any, the file cannot
 *   be PDF/UA-1 (ISO 14289-1, 7.21) and is tagged PDF alone.
 */
export async function toPdf(
  sections: readonly Section[],
  options: PdfOptions,
): Promise<Readonly<{ bytes: Uint8Array<ArrayBuffer>; lacking: readonly string[] }>> {
  const typst = await compilerOf();
  const document = compile(typst, sections, options);
  try {
    return { bytes: new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' })), lacking: [] };
  } catch (error) {
    const lacking = lackingCharacters(error);
    if (lacking.length === 0) throw error;
    return { bytes: new Uint8Array(typst.pdf(document, { pdfTags: true })), lacking };
  } finally {
    typst.evictCache(CACHE_ROUNDS);
  }
}

/** The pages of that PDF as SVG, from the same source. Letters are outlines; nothing in it acts. */
export async function toPages(
  sections: readonly Section[],
  options: PdfOptions,
): Promise<string[]> {
  const typst = await compilerOf();
  const document = compile(typst, sections, options);
  const svg = typst.plainSvg(document);
  typst.evictCache(CACHE_ROUNDS);
  return splitPages(svg, document.numOfPages);
}

/** @throws Error when Typst refuses our own source, which is a defect of ours */
function compile(
  typst: NodeCompiler,
  sections: readonly Section[],
  options: PdfOptions,
): NodeTypstDocument {
  const { language, region } = new Intl.Locale(options.locale);
  const data = {
    title: options.title,
    author: options.author,
    heading: options.heading,
    // Typst knows languages of two or three letters.
    lang: language,
    region: region !== undefined && /^[A-Z]{2}$/.test(region) ? region : null,
    paper: isLetterPaper(options.locale) ? 'us-letter' : 'a4',
    longWords: sections.some(hasLongWord),
    sections: sections.map(({ heading, lines }) => ({
      heading,
      lines: lines.map(({ parts, beneath }) => ({
        parts: parts.map(toData),
        beneath: beneath?.text ?? null,
      })),
    })),
  };
  const made = typst.compile({
    mainFileContent: typstSources[options.design],
    inputs: { data: JSON.stringify(data) },
  });
  const document = made.result;
  if (document === null) {
    const problems = made.takeError()?.shortDiagnostics ?? [];
    throw new Error(`Typst refused the document: ${JSON.stringify(problems)}`);
  }
  return document;
}

/** Words that no line holds; looking for them in every text costs Typst a fifth of its time. */
const hasLongWord = ({ lines }: Section): boolean =>
  lines.some(({ parts, beneath }) =>
    [...parts, ...(beneath === null ? [] : [beneath])].some(({ text }) => /\S{60,}/u.test(text)),
  );

const toData = ({ fact, before, text, after, href }: LinePart) => ({
  fact,
  before,
  text,
  after,
  href,
});

/** Typst names each text that no font can show; its message is the only place that says so. */
function lackingCharacters(error: unknown): string[] {
  const message = error instanceof Error ? error.message : '';
  const quoted = message.matchAll(/the text `(\\?)"((?:[^`\\]|\\.)*?)\1"` could not be displayed/g);
  return [...new Set([...quoted].flatMap(([, , text = '']) => [...unescaped(text)]))];
}

/** Undoes Rust's debug form of a text: `\u{1f393}`. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Typst sets all pages below each other in one picture: each page is a window onto it. */
function splitPages(svg: string, count: number): string[] {
  const box =
    /^<svg class="typst-doc" viewBox="0 0 ([\d.]+) ([\d.]+)" width="[^"]*" height="[^"]*"/;
  const [head = '', width = '0', height = '0'] = box.exec(svg) ?? [];
  const each = Number(height) / count;
  return Array.from({ length: count }, (_, page) =>
    svg.replace(
      head,
      `<svg class="typst-doc" viewBox="0 ${page * each} ${width} ${each}" width="${width}pt" height="${each}pt"`,
    ),
  );
}
