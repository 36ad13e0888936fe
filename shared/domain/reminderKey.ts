import { AppError } from '#shared/appError.ts';
import { isPlainDate, type PlainDate } from '#shared/domain/plainDate.ts';
import { reminderKindSchema, type ReminderKind } from '#shared/domain/reminderSettings.ts';

/** What makes a reminder the same one (domain.md section 5). */
export type ReminderKeyParts = Readonly<{
  subjectId: string;
  kind: ReminderKind;
  /** Empty where subject, kind and end say enough. */
  part: string;
  /** Days from the reminder to the occasion; negative after it. */
  offset: number;
  /** The cycle's end; for what has no cycle, the day that it is about. */
  end: PlainDate;
}>;

/** The key as text that never changes: `<subject>:<kind>[.<part>]:<offset>:<end>`. */
export function reminderKey({ subjectId, kind, part, offset, end }: ReminderKeyParts): string {
  const what = part === '' ? kind : `${kind}.${encode(part)}`;
  return [encode(subjectId), what, offset, end].join(':');
}

/**
 * The parts of a key.
 * @throws AppError invalid_input for a text that is none
 */
export function parseReminderKey(key: string): ReminderKeyParts {
  const match = /^([^:]*):([a-z-]+)(?:\.([^:]+))?:(-?\d{1,6}):([\d-]+)$/.exec(key);
  const [, subjectId = '', kind = '', part = '', offset = '', end = ''] = match ?? [];
  const known = reminderKindSchema.safeParse(kind);
  if (match === null || !known.success || !isPlainDate(end)) throw notAKey(key);
  return {
    subjectId: decode(subjectId, key),
    kind: known.data,
    part: decode(part, key),
    offset: Number(offset),
    end,
  };
}

/**
 * What all reminders of one occasion have in common: the key without its offset.
 * @throws AppError invalid_input for a text that is no key
 */
export function ladderOfKey(key: string): string {
  const { subjectId, kind, part, end } = parseReminderKey(key);
  return reminderKey({ subjectId, kind, part, offset: 0, end });
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string, key: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notAKey(key);
  }
}

function notAKey(key: string): AppError {
  return new AppError('invalid_input', `"${key.slice(0, 80)}" is not the key of a reminder.`, {
    path: 'key',
  });
}
