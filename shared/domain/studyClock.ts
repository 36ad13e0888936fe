import {
  addDays,
  daysBetween,
  LAST_EPOCH_DAY,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';

/** Study time in whole hundredths of an hour. */
export type StudyTime = number;

export type DaysOff = readonly Readonly<{ from: PlainDate; to: PlainDate }>[];

/** Days ahead for which a forecast is given; what takes longer has none. */
const HORIZON_DAYS = 50 * 366;

export type StudyClock = Readonly<{
  /** Study time from the first day through a day; 0 before it. */
  through: (day: PlainDate) => StudyTime;
  /** The first day by whose end so much time was had; null beyond the horizon. */
  dayOf: (time: StudyTime) => PlainDate | null;
  /** Days of study from the first day through a day. */
  studyDays: (day: PlainDate) => number;
}>;

/**
 * Time for study as it accrues from a day on: a seventh of the week's on each day that is not off.
 * Rounded down at each day's end, so that seven days in a row hold exactly the week's time and no
 * week holds more.
 * @param weekly hundredths of an hour
 */
export function studyClock(from: PlainDate, weekly: StudyTime, off: DaysOff): StudyClock {
  const ranges = mergeRanges(off);

  const offDays = (through: PlainDate): number =>
    ranges.reduce((sum, range) => {
      const start = range.from > from ? range.from : from;
      const end = range.to < through ? range.to : through;
      return start > end ? sum : sum + daysBetween(start, end) + 1;
    }, 0);
  const studyDays = (day: PlainDate): number =>
    day < from ? 0 : daysBetween(from, day) + 1 - offDays(day);
  const through = (day: PlainDate): StudyTime => Math.floor((weekly * studyDays(day)) / 7);

  const dayOf = (time: StudyTime): PlainDate | null => {
    if (time <= 0) return from;
    if (weekly <= 0) return null;
    const daysLeft = LAST_EPOCH_DAY - toEpochDay(from);
    let [low, high] = [0, Math.min(HORIZON_DAYS, daysLeft)];
    if (through(addDays(from, high)) < time) return null;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (through(addDays(from, middle)) >= time) high = middle;
      else low = middle + 1;
    }
    return addDays(from, low);
  };

  return { through, dayOf, studyDays };
}

/** The ranges in order, overlapping and adjoining ones as one, so that no day counts twice. */
function mergeRanges(off: DaysOff): { from: PlainDate; to: PlainDate }[] {
  const merged: { from: PlainDate; to: PlainDate }[] = [];
  for (const { from, to } of off.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = merged.at(-1);
    if (before !== undefined && from <= before.to) {
      if (to > before.to) before.to = to;
    } else merged.push({ from, to });
  }
  return merged;
}
