import type { ProcedureName } from '#shared/procedures.ts';
import type { EngineParts } from '../parts.ts';
import { bind, type Handlers, type Route } from './bind.ts';
import { credentialRoutes } from './credentials.ts';
import { exportRoutes } from './exports.ts';
import { importRoutes } from './imports.ts';
import { plannerRoutes } from './planner.ts';
import { portfolioRoutes } from './portfolio.ts';
import { recertificationRoutes } from './recertification.ts';
import { reminderRoutes } from './reminders.ts';

/** A route for every procedure of the contract. */
export function createRoutes(parts: EngineParts): Record<ProcedureName, Route> {
  const handlers: Handlers<ProcedureName> = {
    ...credentialRoutes(parts),
    ...portfolioRoutes(parts),
    ...recertificationRoutes(parts),
    ...plannerRoutes(parts),
    ...reminderRoutes(parts),
    ...importRoutes(parts),
    ...exportRoutes(parts),
  };
  const names = Object.keys(handlers) as ProcedureName[];
  // Every name of the contract is a key of handlers, by its type.
  return Object.fromEntries(names.map((name) => [name, bind(name, handlers[name])])) as Record<
    ProcedureName,
    Route
  >;
}
