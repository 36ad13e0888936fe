import { IconSearch, IconX } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { Keys } from '../../ui/keys.tsx';
import { searchFieldId } from './focusSearch.ts';
import classes from './SearchField.module.css';

/** Searches as you type: the words go to the Credentials screen, once a frame. */
export function SearchField() {
  const navigate = useNavigate();
  const { query, onCredentials } = useRouterState({
    select: ({ location }) => ({
      query: location.pathname === '/credentials' ? queryOf(location.search) : '',
      onCredentials: location.pathname === '/credentials',
    }),
    structuralSharing: true,
  });
  const [text, setText] = useState(query);
  const frame = useRef(0);
  const sent = useRef(query);

  useEffect(() => {
    // The address changed by other means than this field: by a cleared filter, or by going back.
    if (query === sent.current) return;
    sent.current = query;
    setText(query);
  }, [query]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const search = (next: string) => {
    setText(next);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      sent.current = next;
      void navigate({
        to: '/credentials',
        search: (before) => ({ ...before, q: next === '' ? undefined : next }),
        replace: onCredentials,
      });
    });
  };

  return (
    <search className={classes.search}>
      <IconSearch size={16} stroke={1.75} aria-hidden />
      <input
        id={searchFieldId}
        type="text"
        role="searchbox"
        className={classes.input}
        aria-label={t('shell.search')}
        aria-keyshortcuts="Control+F"
        placeholder={t('shell.searchPlaceholder')}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          if (text === '') event.currentTarget.blur();
          else search('');
        }}
      />
      {text === '' ? (
        <span aria-hidden>
          <Keys shortcut="mod+f" />
        </span>
      ) : (
        <button
          type="button"
          className={classes.clear}
          aria-label={t('shell.clearSearch')}
          onClick={() => search('')}
        >
          <IconX size={14} aria-hidden />
        </button>
      )}
    </search>
  );
}

function queryOf(search: Readonly<{ q?: unknown }>): string {
  return typeof search.q === 'string' ? search.q : '';
}
