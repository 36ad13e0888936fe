import { AppError } from '#shared/appError.ts';
import {
  cycleEnd,
  ladderOf,
  nextEnd,
  versionFor,
  windowOpens,
  type Cycle,
} from '#shared/domain/cycle.ts';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { RenewsFrom, Route, RouteKind } from '#shared/domain/policyParts.ts';

export type RenewalRequest = Readonly<{
  policy: Policy;
  /** The cycle to follow: the credential's latest. */
  cycle: Cycle;
  on: PlainDate;
  /** Null: the first route that the policy names. */
  route: RouteKind | null;
  person?: Person;
  /** An end that the body gave, in place of the computed one. */
  expires?: PartialDate;
}>;

export type Renewal = Readonly<{
  cycle: Cycle;
  /** The end by the rules, also where `expires` took its place. */
  endComputed: PartialDate;
  reason: string;
  /** What the holder should know and the rules cannot settle. */
  warnings: readonly string[];
}>;
import type { Person } from '#shared/domain/validityBasis.ts';

/** When a route can be taken for a cycle; null: no bound, or none that is known. */
export type RouteWindow = Readonly<{ opens: PlainDate | null; closes: PlainDate | null }>;

/** One route on a day, for a comparison side by side (features.md D10). */
export type RouteOnDay = Readonly<{
  route: Route;
  window: RouteWindow;
  /** Null when the route may be taken that day, else the plain reason why not. */
  refusal: string | null;
  /** The end that it leads to from that day; null where it cannot be computed. */
  newEnd: PartialDate | null;
}>;

/**
 * Renews a cycle by a route on a day: the next cycle, with the reason (domain.md section 3, renewal
 * arithmetic). The next cycle is governed by the version of its own first day.
 * @throws AppError refused when nothing is to be renewed or the route is not open that day
 * @throws AppError invalid_input for a route that the policy has not, or a missing birth month
 */
export function renew(request: RenewalRequest): Renewal {
  const { policy, cycle, on, person = {} } = request;
  const rules = versionFor(policy, cycle.start);
  const end = endOf(rules, cycle);
  const route = routeOf(rules, request.route);
  const refusal = refusalOf(rules, cycle, end, route, on);
  if (refusal !== null) throw new AppError('refused', refusal);

  const from = route.renewsFrom ?? rules.renewsFrom;
  const start = from === 'renewal-date' ? on : addDays(last(end), 1);
  const next = versionFor(policy, start);
  const months = route.months ?? next.cycleMonths;
  if (months === null) {
    throw new AppError(
      'refused',
      `${nameOf(policy)} no longer expires under the rules of ${start}.`,
    );
  }
  const endComputed = endAfter(next, from, end, on, months, person);
  const expires = request.expires ?? endComputed;
  if (last(expires) < start) {
    throw new AppError(
      'invalid_input',
      `The new end ${expires} comes before the new start ${start}.`,
      {
        path: 'expires',
      },
    );
  }
  return {
    cycle: { start, end: expires, renewedOn: on, method: route.title ?? route.method },
    endComputed,
    reason: reasonOf(from, months, end, on),
    warnings: warningsOf(rules, route, end, on),
  };
}

/**
 * Every route of the policy as it stands on a day. Routes are the old cycle's; nothing is changed.
 * @throws AppError refused when the cycle has no end
 */
export function routesOn(
  policy: Policy,
  cycle: Cycle,
  on: PlainDate,
  person: Person = {},
): RouteOnDay[] {
  const rules = versionFor(policy, cycle.start);
  const end = endOf(rules, cycle);
  return rules.routes.map((route) => ({
    route,
    window: routeWindow(rules, route, end),
    refusal: refusalOf(rules, cycle, end, route, on),
    newEnd: newEndOrNull(policy, cycle, end, route, on, person),
  }));
}

