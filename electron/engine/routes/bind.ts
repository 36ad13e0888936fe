import type { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import {
  procedures,
  type ParsedInput,
  type ProcedureName,
  type ProcedureOutput,
} from '#shared/procedures.ts';

export type Route = (raw: unknown) => Promise<unknown>;

/** Handlers of a part of the contract; one that is missing or of the wrong shape does not compile. */
export type Handlers<N extends ProcedureName> = {
  readonly [K in N]: (input: ParsedInput<K>) => ProcedureOutput<K> | Promise<ProcedureOutput<K>>;
};

/** Bad input is the caller's fault; a reply that fails its own schema is our defect. */
export function bind<N extends ProcedureName>(name: N, handle: Handlers<N>[N]): Route {
  const contract = procedures[name];
  return async (raw) => {
    const input = contract.input.safeParse(raw);
    if (!input.success) throw toInputError(input.error);
    // Parsed by the schema that the type is derived from.
    return contract.output.parse(await handle(input.data as ParsedInput<N>));
  };
}

/** One plain line and the place of the first thing that is wrong. */
function toInputError(error: z.ZodError): AppError {
  const [issue] = error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  const field = issue?.path.map(String).at(-1);
  const message = issue?.message ?? 'Invalid input';
  const isDate = message.includes('invalid_date');
  return new AppError(
    isDate ? 'invalid_date' : 'invalid_input',
    field ? `${field}: ${message}` : message,
    {
      ...(path === '' ? {} : { path }),
      details: error.issues.slice(0, 20).map(({ path: where, message: what }) => ({
        path: where.map(String).join('.'),
        message: what,
      })),
    },
  );
}
