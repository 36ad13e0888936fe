import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import type { ProcedureName, ProcedureOutput } from '#shared/procedures.ts';
import { credentialProcedures } from '#shared/procedures/credentials.ts';
import { portfolioProcedures } from '#shared/procedures/portfolio.ts';
import { reminderProcedures } from '#shared/procedures/reminders.ts';

type Schemas = Readonly<Record<string, Readonly<{ output: z.ZodType }>>>;

/** What the first screen asks for; the rest of the contract is loaded when it is first needed. */
const first: Schemas = {
  ...credentialProcedures,
  ...portfolioProcedures,
  ...reminderProcedures,
};

async function schemaOf(name: ProcedureName): Promise<z.ZodType> {
  return (await import('#shared/procedures.ts')).procedures[name].output;
}

/**
 * Parses what the engine has answered by the contract.
 * @throws AppError internal when it is not what the contract says
 */
export async function parseReply<N extends ProcedureName>(
  name: N,
  value: unknown,
): Promise<ProcedureOutput<N>> {
  const schema = first[name]?.output ?? (await schemaOf(name));
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new AppError('internal', z.prettifyError(parsed.error), { cause: parsed.error });
  }
  // The table ties each name to its output; TypeScript loses that tie on indexing.
  return parsed.data as ProcedureOutput<N>;
}
