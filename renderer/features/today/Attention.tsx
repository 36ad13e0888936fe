import { Button } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCalendarRepeat,
  IconCircleX,
  IconClockExclamation,
  IconClockPause,
  IconCoin,
  IconFlag,
  IconHourglass,
  IconPaperclip,
  IconStack2,
  IconTrendingDown,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { idSchema } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { useSettled } from '../../ui/settled.ts';
import { recordOf } from '../reminders/records.ts';
import { openFee, openLog, openRenew } from '../renewals/dialogs.ts';
import { attentionGroups, stepOf, type AttentionGroup, type AttentionLine } from './attention.ts';
import { RecordLink } from './RecordLink.tsx';
import classes from './Screen.module.css';
import { reasonWords } from './words.ts';

const ReminderMenu = lazy(async () => ({
  default: (await import('../reminders/ReminderMenu.tsx')).ReminderMenu,
}));

/** Lines of a group before the rest is asked for: a start that draws a thousand takes seconds. */
const SHOWN = 20;

const marks: Readonly<Record<AttentionLine['kind'], Readonly<{ icon: Icon; colour: string }>>> = {
  expires: { icon: IconClockExclamation, colour: 'var(--amber)' },
  grace: { icon: IconHourglass, colour: 'var(--rust)' },
  suspended: { icon: IconClockPause, colour: 'var(--red)' },
  expired: { icon: IconCircleX, colour: 'var(--red)' },
  'target-date': { icon: IconFlag, colour: 'var(--t2)' },
  deadline: { icon: IconFlag, colour: 'var(--t2)' },
  'fee-due': { icon: IconCoin, colour: 'var(--t2)' },
  'renewal-window-opens': { icon: IconCalendarEvent, colour: 'var(--t2)' },
  'ce-behind-pace': { icon: IconTrendingDown, colour: 'var(--t2)' },
  'ce-year-minimum': { icon: IconTrendingDown, colour: 'var(--t2)' },
  'subscription-renews': { icon: IconCalendarRepeat, colour: 'var(--t2)' },
  'proof-deletable': { icon: IconPaperclip, colour: 'var(--t2)' },
  'stack-at-risk': { icon: IconStack2, colour: 'var(--amber)' },
};

/** What is due, by how soon; each line leads to its record and can be put off or settled. */
export function Attention({ lines }: Readonly<{ lines: readonly AttentionLine[] }>) {
  const byGroup = Map.groupBy(lines, ({ group }) => group);
  return attentionGroups.map((group) => {
    const own = byGroup.get(group);
    return own === undefined ? null : <Group key={group} group={group} lines={own} />;
  });
}

type GroupProps = Readonly<{ group: AttentionGroup; lines: readonly AttentionLine[] }>;

function Group({ group, lines }: GroupProps) {
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
        {shown.map((line) => (
          <Line key={line.id} line={line} />
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

function Line({ line }: Readonly<{ line: AttentionLine }>) {
  const format = useFormat();
  const { icon: MarkIcon, colour } = marks[line.kind];
  const { title, on, daysLeft } = line;
  const record = recordOf(line);
  return (
    <li className={classes.line}>
      <MarkIcon size={18} stroke={1.5} color={colour} aria-hidden />
      <div className={classes.what}>
        <div className={classes.title}>
          <Link {...record}>{title}</Link>
        </div>
        <div className={classes.reason}>{reasonWords(line)}</div>
      </div>
      <div className={classes.when}>
        <div>{format.day(on)}</div>
        <div className={classes.reason}>
          {daysLeft < 0
            ? t('today.daysAgo', { count: -daysLeft })
            : t('today.daysLeft', { count: daysLeft })}
        </div>
      </div>
      <div className={classes.action}>
        <NextStep line={line} />
        <LineMenu line={line} />
      </div>
    </li>
  );
}

/** What a line asks for, where that can be said; else the way to its record. */
function NextStep({ line }: Readonly<{ line: AttentionLine }>) {
  const { title } = line;
  const step = stepOf(line);
  if (step === 'open') return <RecordLink record={recordOf(line)} title={title} />;
  const id = idSchema.parse(line.subjectId);
  if (step === 'pay')
    return (
      <Button
        variant="default"
        aria-label={t('today.payNamed', { title })}
        onClick={() => openFee(id, line.on)}
      >
        {t('today.pay')}
      </Button>
    );
  return step === 'log-units' ? (
    <Button
      variant="default"
      aria-label={t('today.logUnitsFor', { title })}
      onClick={() => openLog(id)}
    >
      {t('today.logUnits')}
    </Button>
  ) : (
    <Button
      variant="default"
      aria-label={t('today.renewNamed', { title })}
      onClick={() => openRenew({ id, title })}
    >
      {t('today.renew')}
    </Button>
  );
}

/** Only of today: what is put off on another day would be put off from a day that is not. */
function LineMenu({ line: { reminders, title } }: Readonly<{ line: AttentionLine }>) {
  const { isToday } = useAsOf();
  const settled = useSettled();
  return (
    <span className={classes.menu}>
      {settled && isToday && reminders.length > 0 && (
        <Suspense>
          <ReminderMenu matter={{ keys: reminders.map(({ key }) => key), title }} />
        </Suspense>
      )}
    </span>
  );
}
