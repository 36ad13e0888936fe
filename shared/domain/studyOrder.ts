import { AppError } from '#shared/appError.ts';
import { comparePlainDates, type PlainDate } from '#shared/domain/plainDate.ts';

/** A course as far as its place in the order goes. */
export type Orderable = Readonly<{
  id: string;
  title: string;
  due: PlainDate;
  /** Time still to be studied: with none, nothing has to be done before its day. */
  left: number;
  /** Ids of courses that must be done before; those that are not in the list have no say. */
  after: readonly string[];
}>;

export type Ordered<C> = Readonly<{
  course: C;
  /** Its own day or, where that is sooner, the day of a course that waits for it. */
  effectiveDue: PlainDate;
}>;

/**
 * Courses one after the other: among those whose prerequisites are done, what is due first comes
 * first, then in the order given. A prerequisite is due with whatever waits for it; so ordered, a
 * plan that any order could keep is kept (earliest due date first, Lawler 1973).
 * @throws AppError refused when prerequisites go in a circle, naming its courses
 */
export function orderCourses<C extends Orderable>(courses: readonly C[]): Ordered<C>[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const waitingFor = Map.groupBy(
    courses.flatMap((course) =>
      [...new Set(course.after)].filter((id) => byId.has(id)).map((id) => ({ id, course })),
    ),
    ({ id }) => id,
  );
  assertNoCircle(courses, byId);

  const dayById = new Map<string, PlainDate | null>();
  /** The soonest day on which it or something that waits for it has to be done; null: none has. */
  const neededBy = (course: C): PlainDate | null => {
    const known = dayById.get(course.id);
    if (known !== undefined) return known;
    const days = (waitingFor.get(course.id) ?? [])
      .map(({ course: waiting }) => neededBy(waiting))
      .concat(course.left === 0 ? null : course.due)
      .filter((day) => day !== null);
    const soonest = days.toSorted(comparePlainDates)[0] ?? null;
    dayById.set(course.id, soonest);
    return soonest;
  };

  const ordered: Ordered<C>[] = [];
  const done = new Set<string>();
  const open = courses
    .map((course) => ({ course, effectiveDue: neededBy(course) ?? course.due }))
    .toSorted((a, b) => comparePlainDates(a.effectiveDue, b.effectiveDue));
  while (open.length > 0) {
    const index = open.findIndex(({ course }) =>
      course.after.every((id) => !byId.has(id) || done.has(id)),
    );
    const [next] = open.splice(index, 1);
    if (next === undefined) break;
    done.add(next.course.id);
    ordered.push(next);
  }
  return ordered;
}

/** @throws AppError refused, naming the courses of the first circle found */
function assertNoCircle<C extends Orderable>(
  courses: readonly C[],
  byId: ReadonlyMap<string, C>,
): void {
  const finished = new Set<string>();
  const visit = (course: C, path: readonly C[]): void => {
    if (finished.has(course.id)) return;
    const start = path.findIndex(({ id }) => id === course.id);
    if (start !== -1) {
      const names = [...path.slice(start), course].map(({ title }) => title);
      throw new AppError(
        'refused',
        `These courses wait for each other: ${names.join(' → ')}. Take one of them out.`,
        { path: 'courses' },
      );
    }
    for (const id of course.after) {
      const before = byId.get(id);
      if (before) visit(before, [...path, course]);
    }
    finished.add(course.id);
  };
  for (const course of courses) visit(course, []);
}
