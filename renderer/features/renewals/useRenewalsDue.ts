import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { useSettled } from '../../ui/settled.ts';
import { needsAttention } from './cycles.ts';

/** How many cycles end within their lead time, are over, or are behind their pace. */
export function useRenewalsDue(): number {
  const { asOf } = useAsOf();
  // The first screen comes first.
  const settled = useSettled();
  const { data } = useProcedure(
    'ledger.overview',
    { asOf },
    { enabled: settled, keepPrevious: true },
  );
  return data?.items.filter(needsAttention).length ?? 0;
}
