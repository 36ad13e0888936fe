import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questions } from '#shared/catalog/sharing.ts';
import { storyFieldsSchema, WORDS_PER_MINUTE } from '#shared/domain/story.ts';
import { countWords, lintStory, secondsOf, spokenText } from '#shared/domain/storyLint.ts';
import { propertyRuns } from '../../support/property.ts';

const good = {
  situation: 'Our planning cycle took nine days and ended in overtime.',
  task: 'I was asked to halve it.',
  action: 'I measured each step and I moved the safety stock.',
  result: 'The cycle fell to four days.',
};
const lint = (fields: object, facts: Partial<Parameters<typeof lintStory>[1]> = {}) =>
  lintStory(storyFieldsSchema.parse({ ...good, ...fields }), {
    evidence: 1,
    notHeld: [],
    wordsPerMinute: WORDS_PER_MINUTE,
    ...facts,
  }).map(({ code }) => code);

describe('what weakens a story', () => {
  test('a good one has nothing', () => {
    expect(lint({})).toEqual([]);
  });

  test.each([
    [
      'we did, our team',
      'we-more-than-i',
      { action: 'We measured and our team moved it, and we won.' },
    ],
    ['German', 'we-more-than-i', { task: 'Wir sollten', action: 'Wir haben, und uns gelang' }],
    [
      'French',
      'we-more-than-i',
      { task: 'Nous devions', action: 'Nous avons', result: 'Notre cycle: 4 jours' },
    ],
    ['no figure', 'no-number', { result: 'It was better.' }],
    ['a part that is missing', 'part-missing', { task: ' ' }],
  ])('%s: %s', (_name, code, fields) => {
    expect(lint(fields)).toContain(code);
  });

  test.each([
    { action: 'I showed the US office how I work with us all.', task: 'I did' },
    { result: 'Costs fell by half.' },
    { result: 'Better.', metric: 'from 9 days to 4' },
    { result: 'Um ein Drittel, auf vier Tage' },
  ])('%o is fine', (fields) => {
    expect(lint(fields)).toEqual([]);
  });

  test('no evidence, and a credential that is not held', () => {
    expect(lint({}, { evidence: 0 })).toEqual(['no-evidence']);
    expect(lint({}, { notHeld: ['SHRM-CP'] })).toEqual(['not-held']);
  });

  test('300 words are the most, and 120 seconds at the pace that is stated', () => {
    const words = (count: number) => ({
      situation: 'a',
      task: 'I',
      action: 'I',
      result: `4 ${'word '.repeat(count - 4)}`,
    });
    expect(lint(words(300))).toEqual([]);
    expect(lint(words(301))).toEqual(['too-many-words', 'too-long-spoken']);
    expect(lint(words(300), { wordsPerMinute: 140 })).toEqual(['too-long-spoken']);
    expect(lint(words(301), { wordsPerMinute: 200 })).toEqual(['too-many-words']);
  });
});

test('words of any script are counted; spaced words one by one', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('Don’t cut, re-use: 9 days.')).toBe(6);
  expect(countWords('データ分析を学ぶ')).toBeGreaterThan(1);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 60 }), (words) => {
      expect(countWords(words.join(' '))).toBe(words.length);
      expect(secondsOf(words.length, 60)).toBe(words.length);
    }),
    propertyRuns(200),
  );
});

test('spoken are the parts in their order, not tools or files', () => {
  expect(
    spokenText(
      storyFieldsSchema.parse({
        ...good,
        metric: '9 to 4',
        tools: ['Excel'],
        why: 'You plan too.',
      }),
    ),
  ).toBe(
    [good.situation, good.task, good.action, good.result, '9 to 4', 'You plan too.'].join('\n'),
  );
});

test('the bank has the same questions in every language', () => {
  const english = questions('en');
  expect(english.length).toBeGreaterThanOrEqual(20);
  expect(new Set(english.map(({ id }) => id)).size).toBe(english.length);
  for (const locale of ['de', 'es', 'fr-CA']) {
    const other = questions(locale);
    expect(other.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
    expect(other.every(({ text }, index) => text !== english[index]?.text)).toBe(true);
  }
  expect(questions('ja')).toEqual(english);
});
