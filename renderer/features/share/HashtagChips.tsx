import { ActionIcon, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { toHashtag } from '#shared/domain/hashtag.ts';
import { t } from '../../i18n/all.ts';
import classes from './Post.module.css';

type HashtagChipsProps = Readonly<{
  hashtags: readonly string[];
  onChange: (hashtags: string[]) => void;
}>;

/** The hashtags of a post, each to be taken out, and a field for more. */
export function HashtagChips({ hashtags, onChange }: HashtagChipsProps) {
  const [text, setText] = useState('');
  const next = toHashtag(text);
  const add = () => {
    if (next === null) return;
    if (!hashtags.some((tag) => tag.toLowerCase() === next.toLowerCase()))
      onChange([...hashtags, next]);
    setText('');
  };
  return (
    <div className={classes.hashtags}>
      {hashtags.length > 0 && (
        <ul className={classes.chips}>
          {hashtags.map((tag) => (
            <li key={tag} className={classes.chip}>
              {tag}
              <button
                type="button"
                aria-label={t('common.removeNamed', { name: tag })}
                onClick={() => onChange(hashtags.filter((each) => each !== tag))}
              >
                <IconX size={12} stroke={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        aria-label={t('sharing.post.addHashtag')}
        placeholder={t('sharing.post.addHashtag')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
        rightSection={
          <ActionIcon
            size={24}
            disabled={next === null}
            aria-label={t('sharing.post.addThisHashtag')}
            onClick={add}
          >
            <IconPlus size={16} stroke={1.75} />
          </ActionIcon>
        }
      />
    </div>
  );
}
