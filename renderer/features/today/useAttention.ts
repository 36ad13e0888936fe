import { useMemo } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { useSettled } from '../../ui/settled.ts';
import { attentionOf, type Attention } from './attention.ts';

/** What needs attention on the day that the screens show; undefined until it is known. */
export function useAttention(): Attention | undefined {
  const { asOf } = useAsOf();
  const { data: due } = useProcedure('credentials.due', { asOf }, { keepPrevious: true });
  // Every cycle has a part in it: the first screen must not wait for that.
  const settled = useSettled();
  const { data: standing } = useProcedure(
    'reminders.standing',
    { asOf },
    { enabled: due !== undefined && settled, keepPrevious: true },
  );
  return useMemo(
    () =>
      due === undefined ? undefined : attentionOf(due.items, standing?.reminders ?? [], due.asOf),
    [due, standing],
  );
}
