import { titleWithAbbreviation } from '#shared/domain/line.ts';
import { validStatuses } from '#shared/domain/order.ts';
import { countWords, lintStory, secondsOf, spokenText } from '#shared/domain/storyLint.ts';
import type { Story } from '#shared/procedures/stories.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { showDone } from '../../ui/toast.tsx';
import { useCredentials } from './CredentialSelect.tsx';
import {
  changesOf,
  drafted,
  emptyStory,
  fieldsOf,
  NEW,
  patchOf,
  withPatch,
  type StoryPatch,
} from './storyDraft.ts';
import { openStory, storyChoices, storyDrafts } from './storyView.ts';

/** A story as it is being written: what is typed is kept at once, and saved when asked. */
export function useStoryDraft(story: Story | null) {
  const { asOf } = useAsOf();
  const { wordsPerMinute } = storyChoices.use();
  const key = story?.id ?? NEW;
  const saved = story === null ? emptyStory : fieldsOf(story);
  const patch = patchOf(storyDrafts.use(), key);
  const fields = drafted(saved, patch);
  const linked = useCredentials(fields.credentialIds);
  const words = countWords(spokenText(fields));
  const create = useCommand('stories.create', { done: () => t('sharingStories.added') });
  const update = useCommand('stories.update', { done: () => t('sharingStories.saved') });

  const keep = (next: StoryPatch | undefined) =>
    storyDrafts.set(withPatch(storyDrafts.get(), key, next));
  const change = (part: StoryPatch) =>
    keep(changesOf(saved, { ...patchOf(storyDrafts.get(), key), ...part }));
  /** What was typed while it was being saved stays a draft. */
  const settle = (sent: StoryPatch | undefined, after: Story) => {
    const now = patchOf(storyDrafts.get(), key);
    const rest = now === undefined || now === sent ? undefined : changesOf(fieldsOf(after), now);
    storyDrafts.set(withPatch(withPatch(storyDrafts.get(), key, undefined), after.id, rest));
  };
  const save = () => {
    if (patch === undefined || create.isPending || update.isPending) return;
    const day = { asOf, wordsPerMinute };
    if (story === null)
      create.mutate(
        { fields, ...day },
        {
          onSuccess: (after) => {
            settle(patch, after);
            openStory(after.id);
          },
        },
      );
    else
      update.mutate(
        { id: story.id, fields: patch, ...day },
        { onSuccess: (after) => settle(patch, after) },
      );
  };
  const discard = () => {
    keep(undefined);
    showDone(t('sharingStories.discarded'), () => keep(patch));
  };
  return {
    fields,
    isDraft: patch !== undefined,
    isSaving: create.isPending || update.isPending,
    words,
    seconds: secondsOf(words, wordsPerMinute),
    lints: lintStory(fields, {
      evidence: fields.evidenceIds.length,
      notHeld: linked.filter(({ status }) => !validStatuses.has(status)).map(titleWithAbbreviation),
      wordsPerMinute,
    }),
    change,
    save,
    discard,
  };
}
