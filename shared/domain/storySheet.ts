import type { Credential } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import type { Sheet, SheetBlock } from '#shared/domain/sheet.ts';
import { sheetWords } from '#shared/domain/sheetWords.ts';
import type { StoryFields } from '#shared/domain/story.ts';
import { countWords, secondsOf, spokenText } from '#shared/domain/storyLint.ts';

/** A story with what it leans on, ready to be laid out. */
export type ToldStory = Readonly<{
  story: StoryFields;
  asked: string;
  credentials: readonly Credential[];
  evidence: readonly string[];
}>;

/**
 * Stories as a sheet to tell from: the question, then each part under its name; parts that are not
 * written are left out, the time that it takes stands beneath. Each story begins a page.
 */
export function storySheet(
  stories: readonly ToldStory[],
  options: Readonly<{ locale: string; wordsPerMinute: number; title: boolean }>,
): Sheet {
  const words = sheetWords(options.locale);
  const head: SheetBlock[] = options.title ? [{ kind: 'title', text: words.stories }] : [];
  return [
    ...head,
    ...stories.flatMap(({ story, asked, credentials, evidence }, index): SheetBlock[] => {
      const spoken = countWords(spokenText(story));
      const parts: ReadonlyArray<readonly [string, string]> = [
        [words.situation, story.situation],
        [words.task, story.task],
        [words.action, story.action],
        [words.result, story.result],
        [words.metric, story.metric],
        [words.tools, story.tools.map(oneLine).join(', ')],
        [words.why, story.why],
        [words.credentials, credentials.map(titleWithAbbreviation).join(', ')],
        [words.evidence, evidence.map(oneLine).join(', ')],
      ];
      const heading = oneLine(asked) || credentials.map(titleWithAbbreviation).join(', ');
      return [
        ...(index === 0 ? [] : [{ kind: 'break' } as const]),
        ...(heading === '' ? [] : [{ kind: 'heading', text: heading } as const]),
        ...parts
          .filter(([, text]) => text.trim() !== '')
          .map(([label, text]) => ({ kind: 'paragraph', label, text: text.trim() }) as const),
        {
          kind: 'paragraph',
          label: '',
          text: words.spoken(spoken, secondsOf(spoken, options.wordsPerMinute)),
        },
      ];
    }),
  ];
}
