import { z } from 'zod';

/** Preferences that belong to the portfolio, not to a window. */
export const settingsSchema = z.strictObject({
  /** How dates are written: by the reader's locale, or always one way. */
  dateStyle: z.enum(['locale', 'iso', 'day-first', 'month-first']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Days before expiry from which a credential counts as expiring. */
  leadDays: z.int().min(0).max(3650),
  /** How ambiguous dates such as 03/04/2024 in files are read. */
  dateOrder: z.enum(['day-first', 'month-first', 'year-first']),
  holderName: z.string().max(200),
  weeklyHours: z.number().min(0).max(100),
  /** Asked for only where a body's dates hang on it (SHRM, many licences); null: not said. */
  birthMonth: z.int().min(1).max(12).nullable(),
  birthYear: z.enum(['odd', 'even']).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  dateStyle: 'locale',
  theme: 'system',
  leadDays: 90,
  dateOrder: 'month-first',
  holderName: '',
  weeklyHours: 6,
  birthMonth: null,
  birthYear: null,
};
