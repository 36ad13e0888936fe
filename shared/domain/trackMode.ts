import { z } from 'zod';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Deadline } from '#shared/domain/reminderSubject.ts';

/** How a course is taken: listened to only, for the certificate, with aid, or at an employer's cost. */
export const trackModeSchema = z.enum(['audit', 'verified', 'aid', 'employer-paid']);
export type TrackMode = z.infer<typeof trackModeSchema>;

/** A track and the last days on which something about it can still be done; null: not known. */
export const trackSchema = z.strictObject({
  mode: trackModeSchema.nullable(),
  /** The last day on which it can be upgraded to the verified track. */
  upgradeBy: plainDateSchema.nullable(),
  /** The last day on which the money can be asked back. */
  refundBy: plainDateSchema.nullable(),
  /** The last day on which aid can be asked for. */
  aidBy: plainDateSchema.nullable(),
  /** The last free day. */
  trialEnds: plainDateSchema.nullable(),
});
export type Track = Readonly<z.infer<typeof trackSchema>>;

/** A track of which nothing is known. */
export const unknownTrack: Track = {
  mode: null,
  upgradeBy: null,
  refundBy: null,
  aidBy: null,
  trialEnds: null,
};

export type TrackDeadline = Readonly<{ deadline: Deadline; on: Track['upgradeBy'] & string }>;

/**
 * Whether a course taken so counts where the verified track is required (domain.md section 4): an
 * audited one never does, one with aid or paid by an employer does. What is not known to be audited
 * counts, since most records never say.
 */
export function countsAsVerified(mode: TrackMode | null): boolean {
  return mode !== 'audit';
}

/**
 * The mode where only one of the two places says it: the mode of the track, else what the yes or no
 * of the credential means.
 */
export function trackModeOf(
  mode: TrackMode | null,
  verifiedTrack: boolean | null,
): TrackMode | null {
  if (mode !== null || verifiedTrack === null) return mode;
  return verifiedTrack ? 'verified' : 'audit';
}

/**
 * Deadlines about which something can still be done in that mode, soonest first: who has upgraded
 * needs no reminder to upgrade, and only who has paid can have the money back.
 */
export function openDeadlines(track: Track): TrackDeadline[] {
  const { mode } = track;
  const isUnpaid = mode === 'audit' || mode === null;
  const all = [
    { deadline: 'verified-upgrade', on: isUnpaid ? track.upgradeBy : null },
    { deadline: 'aid', on: isUnpaid ? track.aidBy : null },
    { deadline: 'refund', on: mode === 'audit' || mode === 'aid' ? null : track.refundBy },
    { deadline: 'free-trial', on: track.trialEnds },
  ] as const;
  return all
    .flatMap(({ deadline, on }) => (on === null ? [] : [{ deadline, on }]))
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
