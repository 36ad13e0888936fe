/** A stretch of the text, trimmed. */
export type Segment = Readonly<{ text: string; start: number; end: number }>;

export type Scan<Found> = Readonly<{
  /** Hands each match to `read`; what it understands is taken out of the text. */
  take: (
    pattern: RegExp,
    read: (match: RegExpExecArray) => Found | readonly Found[] | null,
  ) => void;
  /** As `take`, for whole segments. */
  takeSegments: (
    pattern: RegExp,
    read: (match: RegExpExecArray) => Found | readonly Found[] | null,
  ) => void;
  /** Notes what a stretch of the text says and takes it out. */
  note: (found: Found, start: number, end: number) => void;
  /** What is left, between commas, semicolons, line ends and what was taken out. */
  segments: () => readonly Segment[];
  /** Everything noted, in the order of the text. */
  parts: () => readonly (Found & Segment)[];
}>;

/** Takes a text apart piece by piece and keeps where each piece stood. */
export function createScan<Found extends object>(text: string): Scan<Found> {
  const parts: (Found & Segment)[] = [];
  // What is taken out becomes commas, so that positions stay and the rest falls into segments.
  let left = text;

  const note = (found: Found, start: number, end: number): void => {
    parts.push({ ...found, text: text.slice(start, end), start, end });
    left = left.slice(0, start) + ','.repeat(end - start) + left.slice(end);
  };
  const noteAll = (found: Found | readonly Found[] | null, start: number, end: number): void => {
    if (found === null) return;
    for (const one of Array.isArray(found) ? found : [found]) note(one, start, end);
  };
  const segments = (): readonly Segment[] =>
    [...left.matchAll(/[^,;\n\t]+/g)].flatMap(({ 0: raw, index }) => {
      const piece = raw.trim();
      const start = index + raw.indexOf(piece);
      return piece === '' ? [] : [{ text: piece, start, end: start + piece.length }];
    });

  return {
    take: (pattern, read) => {
      for (const match of left.matchAll(pattern)) {
        noteAll(read(match), match.index, match.index + match[0].length);
      }
    },
    takeSegments: (pattern, read) => {
      for (const { text: piece, start, end } of segments()) {
        const match = pattern.exec(piece);
        if (match !== null) noteAll(read(match), start, end);
      }
    },
    note,
    segments,
    parts: () => parts.toSorted((a, b) => a.start - b.start),
  };
}
