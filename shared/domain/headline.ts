import type { Id } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { HEADLINE_LIMIT, linkedInLength } from '#shared/domain/linkedinText.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';

/** One credential as a headline names it: letters where it has some, and the title. */
export type HeadlinePart = Readonly<{ id: Id; letters: string | null; title: string }>;

export type Headline = Readonly<{ text: string; characters: number; facts: SentFact[] }>;

type Piece = Readonly<{ text: string; fact: SentFact | null }>;

/**
 * Headlines to choose from, each of at most 220 characters (standards.md 3.3): the role with letters,
 * with titles, with words, and all of them. What does not fit is left out whole, the last first;
 * variants that say the same are given once.
 * @param parts what is valid, in the order in which it matters
 */
export function composeHeadlines(
  role: string,
  words: readonly string[],
  parts: readonly HeadlinePart[],
): Headline[] {
  const own = oneLine(role);
  const roles: Piece[] = own === '' ? [] : [{ text: own, fact: null }];
  const said = words.map(oneLine).filter((word) => word !== '');
  const spoken: Piece[] = said.map((text) => ({ text, fact: null }));
  const letters = parts.flatMap(({ id, letters: text }) =>
    text === null ? [] : [pieceOf(id, 'letters', text)],
  );
  const titles = parts.map(({ id, title }) => pieceOf(id, 'title', title));
  const variants = [
    joined([roles, letters]),
    joined([roles, titles], ' | '),
    joined([roles, spoken, letters]),
    joined([roles, letters, spoken]),
    joined([letters, spoken]),
    joined([titles], ' | '),
  ];
  const seen = new Set<string>();
  return variants.filter(({ text, facts }) => {
    // A headline without any credential is not this composer's to make.
    if (text === '' || seen.has(text) || (facts.length === 0 && parts.length > 0)) return false;
    seen.add(text);
    return true;
  });
}

const pieceOf = (credentialId: Id, fact: 'letters' | 'title', text: string): Piece => ({
  text,
  fact: { credentialId, fact, value: text },
});

function joined(groups: readonly (readonly Piece[])[], within = ', '): Headline {
  const kept: Piece[][] = [];
  const textOf = (all: readonly (readonly Piece[])[]) =>
    all
      .filter((group) => group.length > 0)
      .map((group) => group.map(({ text }) => text).join(within))
      .join(' | ');
  for (const group of groups) {
    const own: Piece[] = [];
    kept.push(own);
    for (const piece of group) {
      own.push(piece);
      if (linkedInLength(textOf(kept)) > HEADLINE_LIMIT) own.pop();
    }
  }
  const text = textOf(kept);
  return {
    text,
    characters: linkedInLength(text),
    facts: kept.flat().flatMap(({ fact }) => (fact === null ? [] : [fact])),
  };
}
