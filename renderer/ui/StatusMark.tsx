import {
  IconBan,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconClockExclamation,
  IconClockPause,
  IconHourglass,
  IconPercentage50,
  type Icon,
} from '@tabler/icons-react';
import type { Status } from '#shared/domain/status.ts';
import { t } from '../i18n/index.ts';
import classes from './StatusMark.module.css';

/** Icon and colour of each status (ux/tokens.md); the colour never stands alone. */
const marks: Readonly<Record<Status, Readonly<{ icon: Icon; colour: string }>>> = {
  active: { icon: IconCircleCheck, colour: 'var(--t2)' },
  expiring: { icon: IconClockExclamation, colour: 'var(--amber)' },
  grace: { icon: IconHourglass, colour: 'var(--rust)' },
  suspended: { icon: IconClockPause, colour: 'var(--red)' },
  expired: { icon: IconCircleX, colour: 'var(--red)' },
  'in-progress': { icon: IconPercentage50, colour: 'var(--t2)' },
  planned: { icon: IconCircleDashed, colour: 'var(--t2)' },
  scheduled: { icon: IconCalendarEvent, colour: 'var(--t2)' },
  revoked: { icon: IconBan, colour: 'var(--red)' },
  abandoned: { icon: IconCircleMinus, colour: 'var(--t3)' },
};

/** Neutral statuses keep the row's own text colour for their word. */
const quiet: ReadonlySet<Status> = new Set(['active', 'in-progress', 'planned', 'scheduled']);

type StatusMarkProps = Readonly<{
  status: Status;
  /** Shows the word beside the icon; without it the word is the icon's name. */
  withWord?: boolean;
  size?: number;
}>;

export function StatusMark({ status, withWord = false, size = 16 }: StatusMarkProps) {
  const { icon: MarkIcon, colour } = marks[status];
  const word = t(`common.statuses.${status}`);
  return (
    <span className={classes.mark}>
      <MarkIcon
        size={size}
        stroke={1.75}
        color={colour}
        {...(withWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
      />
      {withWord && <span style={quiet.has(status) ? undefined : { color: colour }}>{word}</span>}
    </span>
  );
}
