import { Button, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Story } from '#shared/procedures/stories.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { Desk } from './Desk.tsx';
import classes from './Stories.module.css';
import { NEW, patchOf, withPatch } from './storyDraft.ts';
import { openStory, storyChoices, storyDrafts } from './storyView.ts';
import { groupWords } from './storyWords.ts';

type CoverageViewProps = Readonly<{ stories: readonly Story[] }>;

/** Questions by credentials: which story answers which, and what nothing answers yet. */
export function CoverageView({ stories }: CoverageViewProps) {
  const { asOf } = useAsOf();
  const { locale } = storyChoices.use();
  const { data: coverage } = useProcedure('stories.coverage', { locale, asOf });
  if (coverage === undefined) return <Desk label={t('sharingStories.views.coverage')}>{null}</Desk>;
  const { questions, credentials, cells, uncovered } = coverage;
  const answered = questions.length - uncovered.length;
  return (
    <Desk label={t('sharingStories.views.coverage')}>
      <p className={classes.answered}>
        {t('sharingStories.answered', { answered, count: questions.length })}
      </p>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('sharingStories.question')}</th>
            <th scope="col">{t('sharingStories.stories')}</th>
            {credentials.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map(({ id: questionId, text, group }) => (
            <tr key={questionId}>
              <th scope="row">
                {text}
                <span className={classes.group}>{groupWords(group)}</span>
              </th>
              <td>
                <Answers
                  question={text}
                  questionId={questionId}
                  stories={stories.filter((story) => story.questionId === questionId)}
                />
              </td>
              {credentials.map(({ id, title }) => {
                const cell = cells.find(
                  (each) => each.questionId === questionId && each.credentialId === id,
                );
                const [first] = cell?.storyIds ?? [];
                return (
                  <td key={id}>
                    {first !== undefined && (
                      <UnstyledButton
                        className={classes.cell}
                        aria-label={t('sharingStories.openFor', { question: text, title })}
                        onClick={() => openStory(first)}
                      >
                        <IconCheck size={16} stroke={1.75} color="var(--acc)" aria-hidden />
                      </UnstyledButton>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Desk>
  );
}

type AnswersProps = Readonly<{
  question: string;
  questionId: string;
  stories: readonly Story[];
}>;

/** The stories that answer a question; where there is none, a way to write one. */
function Answers({ question, questionId, stories }: AnswersProps) {
  const [first] = stories;
  if (first !== undefined)
    return (
      <Button
        variant="default"
        aria-label={t('sharingStories.openAnswer', { question })}
        onClick={() => openStory(first.id)}
      >
        {t('sharingStories.nStories', { count: stories.length })}
      </Button>
    );
  const write = () => {
    const drafts = storyDrafts.get();
    storyDrafts.set(withPatch(drafts, NEW, { ...patchOf(drafts, NEW), questionId }));
    openStory(NEW);
  };
  return (
    <Button
      variant="subtle"
      aria-label={t('sharingStories.writeFor', { question })}
      onClick={write}
    >
      {t('sharingStories.write')}
    </Button>
  );
}
