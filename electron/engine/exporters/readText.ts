import { AppError } from '#shared/appError.ts';
import { readZip } from '../importers/zipEntries.ts';

/** More pages are no CV, and a page takes a while. */
const PAGES_MAX = 100;

export const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PDF_MIME = 'application/pdf';

export type ReadText = Readonly<{ mime: string; text: string; pages: number | null }>;

/**
 * The text of a document as programs that read CVs get it, by libraries that had no part in making
 * it (pdf.js, mammoth, parse5, marked).
 * @param mime null to go by the content
 * @throws AppError unsupported_format, too_large
 */
export async function readText(bytes: Uint8Array, mime: string | null): Promise<ReadText> {
  const kind = mime ?? mimeOf(bytes);
  switch (kind) {
    case PDF_MIME:
      return readPdf(bytes);
    case DOCX_MIME:
      return { mime: kind, pages: null, text: await readDocx(bytes) };
    case 'text/html':
      return { mime: kind, pages: null, text: await readHtml(decoded(bytes)) };
    case 'text/markdown':
      return { mime: kind, pages: null, text: await readMarkdown(decoded(bytes)) };
    case 'application/json':
      return { mime: kind, pages: null, text: readJson(decoded(bytes)) };
    case 'application/x-tex':
      return { mime: kind, pages: null, text: readLatex(decoded(bytes)) };
    case 'text/plain':
      return { mime: kind, pages: null, text: decoded(bytes) };
    default:
      throw new AppError(
        'unsupported_format',
        `Laurel cannot read ${kind}. Give a PDF, a Word document (docx), HTML or text.`,
      );
  }
}

/** What a Word document shows, as simple HTML that was read back from the file itself. */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return value;
}

function mimeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return PDF_MIME;
  if (head.startsWith('PK')) return DOCX_MIME;
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'application/msword';
  const text = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s+|^\u00ef\u00bb\u00bf/, '');
  if (/^<(?:!doctype|html|body|head)/i.test(text)) return 'text/html';
  if (text.startsWith('\\documentclass')) return 'application/x-tex';
  return text.startsWith('{') ? 'application/json' : 'text/plain';
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    // pdf.js takes the buffer over; the caller's stays whole.
    const document = await getDocumentProxy(bytes.slice());
    try {
      if (document.numPages > PAGES_MAX) {
        throw new AppError('too_large', `It has over ${PAGES_MAX} pages, which is no CV.`);
      }
      const { text, totalPages } = await extractText(document, { mergePages: true });
      return { mime: PDF_MIME, text, pages: totalPages };
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable('PDF', error);
  }
}

async function readDocx(bytes: Uint8Array): Promise<string> {
  // Refuses bombs and misleading archives before anything unpacks them.
  await readZip(bytes, (name) => name === 'word/document.xml');
  const { default: mammoth } = await import('mammoth');
  try {
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  } catch (error) {
    throw unreadable('Word document', error);
  }
}

function unreadable(what: string, cause: unknown): AppError {
  return new AppError(
    'unsupported_format',
    `The ${what} cannot be read. It may be damaged, locked with a password, or something else.`,
    { cause },
  );
}

/** Elements that end a line for a reader. */
const blocks: ReadonlySet<string> = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 br tr td th section article header footer'.split(' '),
);
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'template', 'noscript']);

type HtmlNode = Readonly<{
  nodeName: string;
  value?: string;
  childNodes?: readonly HtmlNode[];
}>;

async function readHtml(source: string): Promise<string> {
  const { parse } = await import('parse5');
  const texts: string[] = [];
  const walk = ({ nodeName, value, childNodes = [] }: HtmlNode): void => {
    if (unseen.has(nodeName)) return;
    if (nodeName === '#text') texts.push(value ?? '');
    childNodes.forEach(walk);
    if (blocks.has(nodeName)) texts.push('\n');
  };
  walk(parse(source));
  return texts.join('');
}

async function readMarkdown(source: string): Promise<string> {
  const { marked } = await import('marked');
  return readHtml(await marked.parse(source, { gfm: true }));
}

/** Every text value of a JSON document, a line each. */
function readJson(source: string): string {
  const texts: string[] = [];
  try {
    JSON.parse(source, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch (error) {
    throw unreadable('JSON', error);
  }
  return texts.join('\n');
}

const latexCommands: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textasciicircum: '^',
  textasciitilde: '~',
  textquotedbl: '"',
  textasciigrave: '`',
  newline: '\n',
  item: '\n',
};

/**
 * What LaTeX prints of a simple document: what lies between its begin and its end, commands undone.
 * It reads the language from its own rules, not from how Laurel escapes for it.
 */
function readLatex(source: string): string {
  const begin = source.indexOf('\\begin{document}');
  const body = begin < 0 ? source : source.slice(begin + '\\begin{document}'.length);
  return body
    .replace(/(?<!\\)%.*$/gm, '')
    .replace(/\\(?:begin|end)\{\w+\*?\}/g, '\n')
    .replace(/\\href\{(?:\\.|[^\\{}]|\{\})*\}/g, '')
    .replace(/\\section\*?/g, '\n')
    .replace(/\\([a-z]+)(?:\{\})?|\\([^a-z])|[{}]/gi, (_all, word?: string, sign?: string) =>
      word === undefined ? (sign ?? '') : (latexCommands[word] ?? ''),
    );
}
