import { addDays, dayOfWeek, type PlainDate } from '#shared/domain/plainDate.ts';
import { studyClock, type DaysOff, type StudyTime } from '#shared/domain/studyClock.ts';
import { orderCourses, type Orderable } from '#shared/domain/studyOrder.ts';

/** A course to be studied; `left` in hundredths of an hour. */
export type StudyCourse = Orderable & Readonly<{ left: StudyTime }>;

export type StudyRequest = Readonly<{
  asOf: PlainDate;
  /** The last day of the plan. */
  by: PlainDate;
  /** The last day of which the week is told; without it, that of the plan. */
  weeksThrough?: PlainDate;
  /** Hundredths of an hour. */
  weekly: StudyTime;
  off: DaysOff;
  courses: readonly StudyCourse[];
}>;

export type PlannedCourse<C> = Readonly<{
  course: C;
  /** Its own day, else the plan's. */
  due: PlainDate;
  starts: PlainDate | null;
  /** Also past the plan's day: a forecast. Null beyond the horizon or without weekly hours. */
  finishes: PlainDate | null;
  /** Of what is to be done by its day, this course included, so much does not fit. */
  short: StudyTime;
}>;

export type StudyWeek = Readonly<{
  monday: PlainDate;
  capacity: StudyTime;
  daysOff: number;
  items: readonly Readonly<{ id: string; title: string; time: StudyTime; done: boolean }>[];
}>;

export type StudyPlan = Readonly<{
  fits: boolean;
  /** The most that is missing for any day on which something is due. */
  short: StudyTime;
  /** The least weekly time with which it fits; null when no time would do. */
  weeklyNeeded: StudyTime | null;
  courses: readonly PlannedCourse<StudyCourse>[];
  weeks: readonly StudyWeek[];
}>;

/**
 * Which course in which week (features.md G8): one course after the other, what is due first first,
 * prerequisites before what waits for them, as much a week as was given, none on days off. A part of
 * a week holds its sevenths. The weeks end with the plan's day; what does not fit is told in hours,
 * and the courses' forecasts go on past it.
 * @throws AppError refused when prerequisites go in a circle
 */
export function planStudy(request: StudyRequest): StudyPlan {
  const { asOf, by, weekly, off } = request;
  const clock = studyClock(asOf, weekly, off);
  const ordered = orderCourses(
    request.courses.map((course) => ({ ...course, due: course.due < by ? course.due : by })),
  );

  let before = 0;
  const placed = ordered.map(({ course, effectiveDue }) => {
    const [start, end] = [before, before + course.left];
    before = end;
    return { course, effectiveDue, start, end };
  });
  const courses = placed.map(({ course, effectiveDue, start, end }) => ({
    course,
    due: course.due,
    starts: clock.dayOf(start + 1),
    finishes: clock.dayOf(end),
    short: course.left === 0 ? 0 : Math.max(0, end - clock.through(effectiveDue)),
  }));
  const short = Math.max(0, ...courses.map((course) => course.short));
  return {
    fits: short === 0,
    short,
    weeklyNeeded: weeklyNeeded(placed, clock.studyDays),
    courses,
    weeks: weeksOf(request, placed),
  };
}

type Placed = Readonly<{
  course: StudyCourse;
  effectiveDue: PlainDate;
  start: StudyTime;
  end: StudyTime;
}>;

/** Least weekly time w with floor(w × days / 7) ≥ what is due, for every day on which some is. */
function weeklyNeeded(
  placed: readonly Placed[],
  studyDays: (day: PlainDate) => number,
): StudyTime | null {
  let needed = 0;
  for (const { course, effectiveDue, end } of placed) {
    if (course.left === 0) continue;
    const days = studyDays(effectiveDue);
    if (days <= 0) return null;
    needed = Math.max(needed, Math.ceil((end * 7) / days));
  }
  return needed;
}

/** Every week from the first day to the plan's, those without study too. */
function weeksOf(request: StudyRequest, placed: readonly Placed[]): StudyWeek[] {
  const { asOf, by, weekly, off, weeksThrough = by } = request;
  const clock = studyClock(asOf, weekly, off);
  const weeks: StudyWeek[] = [];
  const firstMonday = addDays(asOf, 1 - dayOfWeek(asOf));
  for (let monday = firstMonday; monday <= weeksThrough; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6);
    const end = sunday < by ? sunday : by;
    const from = clock.through(addDays(monday, -1));
    const to = clock.through(end);
    const items = placed.flatMap(({ course, start, end: finish }) => {
      const time = Math.min(finish, to) - Math.max(start, from);
      return time <= 0 ? [] : [{ id: course.id, title: course.title, time, done: finish <= to }];
    });
    weeks.push({ monday, capacity: to - from, daysOff: daysOffIn(off, monday, sunday), items });
  }
  return weeks;
}

function daysOffIn(off: DaysOff, monday: PlainDate, sunday: PlainDate): number {
  let days = 0;
  for (let day = monday; day <= sunday; day = addDays(day, 1)) {
    if (off.some(({ from, to }) => from <= day && day <= to)) days += 1;
  }
  return days;
}
