import { Button, NumberInput, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPencil, IconPlus } from '@tabler/icons-react';
import type { Story } from '#shared/procedures/stories.ts';
import { t } from '../../i18n/all.ts';
import { LanguageSelect, OptionGroup } from './Options.tsx';
import post from './Post.module.css';
import classes from './Stories.module.css';
import { drafted, emptyStory, fieldsOf, NEW, patchOf, type StoryKey } from './storyDraft.ts';
import { openStory, storyChoices, storyDrafts } from './storyView.ts';
import { nameOfStory } from './storyWords.ts';

type StoryListProps = Readonly<{
  /** Undefined while they load. */
  stories: readonly Story[] | undefined;
  openKey: StoryKey | null;
}>;

/** All stories, what each still lacks, and how they are read out. */
export function StoryList({ stories, openKey }: StoryListProps) {
  const choices = storyChoices.use();
  const drafts = storyDrafts.use();
  const begun = patchOf(drafts, NEW);
  return (
    <>
      <Button
        size="sm"
        variant="default"
        fullWidth
        leftSection={<IconPlus size={16} stroke={1.75} />}
        onClick={() => openStory(NEW)}
      >
        {t('sharingStories.add')}
      </Button>
      <ul className={classes.list} aria-label={t('sharingStories.list')}>
        {(begun !== undefined || openKey === NEW) && (
          <li>
            <UnstyledButton
              className={classes.item}
              aria-current={openKey === NEW || undefined}
              onClick={() => openStory(NEW)}
            >
              <span className={classes.itemName}>
                {nameOfStory(begun?.question ?? '', drafted(emptyStory, begun))}
              </span>
              <span className={classes.itemState}>
                <IconPencil size={14} stroke={1.75} aria-hidden />
                {t('sharingStories.newDraft')}
              </span>
            </UnstyledButton>
          </li>
        )}
        {stories?.map((story) => (
          <li key={story.id}>
            <StoryItem story={story} isOpen={story.id === openKey} />
          </li>
        ))}
      </ul>
      <OptionGroup title={t('sharingStories.reading')}>
        <div className={post.pair}>
          <LanguageSelect
            value={choices.locale}
            onChange={(locale) => storyChoices.set({ ...choices, locale })}
          />
          <NumberInput
            label={t('sharingStories.pace')}
            min={60}
            max={300}
            step={10}
            allowDecimal={false}
            value={choices.wordsPerMinute}
            onChange={(pace) => {
              if (typeof pace === 'number' && pace >= 60 && pace <= 300)
                storyChoices.set({ ...choices, wordsPerMinute: pace });
            }}
          />
        </div>
      </OptionGroup>
    </>
  );
}

type StoryItemProps = Readonly<{ story: Story; isOpen: boolean }>;

function StoryItem({ story, isOpen }: StoryItemProps) {
  const patch = patchOf(storyDrafts.use(), story.id);
  const name = nameOfStory(story.asked, drafted(fieldsOf(story), patch));
  const lints = story.lints.length;
  return (
    <UnstyledButton
      className={classes.item}
      aria-current={isOpen || undefined}
      onClick={() => openStory(story.id)}
    >
      <span className={classes.itemName}>{name}</span>
      <span className={classes.itemState}>
        {patch !== undefined ? (
          <>
            <IconPencil size={14} stroke={1.75} aria-hidden />
            {t('sharingStories.unsaved')}
          </>
        ) : lints > 0 ? (
          <>
            <IconAlertTriangle size={14} stroke={1.75} color="var(--amber)" aria-hidden />
            {t('sharingStories.nLints', { count: lints })}
          </>
        ) : (
          <>
            <IconCheck size={14} stroke={1.75} aria-hidden />
            {t('sharingStories.ready')}
          </>
        )}
        <span>{t('sharingStories.seconds', { count: story.seconds })}</span>
      </span>
    </UnstyledButton>
  );
}
