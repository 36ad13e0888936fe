import {
  englishMonths,
  foldDateText,
  isFiller,
  isWeekday,
  monthNamed,
} from '#shared/domain/dateWords.ts';
import { isPartialDate, type PartialDate } from '#shared/domain/partialDate.ts';
import { daysInMonth, FIRST_YEAR, LAST_YEAR } from '#shared/domain/plainDate.ts';
import type { Settings } from '#shared/domain/settings.ts';

/** Which number comes first where the year does not: 03/11/2020 is 3 November day-first. */
export type DateOrder = Settings['dateOrder'];

/** `ambiguous` when the other order would give another real day. */
export type DateRead = Readonly<{ date: PartialDate; ambiguous: boolean }>;

/** Why a text is no date, in one plain sentence, and what may be meant, likeliest first. */
export type DateRefused = Readonly<{
  error: 'invalid_date';
  message: string;
  suggestions: PartialDate[];
}>;

/** Numbers of a date as they were written; `month` and `day` are null where they were not. */
type Parts = Readonly<{ year: number; month: number | null; day: number | null }>;

/** No written date is longer; what is, is refused unread. */
const LONGEST_DATE = 100;

/** Marks for "no date" in exports: LinkedIn's Learning.csv writes N/A. */
const NOTHING = /^(?:-*|n\/?a|none|null)$/;

/** A time of day with its zone, at the end, after a date. */
const TIME = new RegExp(
  [
    '(?:t|,? (?:at|um|a(?: las?)?) |, | )',
    String.raw`(\d{1,2})(?::| ?h ?)(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?[ap]\.? ?m\.?)?`,
    String.raw`(?: ?(?:z|[a-z]{3,5}))?(?: ?[+-]\d{1,2}(?::?\d{2})?)?`,
    String.raw`(?: ?\([^()]*\)| ?\[[^[\]]*\])?$`,
  ].join(''),
);

/** A calendar day that carries a zone, as XML Schema allows: 2024-05-03Z, 2024-05-03+02:00. */
const DAY_WITH_ZONE = /^(\d{4}-\d{2}-\d{2})(?:z|[+-]\d{2}:\d{2})$/;

const NUMERIC = /^(\d{1,4})(?: ?([-/. ]) ?(\d{1,4})(?: ?\2 ?(\d{1,4}))?)?\.?$/;

/**
 * Reads a date as files and people write it: 2019, Nov 2020, 3 Nov 2020, 03/11/2020, 11/2020,
 * 3.11.2020, 2020-11-03, and instants such as 2024-05-03T23:30:00-05:00, which give the calendar day
 * as written, in their own offset (domain.md section 1). Months may be named in English, German,
 * Spanish or French. Never invents a day or a century.
 * @param order how numbers are read that could be day or month
 * @returns null for an empty text or a mark for none, such as N/A
 */
export function readDate(text: string, order: DateOrder): DateRead | DateRefused | null {
  if (text.trim().length > LONGEST_DATE) return unreadable(text);
  const folded = foldDateText(text);
  if (NOTHING.test(folded)) return null;
  const time = TIME.exec(folded);
  if (time && !isTimeOfDay(time)) return unreadable(text);
  const day = time ? folded.slice(0, time.index) : (DAY_WITH_ZONE.exec(folded)?.[1] ?? folded);
  const dateText = withoutWeekday(day);
  const numbers = NUMERIC.exec(dateText);
  const reading = numbers ? readNumbers(numbers, order) : readWords(dateText);
  // A time of day belongs to a day; after a month or a year it is something else.
  const misplaced =
    time !== null && reading !== null && 'date' in reading && reading.date.length < 10;
  return reading === null || misplaced ? unreadable(text) : reading;
}

function isTimeOfDay([, hour, minute, second = '0']: RegExpExecArray): boolean {
  return Number(hour) <= 24 && Number(minute) <= 59 && Number(second) <= 60;
}

function withoutWeekday(text: string): string {
  const word = /^([a-z]+)\.?,? /.exec(text);
  return word?.[1] !== undefined && isWeekday(word[1]) ? text.slice(word[0].length) : text;
}

/** A date in numbers alone; which is which follows from the four digits of the year. */
function readNumbers(match: RegExpExecArray, order: DateOrder): DateRead | DateRefused | null {
  const [, a = '', separator, b, c] = match;
  if (b === undefined) return readYear(a);
  if (c === undefined) return readMonth(a, b, order);
  const rest = (x: string, y: string) => x.length <= 2 && y.length <= 2;
  if (a.length === 4 && rest(b, c)) return inYearOrder(Number(a), Number(b), Number(c));
  if (c.length === 4 && rest(a, b)) {
    return inDayOrder(Number(a), Number(b), Number(c), order, separator);
  }
  if (a.length > 2 || !rest(b, c)) return null;
  return order === 'year-first'
    ? shortYear(a, Number(b), Number(c))
    : order === 'month-first'
      ? shortYear(c, Number(a), Number(b))
      : shortYear(c, Number(b), Number(a));
}

