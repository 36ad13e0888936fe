import type { budgetProcedures } from '#shared/procedures/budget.ts';
import type { moneyProcedures } from '#shared/procedures/money.ts';
import type { studyProcedures } from '#shared/procedures/study.ts';
import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

/** Routes of subscriptions, the cost ledger and tracks. */
export function moneyRoutes({
  subscriptions,
  costs,
  tracks,
}: EngineParts): Handlers<keyof typeof moneyProcedures> {
  return {
    'subscriptions.list': ({ asOf }) => ({ asOf, items: subscriptions.list(asOf) }),
    'subscriptions.get': ({ id, asOf, finishBy }) => subscriptions.get(id, asOf, finishBy),
    'subscriptions.resolve': ({ ref }) => ({ id: subscriptions.resolve(ref) }),
    'subscriptions.add': ({ fields, asOf }) => subscriptions.add(fields, asOf),
    'subscriptions.update': ({ id, patch, asOf }) => subscriptions.update(id, patch, asOf),
    'subscriptions.remove': ({ id }) => ({ removed: subscriptions.remove(id) }),
    'subscriptions.pause': ({ id, from, to, asOf }) => subscriptions.pause(id, from, to, asOf),
    'costs.list': ({ credentialId, asOf, limit }) => ({
      items: costs.list(credentialId, asOf, limit),
    }),
    'costs.of': ({ credentialId, asOf }) => costs.of(credentialId, asOf),
    'costs.add': ({ fields, asOf }) => costs.add(fields, asOf),
    'costs.update': ({ id, fields, asOf }) => costs.update(id, fields, asOf),
    'costs.remove': ({ id }) => ({ removed: costs.remove(id) }),
    'tracks.get': ({ credentialId, asOf }) => tracks.get(credentialId, asOf),
    'tracks.set': ({ credentialId, track, asOf }) => tracks.set(credentialId, track, asOf),
    'tracks.deadlines': ({ asOf }) => tracks.deadlines(asOf),
  };
}

/** Routes of the sums over the whole portfolio. */
export function budgetRoutes({
  budgets,
  stats,
}: EngineParts): Handlers<keyof typeof budgetProcedures> {
  return {
    'budget.get': ({ asOf, until }) => budgets.get(asOf, until),
    'stats.get': ({ asOf }) => stats.get(asOf),
  };
}

/** Routes of the study plan. */
export function studyRoutes({ study }: EngineParts): Handlers<keyof typeof studyProcedures> {
  return {
    'study.get': ({ asOf }) => study.get(asOf),
    'study.preview': ({ asOf, settings }) => study.preview(settings, asOf),
    'study.plan': ({ asOf, settings }) => study.plan(settings, asOf),
    'study.clear': () => ({ removed: study.clear() }),
    'study.courses': ({ asOf }) => study.courses(asOf),
  };
}
