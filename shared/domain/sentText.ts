import { escapeHtml, escapeLatex, escapeMarkdown } from '#shared/domain/escape.ts';
import type { FactLie, KeptFact } from '#shared/domain/sentCopy.ts';

/**
 * A text with the untrue words put right, where it cannot be made again: what is no longer held
 * loses its line, letters go from the name line, a changed value replaces the shown one. Words of
 * other credentials are not touched where the text tells lines apart.
 * @param format tells how values are escaped in the text
 */
export function putRight(
  text: string,
  format: string,
  facts: readonly KeptFact[],
  lies: readonly FactLie[],
): string {
  const as = escaping(format);
  let lines = text.split('\n');
  for (const lie of lies) {
    const own = facts.filter(({ credentialId }) => credentialId === lie.credentialId);
    const letters = valuesOf(own, 'letters').map(as);
    const titles = valuesOf(own, 'title').map(as);
    if (lie.fact === 'held' && lie.now === null) {
      lines = lines
        .map((line) => letters.reduce(withoutLetters, line))
        .filter((line) => !titles.some((title) => line.includes(title)));
      continue;
    }
    if (lie.shown === '' || lie.fact === 'held') continue;
    const [shown, now] = [as(lie.shown), as(lie.now ?? '')];
    const marks = [...titles, ...letters];
    const apart = marks.some((mark) =>
      lines.some((line) => line.includes(mark) && line.includes(shown)),
    );
    lines = lines.map((line) =>
      line.includes(shown) && (!apart || marks.some((mark) => line.includes(mark)))
        ? line.replaceAll(shown, () => now)
        : line,
    );
  }
  return lines.join('\n');
}

const valuesOf = (facts: readonly KeptFact[], name: KeptFact['fact']): string[] => [
  ...new Set(
    facts.filter(({ fact, value }) => fact === name && value !== '').map(({ value }) => value),
  ),
];

/** "Jane Doe, PMP, CPA" without CPA; whole letters only. */
function withoutLetters(line: string, letters: string): string {
  const escaped = letters.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return line
    .replace(new RegExp(`, ?${escaped}(?![\\p{L}\\p{N}-])`, 'gu'), '')
    .replace(new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}, ?`, 'gu'), '');
}

function escaping(format: string): (value: string) => string {
  if (format === 'html') return escapeHtml;
  if (format === 'tex') return escapeLatex;
  return format === 'md' ? escapeMarkdown : (value) => value;
}

/** A text as it reads, without the signs of its format: what facts are looked for in. */
export function asRead(text: string, format: string): string {
  if (format === 'html')
    return text
      .replace(/<[^>]*>/gu, '')
      .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity);
  return format === 'md' || format === 'tex' ? text.replace(/\\([!-/:-@[-`{-~])/gu, '$1') : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
