import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { MOST_SECONDS, MOST_WORDS } from '#shared/domain/storyLint.ts';
import type { Story } from '#shared/procedures/stories.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { Desk } from './Desk.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { recipeInput, SendCopy } from './SendOut.tsx';
import classes from './Stories.module.css';
import { StoryFields } from './StoryFields.tsx';
import { openStory, storyChoices } from './storyView.ts';
import type { Sending } from './useSending.ts';
import { useStoryDraft } from './useStoryDraft.ts';

type StoryProps = Readonly<{
  /** Null: one that is not in the record yet. */
  story: Story | null;
}>;

/** One story to write, and what weakens it, as it is typed. */
export function StoryEditor({ story }: StoryProps) {
  const { fields, words, seconds, lints, change, save } = useStoryDraft(story);
  return (
    <Desk label={t('sharingStories.views.story')}>
      {/* Ctrl+S and Ctrl+Enter save from within any field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={classes.editor}
        onKeyDown={(event) => {
          const saves = event.key === 's' || event.key === 'Enter';
          if (!saves || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          save();
        }}
      >
        <div className={classes.told}>
          <span>
            <strong>{t('sharingStories.words', { count: words })}</strong>{' '}
            {t('sharingStories.most', { most: MOST_WORDS })}
          </span>
          <span>
            <strong>{t('sharingStories.spoken', { count: seconds })}</strong>{' '}
            {t('sharingStories.most', { most: MOST_SECONDS })}
          </span>
          {story !== null && <RemoveStory story={story} />}
        </div>
        <ul className={classes.lints} aria-label={t('sharingStories.lints')} aria-live="polite">
          {lints.map(({ code, message }) => (
            <li key={code} className={classes.lint}>
              <IconAlertTriangle size={16} stroke={1.75} color="var(--amber)" aria-hidden />
              {message}
            </li>
          ))}
          {lints.length === 0 && (
            <li className={classes.lint}>
              <IconCheck size={16} stroke={1.75} color="var(--acc)" aria-hidden />
              {t('sharingStories.nothingLacks')}
            </li>
          )}
        </ul>
        <StoryFields fields={fields} onChange={change} />
      </div>
    </Desk>
  );
}

function RemoveStory({ story }: Readonly<{ story: Story }>) {
  const { asOf } = useAsOf();
  const remove = useCommand('stories.remove', { done: () => t('sharingStories.removed') });
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} stroke={1.75} />}
      loading={remove.isPending}
      onClick={() => remove.mutate({ id: story.id, asOf }, { onSuccess: () => openStory(null) })}
    >
      {t('sharingStories.remove')}
    </Button>
  );
}

/** Whether what is on the screen is in the record. */
export function StoryState({ story }: StoryProps) {
  const { isDraft, discard } = useStoryDraft(story);
  return (
    <span className={classes.state} role="status">
      {isDraft ? (
        <>
          <IconPencil size={14} stroke={1.75} aria-hidden />
          <span>{t('sharingStories.draftKept')}</span>
          <Button variant="subtle" color="gray" onClick={discard}>
            {t('common.discard')}
          </Button>
        </>
      ) : (
        story !== null && t('common.saved')
      )}
    </span>
  );
}

type StoryActionsProps = StoryProps & Readonly<{ sending: Sending }>;

export function StoryActions({ story, sending }: StoryActionsProps) {
  const { isDraft, isSaving, save } = useStoryDraft(story);
  return (
    <>
      {story !== null && story.words > 0 && (
        // What is copied is the record's, not the draft.
        <CopyStory story={story} sending={sending} disabled={isDraft} />
      )}
      <Button size="sm" disabled={!isDraft} loading={isSaving} onClick={save}>
        {t(story === null ? 'sharingStories.addThis' : 'common.save')}
      </Button>
    </>
  );
}

type ToldStoryProps = Readonly<{ story: Story }>;

function useTold({ id }: Story) {
  const { asOf } = useAsOf();
  const { locale, wordsPerMinute } = storyChoices.use();
  const input = { id, format: 'md', locale, wordsPerMinute, asOf } as const;
  const { data: told } = useProcedure('sharing.story', input);
  return { told, input };
}

type CopyStoryProps = ToldStoryProps & Readonly<{ sending: Sending; disabled: boolean }>;

function CopyStory({ story, sending, disabled }: CopyStoryProps) {
  const { told, input } = useTold(story);
  if (told === undefined) return null;
  return (
    <SendCopy
      variant="default"
      label={t('sharingStories.copy')}
      sending={sending}
      sent={{
        format: 'md',
        locale: input.locale,
        text: told.text,
        facts: told.facts,
        recipe: { procedure: 'sharing.story', input: recipeInput(input) },
      }}
      plain={told.copy.plain}
      disabled={disabled}
    />
  );
}

/** Designations in the story that say more than is true; what else it lacks stands above it. */
export function StoryNotes({ story }: ToldStoryProps) {
  const { told } = useTold(story);
  return told === undefined ? null : <OutputNotes findings={told.findings} />;
}
