import { textEncodings } from '#shared/domain/textEncodings.ts';
import type { EncodingChoice } from './table.ts';

export type Decoded = Readonly<{ text: string } | { choices: EncodingChoice[] }>;

const SAMPLE_BYTES = 64 * 1024;
const SAMPLE_SIGNS = 80;

/**
 * The text of a file: by its byte-order mark, else as strict UTF-8, else as the user chose. What is
 * none of these is never guessed: the readings that make a text of it are offered with a sample.
 */
export function decodeText(bytes: Uint8Array, chosen: string | undefined): Decoded {
  const marked = markOf(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes) };
  const unicode = tryDecode(bytes, 'utf-8');
  // UTF-16 without its mark is UTF-8 to the letter, with a NUL beside every sign.
  if (unicode !== null && !unicode.includes('\0')) return { text: unicode };
  if (chosen !== undefined) {
    const text = tryDecode(bytes, chosen) ?? new TextDecoder(chosen).decode(bytes);
    return { text: text.replaceAll('\0', '') };
  }
  return { choices: choicesFor(bytes, unicode !== null) };
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not a text in that encoding, which is what was asked.
    return null;
  }
}

function choicesFor(bytes: Uint8Array, isUtf8: boolean): EncodingChoice[] {
  const part = bytes.subarray(0, SAMPLE_BYTES);
  const [low, high] = nulsByPlace(part);
  const seen = new Set<string>();
  return textEncodings.flatMap((encoding) => {
    if (!isPlausible(encoding, isUtf8, low, high, part.length)) return [];
    const text = new TextDecoder(encoding).decode(part).replaceAll('\0', '');
    const sample = sampleOf(text);
    // A cut may fall within a sign, so the last ones are let go. C1 controls are in no real text.
    const broken = text.slice(0, -4).includes('\ufffd') || /[\u0080-\u009f]/.test(text);
    if (sample === null || broken || seen.has(sample)) return [];
    seen.add(sample);
    return [{ encoding, sample }];
  });
}

/** In UTF-16 the NULs stand in one half of each unit, which tells its two orders apart. */
function isPlausible(
  encoding: string,
  isUtf8: boolean,
  low: number,
  high: number,
  size: number,
): boolean {
  if (encoding === 'utf-8') return isUtf8 && (low + high) * 10 < size;
  if (encoding === 'utf-16le') return high > low;
  if (encoding === 'utf-16be') return low > high;
  return low + high === 0;
}

/** How many NULs stand in even and in odd places. */
function nulsByPlace(bytes: Uint8Array): [even: number, odd: number] {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  return [even, odd];
}

/** The first line with a sign beyond ASCII, cut around that sign; else the first line. */
function sampleOf(text: string): string | null {
  // Control characters are part of what is passed over.
  // oxlint-disable-next-line no-control-regex
  const beyond = text.search(/[^\x00-\xa0]/);
  const at = beyond === -1 ? Math.max(text.search(/\S/), 0) : beyond;
  const line = text.slice(text.lastIndexOf('\n', at) + 1).split(/[\r\n]/, 1)[0] ?? '';
  const place = at - (text.lastIndexOf('\n', at) + 1);
  const from = Math.max(0, place - SAMPLE_SIGNS / 2);
  const sample = line.slice(from, from + SAMPLE_SIGNS).trim();
  return sample === '' ? null : sample;
}
