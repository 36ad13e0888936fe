import { AppError } from '#shared/appError.ts';
import { isProcedureName, type ProcedureName } from '#shared/procedures.ts';
import type { EngineParts } from '../parts.ts';
import { bind, type Handlers, type Route } from './bind.ts';
import { credentialRoutes } from './credentials.ts';
import { evidenceRoutes } from './evidence.ts';
import { feeRoutes } from './fees.ts';
import { exportRoutes } from './exports.ts';
import { importRoutes } from './imports.ts';
import { budgetRoutes, moneyRoutes, studyRoutes } from './money.ts';
import { plannerRoutes } from './planner.ts';
import { portfolioRoutes } from './portfolio.ts';
import { recertificationRoutes } from './recertification.ts';
import { reminderRoutes } from './reminders.ts';
import { sharingRoutes } from './sharing.ts';
import { stackRoutes } from './stacks.ts';

/** A route for every procedure of the contract. */
export function createRoutes(parts: EngineParts): Record<ProcedureName, Route> {
  const handlers: Handlers<ProcedureName> = {
    ...credentialRoutes(parts),
    ...evidenceRoutes(parts),
    ...portfolioRoutes(parts),
    ...recertificationRoutes(parts),
    ...feeRoutes(parts),
    ...plannerRoutes(parts),
    ...reminderRoutes(parts),
    ...moneyRoutes(parts),
    ...budgetRoutes(parts),
    ...studyRoutes(parts),
    ...stackRoutes(parts),
    ...importRoutes(parts),
    ...exportRoutes(parts),
    ...sharingRoutes(parts, (name, input) => call(name, input)),
  };
  const call = async (name: string, input: unknown): Promise<unknown> => {
    if (!isProcedureName(name)) throw new AppError('invalid_input', 'There is no such procedure.');
    return routes[name](input);
  };
  const names = Object.keys(handlers) as ProcedureName[];
  // Every name of the contract is a key of handlers, by its type.
  const routes = Object.fromEntries(
    names.map((name) => [name, bind(name, handlers[name])]),
  ) as Record<ProcedureName, Route>;
  return routes;
}
