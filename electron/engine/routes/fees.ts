import type { feeProcedures } from '#shared/procedures/fees.ts';
import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

/** Routes of fees and their payments. */
export function feeRoutes({ fees }: EngineParts): Handlers<keyof typeof feeProcedures> {
  return {
    'fees.list': ({ id, asOf }) => fees.list(id, asOf),
    'fees.pay': (input) => fees.pay(input),
    'fees.unpay': ({ id, due, asOf }) => fees.unpay(id, due, asOf),
  };
}
