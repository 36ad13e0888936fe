const segmenter = new Intl.Segmenter();

/** What the eye sees as one sign each (UAX 29), in order. */
export function* graphemes(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}
