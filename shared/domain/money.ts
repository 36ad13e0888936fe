import { AppError } from '#shared/appError.ts';

/** An amount in minor units of an ISO 4217 currency: 19900 USD is 199 dollars. */
export type Money = Readonly<{ amount: number; currency: string }>;

/** Decimal places that a currency's minor unit has: USD 2, JPY 0. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/**
 * Reads an amount such as `199`, `199.00` or `1,299.50` in a currency of three letters.
 * @throws AppError invalid_input when either is not one, or has more places than the currency
 */
export function parseMoney(amount: string, currency: string): Money {
  const code = currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) {
    throw new AppError(
      'invalid_input',
      `"${currency}" is not a currency. Give three letters, such as USD.`,
      { path: 'cost' },
    );
  }
  const digits = currencyDigits(code);
  const text = amount.trim().replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  const match = /^(\d{1,11})(?:\.(\d*))?$/.exec(text);
  const decimals = match?.[2] ?? '';
  if (!match || decimals.length > digits) {
    throw new AppError(
      'invalid_input',
      `"${amount}" is not an amount of ${code}. Give a number such as ${digits === 0 ? '199' : '199.00'}.`,
      { path: 'cost' },
    );
  }
  return { amount: Number(`${match[1]}${decimals.padEnd(digits, '0')}`), currency: code };
}

/** The amount as a plain decimal number with the currency's places: `199.00`. */
export function toDecimal({ amount, currency }: Money): string {
  const digits = currencyDigits(currency);
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
