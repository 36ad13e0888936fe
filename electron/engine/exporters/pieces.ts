import type { LinePart } from '#shared/domain/line.ts';

/** A stretch of a line that is set in one go: plain text, or the text of a link. */
export type Piece = Readonly<{ text: string; href: string | null }>;

/** The parts of a line with their punctuation, plain stretches side by side made one. */
export function piecesOf(parts: readonly LinePart[]): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push({ text: plain, href: null });
    plain = '';
  };
  for (const { before, text, after, href } of parts) {
    plain += before;
    if (href === null) plain += text;
    else {
      flush();
      pieces.push({ text, href });
    }
    plain += after;
  }
  flush();
  return pieces;
}
