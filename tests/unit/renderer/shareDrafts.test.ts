import { expect, test } from 'vitest';
import { idSchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import {
  draftOf,
  postInput,
  usualPost,
  withDraft,
  type Posts,
} from '../../../renderer/features/share/postDraft.ts';
import {
  changesOf,
  drafted,
  emptyStory,
  NEW,
  patchOf,
  withPatch,
} from '../../../renderer/features/share/storyDraft.ts';

const idOf = (index: number) =>
  idSchema.parse(`00000000-0000-7000-8000-${String(index).padStart(12, '0')}`);
const none: Posts = { about: null, tone: 'plain', locale: 'en', drafts: [] };

test('each credential has a draft of its own, so another subject costs no words', () => {
  const one = withDraft(none, idOf(1), { learned: 'a' });
  const two = withDraft(one, idOf(2), { learned: 'b' });
  const changed = withDraft(two, idOf(1), { use: 'c' });
  expect(draftOf(changed, idOf(1))).toEqual({ ...usualPost, learned: 'a', use: 'c' });
  expect(draftOf(changed, idOf(2)).learned).toBe('b');
  expect(draftOf(changed, idOf(3))).toEqual(usualPost);
});

test('twenty drafts are kept, those written to last', () => {
  let all = none;
  for (let index = 0; index < 25; index += 1)
    all = withDraft(all, idOf(index), { learned: String(index) });
  all = withDraft(all, idOf(5), { use: 'again' });
  all = withDraft(all, idOf(30), { learned: '30' });
  expect(all.drafts).toHaveLength(20);
  expect(draftOf(all, idOf(5))).toMatchObject({ learned: '5', use: 'again' });
  expect(draftOf(all, idOf(6))).toEqual(usualPost);
});

test('what is switched off is not asked for', () => {
  const progress = { title: 'P', done: 1, of: 2 };
  const asOf = plainDateSchema.parse('2026-11-25');
  const input = (draft: typeof usualPost) => postInput(idOf(1), none, draft, progress, asOf);
  expect(input(usualPost)).toMatchObject({ progress, hashtags: null, link: true });
  expect(
    input({ ...usualPost, progress: false, withHashtags: false, hashtags: ['#A'] }),
  ).toMatchObject({ progress: null, hashtags: [] });
});

test('a story draft holds what differs from the record, and nothing when nothing does', () => {
  const saved = { ...emptyStory, situation: 'Here', tools: ['Excel'] };
  expect(changesOf(saved, { situation: 'There', tools: ['Excel'] })).toEqual({
    situation: 'There',
  });
  expect(changesOf(saved, { situation: 'Here', tools: ['Excel'] })).toBeUndefined();
  expect(changesOf(saved, { questionId: undefined })).toBeUndefined();
  expect(drafted(saved, { result: 'Four days ' })).toEqual({ ...saved, result: 'Four days ' });
  expect(drafted(saved, undefined)).toEqual(saved);
});

test('drafts of stories stand beside each other', () => {
  const drafts = withPatch(withPatch([], NEW, { task: 'a' }), idOf(1), { task: 'b' });
  expect(patchOf(drafts, NEW)).toEqual({ task: 'a' });
  expect(patchOf(withPatch(drafts, NEW, undefined), NEW)).toBeUndefined();
  expect(patchOf(withPatch(drafts, NEW, undefined), idOf(1))).toEqual({ task: 'b' });
});
