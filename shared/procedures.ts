import type { z } from 'zod';
import { budgetProcedures } from '#shared/procedures/budget.ts';
import { choiceProcedures } from '#shared/procedures/choices.ts';
import { credentialProcedures } from '#shared/procedures/credentials.ts';
import { creditProcedures } from '#shared/procedures/credits.ts';
import { evidenceProcedures } from '#shared/procedures/evidence.ts';
import { feeProcedures } from '#shared/procedures/fees.ts';
import { moneyProcedures } from '#shared/procedures/money.ts';
import { plannerProcedures } from '#shared/procedures/planner.ts';
import { portfolioProcedures } from '#shared/procedures/portfolio.ts';
import { ledgerProcedures } from '#shared/procedures/ledger.ts';
import { programProcedures } from '#shared/procedures/programs.ts';
import { recertificationProcedures } from '#shared/procedures/recertification.ts';
import { reminderProcedures } from '#shared/procedures/reminders.ts';
import { sharingProcedures } from '#shared/procedures/sharing.ts';
import { exportProcedures } from '#shared/procedures/exports.ts';
import { stackProcedures } from '#shared/procedures/stacks.ts';
import { studyProcedures } from '#shared/procedures/study.ts';
import { transferProcedures } from '#shared/procedures/transfer.ts';

/**
 * The contract: every procedure that the window, the command line and the tests may call.
 * The engine's routes, the page's client and the command line derive from this one table;
 * input and output are parsed in both directions.
 */
export const procedures = {
  ...credentialProcedures,
  ...evidenceProcedures,
  ...portfolioProcedures,
  ...recertificationProcedures,
  ...ledgerProcedures,
  ...choiceProcedures,
  ...feeProcedures,
  ...plannerProcedures,
  ...reminderProcedures,
  ...transferProcedures,
  ...exportProcedures,
  ...sharingProcedures,
  ...moneyProcedures,
  ...budgetProcedures,
  ...studyProcedures,
  ...stackProcedures,
  ...programProcedures,
  ...creditProcedures,
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
