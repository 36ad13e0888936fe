import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import { last } from '#shared/domain/partialDate.ts';
import {
  addDays,
  daysBetween,
  LAST_EPOCH_DAY,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { planStudy } from '#shared/domain/studyPlan.ts';
import { studySettingsSchema, type StudySettings } from '#shared/domain/studySettings.ts';
import { nextStepWords, verdictWords } from '#shared/domain/studyWords.ts';
import { fromHundredths } from '#shared/domain/units.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { CalendarEvent } from '../exporters/calendar.ts';
import type { Course, CourseRepository } from '../repositories/courseRepository.ts';
import {
  afterOf,
  compare,
  hasHours,
  hoursLeftOf,
  inOrder,
  isOpen,
  soonest,
  studyCourse,
  viewOf,
} from './studyView.ts';

type Parts = Readonly<{
  writer: Writer;
  courses: CourseRepository;
  /** Hours a week by the settings. */
  weeklyHours: () => number;
}>;

type StudyPlanView = ProcedureOutput<'study.preview'>;
type CourseItem = ProcedureOutput<'study.courses'>['items'][number];

/** Under which the plan is kept among the settings. */
export const STUDY_SETTING = 'studyPlan';
/** A week table of ten years is as much as anybody reads. */
const LONGEST_DAYS = 3660;
const FORECAST_DAYS = 14_600;

export type StudyService = ReturnType<typeof createStudyService>;

/** The study plan (features.md G8), and when the courses under way will be done. */
export function createStudyService({ writer, courses, weeklyHours }: Parts) {
  const saved = (): StudySettings | null => {
    const row = writer.rows.get('setting', STUDY_SETTING);
    return row === undefined ? null : studySettingsSchema.parse(JSON.parse(String(row['value'])));
  };

  /** @throws AppError refused for a circle, invalid_date for a day outside the next ten years */
  const planOf = (settings: StudySettings, asOf: PlainDate): StudyPlanView => {
    const days = daysBetween(asOf, settings.by);
    if (days < 0 || days > LONGEST_DAYS)
      throw new AppError(
        'invalid_date',
        `by: give a day from ${asOf} on, at most ten years ahead.`,
        { path: 'by' },
      );
    const chosen = courses.named(settings.courses.map(({ credentialId }) => credentialId));
    const underWay = chosen.filter(isOpen);
    const after = afterOf(settings);
    const warnings: string[] = [];
    for (const course of underWay) {
      for (const id of after.get(course.id) ?? []) {
        if (underWay.some((other) => other.id === id)) continue;
        const [needed] = courses.named([id]);
        if (needed && isOpen(needed))
          warnings.push(`${course.title} comes after ${needed.title}, which is not in the plan.`);
      }
      if (course.target !== null && last(course.target) < asOf)
        warnings.push(`The target of ${course.title} (${course.target}) has passed.`);
    }
    const weekly = settings.weeklyHours ?? weeklyHours();
    const planned = inOrder(underWay, settings).filter(({ hours }) => hours !== null);
    const plan = planStudy({
      asOf,
      by: settings.by,
      weekly: Math.round(weekly * 100),
      off: settings.off,
      courses: planned.map((course) => studyCourse(course, after, settings.by, asOf)),
    });
    return {
      ...viewOf(plan),
      settings: { ...settings, off: [...settings.off], courses: [...settings.courses] },
      weeklyHours: weekly,
      verdict: verdictWords(plan, settings.by),
      withoutHours: underWay
        .filter(({ hours }) => hours === null)
        .map(({ id, title }) => ({ credentialId: id, title })),
      warnings,
    };
  };

  /** Every course under way one after the other: those of the saved plan first. */
  const schedule = (asOf: PlainDate) => {
    const settings = saved();
    const chosen = settings === null ? [] : inOrder(settingsCourses(settings), settings);
    const ids = new Set(chosen.map(({ id }) => id));
    const others = courses.inProgress().filter(({ id }) => !ids.has(id));
    const horizon = addDays(asOf, Math.min(FORECAST_DAYS, LAST_EPOCH_DAY - toEpochDay(asOf)));
    const weekly = settings?.weeklyHours ?? weeklyHours();
    const after = settings === null ? new Map<Id, readonly Id[]>() : afterOf(settings);
    const by = settings === null || settings.by < asOf ? horizon : settings.by;
    const plan = planStudy({
      asOf,
      by: horizon,
      weeksThrough: asOf,
      weekly: Math.round(weekly * 100),
      off: settings?.off ?? [],
      courses: [
        ...chosen.filter(hasHours).map((course) => studyCourse(course, after, by, asOf)),
        ...others.filter(hasHours).map((course) => ({
          ...studyCourse(course, after, horizon, asOf),
          // A saved plan comes first; without one, targets decide.
          ...(settings === null ? {} : { due: horizon }),
        })),
      ],
    });
    return { plan, weekly, planned: settings !== null, others, chosen };
  };

  const settingsCourses = (settings: StudySettings): Course[] =>
    courses.named(settings.courses.map(({ credentialId }) => credentialId)).filter(isOpen);

  return {
    get: (asOf: PlainDate): StudyPlanView | null => {
      const settings = saved();
      if (settings === null) return null;
      // A plan whose day has passed is shown as it stands on that day's terms: nothing fits any more.
      return planOf(settings.by < asOf ? { ...settings, by: asOf } : settings, asOf);
    },

    preview: (settings: StudySettings, asOf: PlainDate): StudyPlanView => {
      assertKnown(settings, courses);
      return planOf(settings, asOf);
    },

    plan: (settings: StudySettings, asOf: PlainDate): StudyPlanView => {
      assertKnown(settings, courses);
      const view = planOf(settings, asOf);
      writer.run('Changed the study plan', (tx) =>
        tx.put('setting', { id: STUDY_SETTING, value: JSON.stringify(settings) }),
      );
      return view;
    },

    clear: (): boolean => {
      if (saved() === null) return false;
      writer.run('Removed the study plan', (tx) => tx.remove('setting', STUDY_SETTING));
      return true;
    },

    /** When each course under way is done, by id; null where it cannot be told. */
    forecasts: (asOf: PlainDate): ReadonlyMap<string, PlainDate | null> =>
      new Map(schedule(asOf).plan.courses.map(({ course, finishes }) => [course.id, finishes])),

    courses: (asOf: PlainDate): ProcedureOutput<'study.courses'> => {
      const { plan, weekly, planned, others, chosen } = schedule(asOf);
      const byId = new Map(plan.courses.map((item) => [item.course.id, item]));
      const thisWeek = new Map(plan.weeks[0]?.items.map(({ id, time }) => [id, time]));
      const items = [...chosen, ...others]
        .filter(({ lifecycle }) => lifecycle === 'in-progress')
        .map((course): CourseItem => {
          const item = byId.get(course.id);
          const forecast = item?.finishes ?? null;
          const deadline = soonest(course, asOf);
          const target = course.target;
          const facts = {
            hoursLeft: hoursLeftOf(course),
            hoursThisWeek: fromHundredths(thisWeek.get(course.id) ?? 0),
            forecast,
            slackDays:
              forecast === null || target === null ? null : daysBetween(forecast, last(target)),
            deadline,
          };
          return {
            id: course.id,
            title: course.title,
            issuer: course.issuer,
            platform: course.platform,
            progress: course.progress,
            target,
            mode: course.mode,
            ...facts,
            nextStep: nextStepWords({ ...facts, starts: item?.starts ?? null, weekly }),
          };
        })
        .toSorted(
          (a, b) =>
            compare(a.deadline?.on ?? '~', b.deadline?.on ?? '~') || compare(a.title, b.title),
        );
      return { weeklyHours: weekly, planned, items };
    },

    /** A day for each course in each week of the saved plan, for the calendar file. */
    events: (asOf: PlainDate): CalendarEvent[] => {
      const settings = saved();
      if (settings === null || settings.by < asOf) return [];
      return planOf(settings, asOf).weeks.flatMap(({ monday, items }) =>
        items.map(({ credentialId, title, hours, done }) => ({
          // The Monday names the week for good, also once the week has begun.
          id: `study:${credentialId}:${monday}`,
          on: monday < asOf ? asOf : monday,
          summary: `Study ${title}: ${hours} h this week`,
          description: done ? 'By your study plan, it is done this week.' : 'By your study plan.',
          alarmDays: [],
        })),
      );
    },
  };
}

/** @throws AppError not_found for a course that is not in the portfolio */
function assertKnown(settings: StudySettings, courses: CourseRepository): void {
  const ids = settings.courses.map(({ credentialId }) => credentialId);
  const known = new Set(courses.named(ids).map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined)
    throw new AppError('not_found', `There is no credential ${missing}.`, { path: 'courses' });
}