/** From which day and through which day a route can be taken for a cycle that ends then. */
export function routeWindow(policy: Policy, route: Route, end: PartialDate): RouteWindow {
  const window = route.window ?? policy.renewalWindow;
  const ladder = ladderOf(policy);
  const daysAfter = route.onlyWhileValid ? 0 : ladder.graceDays + ladder.suspendedDays;
  return {
    opens: window === null ? null : windowOpens(window, end),
    closes: route.onlyWhileValid || ladder.known ? addDays(last(end), daysAfter) : null,
  };
}

function endOf(rules: Policy, cycle: Cycle): PartialDate {
  if (rules.derivedFrom !== null) {
    throw new AppError('refused', `${nameOf(rules)} has no date of its own: ${rules.derivedFrom}`);
  }
  if (cycle.end === null) {
    throw new AppError(
      'refused',
      `${nameOf(rules)} does not expire, so there is nothing to renew.`,
    );
  }
  return cycle.end;
}

function routeOf(rules: Policy, kind: RouteKind | null): Route {
  const route = kind === null ? rules.routes[0] : rules.routes.find((item) => item.kind === kind);
  if (route) return route;
  const kinds = rules.routes.map((item) => item.kind).join(', ');
  throw new AppError(
    'invalid_input',
    kinds === ''
      ? `No way to renew ${nameOf(rules)} is on record.`
      : `${nameOf(rules)} cannot be renewed by ${kind ?? 'that'}. Choose from: ${kinds}.`,
    { path: 'method' },
  );
}

function refusalOf(
  rules: Policy,
  cycle: Cycle,
  end: PartialDate,
  route: Route,
  on: PlainDate,
): string | null {
  const { opens, closes } = routeWindow(rules, route, end);
  const name = nameOf(rules);
  if (on < first(cycle.start)) {
    return `${on} comes before the cycle that is to be renewed, which starts on ${cycle.start}.`;
  }
  if (opens !== null && on < opens) {
    return `${name} can be renewed from ${opens} on; ${on} is too early.`;
  }
  if (closes !== null && on > closes) {
    return last(end) === closes
      ? `${name} could be renewed through ${closes} only; after that it must be earned again.`
      : `${name} ended on ${last(end)} and could be mended through ${closes}; after that it must be earned again.`;
  }
  return null;
}

function endAfter(
  next: Policy,
  from: RenewsFrom,
  oldEnd: PartialDate,
  on: PlainDate,
  months: number,
  person: Person,
): PartialDate {
  if (from !== 'renewal-date') return nextEnd(next, oldEnd, months, person);
  const end = cycleEnd({ ...next, cycleMonths: months }, on, person);
  return end ?? nextEnd(next, oldEnd, months, person);
}

function newEndOrNull(
  policy: Policy,
  cycle: Cycle,
  oldEnd: PartialDate,
  route: Route,
  on: PlainDate,
  person: Person,
): PartialDate | null {
  const from = route.renewsFrom ?? policy.renewsFrom;
  const next = versionFor(policy, from === 'renewal-date' ? on : addDays(last(oldEnd), 1));
  const months = route.months ?? next.cycleMonths;
  if (months === null || on < first(cycle.start)) return null;
  return endAfter(next, from, oldEnd, on, months, person);
}

function reasonOf(from: RenewsFrom, months: number, oldEnd: PartialDate, on: PlainDate): string {
  switch (from) {
    case 'expiry':
      return `${months} months from the old end, ${oldEnd}.`;
    case 'renewal-date':
      return `${months} months from the renewal on ${on}.`;
    case 'fixed':
      return `The dates never move: the next cycle follows the old end, ${oldEnd}.`;
  }
}

function warningsOf(rules: Policy, route: Route, end: PartialDate, on: PlainDate): string[] {
  const warnings: string[] = [];
  if (on > last(end) && !route.onlyWhileValid && !rules.afterEnd.known) {
    warnings.push(`It is not known how late ${nameOf(rules)} can be renewed: ask ${rules.issuer}.`);
  }
  if (route.renewsFrom === null && !rules.renewsFromStated) {
    warnings.push(
      `The source does not say from when ${rules.issuer} counts a renewal: check the new end.`,
    );
  }
  return warnings;
}

function nameOf(policy: Policy): string {
  return policy.abbreviation ?? policy.name;
}
