import { MultiSelect, TagsInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import {
  credentialPatchSchema,
  qualitySignals,
  type Credential,
} from '#shared/domain/credential.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from './Field.module.css';
import { saidOf } from './fieldWords.ts';
import { InPlace, type CloseEditor } from './InPlace.tsx';
import { useSave } from './save.ts';
import { useSuggestions, type Suggested } from './useSuggestions.ts';
import { Labelled, ValueButton } from './TextRow.tsx';

type WordsField = 'skills' | 'tags' | 'quality';
type WordsRowProps = Readonly<{ field: WordsField; credential: Credential; suggests?: Suggested }>;

/** A field that holds several words, shown as chips. */
export function WordsRow({ field, credential, suggests }: WordsRowProps) {
  const labelId = useId();
  const words =
    field === 'quality'
      ? credential.quality.map((signal) => t(`common.qualitySignals.${signal}`))
      : credential[field];
  return (
    <Labelled field={field} labelId={labelId}>
      <InPlace
        editor={(close) => (
          <WordsEditor
            field={field}
            credential={credential}
            {...(suggests === undefined ? {} : { suggests })}
            labelId={labelId}
            onClose={close}
          />
        )}
        display={(edit, ref) => (
          <ValueButton ref={ref} labelId={labelId} onClick={edit} wraps>
            {words.length === 0
              ? ''
              : words.map((word) => (
                  <span key={word} className={classes.word}>
                    {word}
                  </span>
                ))}
          </ValueButton>
        )}
      />
    </Labelled>
  );
}

type WordsEditorProps = WordsRowProps & Readonly<{ labelId: string; onClose: CloseEditor }>;

/** Enter adds what was typed, and saves when nothing is; leaving saves too, Esc reverts. */
function WordsEditor({ field, credential, suggests, labelId, onClose }: WordsEditorProps) {
  const suggestions = useSuggestions(suggests);
  const format = useFormat();
  const save = useSave(credential);
  const [words, setWords] = useState<string[]>(() => [...credential[field]]);
  const [typed, setTyped] = useState('');
  const busy = useRef(false);

  const close = (refocus: boolean) => {
    busy.current = true;
    onClose(refocus);
  };
  const commit = async (refocus: boolean) => {
    if (busy.current) return;
    const rest = typed.trim();
    const next = rest === '' || field === 'quality' ? words : [...words, rest];
    if (next.join('\n') === credential[field].join('\n')) return close(refocus);
    busy.current = true;
    try {
      const patch = credentialPatchSchema.parse({ [field]: next });
      await save(patch, saidOf(credential, field, patch, format));
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
    onClose(refocus);
  };
  const shared = {
    'aria-labelledby': labelId,
    autoFocus: true,
    value: words,
    onChange: setWords,
    searchValue: typed,
    onSearchChange: setTyped,
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        close(true);
      } else if (
        event.key === 'Enter' &&
        typed.trim() === '' &&
        !event.currentTarget.getAttribute('aria-activedescendant')
      ) {
        event.preventDefault();
        void commit(true);
      }
    },
  };
  return (
    <div
      className={classes.editor}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void commit(false);
      }}
    >
      {field === 'quality' ? (
        <MultiSelect
          {...shared}
          defaultDropdownOpened
          searchable
          data={qualitySignals.map((signal) => ({
            value: signal,
            label: t(`common.qualitySignals.${signal}`),
          }))}
        />
      ) : (
        <TagsInput
          {...shared}
          data={suggestions}
          limit={8}
          maxTags={field === 'tags' ? 100 : 200}
        />
      )}
    </div>
  );
}
