import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Credential, Story } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import { saveState, useSave } from './save.ts';
import classes from './Story.module.css';

const parts = ['situation', 'task', 'action', 'result'] as const;
const LONGEST = 10_000;
const untold: Story = { situation: '', task: '', action: '', result: '' };

/** The credential as an interview story, saved part by part as one leaves it. */
export function StoryTab({ credential }: Readonly<{ credential: Credential }>) {
  return (
    <div className={classes.story}>
      <p className={classes.hint}>{t('credentials.story.hint')}</p>
      {parts.map((part) => (
        <StoryPart key={part} part={part} credential={credential} />
      ))}
    </div>
  );
}

type StoryPartProps = Readonly<{ part: (typeof parts)[number]; credential: Credential }>;

function StoryPart({ part, credential }: StoryPartProps) {
  const save = useSave(credential);
  const told = (credential.story ?? untold)[part];
  const [text, setText] = useState(told);
  const [message, setMessage] = useState<string | null>(null);
  // Undo, or the command line, may change it while it is on screen.
  useEffect(() => setText(told), [told]);

  const commit = async () => {
    if (text === told) return saveState.set('saved');
    const story = { ...(credential.story ?? untold), [part]: text.trim() === '' ? '' : text };
    const empty = parts.every((each) => story[each] === '');
    try {
      await save(
        { story: empty ? null : story },
        t('credentials.story.saved', { title: credential.title }),
      );
      setMessage(null);
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <Textarea
      label={t(`common.fields.${part}`)}
      placeholder={t(`credentials.story.${part}`)}
      autosize
      minRows={2}
      maxRows={14}
      maxLength={LONGEST}
      value={text}
      error={message}
      onChange={(event) => {
        setText(event.currentTarget.value);
        saveState.set('unsaved');
      }}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || text === told) return;
        event.preventDefault();
        setText(told);
        saveState.set('saved');
      }}
    />
  );
}
