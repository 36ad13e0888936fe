import { idSchema, type Id } from '#shared/domain/credential.ts';
import { partialDateSchema, type PartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { lifecycleSchema, type Lifecycle } from '#shared/domain/status.ts';
import {
  trackModeOf,
  trackSchema,
  unknownTrack,
  type Track,
  type TrackMode,
} from '#shared/domain/trackMode.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type CourseRow = Readonly<{
  id: string;
  title: string;
  abbreviation: string | null;
  issuer: string | null;
  platform: string | null;
  lifecycle: string;
  progress: number | null;
  hours: number | null;
  target: string | null;
  verified_track: 0 | 1 | null;
  track_id: string | null;
  mode: string | null;
  upgrade_by: string | null;
  refund_by: string | null;
  aid_by: string | null;
  trial_ends: string | null;
  known_since: string;
}>;

/** A credential as study and tracks see it. */
export type Course = Readonly<{
  id: Id;
  title: string;
  abbreviation: string | null;
  issuer: string | null;
  platform: string | null;
  lifecycle: Lifecycle;
  progress: number | null;
  hours: number | null;
  target: PartialDate | null;
  track: Track;
  /** What the track comes to, also where only `verifiedTrack` says it. */
  mode: TrackMode | null;
  /** Since when the track is on record; else the credential. */
  knownSince: PlainDate;
}>;

const SELECT = `SELECT c.id, c.title, c.abbreviation, i.name AS issuer, p.name AS platform,
    c.lifecycle, c.progress, c.hours, c.target, c.verified_track, t.id AS track_id, t.mode,
    t.upgrade_by, t.refund_by, t.aid_by, t.trial_ends,
    coalesce(t.updated_at, c.created_at) AS known_since
  FROM credential c
  LEFT JOIN issuer i ON i.id = c.issuer_id
  LEFT JOIN platform p ON p.id = c.platform_id`;

export type CourseRepository = ReturnType<typeof createCourseRepository>;

/** Courses under way and how they are taken. */
export function createCourseRepository(db: Database) {
  const inProgress = db.prepare<[], CourseRow>(
    `${SELECT} LEFT JOIN track t ON t.id = c.id
      WHERE c.trashed_at IS NULL AND c.lifecycle = 'in-progress' ORDER BY c.title_key, c.seq LIMIT 500`,
  );
  const named = db.prepare<[string], CourseRow>(
    `${SELECT} LEFT JOIN track t ON t.id = c.id
      WHERE c.trashed_at IS NULL AND c.id IN (SELECT value FROM json_each(?)) ORDER BY c.title_key, c.seq`,
  );
  const tracked = db.prepare<[], CourseRow>(
    `${SELECT} JOIN track t ON t.id = c.id
      WHERE c.trashed_at IS NULL AND c.lifecycle IN ('planned', 'in-progress') ORDER BY c.title_key, c.seq`,
  );

  return {
    /** By title, at most 500. */
    inProgress: (): Course[] => inProgress.all().map(toCourse),
    /** Those of the ids that are not in the trash, by title. */
    named: (ids: readonly Id[]): Course[] => named.all(JSON.stringify(ids)).map(toCourse),
    /** Planned and current courses of which a track is on record. */
    tracked: (): Course[] => tracked.all().map(toCourse),

    putTrack: (tx: WritableDb, id: Id, track: Track): void =>
      tx.put('track', {
        id,
        mode: track.mode,
        upgrade_by: track.upgradeBy,
        refund_by: track.refundBy,
        aid_by: track.aidBy,
        trial_ends: track.trialEnds,
        updated_at: tx.at,
      }),
  };
}

function toCourse(row: CourseRow): Course {
  const track =
    row.track_id === null
      ? unknownTrack
      : trackSchema.parse({
          mode: row.mode,
          upgradeBy: row.upgrade_by,
          refundBy: row.refund_by,
          aidBy: row.aid_by,
          trialEnds: row.trial_ends,
        });
  const verified = row.verified_track === null ? null : row.verified_track === 1;
  return {
    id: idSchema.parse(row.id),
    title: row.title,
    abbreviation: row.abbreviation,
    issuer: row.issuer,
    platform: row.platform,
    lifecycle: lifecycleSchema.parse(row.lifecycle),
    progress: row.progress,
    hours: row.hours,
    target: partialDateSchema.nullable().parse(row.target),
    track,
    mode: trackModeOf(track.mode, verified),
    knownSince: plainDateSchema.parse(row.known_since.slice(0, 10)),
  };
}
