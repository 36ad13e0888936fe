import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import type { AttentionLine } from '../today/attention.ts';
import classes from './Reminders.module.css';

/** What the user has put off, dismissed or settled, so that nothing is out of reach. */
export function StillList({ lines }: Readonly<{ lines: readonly AttentionLine[] }>) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (lines.length === 0) return null;
  return (
    <section className={classes.still}>
      <Button
        variant="subtle"
        color="gray"
        className={classes.stillButton ?? ''}
        leftSection={
          <IconChevronRight size={14} stroke={1.75} aria-hidden data-open={open || undefined} />
        }
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {t('reminders.still.heading', { count: lines.length })}
      </Button>
      <ul id={listId} hidden={!open} className={classes.list}>
        {open && lines.map((line) => <StillLine key={line.id} line={line} />)}
      </ul>
    </section>
  );
}

function StillLine({ line }: Readonly<{ line: AttentionLine }>) {
  const { today, isToday } = useAsOf();
  const format = useFormat();
  const { title, reminders } = line;
  const { mutate } = useCommand('reminders.mark', {
    done: () => t('reminders.broughtBack', { title }),
    undo: false,
  });
  const keys = reminders.flatMap(({ stillBy }) => (stillBy === null ? [] : [stillBy.key]));
  return (
    <li className={classes.stillLine}>
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        <div className={classes.quiet}>{stateWords(line, format)}</div>
      </div>
      {isToday && (
        <Button
          variant="default"
          aria-label={t('reminders.still.bringBackNamed', { title })}
          onClick={() => mutate({ keys, state: 'shown', today })}
        >
          {t('reminders.still.bringBack')}
        </Button>
      )}
    </li>
  );
}

/** What was said of it; of several reminders, what lasts longest. */
function stateWords({ reminders }: AttentionLine, format: Format): string {
  const marks = reminders.flatMap(({ stillBy }) => (stillBy === null ? [] : [stillBy]));
  const until = marks
    .flatMap((mark) => (mark.state === 'snoozed' ? (mark.until ?? []) : []))
    .toSorted()[0];
  if (until !== undefined) return t('reminders.still.until', { date: format.day(until) });
  return t(
    marks.every(({ state }) => state === 'done')
      ? 'reminders.still.done'
      : 'reminders.still.dismissed',
  );
}
