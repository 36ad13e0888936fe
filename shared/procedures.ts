import type { z } from 'zod';
import { credentialProcedures } from '#shared/procedures/credentials.ts';
import { plannerProcedures } from '#shared/procedures/planner.ts';
import { portfolioProcedures } from '#shared/procedures/portfolio.ts';
import { ledgerProcedures } from '#shared/procedures/ledger.ts';
import { recertificationProcedures } from '#shared/procedures/recertification.ts';
import { reminderProcedures } from '#shared/procedures/reminders.ts';
import { exportProcedures, transferProcedures } from '#shared/procedures/transfer.ts';

/**
 * The contract: every procedure that the window, the command line and the tests may call.
 * The engine's routes, the page's client and the command line derive from this one table;
 * input and output are parsed in both directions.
 */
export const procedures = {
  ...credentialProcedures,
  ...portfolioProcedures,
  ...recertificationProcedures,
  ...ledgerProcedures,
  ...plannerProcedures,
  ...reminderProcedures,
  ...transferProcedures,
  ...exportProcedures,
} as const;

export type ProcedureName = keyof typeof procedures;
/** What a caller hands over: defaults may be left out. */
export type ProcedureInput<N extends ProcedureName> = z.input<(typeof procedures)[N]['input']>;
/** What a route receives: defaults filled in. */
export type ParsedInput<N extends ProcedureName> = z.output<(typeof procedures)[N]['input']>;
export type ProcedureOutput<N extends ProcedureName> = z.output<(typeof procedures)[N]['output']>;

/** Whether a text names a procedure of the contract; inherited names do not count. */
export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name);
}
