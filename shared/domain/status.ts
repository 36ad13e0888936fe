import { z } from 'zod';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';

export const lifecycleSchema = z.enum(['planned', 'in-progress', 'earned', 'revoked', 'abandoned']);
export type Lifecycle = z.infer<typeof lifecycleSchema>;

export const statusSchema = z.enum([
  'planned', 'in-progress', 'revoked', 'abandoned', 'scheduled', 'active', 'expiring', 'grace', 'suspended', 'expired',
]);
export type Status = z.infer<typeof statusSchema>;
export const DEFAULT_LEAD_DAYS = 90;
export type Ladder = Readonly<{ graceDays: number; suspendedDays: number }>;

export type StatusFacts = Readonly<{
  lifecycle: Lifecycle;
  issued: PartialDate | null;
  expires: PartialDate | null;
  leadDays: number;
  ladder: Ladder | null;
}>;

/** Status on the day `asOf` and the days left (domain.md section 2). */
export function statusOn(facts: StatusFacts, asOf: PlainDate): Readonly<{ status: Status; daysLeft: number | null }> {
  const { lifecycle, issued, expires, leadDays, ladder } = facts;
  if (lifecycle !== 'earned') return { status: lifecycle, daysLeft: null };
  const daysLeft = expires === null ? null : daysBetween(asOf, last(expires));
  if (issued !== null && first(issued) > asOf) return { status: 'scheduled', daysLeft };
  if (daysLeft === null) return { status: 'active', daysLeft };
  if (daysLeft >= 0) return { status: daysLeft <= leadDays ? 'expiring' : 'active', daysLeft };
  const graceDays = ladder?.graceDays ?? 0;
  if (-daysLeft <= graceDays) return { status: 'grace', daysLeft };
  return { status: -daysLeft <= graceDays + (ladder?.suspendedDays ?? 0) ? 'suspended' : 'expired', daysLeft };
}

export const isValid = (status: Status): boolean => status === 'active' || status === 'expiring';
