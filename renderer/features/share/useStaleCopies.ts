import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { useSettled } from '../../ui/settled.ts';

type StaleCount = ProcedureOutput<'copies.staleCount'>;

const none: StaleCount = { copies: 0, facts: 0 };

/** How many copies that went out say what is no longer so, and how many facts that are. */
export function useStaleCopies(): StaleCount {
  const { asOf } = useAsOf();
  // The first screen comes first.
  const settled = useSettled();
  const { data = none } = useProcedure(
    'copies.staleCount',
    { asOf },
    { enabled: settled, keepPrevious: true },
  );
  return data;
}
