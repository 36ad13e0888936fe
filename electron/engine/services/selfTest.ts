import type { Credential } from '#shared/domain/credential.ts';
import { findInCv } from '#shared/domain/cvFacts.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { titleWithAbbreviation, type Section } from '#shared/domain/line.ts';
import type { Design, ResumeFormat, ResumeOptions } from '#shared/domain/profile.ts';
import {
  compareLines,
  expectedLine,
  type ExpectedFact,
  type ExpectedLine,
  type FactsFound,
} from '#shared/domain/readBack.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import { readText } from '../exporters/readText.ts';
import { mimeOfFormat, type MadeFile } from './exportFile.ts';

type Choice = Readonly<{
  format: ResumeFormat;
  template: string | null;
  design: Design;
  options: ResumeOptions;
  sections: readonly Section[];
  kept: readonly Credential[];
}>;

type Compared = ProcedureOutput<'exports.resume'>['readBack'];

/** More titles in one warning help nobody. */
const NAMED_MAX = 5;

/** Reads a file that was made and compares it with what it was made from (features.md H8). */
export async function readBack(
  { bytes }: MadeFile,
  choice: Choice,
): Promise<Readonly<{ text: string; result: Compared }>> {
  const { text } = await readText(bytes, mimeOfFormat[choice.format]);
  const { matched, lines, missing } = compareLines(text, expectedOf(choice));
  return { text, result: { matched, lines, missing: missing.map(toReply) } };
}

/** One sentence on what a reader of the file would not learn; none when all lines match. */
export function readBackWarnings({ matched, lines, missing }: Compared): string[] {
  if (matched === lines) return [];
  const named = missing
    .slice(0, NAMED_MAX)
    .map(
      ({ title, missing: facts }) =>
        `${oneLine(title)} (${facts.map(({ fact }) => fact).join(', ')})`,
    );
  const more = missing.length - named.length;
  return [
    `Read back from the file, ${lines - matched} of ${lines} lines are not as they should be: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}.`,
  ];
}

function expectedOf({ format, template, design, options, sections, kept }: Choice): ExpectedLine[] {
  const byId = new Map(kept.map((each) => [each.id, each]));
  return sections.flatMap(({ lines }) =>
    lines.flatMap((line): ExpectedLine[] => {
      const credential = byId.get(line.id);
      if (credential === undefined) return [];
      const { id, title } = credential;
      // What else a template prints is its own business.
      if (template !== null) return [{ id, title, whole: null, facts: titleFact(credential) }];
      if (format === 'json')
        return [{ id, title, whole: null, facts: jsonFacts(credential, options) }];
      const reading = format === 'pdf' && design === 'entries' ? 'entries' : 'running';
      return [expectedLine(line, title, reading, format === 'txt')];
    }),
  );
}

function titleFact(credential: Credential): ExpectedFact[] {
  const text = titleWithAbbreviation(credential);
  return text === '' ? [] : [{ fact: 'title', text }];
}

/** JSON Resume keeps dates as they are and names apart from each other. */
function jsonFacts(credential: Credential, options: ResumeOptions): ExpectedFact[] {
  const { issuer, platform, issued, expires, number, url } = credential;
  const facts: [ExpectedFact['fact'], string | null][] = [
    ['issuer', oneLine(issuer?.name ?? platform ?? '')],
    ['date', issued],
    ['expiry', options.expiry ? expires : null],
    ['number', options.number ? oneLine(number ?? '') : null],
    ['link', options.link ? webLink(url) : null],
  ];
  return [
    ...titleFact(credential),
    ...facts.flatMap(([fact, text]) => (text === null || text === '' ? [] : [{ fact, text }])),
  ];
}

/**
 * Which facts of the credentials a parser finds in someone's own CV.
 * @throws AppError unsupported_format, too_large
 */
export async function checkCv(
  { bytes, mime }: ParsedInput<'exports.check'>,
  kept: readonly Credential[],
): Promise<ProcedureOutput<'exports.check'>> {
  const read = await readText(bytes, mime);
  const find = findInCv(read.text);
  const results = kept.map((credential) => ({ credential, found: find(credential) }));
  const absent = results.filter(({ found }) => found === null);
  return {
    mime: read.mime,
    pages: read.pages,
    text: read.text,
    credentials: results.flatMap(({ found }) => (found === null ? [] : [toReply(found)])),
    absent: absent.map(({ credential: { id, title, status } }) => ({ id, title, status })),
    warnings: textWarnings(read.text),
  };
}

/** What in the text itself makes it hard to read for a program. */
function textWarnings(text: string): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const unknown = text.match(/[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
  return [
    ...(letters === 0
      ? ['No text was found: the file may hold pictures of text, which programs cannot read.']
      : []),
    ...(unknown > 0
      ? [`${unknown} characters came out as nothing a program can read; the font hides them.`]
      : []),
  ];
}

function toReply({ id, title, found, missing }: FactsFound): Compared['missing'][number] {
  return { id, title, found: [...found], missing: missing.map((each) => ({ ...each })) };
}
