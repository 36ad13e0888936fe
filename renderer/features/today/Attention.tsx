import { Button } from '@mantine/core';
import {
  IconClockExclamation,
  IconClockPause,
  IconCircleX,
  IconFlag,
  IconHourglass,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { RecordLink } from './RecordLink.tsx';
import classes from './Screen.module.css';

type DueItem = ProcedureOutput<'credentials.due'>['items'][number];
type Group = 'overdue' | 'week' | 'month' | 'later';

const WEEK_DAYS = 7;
const MONTH_DAYS = 31;
/** Lines of a group before the rest is asked for: a start that draws a thousand takes seconds. */
const SHOWN = 20;
const groups: readonly Group[] = ['overdue', 'week', 'month', 'later'];

const marks: Readonly<Record<DueItem['kind'], Readonly<{ icon: Icon; colour: string }>>> = {
  expires: { icon: IconClockExclamation, colour: 'var(--amber)' },
  grace: { icon: IconHourglass, colour: 'var(--rust)' },
  suspended: { icon: IconClockPause, colour: 'var(--red)' },
  expired: { icon: IconCircleX, colour: 'var(--red)' },
  'target-date': { icon: IconFlag, colour: 'var(--t2)' },
};

function groupOf({ daysLeft }: DueItem): Group {
  if (daysLeft < 0) return 'overdue';
  if (daysLeft <= WEEK_DAYS) return 'week';
  return daysLeft <= MONTH_DAYS ? 'month' : 'later';
}

/** What is due, by how soon; each line leads to its record. */
export function Attention({ items }: Readonly<{ items: readonly DueItem[] }>) {
  const byGroup = Map.groupBy(items, groupOf);
  return groups.map((group) => {
    const lines = byGroup.get(group);
    return lines === undefined ? null : <AttentionGroup key={group} group={group} lines={lines} />;
  });
}

function AttentionGroup({ group, lines }: Readonly<{ group: Group; lines: readonly DueItem[] }>) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = all ? lines : lines.slice(0, SHOWN);
  useEffect(() => {
    // The button that had the focus is gone; what it brought comes next.
    if (all) list.current?.children[SHOWN]?.querySelector('a')?.focus();
  }, [all]);

  return (
    <section aria-label={t(`today.groups.${group}`)}>
      <h3 className={classes.group}>{t(`today.groups.${group}`)}</h3>
      <ul ref={list} className={classes.list}>
        {shown.map((item) => (
          <AttentionLine key={`${item.credentialId} ${item.kind}`} item={item} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('today.showAll', { count: lines.length })}
        </Button>
      )}
    </section>
  );
}

function AttentionLine({ item }: Readonly<{ item: DueItem }>) {
  const format = useFormat();
  const { icon: MarkIcon, colour } = marks[item.kind];
  return (
    <li className={classes.line}>
      <MarkIcon size={18} stroke={1.5} color={colour} aria-hidden />
      <div className={classes.what}>
        <div className={classes.title}>{item.title}</div>
        <div className={classes.reason}>{t(`today.reasons.${item.kind}`)}</div>
      </div>
      <div className={classes.when}>
        <div>{format.day(item.on)}</div>
        <div className={classes.reason}>
          {item.daysLeft < 0
            ? t('today.daysAgo', { count: -item.daysLeft })
            : t('today.daysLeft', { count: item.daysLeft })}
        </div>
      </div>
      <div className={classes.action}>
        <RecordLink id={item.credentialId} title={item.title} />
      </div>
    </li>
  );
}
