import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { readDate } from '#shared/domain/readDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './Field.module.css';
import { isDateField, readTyped, typedText, type TextField } from './fieldTexts.ts';
import { saidOf } from './fieldWords.ts';
import type { CloseEditor } from './InPlace.tsx';
import { saveState, useSave } from './save.ts';
import { useSuggestions, type Suggested } from './useSuggestions.ts';

type TextEditorProps = Readonly<{
  credential: Credential;
  field: TextField;
  /** Element that names the field. */
  labelId: string;
  onClose: CloseEditor;
  /** Line breaks belong to the value: Ctrl+Enter saves. A title has none, but may be long. */
  multiline?: boolean;
  /** Names in use of this kind are offered while typing. */
  suggests?: Suggested;
  placeholder?: string;
  /** More to choose than to type. */
  children?: React.ReactNode;
}>;

/**
 * One value as text. Enter saves, Esc reverts, leaving saves what is valid; what is not stays as
 * typed, with the reason.
 */
export function TextEditor(props: TextEditorProps) {
  const {
    credential,
    field,
    labelId,
    onClose,
    multiline = false,
    suggests,
    placeholder,
    children,
  } = props;
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const suggestions = useSuggestions(suggests);
  const format = useFormat();
  const save = useSave(credential);
  const [initial] = useState(() => typedText(credential, field));
  const [text, setText] = useState(initial);
  const [message, setMessage] = useState<string | null>(null);
  const busy = useRef(false);
  // An editor that goes away takes what it could not save with it.
  useEffect(() => () => saveState.set('saved'), []);

  const close = (refocus: boolean) => {
    busy.current = true;
    onClose(refocus);
  };
  const commit = async (refocus: boolean) => {
    if (busy.current) return;
    if (text.trim() === initial.trim()) return close(refocus);
    const reading = readTyped(field, text, credential, settings.dateOrder);
    if ('message' in reading) {
      saveState.set('unsaved');
      setMessage(reading.message);
      return;
    }
    busy.current = true;
    try {
      await save(reading.patch, saidOf(credential, field, reading.patch, format));
      onClose(refocus);
    } catch (error) {
      busy.current = false;
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };
  const breaksLines = multiline && field !== 'title';
  const shared = {
    'aria-labelledby': labelId,
    autoFocus: true,
    value: text,
    error: message,
    ...(placeholder === undefined ? {} : { placeholder }),
    description: hintFor(field, text, settings.dateOrder, format.date),
    inputWrapperOrder: [
      'label' as const,
      'input' as const,
      'description' as const,
      'error' as const,
    ],
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        close(true);
      } else if (event.key === 'Enter' && (!breaksLines || event.ctrlKey || event.metaKey)) {
        // A suggestion that is picked by Enter is taken over first.
        if (event.currentTarget.getAttribute('aria-activedescendant')) return;
        event.preventDefault();
        void commit(true);
      }
    },
  };
  const change = (next: string) => {
    setText(next);
    if (message !== null) setMessage(null);
  };

  return (
    <div
      className={classes.editor}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void commit(false);
      }}
    >
      {multiline ? (
        <Textarea
          {...shared}
          autosize
          minRows={1}
          maxRows={12}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : suggests === undefined ? (
        <TextInput
          {...shared}
          onFocus={selectAll}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <Autocomplete
          {...shared}
          data={suggestions}
          limit={8}
          onFocus={selectAll}
          onChange={change}
        />
      )}
      {children}
    </div>
  );
}

const selectAll = (event: React.FocusEvent<HTMLInputElement>): void => event.currentTarget.select();

/** How a date is understood, while it is typed in another form than the record's. */
function hintFor(
  field: TextField,
  text: string,
  order: Parameters<typeof readDate>[1],
  write: (date: string) => string,
): string | null {
  if (!isDateField(field)) return field === 'title' || text !== '' ? null : exampleOf(field);
  const read = readDate(text, order);
  if (read === null) return t('credentials.fields.example.date');
  if ('error' in read) return null;
  const date = write(read.date);
  return read.ambiguous
    ? t('credentials.fields.ambiguous', { date, iso: read.date })
    : t('credentials.fields.readAs', { date });
}

function exampleOf(field: TextField): string | null {
  if (field === 'cost') return t('credentials.fields.example.money');
  return field === 'credits' ? t('credentials.fields.example.credits') : null;
}
