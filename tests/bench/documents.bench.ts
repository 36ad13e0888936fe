import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Credential } from '#shared/domain/credential.ts';
import { lineText } from '#shared/domain/line.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { defaultResumeOptions } from '#shared/domain/profile.ts';
import { noFacts, outgoingContent } from '../../electron/engine/services/exportContent.ts';
import { makeFile } from '../../electron/engine/services/exportFile.ts';
import { aStoredCredential } from '../support/aStoredCredential.ts';
import { interleaved, median, ms, timed, type Figure } from './measure.ts';

const LINES = 50;
const PAIRS = 25;
const WARM_ROUNDS = 3;
const HEADING = 'Licences and certifications';
const asOf = plainDateSchema.parse('2026-11-23');
const options = { ...defaultResumeOptions, number: true };

/** Other titles in every round, so that nothing is answered from a cache. */
function credentialsOf(round: number): Credential[] {
  return Array.from({ length: LINES }, (_, n) =>
    aStoredCredential({
      n: n + 1,
      title: `Certified Professional in Subject ${n} of round ${round}`,
      issuer: `Institute of Subject ${n}`,
      issued: '2024-05-03',
      expires: '2027-05',
      number: `LIC-${round}-${n}`,
    }),
  );
}

const contentOf = (round: number) => outgoingContent(credentialsOf(round), options, noFacts, asOf);

/** The very lines that ours makes, as a caller of the library alone would have them at hand. */
const linesOf = (round: number): string[] =>
  contentOf(round).sections.flatMap(({ lines }) => lines.map(lineText));

async function ourFile(format: 'docx' | 'pdf', credentials: readonly Credential[]) {
  const { sections, kept } = outgoingContent(credentials, options, noFacts, asOf);
  return makeFile(format, { sections, credentials: kept, options, design: 'list', holder: 'Ada' });
}

/** A document of the same words: one heading, a bulleted list, one style each. */
async function bareDocx(lines: readonly string[]): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            text: HEADING,
            heading: HeadingLevel.HEADING_1,
            border: { bottom: { style: BorderStyle.SINGLE, size: 6 } },
          }),
          ...lines.map(
            (line) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(line)] }),
          ),
        ],
      },
    ],
  });
  return Packer.pack(document, 'uint8array');
}

const escapeTypst = (text: string) => text.replace(/[\\#*_$@<>`[\]-]/g, '\\$&');

function barePdf(typst: NodeCompiler, lines: readonly string[]): Uint8Array {
  const source = `#set document(title: "${HEADING}")\n= ${HEADING}\n${lines.map((line) => `- ${escapeTypst(line)}\n`).join('')}`;
  const made = typst.compile({ mainFileContent: source });
  if (made.result === null) throw new Error('The bare document does not compile');
  return typst.pdf(made.result, { pdfStandard: 'ua-1' });
}

/** P16: a resume section of 50, from records to file, against the bare call of the library. */
export async function benchDocuments(): Promise<Figure[]> {
  const typst = NodeCompiler.create();
  const arms = [
    { format: 'docx', name: 'bare docx call', bare: bareDocx },
    { format: 'pdf', name: 'bare Typst call', bare: (lines: string[]) => barePdf(typst, lines) },
  ] as const;
  const figures: Figure[] = [];
  for (const { format, name, bare } of arms) {
    for (let round = 0; round < WARM_ROUNDS; round += 1) {
      await ourFile(format, credentialsOf(-1 - round));
      await bare(linesOf(-1 - round));
    }
    const { ours, other } = await interleaved(
      PAIRS,
      (round) => {
        const credentials = credentialsOf(round);
        return timed(() => ourFile(format, credentials));
      },
      (round) => {
        const lines = linesOf(round + PAIRS);
        return timed(() => bare(lines));
      },
    );
    const ratio = median(ours) / median(other);
    figures.push({
      id: 'P16',
      what: `resume section of ${LINES}: ${format.toUpperCase()}`,
      rows: LINES,
      ours: ms(median(ours)),
      other: ms(median(other)),
      otherName: name,
      ratio,
      bar: '≤ 1.5',
      met: ratio <= 1.5,
    });
  }
  return figures;
}
