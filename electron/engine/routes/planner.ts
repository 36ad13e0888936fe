import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

type Names = keyof typeof import('#shared/procedures/planner.ts').plannerProcedures;

/** Routes of the renewal planner, the allocator and the twelve-month load. */
export function plannerRoutes({ planner, activities }: EngineParts): Handlers<Names> {
  return {
    'planner.plan': ({ until, asOf }) => planner.plan(until, asOf),
    'planner.allocate': ({ asOf, may }) => planner.allocate(asOf, may),
    'planner.apply': ({ changes }) => ({ applied: activities.apply(changes) }),
    'renewals.load': ({ asOf }) => planner.load(asOf),
  };
}
