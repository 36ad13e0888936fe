import { z } from 'zod';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';

/** What has happened to a credential, as it is stored (domain.md section 2). */
export const lifecycleSchema = z.enum(['planned', 'in-progress', 'earned', 'revoked', 'abandoned']);
export type Lifecycle = z.infer<typeof lifecycleSchema>;

/** What a credential is on a day, derived from the lifecycle and the dates (domain.md section 2). */
export const statusSchema = z.enum([
  'planned',
  'in-progress',
  'revoked',
  'abandoned',
  'scheduled',
  'active',
  'expiring',
  'grace',
  'suspended',
  'expired',
]);
export type Status = z.infer<typeof statusSchema>;

/** Lead time in days where neither the credential nor its policy nor the settings say otherwise. */
export const DEFAULT_LEAD_DAYS = 90;

/** Rungs after the end, in days: first grace, then suspended (domain.md section 3). */
export type Ladder = Readonly<{ graceDays: number; suspendedDays: number }>;

export type StatusFacts = Readonly<{
  lifecycle: Lifecycle;
  issued: PartialDate | null;
  /** Null when it never expires. */
  expires: PartialDate | null;
  /** Days before the end from which it counts as expiring. */
  leadDays: number;
  /** Null when it is expired from the day after its end. */
  ladder: Ladder | null;
}>;

/** `daysLeft` counts to the last day that holds: 0 on it, negative after it; null without an end. */
export type StatusOnDay = Readonly<{ status: Status; daysLeft: number | null }>;

/** Status on the day `asOf` and the days left, first rule that fits (domain.md section 2). */
export function statusOn(facts: StatusFacts, asOf: PlainDate): StatusOnDay {
  const { lifecycle, issued, expires, leadDays, ladder } = facts;
  if (lifecycle !== 'earned') return { status: lifecycle, daysLeft: null };
  const daysLeft = expires === null ? null : daysBetween(asOf, last(expires));
  if (issued !== null && first(issued) > asOf) return { status: 'scheduled', daysLeft };
  if (daysLeft === null) return { status: 'active', daysLeft };
  if (daysLeft >= 0) return { status: daysLeft <= leadDays ? 'expiring' : 'active', daysLeft };
  return { status: rungAfterEnd(-daysLeft, ladder), daysLeft };
}

/** Held, and good to be shown as held (domain.md section 2). */
export function isValid(status: Status): boolean {
  return status === 'active' || status === 'expiring';
}

function rungAfterEnd(daysPast: number, ladder: Ladder | null): Status {
  const graceDays = ladder?.graceDays ?? 0;
  if (daysPast <= graceDays) return 'grace';
  return daysPast <= graceDays + (ladder?.suspendedDays ?? 0) ? 'suspended' : 'expired';
}
