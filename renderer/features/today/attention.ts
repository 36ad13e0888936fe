import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import { parseReminderKey } from '#shared/domain/reminderKey.ts';
import type { ReminderKind } from '#shared/domain/reminderSettings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';

export type DueItem = ProcedureOutput<'credentials.due'>['items'][number];
export type Standing = ProcedureOutput<'reminders.standing'>['reminders'][number];

export const attentionGroups = ['overdue', 'week', 'month', 'later'] as const;
export type AttentionGroup = (typeof attentionGroups)[number];

/** One matter that asks for attention: a credential's own date, or what reminders say of one day. */
export type AttentionLine = Readonly<{
  id: string;
  kind: DueItem['kind'] | ReminderKind;
  /** What reminders call it: the id of a credential, or of whatever they are about. */
  subjectId: string;
  title: string;
  /** In words; null where the kind of a credential's own date says it. */
  body: string | null;
  /** Further reminders of the same matter, so that it is said once. */
  also: readonly ReminderKind[];
  on: PlainDate;
  daysLeft: number;
  group: AttentionGroup;
  /** What putting it off, dismissing it or being done with it is about. */
  reminders: readonly Standing[];
}>;

export type Attention = Readonly<{
  lines: readonly AttentionLine[];
  /** Put off, dismissed or done by the user. */
  still: readonly AttentionLine[];
}>;

export type Step = 'log-units' | 'renew' | 'pay' | 'open';

const WEEK_DAYS = 7;
const MONTH_DAYS = 31;

/** What to say first where several reminders are about the same day of the same subject. */
const urgency: readonly ReminderKind[] = [
  'deadline',
  'fee-due',
  'ce-year-minimum',
  'ce-behind-pace',
  'renewal-window-opens',
  'stack-at-risk',
  'subscription-renews',
  'target-date',
  'expires',
  'proof-deletable',
];

/**
 * What needs attention, soonest first: every credential's own date that is due, with the reminders of
 * the same matter folded in, then reminders of other days. A matter whose every reminder the user has
 * put off, dismissed or settled is kept apart.
 */
export function attentionOf(
  due: readonly DueItem[],
  standing: readonly Standing[],
  asOf: PlainDate,
): Attention {
  const matters = Map.groupBy(standing, matterOf);
  const ownDates = new Map<string, string>();
  for (const reminder of standing) {
    if (reminder.kind === 'expires' || reminder.kind === 'target-date')
      ownDates.set(`${reminder.subjectId} ${reminder.kind}`, matterOf(reminder));
  }
  const folded = new Set<string>();
  const own = due.map((item): AttentionLine => {
    const kind = item.kind === 'target-date' ? 'target-date' : 'expires';
    const matter = ownDates.get(`${item.credentialId} ${kind}`) ?? '';
    const reminders = matters.get(matter) ?? [];
    folded.add(matter);
    const { credentialId: subjectId, title, on, daysLeft } = item;
    return {
      id: `${subjectId} ${item.kind}`,
      kind: item.kind,
      subjectId,
      title,
      body: null,
      also: spoken(reminders).filter((each) => each !== kind),
      on,
      daysLeft,
      group: groupOf(daysLeft),
      reminders,
    };
  });
  const others = [...matters]
    .filter(([matter]) => !folded.has(matter))
    .map(([matter, reminders]) => reminderLine(matter, reminders, asOf));
  const all = [...own, ...others].toSorted(compareLines);
  return {
    lines: all.filter((line) => !isStill(line)),
    still: all.filter(isStill),
  };
}

/** What a line asks for: units to log, a renewal that can be made now, or a look at the record. */
export function stepOf({ kind, also }: Pick<AttentionLine, 'kind' | 'also'>): Step {
  if (kind === 'expired') return 'open';
  const kinds = [kind, ...also];
  if (kind === 'fee-due') return 'pay';
  if (kinds.includes('ce-behind-pace') || kinds.includes('ce-year-minimum')) return 'log-units';
  // A reminder's title is a sentence, which names no record.
  return also.includes('renewal-window-opens') ? 'renew' : 'open';
}

/** The day that a reminder is about; of proofs, the day from which they may be deleted. */
export function occasionOf({ key, kind, on }: Pick<Standing, 'key' | 'kind' | 'on'>): PlainDate {
  return kind === 'proof-deletable' ? on : parseReminderKey(key).end;
}

function matterOf(reminder: Standing): string {
  return `${reminder.subjectId} ${occasionOf(reminder)}`;
}

function reminderLine(
  matter: string,
  reminders: readonly Standing[],
  asOf: PlainDate,
): AttentionLine {
  const said = reminders.filter(({ stillBy }) => stillBy === null);
  const order = (said.length === 0 ? reminders : said).toSorted(
    (a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind),
  );
  const [foremost] = order;
  if (foremost === undefined) throw new RangeError('a matter has at least one reminder');
  const { kind, subjectId, title, body } = foremost;
  const on = occasionOf(foremost);
  const daysLeft = daysBetween(asOf, on);
  return {
    id: matter,
    kind,
    subjectId,
    title,
    body,
    also: [],
    on,
    daysLeft,
    // Old proofs may go; they never have to.
    group: kind === 'proof-deletable' ? 'later' : groupOf(daysLeft),
    reminders,
  };
}

const spoken = (reminders: readonly Standing[]): ReminderKind[] =>
  reminders.filter(({ stillBy }) => stillBy === null).map(({ kind }) => kind);

const isStill = ({ reminders }: AttentionLine): boolean =>
  reminders.length > 0 && reminders.every(({ stillBy }) => stillBy !== null);

function groupOf(daysLeft: number): AttentionGroup {
  if (daysLeft < 0) return 'overdue';
  if (daysLeft <= WEEK_DAYS) return 'week';
  return daysLeft <= MONTH_DAYS ? 'month' : 'later';
}

function compareLines(a: AttentionLine, b: AttentionLine): number {
  const last = Number(a.kind === 'proof-deletable') - Number(b.kind === 'proof-deletable');
  return last || a.daysLeft - b.daysLeft || (a.title < b.title ? -1 : Number(a.title > b.title));
}
