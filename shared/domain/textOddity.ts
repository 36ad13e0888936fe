/** What in a text can mislead the eye (reliability.md, hostile input). */
export type TextOddity = 'direction' | 'invisible' | 'mixed-script';

/** Signs that turn the direction of writing, so that a name shows as another. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Signs without width. The two joiners are spelling in some scripts, and make up emoji. */
const INVISIBLE =
  /[\u00ad\u200b\u2060\ufeff]|(?:^|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d\s])[\u200c\u200d]/u;

/** Scripts whose letters look like Latin ones. */
const LOOKALIKES = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** What of it a text has, each named once; most texts have none. */
export function textOddities(text: string): TextOddity[] {
  // The common case, decided by one cheap look.
  // Control characters are part of what is looked through.
  // oxlint-disable-next-line no-control-regex
  if (/^[\x00-\x7f\u00c0-\u024f]*$/.test(text)) return [];
  const found: TextOddity[] = [];
  if (DIRECTION.test(text)) found.push('direction');
  if (INVISIBLE.test(text)) found.push('invisible');
  if (text.split(/[^\p{L}\p{M}]+/u).some(isMixed)) found.push('mixed-script');
  return found;
}

/** Whether one word mixes Latin letters with their lookalikes, as in "Gооgle" with Cyrillic о. */
function isMixed(word: string): boolean {
  return LOOKALIKES.test(word) && /\p{Script=Latin}/u.test(word);
}
