import { AppError } from '#shared/appError.ts';
import { addMonths, first, precisionOf, type PartialDate } from '#shared/domain/partialDate.ts';
import {
  addMonthsToDay,
  daysInMonth,
  lastDayOfMonth,
  plainDateSchema,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Basis } from '#shared/domain/policyParts.ts';

/** The little that some bodies' dates hang on; asked for only where a policy needs it. */
export type Person = Readonly<{
  /** 1 to 12. */
  birthMonth?: number;
  /** Whether the year of birth is odd or even; the year itself is never needed. */
  birthYear?: 'odd' | 'even';
  /** The day of the year, MM-DD, that the body assigned to this holder. */
  monthDay?: string;
}>;

/**
 * The end of so many months that start then, by a validity basis (domain.md section 3). Null: no
 * end, or one that only the body knows.
 * @throws AppError invalid_input when the birth month is needed and missing or not 1 to 12
 * @throws AppError invalid_date past the year 2200
 */
export function endByBasis(
  policy: Policy,
  basis: Basis,
  start: PartialDate,
  months: number,
  person: Person,
): PartialDate | null {
  switch (basis.kind) {
    case 'none':
      return null;
    case 'issue-date':
      return addMonths(start, months);
    case 'end-of-month': {
      const end = addMonths(start, months);
      return precisionOf(end) === 'day' ? lastDayOfMonth(first(end)) : end;
    }
    case 'calendar-year':
      return dayOf(yearOf(first(start)) + Math.ceil(months / 12), 12, 31);
    case 'birth-month': {
      const month = ((birthMonthOf(policy, person) - 1 + basis.offsetMonths) % 12) + 1;
      const parity = basis.parity === null ? undefined : person.birthYear;
      return firstFrom(addMonthsToDay(first(start), months), [{ month, day: 31 }], parity);
    }
    case 'fixed-date': {
      const days = basis.assigned ? assignedDays(policy, person) : basis.monthDays.map(toMonthDay);
      if (days.length === 0) return null;
      return firstFrom(addMonthsToDay(first(start), months), days, basis.parity ?? undefined);
    }
  }
}

type MonthDay = Readonly<{ month: number; day: number }>;

/** The first of the given days of the year that is not before `earliest`, in years of that parity. */
function firstFrom(
  earliest: PlainDate,
  days: readonly MonthDay[],
  parity: 'odd' | 'even' | undefined,
): PlainDate {
  const from = yearOf(earliest);
  // Of three years, one is of the right parity and not yet past the day.
  const candidates = [0, 1, 2]
    .map((years) => from + years)
    .filter((year) => parity === undefined || year % 2 === (parity === 'odd' ? 1 : 0))
    .flatMap((year) => days.map(({ month, day }) => dayOf(year, month, day)))
    .filter((day) => day >= earliest)
    .toSorted();
  const [next] = candidates;
  if (next === undefined) throw new AppError('internal', 'No day of the year fits.');
  return next;
}

function birthMonthOf(policy: Policy, person: Person): number {
  const { birthMonth } = person;
  if (
    birthMonth !== undefined &&
    Number.isInteger(birthMonth) &&
    birthMonth >= 1 &&
    birthMonth <= 12
  ) {
    return birthMonth;
  }
  const name = policy.abbreviation ?? policy.name;
  throw new AppError(
    'invalid_input',
    `${name} ends by your month of birth. Say which it is, from 1 to 12.`,
    { path: 'birthMonth' },
  );
}

function assignedDays(policy: Policy, person: Person): MonthDay[] {
  if (person.monthDay === undefined) return [];
  const day = toMonthDay(person.monthDay);
  if (
    !(day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(2024, day.month))
  ) {
    throw new AppError(
      'invalid_input',
      `"${person.monthDay}" is not a day of the year. Give the day on which ${policy.issuer} lets your cycle end, as MM-DD.`,
      { path: 'monthDay' },
    );
  }
  return [day];
}

function toMonthDay(text: string): MonthDay {
  const [month, day] = text.split('-').map(Number);
  return { month: month ?? Number.NaN, day: day ?? Number.NaN };
}

function dayOf(year: number, month: number, day: number): PlainDate {
  const [mm, dd] = [month, Math.min(day, daysInMonth(year, month))].map((part) =>
    String(part).padStart(2, '0'),
  );
  const parsed = plainDateSchema.safeParse(`${year}-${mm}-${dd}`);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid_date', 'That leads outside the years that can be recorded.');
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}

/** How a basis places the end, to follow a number of months. */
export function basisWords(basis: Basis): string {
  switch (basis.kind) {
    case 'end-of-month':
      return ', through the end of that month';
    case 'calendar-year':
      return ', in whole calendar years';
    case 'birth-month':
      return basis.offsetMonths === 0
        ? ', through the end of the next birth month'
        : ', through the end of the month after the next birth month';
    case 'fixed-date':
      return ', through the next fixed day';
    default:
      return '';
  }
}
