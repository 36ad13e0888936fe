/** Where a query's letters stand in a text, as [start, end) pairs, and how well they fit. */
export type FuzzyMatch = Readonly<{
  score: number;
  ranges: readonly (readonly [number, number])[];
}>;

const WHOLE_START = 100;
const WORD_START = 80;
const INSIDE = 40;
const INITIALS = 30;

/**
 * Finds every word of a query in a text: at the start of a word, inside of one, or spread over the
 * starts of several ("pmap" in "PMI Agile Practitioner"). Case and accents do not matter.
 * Returns null when a word is nowhere; an empty query fits everything.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  const folded = fold(text);
  const found = words.map((word) => findWord(word, folded));
  if (found.some((one) => one === null)) return null;
  const matches = found.filter((one) => one !== null);
  return {
    score: matches.reduce((sum, { score }) => sum + score, 0) - text.length / 1000,
    ranges: mergeRanges(matches.flatMap(({ ranges }) => ranges)),
  };
}

/** As long as the text itself, so that places in it are places in the text. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join('');
}

function foldUnit(unit: string): string {
  const bare = unit.normalize('NFD').charAt(0).toLowerCase();
  return /[\p{L}\p{N}+#]/u.test(bare) || /[\uD800-\uDFFF]/.test(unit) ? bare.charAt(0) : ' ';
}

function findWord(word: string, text: string): FuzzyMatch | null {
  const inside = text.indexOf(word);
  const start = ` ${text}`.indexOf(` ${word}`);
  if (start === 0) return at(WHOLE_START, 0, word.length);
  if (start > 0) return at(WORD_START, start, word.length);
  if (inside > 0) return at(INSIDE, inside, word.length);
  const initials = findInitials(word, text);
  return initials === null ? null : { score: INITIALS, ranges: initials };
}

const at = (score: number, start: number, length: number): FuzzyMatch => ({
  score,
  ranges: [[start, start + length]],
});

/** Takes the longest run at each start of a word, and another start where the rest does not fit. */
function findInitials(word: string, text: string): readonly (readonly [number, number])[] | null {
  const starts = [...text.matchAll(/(?<=^| )[^ ]/g)].map(({ index }) => index);
  // What failed once fails again: without this, "a a a a …" would be tried in every combination.
  const failed = new Set<number>();

  const find = (done: number, from: number): readonly (readonly [number, number])[] | null => {
    if (done === word.length) return [];
    const state = done * (text.length + 1) + from;
    if (failed.has(state)) return null;
    for (const start of starts) {
      if (start < from) continue;
      const length = runLength(word, done, text, start);
      const rest = length === 0 ? null : find(done + length, start + length);
      if (rest !== null) return [[start, start + length], ...rest];
    }
    failed.add(state);
    return null;
  };
  return find(0, 0);
}

function runLength(word: string, done: number, text: string, start: number): number {
  let length = 0;
  while (
    done + length < word.length &&
    text.charAt(start + length) === word.charAt(done + length)
  ) {
    length += 1;
  }
  return length;
}

function mergeRanges(
  ranges: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b)) {
    const before = merged.at(-1);
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
