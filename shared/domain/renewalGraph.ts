import { cycleEnd, ladderOf, versionFor, type Cycle } from '#shared/domain/cycle.ts';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { RouteKind, Verified } from '#shared/domain/policyParts.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { Person } from '#shared/domain/validityBasis.ts';

/** A credential that is held under a policy, with its latest cycle. */
export type Held = Readonly<{ credentialId: string; title: string; policy: Policy; cycle: Cycle }>;

/** What has been earned or renewed, and how. */
export type RenewalEvent = Readonly<{
  /** Null for one that is newly earned and not yet on record. */
  credentialId: string | null;
  title: string;
  /** Null: known by its title only. */
  policy: Policy | null;
  by: RouteKind | 'earned';
  on: PlainDate;
  /** The first day of the cycle that it begins. */
  newStart: PartialDate;
  /** The end that the renewal gave it; null: it has none. */
  newEnd: PartialDate | null;
}>;

/** A renewal that follows from another: proposed with its reason, never applied unasked. */
export type RenewalProposal = Readonly<{
  credentialId: string;
  cycle: Cycle;
  reason: string;
  verified: Verified;
}>;

type Effect = Readonly<{ reason: string; verified: Verified; newEnd: 'same-end' | 'own-term' }>;

/**
 * What else is renewed when this is (domain.md section 3, renewal graph): credentials still held on
 * that day whose end would move later. One that has expired must be earned again and is left out.
 * @throws AppError invalid_input when a policy needs the birth month and it is missing
 */
export function proposeRenewals(
  event: RenewalEvent,
  held: readonly Held[],
  person: Person = {},
): RenewalProposal[] {
  return held.flatMap((item) => {
    if (item.credentialId === event.credentialId || item.cycle.end === null) return [];
    const effect = effectOn(event, item);
    if (effect === null || !isStillHeld(item, event.on)) return [];
    const cycle = cycleAfter(item, event, effect, person);
    if (cycle === null || cycle.end === null) return [];
    if (last(cycle.end) <= last(item.cycle.end)) return [];
    const { reason, verified } = effect;
    return { credentialId: item.credentialId, cycle, reason, verified };
  });
}

/**
 * The end of a composite title, which lapses with the first part that expires; null while none of
 * them does (domain.md section 3).
 */
export function earliestEnd(parts: readonly (PartialDate | null)[]): PartialDate | null {
  return (
    parts
      .filter((end) => end !== null)
      .toSorted((a, b) => (last(a) < last(b) ? -1 : Number(last(a) > last(b))))[0] ?? null
  );
}

function effectOn(event: RenewalEvent, item: Held): Effect | null {
  const byTitle = item.policy.renewedByTitles.find(
    (title) => textKey(title) === textKey(event.title),
  );
  if (byTitle !== undefined && isByExam(event.by)) {
    const name = item.policy.abbreviation ?? item.policy.name;
    return {
      reason: `Passing ${byTitle} renews ${name}.`,
      verified: item.policy.source.verified,
      newEnd: 'own-term',
    };
  }
  if (event.policy === null) return null;
  const edge = event.policy.renews.find(
    ({ policyId, by }) => policyId === item.policy.id && by.includes(event.by),
  );
  return edge ?? suiteEffect(event, event.policy, item.policy);
}

function suiteEffect(event: RenewalEvent, source: Policy, target: Policy): Effect | null {
  const { suite } = source;
  if (suite === null || suite.id !== target.suite?.id || !suite.by.includes(event.by)) return null;
  return suite.rule === 'all' || target.suite.level <= suite.level ? suite : null;
}

function isByExam(by: RenewalEvent['by']): boolean {
  return by === 'earned' || by === 'exam' || by === 'higher';
}

function isStillHeld({ policy, cycle }: Held, on: PlainDate): boolean {
  if (cycle.end === null || on < first(cycle.start)) return false;
  const rules = versionFor(policy, cycle.start);
  const { graceDays, suspendedDays } = ladderOf(rules);
  const isBound = rules.routes.some((route) => route.kind === 'higher' && route.onlyWhileValid);
  return on <= addDays(last(cycle.end), isBound ? 0 : graceDays + suspendedDays);
}

function cycleAfter(
  { policy, cycle }: Held,
  event: RenewalEvent,
  effect: Effect,
  person: Person,
): Cycle | null {
  if (effect.newEnd === 'same-end') {
    const start = sharedStart(policy, cycle, event);
    return { start, end: event.newEnd, renewedOn: event.on, method: event.title };
  }
  const rules = versionFor(policy, event.on);
  // A pass counts for the other's own term, from the day of the pass.
  const months = rules.routes.find((route) => route.kind === 'higher')?.months ?? rules.cycleMonths;
  if (months === null || cycle.end === null) return null;
  const end = cycleEnd({ ...rules, cycleMonths: months }, event.on, person);
  return { start: event.on, end, renewedOn: event.on, method: event.title };
}

/**
 * A credential that takes another's new end takes its new cycle, so that both ask for their units
 * over the same days. Its own cycle is followed at once where it ends earlier than that: it holds
 * throughout. A body that counts from the renewal counts both from it.
 */
function sharedStart(policy: Policy, cycle: Cycle, event: RenewalEvent): PartialDate {
  if (policy.renewsFrom === 'renewal-date' || cycle.end === null) return event.on;
  const dayAfter = addDays(last(cycle.end), 1);
  return first(event.newStart) < dayAfter ? event.newStart : dayAfter;
}
