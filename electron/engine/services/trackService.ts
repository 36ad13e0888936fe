import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { countsAsVerified, openDeadlines, type Track } from '#shared/domain/trackMode.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { Course, CourseRepository } from '../repositories/courseRepository.ts';

type Parts = Readonly<{ writer: Writer; courses: CourseRepository }>;
type TrackView = ProcedureOutput<'tracks.get'>;

export type TrackService = ReturnType<typeof createTrackService>;

/** How courses are taken, and the last days on which something about it can be done (B10). */
export function createTrackService({ writer, courses }: Parts) {
  /** @throws AppError not_found, also for one in the trash */
  const courseOf = (id: Id): Course => {
    const [course] = courses.named([id]);
    if (!course) throw new AppError('not_found', `There is no credential ${id}.`);
    return course;
  };

  const get = (id: Id, asOf: PlainDate): TrackView => viewOf(courseOf(id), asOf);

  return {
    get,

    set: (id: Id, changes: ParsedInput<'tracks.set'>['track'], asOf: PlainDate): TrackView => {
      const { title, track: before } = courseOf(id);
      const named = Object.fromEntries(
        Object.entries(changes).filter(([, value]) => value !== undefined),
      );
      const track: Track = { ...before, ...named };
      writer.run(`Changed the track of ${title}`, (tx) => {
        courses.putTrack(tx, id, track);
        const row = tx.get('credential', id);
        if (row === undefined || track.mode === null || track.mode === before.mode) return;
        // The yes or no of the record never contradicts the mode.
        const verified = countsAsVerified(track.mode) ? 1 : 0;
        if (row['verified_track'] !== verified)
          tx.put('credential', { ...row, verified_track: verified, updated_at: tx.at });
      });
      return get(id, asOf);
    },

    deadlines: (asOf: PlainDate): ProcedureOutput<'tracks.deadlines'> => ({
      items: courses
        .tracked()
        .map((course) => viewOf(course, asOf))
        .filter(({ deadlines }) => deadlines.length > 0)
        .toSorted((a, b) => (soonest(a) < soonest(b) ? -1 : Number(soonest(a) > soonest(b)))),
    }),

    /** Deadlines of tracks, for reminders (domain.md section 5). */
    subjects: (): ReminderSubject[] =>
      courses.tracked().flatMap((course) =>
        openDeadlines({ ...course.track, mode: course.mode }).map(
          ({ deadline, on }): ReminderSubject => ({
            subjectId: course.id,
            title: course.abbreviation ?? course.title,
            knownSince: course.knownSince,
            kind: 'deadline',
            part: deadline,
            deadline,
            on,
          }),
        ),
      ),
  };
}

function viewOf(course: Course, asOf: PlainDate): TrackView {
  return {
    credentialId: course.id,
    title: course.title,
    ...course.track,
    effective: course.mode,
    countsAsVerified: countsAsVerified(course.mode),
    deadlines: openDeadlines({ ...course.track, mode: course.mode })
      .filter(({ on }) => on >= asOf)
      .map(({ deadline, on }) => ({ deadline, on, daysLeft: daysBetween(asOf, on) })),
  };
}

const soonest = ({ deadlines }: TrackView): string => deadlines[0]?.on ?? '~';
