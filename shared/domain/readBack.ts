import type { Id } from '#shared/domain/credential.ts';
import type { Line, LineFact } from '#shared/domain/line.ts';

/** One fact that should stand in a text, as it is shown there. */
export type ExpectedFact = Readonly<{ fact: LineFact; text: string }>;

/**
 * What a text should say of one credential. `whole` is its line from begin to end, in the order in
 * which the format is read; null where the format parts the facts from each other.
 */
export type ExpectedLine = Readonly<{
  id: Id;
  title: string;
  whole: string | null;
  facts: readonly ExpectedFact[];
}>;

/** Which facts were found in a text, and which were not. */
export type FactsFound = Readonly<{
  id: Id;
  title: string;
  found: readonly LineFact[];
  missing: readonly ExpectedFact[];
}>;

/** How a format sets the facts of a line: one after the other, or the dates beside the title. */
export type Reading = 'running' | 'entries';

/** Headings, bullets and page numbers that may stand between two lines, in characters. */
const BETWEEN_LINES = 1_000;

/** Facts that the design `entries` sets at the right edge of the title's own line. */
const besideTitle: ReadonlySet<LineFact> = new Set(['date', 'expiry']);

/**
 * What a document must say of a line for its reader to learn the same as from the record.
 * @param addresses true where links are printed with their address in full
 */
export function expectedLine(
  line: Line,
  title: string,
  reading: Reading,
  addresses: boolean,
): ExpectedLine {
  const shown = line.parts.map((part) => ({
    ...part,
    text: addresses ? (part.href ?? part.text) : part.text,
  }));
  const [lead, ...rest] = shown;
  const running = [lead, ...rest].flatMap((part) =>
    part === undefined ? [] : [part.before + part.text + part.after],
  );
  const groups = [
    rest.filter(({ fact }) => besideTitle.has(fact)),
    rest.filter(({ fact }) => !besideTitle.has(fact)),
  ].map((group) =>
    // The first fact of a group has nothing to be parted from.
    group.map(({ before, text, after }, at) => (at === 0 ? text : before + text + after)).join(''),
  );
  const whole = reading === 'running' ? running : [...running.slice(0, 1), ...groups];
  return {
    id: line.id,
    title,
    whole: [...whole, line.beneath?.text ?? ''].join(' '),
    facts: [...shown, ...(line.beneath === null ? [] : [line.beneath])].map(({ fact, text }) => ({
      fact,
      text,
    })),
  };
}

/**
 * Compares a text that was read from a file with what it should say. White space does not count,
 * since a file wraps lines where it likes; compatibility forms (ligatures, width) do not either.
 * Lines must come in their order, so that no fact is credited to another credential.
 */
export function compareLines(
  text: string,
  expected: readonly ExpectedLine[],
): Readonly<{ matched: number; lines: number; missing: FactsFound[] }> {
  const read = readingKey(text);
  const missing: FactsFound[] = [];
  let from = 0;
  let passed = 0;
  for (const { id, title, whole, facts } of expected) {
    const key = whole === null ? null : readingKey(whole);
    const at = key === null ? -1 : read.indexOf(key, from);
    // What stands much further on belongs to another credential.
    if (key !== null && at >= 0 && at - from <= 2 * passed + BETWEEN_LINES) {
      from = at + key.length;
      passed = 0;
      continue;
    }
    passed += key?.length ?? 0;
    const found = facts.filter(({ text: fact }) => read.includes(readingKey(fact), from));
    const lacking = facts.filter((fact) => !found.includes(fact));
    // The facts are all there, but not together in their place.
    const reported = lacking.length === 0 && whole !== null ? facts.slice(0, 1) : lacking;
    if (reported.length === 0) continue;
    missing.push({
      id,
      title,
      found: found
        .map(({ fact }) => fact)
        .filter((fact) => !reported.some((each) => each.fact === fact)),
      missing: reported,
    });
  }
  return { matched: expected.length - missing.length, lines: expected.length, missing };
}

/** A text as two readers of the same page agree on it. */
export function readingKey(text: string): string {
  // Soft hyphens and invisible joiners are printed by none.
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b\u2060\ufeff]+/gu, '');
}