function readYear(text: string): DateRead | DateRefused | null {
  if (text.length === 4) return checked({ year: Number(text), month: null, day: null });
  return text.length === 2 ? shortYear(text, null, null) : null;
}

function readMonth(a: string, b: string, order: DateOrder): DateRead | DateRefused | null {
  if (a.length === 4 && b.length <= 2)
    return checked({ year: Number(a), month: Number(b), day: null });
  if (b.length === 4 && a.length <= 2)
    return checked({ year: Number(b), month: Number(a), day: null });
  if (a.length > 2 || b.length > 2) return null;
  return order === 'year-first' ? shortYear(a, Number(b), null) : shortYear(b, Number(a), null);
}

function inYearOrder(year: number, month: number, day: number): DateRead | DateRefused {
  const reading = checked({ year, month, day });
  const swapped = { year, month: day, day: month };
  if ('date' in reading || !isReal(swapped)) return reading;
  return { ...reading, suggestions: [...reading.suggestions, written(swapped)] };
}

/** Two numbers before the year: as ordered, or the other way round where only that is a day. */
function inDayOrder(
  a: number,
  b: number,
  year: number,
  order: DateOrder,
  separator: string | undefined,
): DateRead | DateRefused {
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  const [asked, other] = order === 'month-first' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (isReal(asked)) {
    // With points the day comes first wherever they are customary, so only the wish for the other
    // order makes them doubtful.
    const customary = separator === '.' && order !== 'month-first';
    return { date: written(asked), ambiguous: isReal(other) && a !== b && !customary };
  }
  if (isReal(other)) return { date: written(other), ambiguous: false };
  return checked(isMonth(asked.month) || !isMonth(other.month) ? asked : other);
}

/** A date whose month is a word: the year has four digits, a second number is the day. */
function readWords(text: string): DateRead | DateRefused | null {
  const words = text
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|er|o)\b/g, '$1')
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$& ')
    .split(/[ ,./'’-]+/)
    .filter((word) => word !== '' && !isFiller(word));
  const compact = words.length === 1 ? /^(\d{4})(\d{2})(\d{2})$/.exec(words[0] ?? '') : null;
  if (compact) {
    const [, year, month, day] = compact;
    return checked({ year: Number(year), month: Number(month), day: Number(day) });
  }
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  const [month, ...others] = words.filter((word) => !numbers.includes(word)).map(monthNamed);
  if (month === undefined || others.length > 0 || numbers.length > 2) return null;
  const years = numbers.filter((word) => word.length === 4);
  const shorts = numbers.filter((word) => word.length <= 2);
  if (years.length > 1 || years.length + shorts.length < numbers.length) return null;
  const [year, [one, two]] = [years[0], shorts];
  if (year !== undefined) {
    return checked({ year: Number(year), month, day: one === undefined ? null : Number(one) });
  }
  if (two !== undefined) return shortYear(two, month, Number(one));
  return one?.length === 2 ? shortYear(one, month, null) : refused('The year is missing.', []);
}

/** The date if it is a real one, else why not; the suggestions keep what is sound of it. */
function checked(parts: Parts): DateRead | DateRefused {
  const { year, month, day } = parts;
  if (isReal(parts)) return { date: written(parts), ambiguous: false };
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refused(`Only years from ${FIRST_YEAR} to ${LAST_YEAR} can be recorded.`, []);
  }
  if (month === null || !isMonth(month)) {
    return refused(`There is no month ${month}.`, [written({ year, month: null, day: null })]);
  }
  const days = daysInMonth(year, month);
  const nearest = Math.min(Math.max(day ?? 1, 1), days);
  return refused(`${englishMonths[month - 1]} ${year} has ${days} days.`, [
    written({ year, month, day: null }),
    written({ year, month, day: nearest }),
  ]);
}

function shortYear(text: string, month: number | null, day: number | null): DateRefused | null {
  if (text.length !== 2) return refused('The year is missing.', []);
  const suggestions = [2000, 1900]
    .map((century) => ({ year: century + Number(text), month, day }))
    .filter(isReal)
    .map(written);
  return refused(`The year "${text}" has only two digits. Write all four.`, suggestions);
}

function unreadable(text: string): DateRefused {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const years = text.slice(0, LONGEST_DATE).match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  return refused(
    `"${shown.trim()}" is not a date that can be read. Write it like 2024, 2024-05 or 2024-05-03.`,
    [...new Set(years)].filter(isPartialDate).slice(0, 3),
  );
}

function refused(message: string, suggestions: PartialDate[]): DateRefused {
  return { error: 'invalid_date', message, suggestions };
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function isReal(parts: Parts): boolean {
  return isPartialDate(textOf(parts));
}

function written(parts: Parts): PartialDate {
  // Called with real parts only: those that isReal accepted, or a year or month cut from them.
  return textOf(parts) as PartialDate;
}

function textOf({ year, month, day }: Parts): string {
  return [String(year).padStart(4, '0'), month, day]
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
