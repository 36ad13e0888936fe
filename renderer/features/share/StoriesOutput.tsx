import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { CoverageView } from './CoverageView.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import { RehearsalActions, RehearsalNotes, RehearsalView } from './RehearsalView.tsx';
import screen from './Screen.module.css';
import { NEW } from './storyDraft.ts';
import { StoryActions, StoryEditor, StoryNotes, StoryState } from './StoryEditor.tsx';
import { StoryList } from './StoryList.tsx';
import { storyChoices, storyViews } from './storyView.ts';
import { useSending } from './useSending.ts';

type StoriesOutputProps = Readonly<{ picker: ReactNode }>;

/** Interview stories: written, held against the questions that get asked, and rehearsed. */
export function StoriesOutput({ picker }: StoriesOutputProps) {
  const { asOf } = useAsOf();
  const choices = storyChoices.use();
  const { view, open, wordsPerMinute } = choices;
  const sending = useSending('stories');
  const { data, error } = useProcedure(
    'stories.list',
    { asOf, wordsPerMinute },
    { keepPrevious: true },
  );
  const items = data?.items;
  const isNew = open === NEW || items?.length === 0;
  const story = isNew ? null : (items?.find(({ id }) => id === open) ?? items?.[0] ?? null);

  const parts = {
    story: {
      preview: <StoryEditor key={story?.id ?? NEW} story={story} />,
      notes: story !== null && story.words > 0 && <StoryNotes story={story} />,
      state: <StoryState story={story} />,
      actions: <StoryActions story={story} sending={sending} />,
    },
    coverage: {
      preview: <CoverageView stories={items ?? []} />,
      notes: null,
      state: null,
      actions: null,
    },
    rehearsal: {
      preview: <RehearsalView />,
      notes: <RehearsalNotes />,
      state: <PlaceField sending={sending} />,
      actions: <RehearsalActions sending={sending} />,
    },
  } as const;
  const shown = parts[view];
  return (
    <Panes
      picker={picker}
      title={t('share.names.stories')}
      options={<StoryList stories={items} openKey={story?.id ?? (isNew ? NEW : null)} />}
      previewTitle={t(`sharingStories.views.${view}`)}
      previewAside={
        <SegmentedControl
          withItemsBorders={false}
          transitionDuration={0}
          aria-label={t('sharingStories.view')}
          value={view}
          data={storyViews.map((value) => ({ value, label: t(`sharingStories.tabs.${value}`) }))}
          onChange={(value) => {
            const next = storyViews.find((each) => each === value);
            if (next !== undefined) storyChoices.set({ ...choices, view: next });
          }}
        />
      }
      preview={
        error !== null && items === undefined ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : items === undefined ? (
          <div className={screen.fill} aria-busy />
        ) : (
          shown.preview
        )
      }
      notes={items && shown.notes}
      state={items && shown.state}
      actions={items && shown.actions}
    />
  );
}
