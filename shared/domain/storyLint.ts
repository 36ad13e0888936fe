import type { StoryFields, StoryLint } from '#shared/domain/story.ts';

/** What is told in an interview is not longer than this (features.md I5, issue 5). */
export const MOST_WORDS = 300;
export const MOST_SECONDS = 120;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** First person, singular and plural, of the four output languages. `US` the country is not `us`. */
const ONE =
  /(?<![\p{L}\p{N}])(?:I|[Ii][’'](?:m|ve|d|ll)|my|My|mine|me|myself|ich|Ich|mein\p{Ll}*|mir|mich|yo|Yo|mi|mis|je|Je|j[’']|J[’']|moi|mon|ma|mes)(?![\p{L}\p{N}])/gu;
const MANY =
  /(?<![\p{L}\p{N}])(?:[Ww]e|[Ww]e[’'](?:re|ve|d|ll)|[Oo]urs?|us|ourselves|[Ww]ir|uns|[Uu]nser\p{Ll}*|[Nn]osotr[oa]s|[Nn]uestr[oa]s?|[Nn]ous|[Nn]otre|nos)(?![\p{L}\p{N}])/gu;

/** Figures in digits, and those that are mostly written out. */
const NUMBER =
  /\p{N}|%|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|half|halved|double[ds]?|doubling|triple[ds]?|twice|third|quarter|percent|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|hundert|tausend|halbiert|verdoppelt|Hälfte|Prozent|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|mitad|doble|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille|moitié|double)(?!\p{L})/iu;

/** What is said aloud of a story, in its order. */
export function spokenText(story: StoryFields): string {
  return [story.situation, story.task, story.action, story.result, story.metric, story.why]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
}

/** Words as Unicode tells them apart (UAX 29), in any script. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words += 1;
  return words;
}

/** Seconds that so many words take at so many a minute, rounded up. */
export function secondsOf(words: number, wordsPerMinute: number): number {
  return Math.ceil((words * 60) / wordsPerMinute);
}

/**
 * What weakens a story (features.md I5): more "we" than "I" in task and action, a result without a
 * figure, no evidence, a credential that is not held, and more than 300 words or 120 seconds.
 * @param facts how many files prove it, and titles of linked credentials that are not valid
 */
export function lintStory(
  story: StoryFields,
  facts: Readonly<{ evidence: number; notHeld: readonly string[]; wordsPerMinute: number }>,
): StoryLint[] {
  const done = `${story.task}\n${story.action}\n${story.result}`;
  const many = done.match(MANY)?.length ?? 0;
  const one = done.match(ONE)?.length ?? 0;
  const words = countWords(spokenText(story));
  const seconds = secondsOf(words, facts.wordsPerMinute);
  const missing = (['situation', 'task', 'action', 'result'] as const).filter(
    (part) => story[part].trim() === '',
  );
  const lints: Array<StoryLint | null> = [
    missing.length === 0
      ? null
      : { code: 'part-missing', message: `Not written yet: ${missing.join(', ')}.` },
    many > one
      ? {
          code: 'we-more-than-i',
          message: `"We" stands there ${times(many)}, "I" ${times(one)}. Say what you did yourself.`,
        }
      : null,
    NUMBER.test(`${story.result}\n${story.metric}`)
      ? null
      : {
          code: 'no-number',
          message: 'The result has no figure. Say how much, how many or how fast.',
        },
    facts.evidence > 0
      ? null
      : {
          code: 'no-evidence',
          message: 'No file proves it. Link a certificate, a report or a picture.',
        },
    facts.notHeld.length === 0
      ? null
      : {
          code: 'not-held',
          message: `Not valid on this day: ${facts.notHeld.join(', ')}. Say so when you tell it.`,
        },
    words > MOST_WORDS
      ? {
          code: 'too-many-words',
          message: `${words} words; ${MOST_WORDS} are the most that is listened to.`,
        }
      : null,
    seconds > MOST_SECONDS
      ? {
          code: 'too-long-spoken',
          message: `${seconds} seconds at ${facts.wordsPerMinute} words a minute; ${MOST_SECONDS} are the most.`,
        }
      : null,
  ];
  return lints.filter((lint) => lint !== null);
}

const times = (count: number): string =>
  count === 0 ? 'nowhere' : count === 1 ? 'once' : `${count} times`;
