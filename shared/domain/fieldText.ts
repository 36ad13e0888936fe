import { AppError } from '#shared/appError.ts';
import {
  credentialFieldsSchema,
  storySchema,
  type CredentialFields,
  type CredentialPatch,
} from '#shared/domain/credential.ts';
import { parseMoney } from '#shared/domain/money.ts';

type Field = keyof CredentialFields;

/** Names of the fields that may be set from text. */
export const fieldNames = Object.keys(credentialFieldsSchema.shape) as readonly Field[];

const LISTS: ReadonlySet<Field> = new Set(['skills', 'tags', 'quality']);
const NUMBERS: ReadonlySet<Field> = new Set(['progress', 'hours', 'leadDays']);
const FLAGS: ReadonlySet<Field> = new Set(['neverExpires', 'pinned', 'verifiedTrack']);
const CREDIT_SYSTEMS: Readonly<Record<string, string>> = {
  us: 'usCredits',
  ussemester: 'usCredits',
  semester: 'usCredits',
  uscredits: 'usCredits',
  ects: 'ects',
  ace: 'ace',
  other: 'other',
};

/** `a, b, c` as words without blanks or empty ones. */
export const splitWords = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * A patch of one field from text, as `laurel edit --set field=value` gives it; an empty text clears.
 * @throws AppError invalid_input for an unknown field or a value that the field cannot hold
 */
export function patchFromText(field: string, text: string): CredentialPatch {
  const name = fieldNames.find((known) => known === field);
  if (name === undefined) {
    throw new AppError(
      'invalid_input',
      `There is no field "${field}". Fields: ${fieldNames.join(', ')}.`,
      { path: field },
    );
  }
  const parsed = credentialFieldsSchema.partial().safeParse({ [name]: valueOf(name, text.trim()) });
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? 'That is not a value for it.';
  const isDate = message.startsWith('invalid_date');
  throw new AppError(
    isDate ? 'invalid_date' : 'invalid_input',
    `${name}: ${message.replace(/^invalid_date: /, '')}`,
    { path: name },
  );
}

function valueOf(field: Field, text: string): unknown {
  if (LISTS.has(field)) return splitWords(text);
  if (FLAGS.has(field)) return flagOf(field, text);
  if (text === '') return field === 'neverExpires' || field === 'pinned' ? false : null;
  if (NUMBERS.has(field)) return Number(text);
  if (field === 'cost') return parseMoneyText(text);
  if (field === 'credits') return creditsOf(text);
  if (field === 'story') return storyOf(text);
  return text;
}

function flagOf(field: Field, text: string): boolean | null {
  const word = text.toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return true;
  if (['no', 'false', '0'].includes(word)) return false;
  if (word === '') return field === 'verifiedTrack' ? null : false;
  throw new AppError('invalid_input', `${field}: give yes or no.`, { path: field });
}

/** `199.00:USD`. @throws AppError invalid_input */
export function parseMoneyText(text: string): Readonly<{ amount: number; currency: string }> {
  const [amount, currency, more] = text.split(':');
  if (amount === undefined || currency === undefined || more !== undefined) {
    throw new AppError(
      'invalid_input',
      `cost: give an amount and a currency, such as 199.00:USD.`,
      { path: 'cost' },
    );
  }
  return parseMoney(amount, currency);
}

function creditsOf(text: string): unknown {
  const [amount, system = ''] = text.split(':');
  const known = CREDIT_SYSTEMS[system.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (
    amount === undefined ||
    amount.trim() === '' ||
    !Number.isFinite(Number(amount)) ||
    known === undefined
  ) {
    throw new AppError(
      'invalid_input',
      'credits: give an amount and a system, such as 30:ECTS, 3:US or 4:ACE.',
      { path: 'credits' },
    );
  }
  return { amount: Number(amount), system: known };
}

function storyOf(text: string): unknown {
  try {
    return storySchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError(
      'invalid_input',
      'story: give JSON with situation, task, action and result.',
      { path: 'story', cause: error },
    );
  }
}
