import type {
  ReminderKind,
  ReminderRule,
  ReminderSettings,
} from '#shared/domain/reminderSettings.ts';

/** Kinds that come by days before an occasion, which the user may choose. */
const kindsWithDays: ReadonlySet<ReminderKind> = new Set([
  'expires',
  'renewal-window-opens',
  'ce-year-minimum',
  'target-date',
  'fee-due',
  'deadline',
  'subscription-renews',
  'proof-deletable',
]);

/** Kinds that can be about a credential, in the order in which they are set. */
export const credentialKinds: readonly ReminderKind[] = [
  'expires',
  'renewal-window-opens',
  'ce-behind-pace',
  'ce-year-minimum',
  'fee-due',
  'target-date',
  'deadline',
  'proof-deletable',
];

/** Every kind, in the order in which they are set. */
export const allKinds: readonly ReminderKind[] = [
  ...credentialKinds,
  'subscription-renews',
  'stack-at-risk',
];

/** The most days that a kind can have, and the farthest of them. */
export const MOST_DAYS = 50;
export const FARTHEST_DAY = 3650;

export const hasDays = (kind: ReminderKind): boolean => kindsWithDays.has(kind);

/** The days with one more, the farthest first; the same where it is there already or one too many. */
export function withDay(days: readonly number[], day: number): number[] {
  const all = [...new Set([...days, day])].toSorted((a, b) => b - a);
  return all.length > MOST_DAYS ? [...days] : all;
}

/** A count of days as typed; null unless it is a whole number from 0 to 3650. */
export function readDays(text: string): number | null {
  const match = /^\s*(\d{1,4})\s*$/.exec(text);
  const days = match === null ? null : Number(match[1]);
  return days === null || days > FARTHEST_DAY ? null : days;
}

/** How one credential's rule stands to that for all. */
export type OwnRule = 'as-for-all' | 'own' | 'off';

/** What is said for one subject and kind: its own days, that it is off, or nothing. */
export function ownRuleOf(
  { subjects }: Pick<ReminderSettings, 'subjects'>,
  subjectId: string,
  kind: ReminderKind,
): OwnRule {
  const own = Object.hasOwn(subjects, subjectId) ? subjects[subjectId]?.[kind] : undefined;
  if (own === undefined) return 'as-for-all';
  return own.isOn === false ? 'off' : 'own';
}

/**
 * The rules of all subjects with one of them changed; a subject for which nothing is left to say is
 * left out.
 * @param rule null: as for all
 */
export function withOwnRule(
  subjects: ReminderSettings['subjects'],
  subjectId: string,
  kind: ReminderKind,
  rule: Partial<ReminderRule> | null,
): ReminderSettings['subjects'] {
  const { [kind]: _before, ...others } = subjects[subjectId] ?? {};
  const own = rule === null ? others : { ...others, [kind]: { ...rule } };
  const { [subjectId]: _own, ...rest } = subjects;
  return Object.keys(own).length === 0 ? rest : { ...rest, [subjectId]: own };
}

/** Minutes after midnight of a time such as "21:00"; null when it is none. */
export function readMinute(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** The time of day that lies so many minutes after midnight, as "21:00". */
export function minuteText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
