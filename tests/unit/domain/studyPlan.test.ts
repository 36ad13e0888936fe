import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import {
  planStudy,
  type StudyCourse,
  type StudyPlan,
  type StudyRequest,
} from '#shared/domain/studyPlan.ts';
import { nextStepWords, verdictWords, type NextStepFacts } from '#shared/domain/studyWords.ts';
import { propertyRuns } from '../../support/property.ts';

const day = (text: string) => plainDateSchema.parse(text);
/** A Monday. */
const MONDAY = day('2026-11-23');

function aCourse(id: string, hours: number, due: string, after: string[] = []): StudyCourse {
  return { id, title: id, left: hours * 100, due: day(due), after };
}

function plan(courses: readonly StudyCourse[], fields: Partial<StudyRequest> = {}): StudyPlan {
  return planStudy({
    asOf: MONDAY,
    by: day('2027-02-28'),
    weekly: 4_00,
    off: [],
    courses,
    ...fields,
  });
}

const table = ({ weeks }: StudyPlan) =>
  weeks
    .filter(({ items }) => items.length > 0)
    .map(({ monday, items }) => [monday, ...items.map(({ id, time }) => `${id} ${time / 100}`)]);

test('what is due first comes first, week by week', () => {
  const made = plan([aCourse('B', 6, '2027-02-28'), aCourse('A', 6, '2026-12-31')]);
  expect(table(made)).toEqual([
    ['2026-11-23', 'A 4'],
    ['2026-11-30', 'A 2', 'B 2'],
    ['2026-12-07', 'B 4'],
  ]);
  expect(made.courses.map(({ course, starts, finishes }) => [course.id, starts, finishes])).toEqual(
    [
      ['A', '2026-11-23', '2026-12-03'],
      ['B', '2026-12-03', '2026-12-13'],
    ],
  );
  expect(made).toMatchObject({ fits: true, short: 0 });
});

test('a prerequisite comes first, and is due with what waits for it', () => {
  const made = plan([
    aCourse('other', 4, '2027-01-10'),
    aCourse('advanced', 4, '2026-12-20', ['basics']),
    aCourse('basics', 4, '2027-02-28'),
  ]);
  expect(made.courses.map(({ course }) => course.id)).toEqual(['basics', 'advanced', 'other']);
});

test('a course with nothing left to study asks nothing of its prerequisite', () => {
  const made = plan([
    aCourse('basics', 8, '2027-01-10'),
    aCourse('done', 0, '2026-11-23', ['basics']),
  ]);
  expect(made).toMatchObject({ fits: true });
});

test('prerequisites in a circle are refused by name', () => {
  const circle = [
    aCourse('A', 1, '2027-01-01', ['C']),
    aCourse('B', 1, '2027-01-01', ['A']),
    aCourse('C', 1, '2027-01-01', ['B']),
  ];
  expect(() => plan(circle)).toThrow(
    expect.objectContaining({ code: 'refused', message: expect.stringContaining('A → C → B → A') }),
  );
  expect(() => plan([aCourse('A', 1, '2027-01-01', ['A'])])).toThrow('A → A');
});

test('a prerequisite that is not in the plan has no say', () => {
  expect(plan([aCourse('A', 1, '2027-01-01', ['done'])]).courses).toHaveLength(1);
});

test('days off take their sevenths of the week, and overlapping ones count once', () => {
  const off = [
    { from: day('2026-11-30'), to: day('2026-12-06') },
    { from: day('2026-12-04'), to: day('2026-12-08') },
  ];
  const { weeks } = plan([aCourse('A', 40, '2027-02-28')], { off, weekly: 7_00 });
  expect(weeks.slice(0, 4).map(({ capacity, daysOff }) => [capacity, daysOff])).toEqual([
    [7_00, 0],
    [0, 7],
    [5_00, 2],
    [7_00, 0],
  ]);
});

test('a week that has begun, and one that the plan ends in, hold their part', () => {
  const made = plan([aCourse('A', 40, '2026-12-31')], {
    asOf: day('2026-11-27'),
    by: day('2026-12-08'),
    weekly: 7_00,
  });
  expect(made.weeks.map(({ monday, capacity }) => [monday, capacity])).toEqual([
    ['2026-11-23', 3_00],
    ['2026-11-30', 7_00],
    ['2026-12-07', 2_00],
  ]);
});

test('it says plainly by how many hours it does not fit, and what would do', () => {
  const made = plan([aCourse('A', 20, '2026-12-20'), aCourse('B', 4, '2027-02-28')]);
  // Four weeks of four hours for twenty.
  expect(made).toMatchObject({ fits: false, short: 4_00, weeklyNeeded: 5_00 });
  expect(made.courses.map(({ course, short }) => [course.id, short])).toEqual([
    ['A', 4_00],
    ['B', 0],
  ]);
  expect(verdictWords(made, day('2027-02-28'))).toBe(
    'It does not fit: 4 h are missing for A by 20 December 2026. It takes 5 h a week.',
  );
  const fit = plan([aCourse('A', 20, '2026-12-20')], { weekly: 5_00 });
  expect(verdictWords(fit, day('2027-02-28'))).toBe(
    'It fits: all is done on 20 December 2026, 70 days to spare.',
  );
});

test('without hours a week nothing is placed; with only days off no hours would do', () => {
  expect(plan([aCourse('A', 1, '2027-01-01')], { weekly: 0 })).toMatchObject({
    fits: false,
    short: 1_00,
    courses: [{ finishes: null }],
  });
  const off = [{ from: day('2026-01-01'), to: day('2027-12-31') }];
  const made = plan([aCourse('A', 1, '2027-01-01')], { off });
  expect(made.weeklyNeeded).toBeNull();
  expect(verdictWords(made, day('2027-02-28'))).toContain('no days left');
});

