import type { PlainDate } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import type { OpenCycle } from './cycles.ts';

/** The last day on which any of the cycles ends; null where there is none. */
export function latestEnd(items: readonly OpenCycle[]): PlainDate | null {
  return (
    items
      .map(({ end }) => end)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The least further hours for the cycles that end by a day. */
export function usePlan(until: PlainDate | null) {
  const { asOf } = useAsOf();
  return useProcedure(
    'planner.plan',
    { until: until ?? asOf, asOf },
    { enabled: until !== null, keepPrevious: true },
  );
}
