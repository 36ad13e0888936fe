/** What is made of one line each: at most so many, of at most so many characters. */
export const LINES_MAX = 20;
const LINE_MAX = 1000;

export type Lines = Readonly<{ lines: string[]; tooMany: boolean }>;

/** The lines of a text that say something, as outputs take them; `tooMany`: some were left out. */
export function linesOf(text: string): Lines {
  const all = text
    .split(/\r?\n/u)
    .map((line) => line.trim().slice(0, LINE_MAX))
    .filter((line) => line !== '');
  return { lines: all.slice(0, LINES_MAX), tooMany: all.length > LINES_MAX };
}
