import type { ParagraphChild } from 'docx';
import type { Line, Section } from '#shared/domain/line.ts';
import { isLetterPaper } from './paper.ts';
import { piecesOf, type Piece } from './pieces.ts';

/** Sizes of a Word document: half points for letters, twentieths of a point for the rest. */
const LETTERS = { text: 21, heading: 26 } as const;
const PAPER = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
} as const;
const MARGIN = 1_247;
const INDENT = 284;
const INK = '1B1F1D';
const RULE = '3C4541';
const FONT = 'Calibri';

/**
 * The sections as a Word document (OOXML): headings that are headings, lists that are lists, links
 * that are links, one column, nothing in boxes, so that people and parsers read the same.
 * @param options heading false leaves the headings out; title and author go into the properties
 */
export async function toDocx(
  sections: readonly Section[],
  options: Readonly<{ heading: boolean; locale: string; title: string; author: string }>,
): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx');
  const { AlignmentType, BorderStyle, ExternalHyperlink, HeadingLevel, LevelFormat, TextRun } =
    docx;

  const run = ({ text, href }: Piece): ParagraphChild => {
    if (href === null) return new TextRun(xmlText(text));
    return new ExternalHyperlink({
      link: href,
      children: [new TextRun({ text: xmlText(text), style: 'Hyperlink' })],
    });
  };
  const item = ({ parts, beneath }: Line) =>
    new docx.Paragraph({
      style: 'ListParagraph',
      numbering: { reference: 'lines', level: 0 },
      children: [
        ...piecesOf(parts).map(run),
        ...(beneath === null ? [] : [new TextRun({ text: xmlText(beneath.text), break: 1 })]),
      ],
    });
  const heading = (text: string) => new docx.Paragraph({ text, heading: HeadingLevel.HEADING_1 });

  const file = new docx.Document({
    title: xmlText(options.title),
    creator: xmlText(options.author),
    lastModifiedBy: xmlText(options.author),
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            size: LETTERS.text,
            color: INK,
            language: { value: options.locale },
          },
        },
        heading1: {
          run: { font: FONT, size: LETTERS.heading, bold: true, color: INK },
          paragraph: {
            keepNext: true,
            spacing: { before: 320, after: 140 },
            border: {
              bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: RULE },
            },
          },
        },
        listParagraph: {
          run: { size: LETTERS.text },
          paragraph: { spacing: { after: 80, line: 264 }, keepLines: true },
        },
        hyperlink: { run: { color: '0F5C3F', underline: { type: docx.UnderlineType.SINGLE } } },
      },
    },
    numbering: {
      config: [
        {
          reference: 'lines',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '\u2022',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: INDENT, hanging: INDENT } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: isLetterPaper(options.locale) ? PAPER.letter : PAPER.a4,
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: sections.flatMap((section) => [
          ...(options.heading ? [heading(section.heading)] : []),
          ...section.lines.map(item),
        ]),
      },
    ],
  });
  return new Uint8Array(await docx.Packer.pack(file, 'uint8array'));
}

/** The two characters that Unicode has and XML 1.0 (2.2) does not. */
const xmlText = (text: string): string => text.replace(/[\ufffe\uffff]/g, '\ufffd');
