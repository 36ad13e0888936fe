import { oneLine } from '#shared/domain/escape.ts';

/** Signs of skill names that a hashtag cannot carry, in words. */
const SPOKEN: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?<=\p{L})\+\+/gu, ' Plus Plus '],
  [/(?<=\p{L})\+/gu, ' Plus '],
  [/(?<=\p{L})#/gu, ' Sharp '],
  [/^\.(?=\p{L})/gu, 'Dot '],
  [/\s*&\s*/gu, ' And '],
  [/\s*@\s*/gu, ' At '],
];

/**
 * A skill as a hashtag: its words run together, each with a capital, letters and digits of any
 * script only; "C#" is #CSharp, "supply chain" #SupplyChain. Null when nothing is left that could
 * be one: LinkedIn makes no tag of digits alone.
 */
export function toHashtag(skill: string): string | null {
  let words = oneLine(skill).replace(/^#+/u, '').normalize('NFC');
  for (const [signs, spoken] of SPOKEN) words = words.replace(signs, spoken);
  const tag = words
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
    .join('');
  return /\p{L}/u.test(tag) ? `#${tag}` : null;
}

/** Hashtags of skills, each once whatever its case, at most so many. */
export function toHashtags(skills: readonly string[], most: number): string[] {
  const kept = new Map<string, string>();
  for (const skill of skills) {
    const tag = toHashtag(skill);
    if (tag !== null && !kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  }
  return [...kept.values()].slice(0, most);
}
