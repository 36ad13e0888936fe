import type { ProcedureOutput } from '#shared/procedures.ts';
import { words } from './words.ts';

export type DueItem = ProcedureOutput<'credentials.due'>['items'][number];

/** What a line of the tray's menu does when it is chosen. */
export type TrayAction =
  | Readonly<{ do: 'open'; subjectId: string }>
  | Readonly<{ do: 'open-window' | 'pause-hour' | 'pause-tomorrow' | 'resume' | 'quit' }>;

/** A line to choose, a line to read, or a rule between groups. */
export type TrayLine = 'rule' | Readonly<{ label: string; action: TrayAction | null }>;

export type TrayFacts = Readonly<{
  /** Soonest first; null: the portfolio has not been asked, or could not answer. */
  due: readonly DueItem[] | null;
  /** When the pause ends, in the reader's words; null: reminders come. */
  pausedUntil: string | null;
}>;

const SHOWN = 5;
/** Of a title, in characters: a menu is as wide as its longest line. */
const TITLE_LENGTH = 40;

/** The tray's menu: what is due next, the pause, and the ways in and out. */
export function trayMenu({ due, pausedUntil }: TrayFacts): TrayLine[] {
  const pause: TrayLine[] =
    pausedUntil === null
      ? [
          { label: words.pauseHour, action: { do: 'pause-hour' } },
          { label: words.pauseTomorrow, action: { do: 'pause-tomorrow' } },
        ]
      : [
          { label: words.pausedUntil(pausedUntil), action: null },
          { label: words.resume, action: { do: 'resume' } },
        ];
  return [
    ...(due === null ? [] : dueLines(due)),
    ...pause,
    'rule',
    { label: words.openLaurel, action: { do: 'open-window' } },
    { label: words.quit, action: { do: 'quit' } },
  ];
}

function dueLines(due: readonly DueItem[]): TrayLine[] {
  const next = due.slice(0, SHOWN).map(({ credentialId, title, reason }): TrayLine => ({
    label: `${shortened(title)}: ${reason}`,
    action: { do: 'open', subjectId: credentialId },
  }));
  const heading = next.length === 0 ? words.nothingDue : words.dueNext;
  return [{ label: heading, action: null }, ...next, 'rule'];
}

function shortened(title: string): string {
  const signs = Array.from(title.replaceAll(/\s+/g, ' '));
  return signs.length <= TITLE_LENGTH
    ? signs.join('')
    : `${signs.slice(0, TITLE_LENGTH - 1).join('')}…`;
}
