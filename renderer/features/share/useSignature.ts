import type { ProcedureInput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { letterChoices } from './letterChoices.ts';
import { recipeInput } from './SendOut.tsx';

/** Signature, name line and card as chosen, and the call that made them. */
export function useSignature(format: 'txt' | 'html' = 'txt') {
  const { asOf } = useAsOf();
  const { preset, most } = letterChoices.use();
  const input: ProcedureInput<'sharing.signature'> = { format, preset, most, asOf };
  const { data: signature, error } = useProcedure('sharing.signature', input, {
    keepPrevious: true,
  });
  return {
    signature,
    error,
    recipe: { procedure: 'sharing.signature', input: recipeInput(input) } as const,
  };
}