test('the next step: a close deadline, missing hours, a late course, else this week', () => {
  const facts: NextStepFacts = {
    hoursLeft: 10,
    hoursThisWeek: 4,
    starts: MONDAY,
    forecast: day('2026-12-10'),
    slackDays: 5,
    weekly: 4,
    deadline: null,
  };
  const upgrade = { kind: 'verified-upgrade', on: day('2026-12-01'), daysLeft: 8 } as const;
  expect(nextStepWords({ ...facts, deadline: upgrade })).toBe(
    'Upgrade to the verified track by 1 December 2026.',
  );
  expect(nextStepWords({ ...facts, deadline: { ...upgrade, daysLeft: 30 } })).toBe(
    'Study 4 h this week.',
  );
  expect(nextStepWords({ ...facts, hoursLeft: null })).toMatch(/^Say how many hours/);
  expect(nextStepWords({ ...facts, hoursLeft: 0 })).toMatch(/^All is studied/);
  expect(nextStepWords({ ...facts, slackDays: -3 })).toContain('3 days after its target');
  expect(nextStepWords({ ...facts, hoursThisWeek: 0 })).toBe('Its turn comes on 23 November 2026.');
});

const anyDay = fc.nat({ max: 400 }).map((days) => addDays(MONDAY, days));
const anyRequest: fc.Arbitrary<StudyRequest> = fc
  .record({
    asOf: fc.nat({ max: 10 }).map((days) => addDays(MONDAY, days)),
    length: fc.nat({ max: 300 }),
    weekly: fc.nat({ max: 20_00 }),
    off: fc.array(
      fc
        .tuple(anyDay, fc.nat({ max: 25 }))
        .map(([from, days]) => ({ from, to: addDays(from, days) })),
      { maxLength: 4 },
    ),
    courses: fc.array(
      fc.record({ left: fc.nat({ max: 60_00 }), due: anyDay, after: fc.array(fc.nat({ max: 6 })) }),
      { maxLength: 6 },
    ),
  })
  .map(({ asOf, length, courses, ...rest }) => ({
    ...rest,
    asOf,
    by: addDays(asOf, length),
    // After earlier ones only: no circles.
    courses: courses.map(({ after, ...course }, index) => ({
      ...course,
      id: `${index}`,
      title: `course ${index}`,
      after: after.filter((place) => place < index).map(String),
    })),
  }));

/** Study time by the end of a day, counted day by day in sevenths. */
function timeBy({ asOf, weekly, off }: StudyRequest, through: PlainDate): number {
  let sevenths = 0;
  for (let at = asOf; at <= through; at = addDays(at, 1)) {
    if (!off.some(({ from, to }) => from <= at && at <= to)) sevenths += weekly;
  }
  return Math.floor(sevenths / 7);
}

test('a plan that fits places all hours, none past a due day; no week holds more than was given', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const made = planStudy(request);
      const total = request.courses.reduce((sum, { left }) => sum + left, 0);
      const placed = made.weeks.flatMap(({ items }) => items);
      const sum = placed.reduce((all, { time }) => all + time, 0);
      if (made.fits) expect(sum).toBe(total);
      expect(sum).toBe(Math.min(total, timeBy(request, request.by)));
      for (const { monday, items, capacity } of made.weeks) {
        const inWeek = items.reduce((all, { time }) => all + time, 0);
        expect(inWeek).toBeLessThanOrEqual(Math.min(request.weekly, capacity));
        expect(monday <= request.by && addDays(monday, 6) >= request.asOf).toBe(true);
      }
      for (const { course, due, finishes, short } of made.courses) {
        if (!made.fits || course.left === 0) continue;
        expect(short).toBe(0);
        expect(finishes !== null && finishes <= due && finishes <= request.by).toBe(true);
      }
      const finishOf = new Map(made.courses.map(({ course, finishes }) => [course.id, finishes]));
      for (const { course, starts } of made.courses) {
        for (const before of course.after) {
          const done = finishOf.get(before);
          if (starts !== null && course.left > 0) expect(done != null && done <= starts).toBe(true);
        }
      }
    }),
    propertyRuns(400),
  );
});

/** Every order of the courses in which prerequisites come first. */
function orders(courses: readonly StudyCourse[]): StudyCourse[][] {
  if (courses.length === 0) return [[]];
  return courses
    .filter(({ after }) => !courses.some(({ id }) => after.includes(id)))
    .flatMap((first) =>
      orders(courses.filter((course) => course !== first)).map((rest) => [first, ...rest]),
    );
}

/** The most that an order leaves undone on the due day of any course. */
function shortOf(request: StudyRequest, order: readonly StudyCourse[]): number {
  let done = 0;
  return order.reduce((most, { left, due }) => {
    done += left;
    const dueOn = due < request.by ? due : request.by;
    return left === 0 ? most : Math.max(most, done - timeBy(request, dueOn));
  }, 0);
}

test('it fits exactly when some order of the courses does; no order is short by less', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const courses = request.courses.slice(0, 5);
      const made = planStudy({ ...request, courses });
      const best = Math.min(
        ...orders(courses).map((order) => shortOf({ ...request, courses }, order)),
      );
      expect(made.fits).toBe(best === 0);
      expect(made.short).toBe(best);
    }),
    propertyRuns(200),
  );
});

test('the weekly hours that are said to do will do, and a hundredth less will not', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { weeklyNeeded } = planStudy(request);
      if (weeklyNeeded === null) return;
      expect(planStudy({ ...request, weekly: weeklyNeeded }).fits).toBe(true);
      if (weeklyNeeded > 0)
        expect(planStudy({ ...request, weekly: weeklyNeeded - 1 }).fits).toBe(false);
    }),
    propertyRuns(200),
  );
});
