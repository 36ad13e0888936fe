import { idSchema, type Id } from '#shared/domain/credential.ts';
import { last } from '#shared/domain/partialDate.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import type { StudyCourse, StudyPlan } from '#shared/domain/studyPlan.ts';
import type { StudySettings } from '#shared/domain/studySettings.ts';
import { openDeadlines } from '#shared/domain/trackMode.ts';
import { fromHundredths } from '#shared/domain/units.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Course } from '../repositories/courseRepository.ts';

type StudyPlanView = ProcedureOutput<'study.preview'>;
type CourseItem = ProcedureOutput<'study.courses'>['items'][number];

/** Weekly hours are proposed in quarters of an hour. */
const QUARTER = 25;

/** Texts in the order of their signs. */
export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const isOpen = ({ lifecycle }: Course): boolean =>
  lifecycle === 'planned' || lifecycle === 'in-progress';

export const hasHours = ({ hours }: Course): boolean => hours !== null;

/** In the order in which the settings name them: of two due on one day, that comes first. */
export function inOrder(courses: readonly Course[], settings: StudySettings): Course[] {
  const places = new Map(settings.courses.map(({ credentialId }, index) => [credentialId, index]));
  return courses.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** What each course waits for. */
export function afterOf(settings: StudySettings): Map<Id, readonly Id[]> {
  return new Map(settings.courses.map(({ credentialId, after }) => [credentialId, after]));
}

/** Hours that are still to be done; null where the record states none. */
export function hoursLeftOf({ hours, progress }: Course): number | null {
  return hours === null ? null : Math.round(hours * (100 - (progress ?? 0))) / 100;
}

/** The course as the plan takes it: due on its target, at the latest on the plan's day. */
export function studyCourse(
  course: Course,
  after: ReadonlyMap<Id, readonly Id[]>,
  by: PlainDate,
  asOf: PlainDate,
): StudyCourse {
  const target = course.target === null ? by : last(course.target);
  return {
    id: course.id,
    title: course.title,
    left: Math.round((hoursLeftOf(course) ?? 0) * 100),
    // A target that has passed asks for nothing that can still be planned.
    due: target < asOf ? by : target,
    after: after.get(course.id) ?? [],
  };
}

/** The soonest of its target and the open deadlines of its track; a target also when passed. */
export function soonest(course: Course, asOf: PlainDate): CourseItem['deadline'] {
  const all = [
    ...openDeadlines({ ...course.track, mode: course.mode })
      .filter(({ on }) => on >= asOf)
      .map(({ deadline, on }) => ({ kind: deadline, on })),
    ...(course.target === null ? [] : [{ kind: 'target' as const, on: last(course.target) }]),
  ].toSorted((a, b) => compare(a.on, b.on));
  const [next] = all;
  return next === undefined ? null : { ...next, daysLeft: daysBetween(asOf, next.on) };
}

type Computed = Omit<
  StudyPlanView,
  'settings' | 'weeklyHours' | 'verdict' | 'withoutHours' | 'warnings'
>;

/** What of a plan's view follows from the plan alone. */
export function viewOf(plan: StudyPlan): Computed {
  const needed = plan.weeklyNeeded;
  return {
    fits: plan.fits,
    hoursShort: fromHundredths(plan.short),
    weeklyHoursNeeded: needed === null ? null : Math.ceil(needed / QUARTER) / 4,
    hoursLeft: fromHundredths(plan.courses.reduce((sum, { course }) => sum + course.left, 0)),
    hoursPlaced: fromHundredths(
      plan.weeks.reduce(
        (sum, { items }) => sum + items.reduce((all, { time }) => all + time, 0),
        0,
      ),
    ),
    courses: plan.courses.map(({ course, due, starts, finishes, short }) => ({
      credentialId: idSchema.parse(course.id),
      title: course.title,
      hoursLeft: fromHundredths(course.left),
      due,
      starts,
      finishes,
      hoursShort: fromHundredths(short),
    })),
    weeks: plan.weeks.map(({ monday, capacity, daysOff, items }) => ({
      monday,
      capacity: fromHundredths(capacity),
      daysOff,
      hours: fromHundredths(items.reduce((sum, { time }) => sum + time, 0)),
      items: items.map(({ id, title, time, done }) => ({
        credentialId: idSchema.parse(id),
        title,
        hours: fromHundredths(time),
        done,
      })),
    })),
  };
}
