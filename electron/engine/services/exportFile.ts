import type { Credential } from '#shared/domain/credential.ts';
import type { Section } from '#shared/domain/line.ts';
import type { Design, ResumeFormat, ResumeOptions } from '#shared/domain/profile.ts';
import { toDocx } from '../exporters/docx.ts';
import { toHtmlDocument, toHtmlFragment } from '../exporters/html.ts';
import { toJsonResume } from '../exporters/jsonResume.ts';
import { toLatex } from '../exporters/latex.ts';
import { toMarkdown } from '../exporters/markdown.ts';
import { DOCX_MIME, PDF_MIME } from '../exporters/readText.ts';
import { toText } from '../exporters/text.ts';
import { toPdf } from '../exporters/typst.ts';

/** Everything that a file is made from: the lines, and the records that they say something of. */
export type Content = Readonly<{
  sections: readonly Section[];
  credentials: readonly Credential[];
  options: ResumeOptions;
  design: Design;
  /** The name of whose record it is; '' when it was never given. */
  holder: string;
}>;

/** A file that was made. `text` is empty where it is no text. */
export type MadeFile = Readonly<{
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  isText: boolean;
  copy: Readonly<{ plain: string; html: string | null }>;
  warnings: readonly string[];
}>;

export const mimeOfFormat: Readonly<Record<ResumeFormat, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  html: 'text/html',
  tex: 'application/x-tex',
  docx: DOCX_MIME,
  pdf: PDF_MIME,
  json: 'application/json',
};

/** What shows a document's name; not part of the page. */
export const titleOf = (sections: readonly Section[]): string =>
  sections.map(({ heading }) => heading).join(', ') || 'Resume';

/** The file of a format from content that is chosen, ordered and worded. */
export async function makeFile(format: ResumeFormat, content: Content): Promise<MadeFile> {
  const { sections, options, design, holder } = content;
  const { heading, locale } = options;
  const about = { heading, locale, title: titleOf(sections), author: holder, design };
  const plain = toText(sections, heading);
  const rich = { plain, html: toHtmlFragment(sections, heading) };
  switch (format) {
    case 'md': {
      const text = toMarkdown(sections, heading);
      return textFile(text, { plain: text, html: null });
    }
    case 'txt':
      return textFile(plain, { plain, html: null });
    case 'html':
      return textFile(toHtmlDocument(sections, about), rich);
    case 'tex': {
      const text = toLatex(sections, about);
      return textFile(text, { plain: text, html: null }, latexWarnings(plain));
    }
    case 'json': {
      const text = toJsonResume(content.credentials, { shown: options, holder });
      return textFile(text, { plain: text, html: null }, jsonWarnings(content));
    }
    case 'docx':
      return binaryFile(await toDocx(sections, about), rich);
    case 'pdf': {
      const { bytes, lacking } = await toPdf(sections, about);
      return binaryFile(bytes, rich, pdfWarnings(lacking));
    }
  }
}

function textFile(
  text: string,
  copy: MadeFile['copy'],
  warnings: readonly string[] = [],
): MadeFile {
  return { bytes: new TextEncoder().encode(text), text, isText: true, copy, warnings };
}

function binaryFile(
  bytes: Uint8Array<ArrayBuffer>,
  copy: MadeFile['copy'],
  warnings: readonly string[] = [],
): MadeFile {
  return { bytes, text: '', isText: false, copy, warnings };
}

function pdfWarnings(lacking: readonly string[]): string[] {
  return lacking.length === 0
    ? []
    : [
        `No font here has ${namesOf(lacking)}: the PDF shows a box instead and is not marked PDF/UA.`,
      ];
}

/** More than these in one sentence help nobody. */
const CHARACTERS_NAMED_MAX = 10;

/** Characters as a person can see them; what shows nothing by itself goes by its number. */
function namesOf(characters: readonly string[]): string {
  const names = characters
    .slice(0, CHARACTERS_NAMED_MAX)
    .map((each) =>
      /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(each)
        ? each
        : `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
  const more = characters.length - names.length;
  return more > 0 ? `${names.join(' ')} and ${more} more` : names.join(' ');
}

/** Beyond Latin letters and the signs that the usual fonts of pdflatex have. */
const OUTSIDE_T1 = /[^\n\u0020-\u017f\u2010-\u2027\u2030\u20ac\u2122]/gu;

function latexWarnings(plain: string): string[] {
  const outside = [...new Set(plain.match(OUTSIDE_T1))];
  return outside.length === 0
    ? []
    : [
        `pdflatex has no letters for ${namesOf(outside)}; use lualatex or xelatex with a font that has.`,
      ];
}

function jsonWarnings({ credentials, options }: Content): string[] {
  const carried = [
    options.expiry && credentials.some(({ expires }) => expires !== null) ? 'expiry' : '',
    options.number && credentials.some(({ number }) => number !== null) ? 'credential number' : '',
    credentials.some(({ status }) => status === 'in-progress') ? 'expected date' : '',
  ].filter((name) => name !== '');
  return carried.length === 0
    ? []
    : [
        `JSON Resume has no field for this and keeps it under names that begin with x-, which other programs may drop: ${carried.join(', ')}.`,
      ];
}
