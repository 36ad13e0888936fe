import { AppError } from '#shared/appError.ts';
import {
  credentialPatchSchema,
  type Credential,
  type CredentialFields,
  type CredentialPatch,
} from '#shared/domain/credential.ts';
import { patchFromText } from '#shared/domain/fieldText.ts';
import { parseMoney, toDecimal } from '#shared/domain/money.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import { t } from '../../i18n/all.ts';

export type DateField = 'started' | 'target' | 'issued' | 'expires';
export type NumberField = 'progress' | 'hours' | 'leadDays';
export type LineField =
  | 'title'
  | 'abbreviation'
  | 'issuer'
  | 'platform'
  | 'number'
  | 'url'
  | 'creditsToward'
  | 'grade'
  | 'costAid'
  | 'costPaidBy'
  | 'capstone'
  | 'language'
  | 'notes';
/** Fields that are edited as one text. */
export type TextField = DateField | NumberField | LineField | 'cost' | 'credits';

/** What a typed text means, or why it cannot be taken, in a plain sentence. */
export type Reading = Readonly<{ patch: CredentialPatch }> | Readonly<{ message: string }>;

const dates: ReadonlySet<string> = new Set<DateField>(['started', 'target', 'issued', 'expires']);
const numbers: ReadonlySet<string> = new Set<NumberField>(['progress', 'hours', 'leadDays']);

export const isDateField = (field: TextField): field is DateField => dates.has(field);

/** The value as it is typed: dates in the record's own form, money as `405.00 USD`. */
export function typedText(credential: Credential, field: TextField): string {
  if (field === 'issuer') return credential.issuer?.name ?? '';
  if (field === 'cost') {
    return credential.cost === null
      ? ''
      : `${toDecimal(credential.cost)} ${credential.cost.currency}`;
  }
  if (field === 'credits') {
    const { credits } = credential;
    return credits === null ? '' : `${credits.amount} ${creditWords[credits.system]}`;
  }
  const value = credential[field];
  return value === null ? '' : String(value);
}

const creditWords: Readonly<Record<NonNullable<CredentialFields['credits']>['system'], string>> = {
  usCredits: 'US',
  ects: 'ECTS',
  ace: 'ACE',
  other: 'other',
};

/** Reads what was typed into a field; an empty text clears it. */
export function readTyped(
  field: TextField,
  text: string,
  credential: Credential,
  order: DateOrder,
): Reading {
  const typed = text.trim();
  if (isDateField(field)) return readDateField(field, typed, order);
  if (typed === '')
    return field === 'title'
      ? { message: t('credentials.problems.title') }
      : { patch: { [field]: null } };
  if (numbers.has(field)) return readNumber(field, typed);
  if (field === 'cost') return readMoney(typed, credential.cost?.currency);
  if (field === 'credits') return readCredits(typed);
  return checked(field, typed);
}

function readDateField(field: DateField, typed: string, order: DateOrder): Reading {
  const read = readDate(typed, order);
  if (read !== null && 'error' in read) return { message: read.message };
  const date = read?.date ?? null;
  if (field === 'expires' && date !== null)
    return { patch: { expires: date, neverExpires: false } };
  return { patch: { [field]: date } };
}

function readNumber(field: TextField, typed: string): Reading {
  const value = Number(typed.replace(/%$/, '').replace(/^(\d+),(\d{1,2})$/, '$1.$2'));
  return Number.isFinite(value)
    ? checked(field, value)
    : { message: t('credentials.problems.number') };
}

function readMoney(typed: string, known: string | undefined): Reading {
  const match = /^([A-Za-z]{3})?\s*([\d.,]+)\s*([A-Za-z]{3})?$/.exec(typed);
  const currency = match?.[3] ?? match?.[1] ?? known;
  if (match?.[2] === undefined || currency === undefined)
    return { message: t('credentials.problems.money') };
  try {
    return { patch: { cost: parseMoney(match[2], currency) } };
  } catch (error) {
    if (error instanceof AppError) return { message: error.message };
    // Intl refuses codes that no currency has.
    if (error instanceof RangeError) return { message: t('credentials.problems.money') };
    throw error;
  }
}

function readCredits(typed: string): Reading {
  const match = /^([\d.]+)\s*:?\s*([A-Za-z ]+)$/.exec(typed);
  if (match === null) return { message: t('credentials.problems.credits') };
  try {
    return {
      patch: patchFromText('credits', `${match[1]}:${match[2]?.replace(/ credits?$/i, '')}`),
    };
  } catch (error) {
    if (error instanceof AppError) return { message: t('credentials.problems.credits') };
    throw error;
  }
}

/** The value if the field takes it, else which of its bounds it breaks. */
function checked(field: TextField, value: string | number): Reading {
  const parsed = credentialPatchSchema.safeParse({ [field]: value });
  if (parsed.success) return { patch: parsed.data };
  const issue = parsed.error.issues[0];
  const long = typeof value === 'string' && issue?.code === 'too_big';
  if (long) return { message: t('credentials.problems.tooLong', { max: String(issue.maximum) }) };
  if (issue?.code === 'invalid_type' && typeof value === 'number') {
    return { message: t('credentials.problems.whole') };
  }
  if (typeof value === 'number') {
    const max = field === 'progress' ? 100 : field === 'leadDays' ? 3650 : 100_000;
    return { message: t('credentials.problems.range', { min: 0, max }) };
  }
  return { message: issue?.code === 'custom' ? issue.message : t('credentials.problems.value') };
}
