/**
 * The key under which two spellings of a name are the same: case, accents, width, punctuation
 * and spacing are ignored, so `(ISC)²` and `ISC2` agree.
 * Letters of every script stay; `+` and `#` stay, since C, C++ and C# differ.
 */
export function textKey(text: string): string {
  const key = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  // A name of signs alone (an emoji, say) still needs a key of its own.
  return key === '' ? text.normalize('NFC').trim() : key;
}

/** Key of an issuer's name: as textKey, without spaces, so `(ISC)2` finds `ISC2`. */
export function issuerKey(name: string): string {
  return textKey(name).replaceAll(' ', '');
}

/** The words trimmed, each once in its first spelling, empty ones left out. */
export function uniqueWords(words: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const word of words) {
    const key = textKey(word);
    if (key !== '' && !kept.has(key)) kept.set(key, word.trim());
  }
  return [...kept.values()];
}
