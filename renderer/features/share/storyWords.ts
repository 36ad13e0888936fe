import type { StoryFields } from '#shared/domain/story.ts';
import { t } from '../../i18n/all.ts';

const groups = ['delivery', 'drive', 'improvement', 'judgement', 'learning', 'people'] as const;

/** What the questions of a group try out. */
export function groupWords(group: string): string {
  const known = groups.find((each) => each === group);
  return known === undefined ? group : t(`sharingStories.groups.${known}`);
}

/** What a story is called in a list: its question, else how it begins. */
export function nameOfStory(
  asked: string,
  {
    situation,
    task,
    action,
    result,
  }: Pick<StoryFields, 'situation' | 'task' | 'action' | 'result'>,
): string {
  const text = [asked, situation, task, action, result].find((part) => part.trim() !== '');
  return text?.trim() ?? t('sharingStories.unnamed');
}
