import { AppError } from '#shared/appError.ts';
import { toDecimal, type Money } from '#shared/domain/money.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { dayOf } from './day.ts';

/** Undefined where the option was not given, null where its text is empty. @throws AppError */
export function dayOrNone(text: string | undefined, option: string): PlainDate | null | undefined {
  if (text === undefined) return undefined;
  return text.trim() === '' ? null : dayOf(text.trim(), option);
}

/** `199.00 USD`, several joined by a plus sign, `0` for none. */
export function moneyText(amounts: Money | readonly Money[]): string {
  const list = 'currency' in amounts ? [amounts] : amounts;
  if (list.length === 0) return '0';
  return list.map((money) => `${toDecimal(money)} ${money.currency}`).join(' + ');
}

/** How many characters tell these ids apart, 8 at least, so that any of them can be typed. */
export function idLength(ids: readonly string[]): number {
  let length = 8;
  const sorted = ids.toSorted();
  sorted.forEach((id, index) => {
    const next = sorted[index + 1] ?? '';
    while (length < id.length && next.startsWith(id.slice(0, length))) length += 1;
  });
  return length;
}

/** The one with that id or unique beginning of it, of 6 characters at least. @throws AppError */
export function byIdPrefix<T extends Readonly<{ id: string }>>(
  items: readonly T[],
  ref: string,
  what: string,
): T {
  const prefix = ref.trim().toLowerCase();
  const found = prefix.length < 6 ? [] : items.filter(({ id }) => id.startsWith(prefix));
  const [one, other] = found;
  if (one === undefined) throw new AppError('not_found', `There is no ${what} ${ref}.`);
  if (other !== undefined)
    throw new AppError('ambiguous', `More than one ${what} begins with ${ref}. Give more of it.`, {
      details: found.map(({ id }) => id),
    });
  return one;
}

/** For an option that may be given again. */
export const collectOption = (value: string, before: string[] = []): string[] => [...before, value];

/** How many, from 1. @throws AppError invalid_input */
export function countOf(text: string, option: string): number {
  if (/^[1-9]\d{0,8}$/.test(text.trim())) return Number(text);
  throw new AppError('invalid_input', `${option}: "${text}" is not a whole number from 1.`, {
    path: option.slice(2),
  });
}
