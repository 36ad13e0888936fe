import type { PartialDate } from '#shared/domain/partialDate.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

/** Forms that say a date by themselves, wherever they stand; longer ones first. */
const PLAIN = [
  String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`,
  String.raw`\d{4}[-/]\d{1,2}`,
  String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{4}`,
  String.raw`\d{1,2}/\d{4}`,
  String.raw`${DAY}\s+${MONTH}\.?,?\s+\d{4}`,
  String.raw`${MONTH}\.?\s+${DAY},?\s+\d{4}`,
  String.raw`${MONTH}(?:\.?,?\s+|-)\d{4}`,
].join('|');

/** A date as people type it; matches nothing inside a longer word or number. */
export const datePattern = String.raw`(?<![\w/.-])(?:${PLAIN}|today)(?![\w/-])`;

/** As `datePattern`, and a year alone, for places where only a date can stand. */
export const dateOrYearPattern = String.raw`(?<![\w/.-])(?:${PLAIN}|today|\d{4})(?![\w/-])`;

export type DateReading = Readonly<{ asOf: PlainDate; dateOrder: DateOrder }>;

/** The date that a match of the patterns says; null for one that no calendar has, such as 31 Feb 2024. */
export function readTypedDate(text: string, { asOf, dateOrder }: DateReading): PartialDate | null {
  if (text.toLowerCase() === 'today') return asOf;
  const reading = readDate(text, dateOrder);
  return reading !== null && 'date' in reading ? reading.date : null;
}
