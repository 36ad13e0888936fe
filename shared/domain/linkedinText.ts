import { graphemes } from '#shared/domain/graphemes.ts';

/** The most that LinkedIn takes (standards.md 3.3: third parties agree, LinkedIn publishes none). */
export const POST_LIMIT = 3000;
export const HEADLINE_LIMIT = 220;
/** Where the feed folds a post behind "see more", and where a phone does (standards.md 3.3). */
export const FOLD_AT = 210;
export const PHONE_FOLD_AT = 140;

/** What is read before the fold, on a desk and on a phone. */
export type Fold = Readonly<{ at: number; phoneAt: number; shown: string; phoneShown: string }>;

/**
 * Characters of a text as LinkedIn counts them: UTF-16 code units, a line end as one. LinkedIn does
 * not say how it counts; one third party says code points. Code units are never fewer than code
 * points or than what the eye sees, so what fits by this count fits by each of them.
 */
export function linkedInLength(text: string): number {
  return text.replaceAll('\r\n', '\n').length;
}

/** Where the feed folds the text; what is shorter is shown whole. No letter or emoji is cut apart. */
export function foldOf(text: string): Fold {
  const even = text.replaceAll('\r\n', '\n');
  return {
    at: FOLD_AT,
    phoneAt: PHONE_FOLD_AT,
    shown: beginning(even, FOLD_AT),
    phoneShown: beginning(even, PHONE_FOLD_AT),
  };
}

/** The longest beginning of whole letters with at most so many code units. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  let shown = '';
  for (const letter of graphemes(text)) {
    if (shown.length + letter.length > most) break;
    shown += letter;
  }
  return shown.trimEnd();
}

/** What to look at before a text is posted; a sentence each. */
export function postWarnings(text: string): string[] {
  const length = linkedInLength(text);
  const [firstLine = ''] = text.split('\n', 1);
  return [
    ...(length > POST_LIMIT
      ? [
          `The post has ${length} characters; LinkedIn takes ${POST_LIMIT}. Shorten it by ${length - POST_LIMIT}.`,
        ]
      : []),
    ...(linkedInLength(firstLine) > PHONE_FOLD_AT
      ? [
          `The first paragraph has ${linkedInLength(firstLine)} characters; a phone shows ${PHONE_FOLD_AT} of a post before the fold.`,
        ]
      : []),
  ];
}
