import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { localDay } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { i18n, t } from '../../i18n/all.ts';
import classes from './Pane.module.css';
import { saveState } from './save.ts';

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

type SavedFooterProps = Readonly<{ updatedAt: string; hint: string }>;

/** Says that everything is kept, and since when. */
export function SavedFooter({ updatedAt, hint }: SavedFooterProps) {
  const state = saveState.use();
  const saved = useSavedWords(updatedAt);
  useEffect(() => {
    saveState.set('saved');
    return () => saveState.set('saved');
  }, []);
  return (
    <footer className={classes.footer} data-state={state}>
      {state === 'unsaved' ? (
        <IconAlertTriangle size={14} color="var(--amber)" aria-hidden />
      ) : (
        <IconCheck size={14} aria-hidden />
      )}
      <span role="status">
        {state === 'saved'
          ? saved
          : t(state === 'saving' ? 'credentials.saved.saving' : 'credentials.saved.unsaved')}
      </span>
      <p className={classes.hint}>{hint}</p>
    </footer>
  );
}

function useSavedWords(updatedAt: string): string {
  const format = useFormat();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [updatedAt]);
  const minutes = Math.floor((now - Date.parse(updatedAt)) / MINUTE_MS);
  if (minutes < 1) return t('credentials.saved.now');
  if (minutes >= MINUTES_PER_DAY) {
    return t('credentials.saved.on', { day: format.day(localDay(new Date(updatedAt))) });
  }
  const words = new Intl.RelativeTimeFormat(i18n.language);
  const ago =
    minutes < MINUTES_PER_HOUR
      ? words.format(-minutes, 'minute')
      : words.format(-Math.floor(minutes / MINUTES_PER_HOUR), 'hour');
  return t('credentials.saved.ago', { ago });
}
