import type { Credential } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { monthYear, type LineFact } from '#shared/domain/line.ts';
import type { ExpectedFact, FactsFound } from '#shared/domain/readBack.ts';
import { outputLocales } from '#shared/domain/outputWords.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { textKey } from '#shared/domain/textKey.ts';

/** How far around a title its facts may stand, in characters of textKey. */
const AROUND = { before: 160, after: 420 } as const;

/** Facts asked of a CV besides the title; the rest is nobody's custom to write there. */
const asked = ['issuer', 'date', 'expiry', 'number'] as const satisfies readonly LineFact[];

/**
 * Which facts of a credential stand in the text of someone's own CV. The wording is theirs, so a
 * title counts in full or by its letters, a date in any usual form, and each fact near the title.
 * @param text as a parser reads it
 * @returns null when nothing of the credential is there
 */
export function findInCv(text: string): (credential: Credential) => FactsFound | null {
  const key = ` ${textKey(text)} `;
  const caseText = ` ${text.replace(/[^\p{L}\p{N}+#-]+/gu, ' ')} `;
  return (credential) => {
    const { id, title, abbreviation } = credential;
    const places = placesOf(key, textKey(title));
    // Letters count as they are written: "PMP", and not the "it" of "it was".
    const letters = oneLine(abbreviation ?? '');
    const byLetters =
      letters.length > 1 && caseText.includes(` ${letters} `)
        ? placesOf(key, textKey(letters))
        : [];
    const around = [...places, ...byLetters].map((at) =>
      key.slice(Math.max(0, at - AROUND.before), at + AROUND.after),
    );
    if (around.length === 0) return null;
    const facts = asked.flatMap((fact): Asked[] => {
      const texts = spellings(credential, fact);
      const [shown] = texts;
      return shown === undefined ? [] : [{ fact, text: shown, texts }];
    });
    const isThere = ({ texts }: Asked) =>
      texts.some((each) => around.some((window) => window.includes(textKey(each))));
    return {
      id,
      title,
      found: ['title', ...facts.filter(isThere).map(({ fact }) => fact)],
      missing: facts
        .filter((fact) => !isThere(fact))
        .map(({ fact, text: shown }) => ({ fact, text: shown })),
    };
  };
}

type Asked = ExpectedFact & Readonly<{ texts: readonly string[] }>;

function placesOf(key: string, name: string): number[] {
  if (name === '') return [];
  const places: number[] = [];
  const phrase = ` ${name} `;
  for (let at = key.indexOf(phrase); at >= 0; at = key.indexOf(phrase, at + 1)) places.push(at);
  return places;
}

/** Ways to write a fact, the most usual first; none where the fact is unknown. */
function spellings(credential: Credential, fact: (typeof asked)[number]): string[] {
  switch (fact) {
    case 'issuer':
      return [credential.issuer?.name, credential.platform].flatMap((name) =>
        oneLine(name ?? '') === '' ? [] : [oneLine(name ?? '')],
      );
    case 'date':
      return datesOf(credential.issued);
    case 'expiry':
      return datesOf(credential.expires);
    case 'number':
      return oneLine(credential.number ?? '') === '' ? [] : [oneLine(credential.number ?? '')];
  }
}

/** "May 2018", "mai 2018", "05/2018", "5/2018", "2018-05": as people write months. */
function datesOf(date: PartialDate | null): string[] {
  if (date === null) return [];
  const [year = '', month] = date.split('-');
  if (month === undefined) return [year];
  return [
    ...outputLocales.flatMap((locale) => [
      monthYear(date, locale),
      monthYear(date, locale, 'long'),
    ]),
    `${month}/${year}`,
    `${Number(month)}/${year}`,
    `${year}-${month}`,
  ];
}
